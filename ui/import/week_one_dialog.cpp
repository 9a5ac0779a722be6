// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/week_one_dialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/page.h"

namespace foresell {

WeekOneDialog::WeekOneDialog(QWidget* parent) : QDialog(parent), m_day(new QDateEdit(QDate(QDate::currentDate().year(), 1, 1))) {
    setWindowTitle(tr("Week numbers"));
    auto* question = makeLabel(13, false);
    question->setText(tr("On which day did week 1 begin?"));
    question->setBuddy(m_day);
    auto* help = makeLabel(12, false, "text2");
    help->setText(tr("Week 2 begins seven days later, and so on; years need not begin anew."));
    m_day->setCalendarPopup(true);
    m_day->setDateRange(QDate(1900, 1, 1), QDate(2100, 12, 31));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setAccessibleName(question->text());
    auto* buttons = new QDialogButtonBox;
    QPushButton* const use = buttons->addButton(tr("Use this day"), QDialogButtonBox::AcceptRole);
    use->setProperty("kind", QStringLiteral("primary"));
    use->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 20, 24, 16);
    rows->setSpacing(8);
    rows->addWidget(question);
    rows->addWidget(m_day);
    rows->addWidget(help);
    rows->addSpacing(8);
    rows->addWidget(buttons);
}

QDate WeekOneDialog::day() const {
    return m_day->date();
}

}  // namespace foresell
