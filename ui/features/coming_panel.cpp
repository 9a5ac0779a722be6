// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/coming_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/features/coming_model.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

ComingPanel::ComingPanel(QWidget* parent)
    : QWidget(parent), m_model(new ComingModel(this)), m_table(new QTableView), m_head(makeLabel(14, true)),
      m_note(makeLabel(12, false, "text2")), m_lastYear(makeButton("plain")), m_hold(makeButton("plain")), m_paste(makeButton("plain")) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_note->setWordWrap(true);
    column->addWidget(m_head);
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QPushButton* button : {m_lastYear, m_hold}) {
        button->setProperty("control", QStringLiteral("tool"));
        button->setCheckable(true);
        button->setProperty("segment", true);
        buttons->addWidget(button);
    }
    m_paste->setProperty("control", QStringLiteral("tool"));
    buttons->addSpacing(8);
    buttons->addWidget(m_paste);
    buttons->addStretch();
    column->addLayout(buttons);
    styleTable(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->show();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setDefaultSectionSize(72);
    column->addWidget(m_table, 1);
    connect(m_lastYear, &QPushButton::clicked, this, [this](bool isOn) { emit filled(isOn ? QStringLiteral("last_year") : QStringLiteral("none")); });
    connect(m_hold, &QPushButton::clicked, this, [this](bool isOn) { emit filled(isOn ? QStringLiteral("hold_last") : QStringLiteral("none")); });
    connect(m_paste, &QPushButton::clicked, this, &ComingPanel::paste);
    auto* keys = new QShortcut(QKeySequence::Paste, m_table);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &ComingPanel::paste);
    connect(m_model, &ComingModel::entered, this, &ComingPanel::entered);
    retranslate();
}

void ComingPanel::setValues(ComingValues values, bool canBeEntered, const std::string& fill) {
    m_fill = fill;
    m_model->setValues(std::move(values), canBeEntered);
    m_lastYear->setChecked(fill == "last_year");
    m_hold->setChecked(fill == "hold_last");
    m_paste->setEnabled(canBeEntered);
    tell();
}

void ComingPanel::showOnly(const std::string& feature) {
    if (m_model->values().feature != feature) {
        setValues({}, false, {});
        m_note->clear();
    }
}

void ComingPanel::paste() {
    const QString text = QApplication::clipboard()->text();
    const std::vector<ComingEntry> entries = m_model->canBeEntered() ? m_model->entriesOf(text, m_table->currentIndex()) : std::vector<ComingEntry>();
    if (entries.empty()) {
        m_note->setText(tr("The clipboard holds no numbers that fit here. Copy cells from a spreadsheet, then choose the first cell."));
        return;
    }
    emit entered(entries);
}

void ComingPanel::tell() {
    const ComingValues& values = m_model->values();
    const bool isCut = values.total > static_cast<std::int64_t>(values.rows.size());
    const QString rows = isCut ? tr("The first %1 of %2 rows.").arg(numberText(static_cast<double>(values.rows.size())), numberText(static_cast<double>(values.total)))
                               : QString();
    m_note->setText((m_model->canBeEntered() ? tr("Write into a cell, paste from a spreadsheet, or let gaps be filled.")
                                             : tr("Computed by the program; nothing to enter.")) +
                    (rows.isEmpty() ? QString() : QStringLiteral(" ") + rows));
}

void ComingPanel::retranslate() {
    m_head->setText(tr("Coming values"));
    m_lastYear->setText(tr("Copy last year"));
    m_hold->setText(tr("Hold last"));
    m_paste->setText(tr("Paste"));
    m_table->setAccessibleName(tr("Coming values"));
    tell();
}

}  // namespace foresell
