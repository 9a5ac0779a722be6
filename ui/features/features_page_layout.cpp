// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/features/coming_panel.h"
#include "ui/features/feature_delegate.h"
#include "ui/features/feature_model.h"
#include "ui/features/features_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/side_panel.h"
#include "ui/widgets/tables.h"

namespace foresell {

void FeaturesPage::lay() {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* filled = new QWidget;
    m_stack->addWidget(filled);
    m_stack->addWidget(m_empty);
    auto* columns = new QHBoxLayout(filled);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setObjectName(QStringLiteral("thinBar"));
    QSizePolicy keeps = m_busy->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(keeps);
    m_busy->hide();
    content->addWidget(m_busy);
    auto* noteBox = new QVBoxLayout;
    noteBox->setContentsMargins(24, 8, 16, 8);
    noteBox->addWidget(m_note);
    content->addLayout(noteBox);
    styleTable(m_table);
    m_table->setItemDelegate(new FeatureDelegate(m_table));
    m_table->setModel(m_model);
    const int widths[] = {36, 0, 64, 64, 72, 96, 96, 104, 112};
    m_table->horizontalHeader()->setMinimumSectionSize(32);
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < FeatureModel::ColumnCount; ++column) {
        if (column == FeatureModel::Name) {
            m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            m_table->setColumnWidth(column, widths[column]);
        }
    }
    auto* tableBox = new QVBoxLayout;
    tableBox->setContentsMargins(16, 0, 16, 0);
    tableBox->addWidget(m_table);
    content->addLayout(tableBox, 1);
    columns->addLayout(content, 1);
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 28, 0);
    head->addWidget(m_name, 1);
    rows->addLayout(head);
    for (QLabel* label : {m_meaning, m_role, m_range}) {
        label->setWordWrap(true);
    }
    rows->addWidget(m_meaning);
    rows->addWidget(m_use);
    rows->addWidget(m_role);
    rows->addWidget(m_range);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_changeFormula);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    rows->addLayout(buttons);
    rows->addWidget(m_coming, 1);
    rows->addStretch();
    m_side->rows()->addLayout(rows);
    columns->addWidget(m_side);
}

}  // namespace foresell
