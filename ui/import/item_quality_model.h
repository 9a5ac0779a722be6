// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/dataset/item_quality.h"

namespace foresell {

/// What the lines of each item are like over time.
class ItemQualityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Name, First, Last, Lines, DaysSold, WithoutSales, SoldOut, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setItems(std::vector<ItemQuality> items);
    const ItemQuality& at(int row) const { return m_items[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ItemQuality> m_items;
};

}  // namespace foresell
