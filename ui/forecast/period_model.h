// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/report/forecast_view.h"

namespace foresell {

/// The coming periods as columns: expected units, the median, the ends of the 80 % band and last year's units.
class PeriodModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Row { Expected, Median, From80, To80, LastYear, RowCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setValues(std::shared_ptr<const ForecastView> view, SeriesSum sum);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    double valueAt(int row, int step) const;

    std::shared_ptr<const ForecastView> m_view;
    SeriesSum m_sum;
};

}  // namespace foresell
