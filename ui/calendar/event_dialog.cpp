// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/event_dialog.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/calendar/calendar_words.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr int longestEvent = 120, farthestPhase = 90, longestWindow = 120;

QDate toDate(Day day) {
    return QDate(1970, 1, 1).addDays(day);
}

Day fromDate(const QDate& date) {
    return static_cast<Day>(QDate(1970, 1, 1).daysTo(date));
}

QDateEdit* makeDate(const QString& name, Day day) {
    auto* edit = new QDateEdit(toDate(day));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setAccessibleName(name);
    edit->setDateRange(QDate(1990, 1, 1), QDate(2100, 12, 31));
    return edit;
}

}  // namespace

EventDialog::EventDialog(const ShopEvent& event, const QStringList& channels, bool isYearly, QWidget* parent)
    : QDialog(parent), m_event(event), m_hasDates(event.kind != EventKind::PublicHoliday) {
    const bool isNew = event.id.empty();
    setWindowTitle(isNew ? tr("Add event") : eventName(event));
    auto* fields = new QWidget;
    fields->setObjectName(QStringLiteral("scrolled"));
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(24, 16, 24, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    if (event.isOwn) {
        m_name = new QLineEdit(QString::fromStdString(event.nameEn));
        m_name->setMaxLength(60);
        m_name->setAccessibleName(tr("Name"));
        form->addRow(tr("Name"), m_name);
    }
    if (m_hasDates) {
        m_first = addDate(form, tr("First day"), event.dates.first);
        m_main = addDate(form, tr("Main day"), event.dates.peak);
        m_last = addDate(form, tr("Last day"), event.dates.last);
        addPhases(form);
    }
    if (event.isOwn) {
        m_isYearly = new QCheckBox(tr("On the same dates in later years"));
        m_isYearly->setChecked(isYearly);
        form->addRow(QString(), m_isYearly);
    }
    m_isLearned = new QCheckBox(tr("Forecasts learn its effect"));
    m_isLearned->setChecked(event.isLearned);
    form->addRow(QString(), m_isLearned);
    m_lead = addDays(form, tr("Days before"), tr("How long before the main day customers wait for it or begin to buy."), event.lead);
    m_pullForward = addDays(form, tr("Days after"), tr("How long after it sales stay low, since customers bought ahead."), event.pullForward);
    addChannels(form, channels);
    auto* scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox;
    m_keep = buttons->addButton(isNew ? tr("Add event") : tr("Keep changes"), QDialogButtonBox::AcceptRole);
    m_keep->setProperty("kind", QStringLiteral("primary"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(520, 600);
    if (m_name != nullptr) {
        const auto allow = [this] { m_keep->setEnabled(!m_name->text().trimmed().isEmpty()); };
        connect(m_name, &QLineEdit::textChanged, this, allow);
        allow();
    }
    keepInBounds();
}

QDateEdit* EventDialog::addDate(QFormLayout* form, const QString& label, Day day) {
    QDateEdit* edit = makeDate(label, day);
    connect(edit, &QDateEdit::dateChanged, this, &EventDialog::keepInBounds);
    form->addRow(label, edit);
    return edit;
}

QSpinBox* EventDialog::addDays(QFormLayout* form, const QString& label, const QString& help, int value) {
    auto* box = new QSpinBox;
    box->setRange(0, longestWindow);
    box->setValue(value);
    box->setToolTip(help);
    box->setAccessibleName(label);
    box->setAccessibleDescription(help);
    box->setEnabled(m_isLearned->isChecked());
    connect(m_isLearned, &QCheckBox::toggled, box, &QWidget::setEnabled);
    form->addRow(label, box);
    return box;
}

void EventDialog::addPhases(QFormLayout* form) {
    for (std::size_t i = 0; i < eventPhaseKinds.size(); ++i) {
        const EventPhaseKind kind = eventPhaseKinds[i];
        const auto& phases = m_event.dates.phases;
        const auto found = std::ranges::find(phases, kind, &EventPhase::kind);
        const bool isThere = found != phases.end();
        const QString name = phaseName(kind);
        PhaseRow& row = m_phases[i];
        row.isThere = new QCheckBox(name);
        row.isThere->setChecked(isThere);
        row.first = makeDate(tr("%1, first day").arg(name), isThere ? found->first : m_event.dates.peak);
        row.last = makeDate(tr("%1, last day").arg(name), isThere ? found->last : m_event.dates.peak);
        auto* days = new QHBoxLayout;
        days->addWidget(row.first);
        days->addWidget(new QLabel(QStringLiteral("–")));
        days->addWidget(row.last);
        days->addStretch();
        form->addRow(row.isThere, days);
        for (QDateEdit* edit : {row.first, row.last}) {
            edit->setEnabled(isThere);
            connect(row.isThere, &QCheckBox::toggled, edit, &QWidget::setEnabled);
            connect(edit, &QDateEdit::dateChanged, this, &EventDialog::keepInBounds);
        }
    }
}

void EventDialog::addChannels(QFormLayout* form, const QStringList& channels) {
    if (channels.isEmpty()) {
        return;
    }
    m_channels = new QListWidget;
    m_channels->setAccessibleName(tr("Channels"));
    m_channels->setToolTip(tr("None ticked: in every channel."));
    for (const QString& channel : channels) {
        auto* item = new QListWidgetItem(channel, m_channels);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        const bool takesPart = std::ranges::find(m_event.channels, channel.toStdString()) != m_event.channels.end();
        item->setCheckState(takesPart ? Qt::Checked : Qt::Unchecked);
    }
    m_channels->setMaximumHeight(110);
    form->addRow(tr("Only in channels"), m_channels);
}

void EventDialog::keepInBounds() {
    if (!m_hasDates || m_keep == nullptr) {
        return;
    }
    const QDate first = m_first->date();
    m_last->setDateRange(first, first.addDays(longestEvent - 1));
    m_main->setDateRange(first, m_last->date());
    const QDate main = m_main->date();
    for (const PhaseRow& row : m_phases) {
        row.first->setDateRange(main.addDays(-farthestPhase), main.addDays(farthestPhase));
        row.last->setDateRange(row.first->date(), main.addDays(farthestPhase));
    }
}

EventDates EventDialog::dates() const {
    EventDates dates{fromDate(m_first->date()), fromDate(m_last->date()), fromDate(m_main->date()), {}};
    for (std::size_t i = 0; i < m_phases.size(); ++i) {
        if (m_phases[i].isThere->isChecked()) {
            dates.phases.push_back({eventPhaseKinds[i], fromDate(m_phases[i].first->date()), fromDate(m_phases[i].last->date())});
        }
    }
    std::ranges::sort(dates.phases, {}, &EventPhase::first);
    return dates;
}

EventEdit EventDialog::applied(EventEdit edit) const {
    if (m_name != nullptr) {
        edit.name = m_name->text().trimmed().toStdString();
        edit.isYearly = m_isYearly->isChecked();
    }
    if (m_hasDates && (m_event.id.empty() || dates() != m_event.dates)) {
        const EventDates now = dates();
        const int years[] = {toCivil(now.peak).year, toCivil(m_event.dates.peak).year};
        std::erase_if(edit.dates, [&](const EventDates& old) {
            const int year = toCivil(old.peak).year;
            return year == years[0] || (m_event.isOwn && year == years[1]);
        });
        edit.dates.push_back(now);
        std::ranges::sort(edit.dates, {}, &EventDates::peak);
    }
    if (m_isLearned->isChecked() != m_event.isLearned) {
        edit.isLearned = m_isLearned->isChecked();
    }
    if (m_lead->value() != m_event.lead) {
        edit.lead = m_lead->value();
    }
    if (m_pullForward->value() != m_event.pullForward) {
        edit.pullForward = m_pullForward->value();
    }
    edit.channels.clear();
    for (int row = 0; m_channels != nullptr && row < m_channels->count(); ++row) {
        if (m_channels->item(row)->checkState() == Qt::Checked) {
            edit.channels.push_back(m_channels->item(row)->text().toStdString());
        }
    }
    return edit;
}

}  // namespace foresell
