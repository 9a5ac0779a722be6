// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QSaveFile>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>
#include <functional>

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

void showWhenEmpty(QLabel* note, QTableView* table) {
    auto* rows = new QVBoxLayout(table->viewport());
    rows->setContentsMargins(8, 12, 8, 12);
    rows->addWidget(note, 0, Qt::AlignTop | Qt::AlignLeft);
    rows->addStretch();
    const QAbstractItemModel* model = table->model();
    const auto show = [note, model] { note->setVisible(model->rowCount() == 0); };
    QObject::connect(model, &QAbstractItemModel::modelReset, note, show);
    QObject::connect(model, &QAbstractItemModel::rowsInserted, note, show);
    QObject::connect(model, &QAbstractItemModel::rowsRemoved, note, show);
    show();
}

namespace {

/// Text that a spreadsheet would run gets an apostrophe before it; numbers lose what only people need.
QString guarded(const QString& text) {
    static const QString starts = QStringLiteral("=+-@\t\r");
    QString cell = text;
    bool isNumber = false;
    QString(text).replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(',')).toDouble(&isNumber);
    if (isNumber) {
        cell.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(','));
    } else if (!cell.isEmpty() && starts.contains(cell.front())) {
        cell.prepend(QLatin1Char('\''));
    }
    return cell;
}

void copySelected(const QTableView& table, bool withHeads) {
    const QItemSelection selection = table.selectionModel()->selection();
    const QAbstractItemModel& model = *table.model();
    QList<int> columns;
    for (int visual = 0; visual < model.columnCount(); ++visual) {
        const int column = table.horizontalHeader()->logicalIndex(visual);
        if (!table.isColumnHidden(column)) {
            columns.append(column);
        }
    }
    QString tabs;
    QString html = QStringLiteral("<table>");
    const auto put = [&](const std::function<QString(int)>& cellOf, const QString& tag) {
        QStringList cells;
        html += QLatin1String("<tr>");
        for (const int column : columns) {
            const QString cell = guarded(cellOf(column).simplified());
            cells.append(cell);
            const bool isText = (model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) == 0;
            // As text, so that Excel keeps every digit of a long order number.
            const QString style = isText ? QStringLiteral(" style=\"mso-number-format:'\\@'\"") : QString();
            html += QStringLiteral("<%1%2>%3</%1>").arg(tag, style, cell.toHtmlEscaped());
        }
        html += QLatin1String("</tr>");
        tabs += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    if (withHeads) {
        put([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); }, QStringLiteral("th"));
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        if (selection.contains(model.index(row, columns.value(0)))) {
            put([&](int column) { return model.index(row, column).data().toString(); }, QStringLiteral("td"));
        }
    }
    auto* copied = new QMimeData;
    copied->setText(tabs);
    copied->setHtml(html + QLatin1String("</table>"));
    QGuiApplication::clipboard()->setMimeData(copied);
}

}  // namespace

void enableCopy(QTableView* table) {
    const std::pair<QKeySequence, bool> keys[] = {{QKeySequence::Copy, false}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), true}};
    for (const auto& [key, withHeads] : keys) {
        auto* shortcut = new QShortcut(key, table);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, table, [table, heads = withHeads] { copySelected(*table, heads); });
    }
}

QString csvCell(const QString& text) {
    QString cell = guarded(text);
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
