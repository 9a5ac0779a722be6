// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/changed_lines_export.h"

#include <QTime>

#include "core/protocol/methods.h"
#include "ui/cleaning/step_words.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

constexpr std::int64_t linesAtOnce = 10'000;

QString number(Fixed value) {
    return isMissing(value) ? QString() : QString::number(toDouble(value), 'g', 15);
}

}  // namespace

QString csvLine(const ChangedLine& line) {
    const QStringList cells{csvCell(QString::fromStdString(line.order)),
                            QString::fromStdString(toIso(line.day)),
                            line.second < 0 ? QString() : QTime(0, 0).addSecs(line.second).toString(QStringLiteral("HH:mm:ss")),
                            csvCell(QString::fromStdString(line.itemCode)),
                            csvCell(QString::fromStdString(line.itemName)),
                            number(line.quantity),
                            number(line.price),
                            number(line.quantityNow),
                            csvCell(StepWords::reason(line))};
    return cells.join(QLatin1Char(','));
}

ChangedLinesExport::ChangedLinesExport(ProjectSession& session, const LinesRequest& request, const QString& file, QObject* parent)
    : QObject(parent), m_session(session), m_request(request), m_file(file) {
    m_request.offset = 0;
    m_request.limit = linesAtOnce;
    const QStringList heads{tr("Order"), tr("Date"), tr("Time"), tr("Item code"), tr("Item"), tr("Units"), tr("Price"), tr("Units now"), tr("Reason")};
    if (!m_file.open(QIODevice::WriteOnly)) {
        QMetaObject::invokeMethod(this, &ChangedLinesExport::fail, Qt::QueuedConnection);
        return;
    }
    m_file.write(QString(QChar(0xFEFF) + heads.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8());
    next();
}

void ChangedLinesExport::next() {
    m_session.engine().call(method::cleaningLines, m_request,
                            {.context = this,
                             .succeeded = [this](const nlohmann::json& json) { write(json.get<ChangedLinesPage>()); },
                             .failed =
                                 [this](const ErrorBody& error) {
                                     emit m_session.failed(error);
                                     deleteLater();
                                 }});
}

void ChangedLinesExport::write(const ChangedLinesPage& page) {
    for (const ChangedLine& line : page.lines) {
        m_file.write(QString(csvLine(line) + QStringLiteral("\r\n")).toUtf8());
    }
    m_request.offset += static_cast<std::int64_t>(page.lines.size());
    if (m_request.offset < page.total && !page.lines.empty()) {
        next();
    } else if (m_file.error() != QFileDevice::NoError || !m_file.commit()) {
        fail();
    } else {
        emit finished(m_request.offset);
        deleteLater();
    }
}

void ChangedLinesExport::fail() {
    ErrorBody error;
    error.code = "export.cannot_write";
    error.message = m_file.errorString().toStdString();
    error.details["file"] = m_file.fileName().toStdString();
    emit m_session.failed(error);
    deleteLater();
}

}  // namespace foresell
