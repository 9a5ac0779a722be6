// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/event_model.h"

#include <algorithm>

#include "ui/calendar/calendar_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

void EventModel::setEvents(std::vector<ShopEvent> events) {
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

int EventModel::rowOf(const std::string& id) const {
    const auto found = std::ranges::find(m_events, id, &ShopEvent::id);
    return found == m_events.end() ? -1 : static_cast<int>(found - m_events.begin());
}

int EventModel::rowAt(Day day) const {
    int best = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const ShopEvent& event = eventAt(row);
        const bool covers = event.reachFirst() <= day && day <= event.reachLast();
        if (covers && (best < 0 || event.kind > eventAt(best).kind)) {
            best = row;
        }
    }
    return best;
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventModel::textOf(const ShopEvent& event, int column) const {
    switch (column) {
        case Days: return daysText(event.dates.first, event.dates.last);
        case Name: return event.isEstimated ? tr("%1 (expected)").arg(eventName(event)) : eventName(event);
        case Kind:
            return event.isOwn                              ? tr("Your own")
                   : event.kind == EventKind::PublicHoliday ? tr("Public holiday")
                   : event.kind == EventKind::Festival      ? tr("Festival")
                                                            : tr("Shopping event");
        case Phases: {
            QStringList phases;
            for (const EventPhase& phase : event.dates.phases) {
                phases.append(phaseName(phase.kind) + u' ' + daysText(phase.first, phase.last));
            }
            return phases.join(u"  ·  "_s);
        }
        case Windows:
            return event.isOn && event.isLearned ? tr("%1 / %2 days").arg(event.lead).arg(event.pullForward) : QString();
        default: break;
    }
    if (!event.isOn) {
        return tr("Switched off");
    }
    return !event.isLearned ? QString() : event.channels.empty() ? tr("Learnt") : tr("Learnt in %n channel(s)", nullptr, static_cast<int>(event.channels.size()));
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const ShopEvent& event = eventAt(index.row());
    const bool isStrong = index.column() == Name && (event.isOwn || event.isEdited || event.importance >= 3);
    switch (role) {
        case Qt::DisplayRole: return textOf(event, index.column());
        case Qt::ToolTipRole: {
            const QString text = textOf(event, index.column());
            return index.column() == Phases && !text.isEmpty() ? text : QVariant();
        }
        case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::FontRole: return Theme::instance().font(13, isStrong && event.isOn);
        case Qt::ForegroundRole: return Theme::instance().color(!event.isOn ? Role::Text3 : index.column() <= Name ? Role::Text : Role::Text2);
        default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    switch (section) {
        case Days: return tr("Days");
        case Name: return tr("Event");
        case Kind: return tr("Kind");
        case Phases: return tr("Phases");
        case Windows:
            return role == Qt::DisplayRole ? tr("Before / after")
                                           : tr("Days before the main day on which buying changes, and days after it that lack the demand drawn forward");
        default: return tr("Forecast");
    }
}

}  // namespace foresell
