// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/dataset/data_quality.h"

namespace foresell {

/// Days in a row without sales and what is made of them.
class GapModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { First, Last, Days, Meaning, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setGaps(std::vector<SalesGap> gaps);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SalesGap> m_gaps;
};

}  // namespace foresell
