// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/browsing/line_query.h"

namespace foresell {

/// A page of sale lines as a table.
class LinesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Date, Item, Name, Location, Channel, Order, Units, Price, Amount, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setPage(LinePage page);
    const LineRow& at(int row) const { return m_page.rows[static_cast<std::size_t>(row)]; }
    std::int64_t total() const { return m_page.total; }

    /// What LineQuery::sort is called for a column; empty: it cannot be sorted by.
    static std::string sortName(int column);
    static int columnOfSort(const std::string& sort);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const LineRow& row, int column) const;
    QString stateText(const LineRow& row) const;

    LinePage m_page;
};

}  // namespace foresell
