// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
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
#include "ui/import/reading_choices.h"
#include "ui/import/reading_panel.h"
#include "ui/import/reject_model.h"
#include "ui/import/wizard_steps.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

void ImportWizard::lay() {
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_steps);
    content->addWidget(makeHairline());
    content->addWidget(m_choices);
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
