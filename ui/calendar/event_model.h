// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/calendar/shop_calendar.h"

namespace foresell {

/// The holidays and events of a year, those switched off as well.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Days, Name, Kind, Phases, Windows, Forecast, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvents(std::vector<ShopEvent> events);
    const ShopEvent& eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }
    /// The row of this event, its first occurrence; -1: none.
    int rowOf(const std::string& id) const;
    /// The row of the event that covers a day, shopping events before festivals before holidays; -1: none.
    int rowAt(Day day) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const ShopEvent& event, int column) const;

    std::vector<ShopEvent> m_events;
};

}  // namespace foresell
