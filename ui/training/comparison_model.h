// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/evaluation/run_comparison.h"

namespace foresell {

/// Runs side by side, a column each: the method, the options that differ, then what they reached and cost.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    /// `runs`: those of the comparison, in its order.
    void setComparison(RunComparison comparison, const std::vector<ComparedRun>& runs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isBest(int row, int run) const;
    QString text(int row, int run) const;
    QString help(int row) const;

    RunComparison m_comparison;
    std::vector<RunResult> m_results;  ///< by run
};

}  // namespace foresell
