// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tables.h"

#include <QHeaderView>
#include <QSaveFile>
#include <QTableView>

#include "core/base/error.h"
#include "ui/widgets/line_delegate.h"
#include "ui/widgets/theme.h"

namespace foresell {

void styleTable(QTableView* table) {
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setItemDelegate(new LineDelegate(table));
    table->setAlternatingRowColors(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    const auto fit = [table] { table->verticalHeader()->setDefaultSectionSize(Theme::instance().px(28)); };
    fit();
    QObject::connect(&Theme::instance(), &Theme::changed, table, fit);
}

QString csvCell(const QString& text) {
    static const QString starts = QStringLiteral("=+-@\t\r");
    QString cell = text;
    bool isNumber = false;
    QString(text).replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(',')).toDouble(&isNumber);
    if (isNumber) {
        cell.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(','));
    } else if (!cell.isEmpty() && starts.contains(cell.front())) {
        cell.prepend(QLatin1Char('\''));
    }
    static const QString special = QStringLiteral(",\"\r\n");
    const bool needsQuotes = std::any_of(cell.begin(), cell.end(), [](QChar each) { return special.contains(each); });
    return needsQuotes ? QString(QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"')) : cell;
}

void exportCsv(const QAbstractItemModel& model, const QString& file) {
    QString text(QChar(0xFEFF));
    for (int column = 0; column < model.columnCount(); ++column) {
        text += (column > 0 ? QStringLiteral(",") : QString()) + csvCell(model.headerData(column, Qt::Horizontal).toString());
    }
    text += QLatin1String("\r\n");
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            text += (column > 0 ? QStringLiteral(",") : QString()) + csvCell(model.index(row, column).data().toString());
        }
        text += QLatin1String("\r\n");
    }
    QSaveFile output(file);
    const QByteArray bytes = text.toUtf8();
    if (!output.open(QIODevice::WriteOnly) || output.write(bytes) != bytes.size() || !output.commit()) {
        throw Error("export.cannot_write", "The file cannot be written: " + output.errorString().toStdString(),
                    "Choose another place.", {{"file", file.toStdString()}});
    }
}

}  // namespace foresell
