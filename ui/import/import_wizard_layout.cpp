// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/import/import_wizard.h"
#include "ui/import/preview_header.h"
#include "ui/import/preview_model.h"
#include "ui/import/reading_panel.h"
#include "ui/import/reject_model.h"
#include "ui/import/wizard_steps.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

namespace {

constexpr int roleLetters = 17;

}  // namespace

void ImportWizard::lay() {
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_steps);
    content->addWidget(makeHairline());
    content->addWidget(makeChoices());
    auto* noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(24, 0, 16, 12);
    noteRow->addWidget(m_note);
    content->addLayout(noteRow);
    content->addWidget(makeHairline());
    for (QTableView* table : {m_table, m_rejectTable}) {
        styleTable(table);
        m_tables->addWidget(table);
    }
    m_table->setHorizontalHeader(m_head);
    m_table->setModel(m_preview);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_rejectTable->setModel(m_rejects);
    m_rejectTable->setColumnHidden(RejectModel::File, true);
    m_rejectTable->setColumnWidth(RejectModel::Row, 120);
    m_rejectTable->setColumnWidth(RejectModel::Reason, 240);
    m_rejectTable->setColumnWidth(RejectModel::FileColumn, 150);
    auto* tableRow = new QHBoxLayout;
    tableRow->setContentsMargins(16, 0, 0, 0);
    tableRow->addWidget(m_tables);
    content->addLayout(tableRow, 1);
    content->addWidget(makeHairline());
    content->addWidget(makeFoot());
    columns->addLayout(content, 1);
    columns->addWidget(m_side);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &ImportWizard::showFoot);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ImportWizard::showFoot);
}

QWidget* ImportWizard::makeChoices() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(24, 8, 16, 12);
    row->setSpacing(12);
    const std::pair<QComboBox**, int> choices[] = {
        {&m_role, 140}, {&m_sheet, 168}, {&m_encoding, 152}, {&m_delimiter, 96}, {&m_layout, 132}, {&m_header, 88}, {&m_dates, 140}, {&m_counts, 132}};
    for (const auto& [combo, width] : choices) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        *combo = new QComboBox;
        (*combo)->setMinimumWidth(width);
        auto* name = makeLabel(12, false, "text2");
        name->setBuddy(*combo);
        m_names.append(name);
        column->addWidget(name);
        column->addWidget(*combo);
        row->addLayout(column);
        connect(*combo, &QComboBox::activated, this, [this, choice = *combo] { correct(choice); });
    }
    // Names of exports are long: only the list shows them whole.
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_role->setMinimumContentsLength(roleLetters);
    row->addStretch();
    return box;
}

QWidget* ImportWizard::makeFoot() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(24, 8, 16, 8);
    row->setSpacing(8);
    m_legend->setFixedSize(12, 12);
    row->addWidget(m_foot);
    row->addWidget(m_other);
    row->addSpacing(8);
    row->addWidget(m_legend);
    row->addWidget(m_legendText);
    row->addStretch();
    row->addWidget(m_hidden);
    connect(m_other, &QPushButton::clicked, this, [this] { showTable(m_tables->currentWidget() == m_table); });
    return box;
}

}  // namespace foresell
