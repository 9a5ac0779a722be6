// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/drop_hint.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

QStringList usableFiles(const QMimeData* data) {
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"), QStringLiteral("gz"),
                                     QStringLiteral("xlsx"), QStringLiteral("xlsm"), QStringLiteral("ods"), QStringLiteral("zip"),
                                     QStringLiteral("foresell")};
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && endings.contains(QFileInfo(url.toLocalFile()).suffix().toLower())) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

DropHint::DropHint(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::showFor(const QStringList& files, const QString& project) {
    const QString first = QFileInfo(files.first()).fileName();
    if (first.endsWith(QLatin1String(".foresell"), Qt::CaseInsensitive)) {
        m_text = tr("Drop to open %1").arg(first);
        m_detail.clear();
    } else {
        m_text = files.size() == 1 ? tr("Drop to look at %1").arg(first) : tr("Drop to look at %n file(s)", nullptr, static_cast<int>(files.size()));
        m_detail = project.isEmpty() ? tr("A new project is made for it. Nothing is imported until you agree.")
                                     : tr("For the project %1. Nothing is imported until you agree.").arg(project);
    }
    show();
    raise();
    update();
}

void DropHint::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = theme.color(Role::Surface);
    veil.setAlpha(225);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(theme.color(Role::Accent), 2, Qt::DashLine));
    painter.setBrush(theme.color(Role::Selected));
    const QRect card = rect().adjusted(24, 24, -24, -24);
    painter.drawRoundedRect(card, 8, 8);
    const int size = theme.px(40);
    themedIcon(QStringLiteral("import"), Role::Accent).paint(&painter, QRect(card.center().x() - size / 2, card.center().y() - size - 24, size, size));
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(20, true));
    painter.drawText(QRect(card.left(), card.center().y() - 10, card.width(), 32), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, card.width() - 48));
    painter.setPen(theme.color(Role::Text2));
    painter.setFont(theme.font(13));
    painter.drawText(QRect(card.left(), card.center().y() + 26, card.width(), 24), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, card.width() - 48));
}

}  // namespace foresell
