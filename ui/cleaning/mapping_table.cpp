// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/mapping_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>
#include <set>

#include "ui/cleaning/step_words.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

constexpr int tableHeight = 140;
constexpr qsizetype mostRows = 100'000;

/// A number as a person writes it, in the window's language or with a point; below 0 where it is none.
double numberOf(const QString& text) {
    bool isNumber = false;
    double value = QLocale().toDouble(text, &isNumber);
    value = isNumber ? value : QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(value) ? value : -1;
}

}  // namespace

MappingTable::MappingTable(std::vector<OptionColumn> columns, QWidget* parent)
    : QWidget(parent), m_columns(std::move(columns)), m_table(new QTableWidget(0, static_cast<int>(m_columns.size()))),
      m_add(makeButton("plain")), m_paste(makeButton("plain")), m_remove(makeButton("plain")) {
    QStringList heads;
    for (const OptionColumn& column : m_columns) {
        heads << StepWords::column(column.name);
    }
    styleTable(m_table);
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setFixedHeight(tableHeight);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(heads.join(QStringLiteral(", ")));
    m_table->installEventFilter(this);
    m_add->setText(tr("Add row"));
    m_paste->setText(tr("Paste rows"));
    m_remove->setText(tr("Remove rows"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_add, m_paste, m_remove}) {
        button->setProperty("control", QStringLiteral("tool"));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, &MappingTable::changed);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_paste, &QPushButton::clicked, this, &MappingTable::pasteClipboard);
    connect(m_remove, &QPushButton::clicked, this, &MappingTable::removeRows);
}

nlohmann::json MappingTable::rows() const {
    nlohmann::json rows = nlohmann::json::array();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        nlohmann::json entry = nlohmann::json::object();
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QTableWidgetItem* cell = m_table->item(row, column);
            const QString text = cell == nullptr ? QString() : cell->text().trimmed();
            const OptionColumn& info = m_columns[static_cast<std::size_t>(column)];
            if (!text.isEmpty()) {
                entry[info.name] = info.isNumber ? nlohmann::json(numberOf(text)) : nlohmann::json(text.toStdString());
            }
        }
        if (!entry.empty()) {
            rows.push_back(std::move(entry));
        }
    }
    return rows;
}

void MappingTable::setRows(const nlohmann::json& rows) {
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const auto& row : rows) {
        QStringList cells;
        for (const OptionColumn& column : m_columns) {
            const auto cell = row.find(column.name);
            cells << (cell == row.end() ? QString() : cell->is_string() ? QString::fromStdString(cell->get<std::string>())
                                                                        : QLocale().toString(cell->get<double>(), 'g', 10));
        }
        addRow(cells);
    }
}

void MappingTable::addRow(const QStringList& cells) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->setItem(row, column, new QTableWidgetItem(cells.value(column).trimmed()));
    }
}

void MappingTable::paste(const QString& text) {
    {
        const QSignalBlocker quiet(m_table);
        const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(0, mostRows);
        for (const QString& line : lines) {
            addRow(line.split(QLatin1Char('\t')));
        }
    }
    emit changed();
}

void MappingTable::pasteClipboard() {
    paste(QApplication::clipboard()->text());
}

void MappingTable::removeRows() {
    std::set<int, std::greater<>> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedIndexes()) {
        rows.insert(index.row());
    }
    for (const int row : rows) {
        m_table->removeRow(row);
    }
    emit changed();
}

bool MappingTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Paste)) {
            pasteClipboard();
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            removeRows();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace foresell
