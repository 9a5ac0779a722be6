// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/protocol/cleaning_messages.h"

namespace foresell {

/// The first lines that a step changes: order, time, item, units, price, what became of it and why.
class ChangedLinesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Order, Time, Item, Units, Price, Now, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `currency` stands in the head of the prices.
    void setPage(ChangedLinesPage page, const std::string& currency);
    QString itemCode(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChangedLinesPage m_page;
    QString m_currency;
};

}  // namespace foresell
