// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/cleaning/changed_lines_model.h"
#include "ui/cleaning/cleaning_chart.h"
#include "ui/cleaning/cleaning_page.h"
#include "ui/cleaning/step_list.h"
#include "ui/cleaning/step_sums.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/side_panel.h"
#include "ui/widgets/tables.h"

namespace foresell {

void CleaningPage::lay() {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* filled = new QWidget;
    m_stack->addWidget(filled);
    m_stack->addWidget(m_empty);
    auto* columns = new QHBoxLayout(filled);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeSide());
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
    content->addLayout(makeFigures());
    content->addWidget(makeHairline());
    content->addWidget(m_chart, 3);
    content->addWidget(m_sums);
    content->addWidget(makeHairline());
    content->addLayout(makeLineRow());
    styleTable(m_lines);
    m_lines->setModel(m_lineModel);
    m_lines->horizontalHeader()->setStretchLastSection(false);
    const int widths[] = {96, 160, 0, 84, 84, 104, 176};
    for (int column = 0; column < ChangedLinesModel::ColumnCount; ++column) {
        if (column == ChangedLinesModel::Item) {
            m_lines->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            m_lines->setColumnWidth(column, widths[column]);
        }
    }
    m_lines->horizontalHeader()->setMinimumSectionSize(80);
    auto* lineBox = new QVBoxLayout;
    lineBox->setContentsMargins(16, 0, 16, 0);
    lineBox->addWidget(m_lines);
    m_lines->setMinimumHeight(96);
    content->addLayout(lineBox, 2);
    columns->addLayout(content, 1);
}

QWidget* CleaningPage::makeSide() {
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 44, 12);
    head->setSpacing(8);
    head->addWidget(m_recipeHead);
    head->addWidget(m_recipeNote, 1);
    head->addWidget(m_addStep);
    m_side->rows()->addLayout(head);
    m_side->rows()->addLayout(makeRecipeTools());
    m_side->rows()->addWidget(makeHairline());
    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("onSideContent"));
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 16);
    rows->setSpacing(0);
    rows->addWidget(m_steps);
    auto* wholeWeeks = new QGridLayout;
    wholeWeeks->setContentsMargins(16, 9, 16, 9);
    wholeWeeks->setVerticalSpacing(0);
    wholeWeeks->setHorizontalSpacing(8);
    wholeWeeks->setColumnMinimumWidth(0, 40);
    m_wholeState->setAlignment(Qt::AlignRight);
    m_wholeNote->setWordWrap(true);
    wholeWeeks->addWidget(m_wholeName, 0, 1);
    wholeWeeks->addWidget(m_wholeState, 0, 2);
    wholeWeeks->addWidget(m_wholeNote, 1, 1, 1, 2);
    wholeWeeks->setColumnStretch(1, 1);
    rows->addLayout(wholeWeeks);
    rows->addWidget(makeHairline());
    rows->addStretch();
    auto* caution = new QHBoxLayout;
    caution->setContentsMargins(12, 16, 12, 0);
    caution->addWidget(m_caution);
    rows->addLayout(caution);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("onSide"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    m_side->rows()->addWidget(scroll, 1);
    return m_side;
}

QLayout* CleaningPage::makeFigures() {
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(24, 10, 24, 12);
    const char* signs[] = {"=", "+"};
    for (int i = 0; i < 3; ++i) {
        m_figureNames[i] = makeLabel(12, false, "text2");
        m_figures[i] = makeLabel(20, true);
        m_figureNotes[i] = makeLabel(12, false, "text2");
        auto* figure = new QVBoxLayout;
        figure->setSpacing(0);
        for (QLabel* label : {m_figureNames[i], m_figures[i], m_figureNotes[i]}) {
            figure->addWidget(label);
        }
        strip->addLayout(figure, 1);
        if (i < 2) {
            auto* sign = makeLabel(20, false, "text2");
            sign->setText(QString::fromLatin1(signs[i]));
            strip->addWidget(sign);
            strip->addSpacing(24);
        }
    }
    return strip;
}

QLayout* CleaningPage::makeLineRow() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 8, 16, 8);
    row->setSpacing(8);
    m_search->setProperty("control", QStringLiteral("tool"));
    m_search->setFixedWidth(208);
    m_search->setClearButtonEnabled(true);
    m_export->setProperty("control", QStringLiteral("tool"));
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    row->addWidget(m_linesHead);
    row->addWidget(m_linesNote, 1);
    row->addWidget(m_search);
    row->addWidget(m_export);
    return row;
}

}  // namespace foresell
