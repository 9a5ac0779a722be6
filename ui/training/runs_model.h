// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/protocol/project_messages.h"

namespace foresell {

/// The trainings of a project, newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Model, Ahead, Error, Baseline, Started, Took, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `used`: the run that the forecast is made by; 0: none.
    void setRuns(std::vector<RunFacts> runs, std::int32_t used);
    const std::vector<RunFacts>& runs() const { return m_runs; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const RunFacts& run, int column) const;
    QString stateText(const RunFacts& run) const;
    QString modelText(const RunFacts& run) const;
    QString helpText(const RunFacts& run) const;
    bool isUsed(const RunFacts& run) const { return run.run == m_used; }

    std::vector<RunFacts> m_runs;
    std::int32_t m_used = 0;
};

/// "6 min 12 s".
QString durationText(double seconds);

}  // namespace foresell
