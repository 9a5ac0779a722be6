// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/protocol/feature_messages.h"

namespace foresell {

/// Coming values of a feature: a row a series, a column a period. What is missing stands on red; a cell can be written into.
class ComingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setValues(ComingValues values, bool canBeEntered);
    const ComingValues& values() const { return m_values; }
    bool canBeEntered() const { return m_canBeEntered; }
    /// Cells of a spreadsheet from this one on, as entries to keep; what is no number or lies outside is left out.
    std::vector<ComingEntry> entriesOf(const QString& text, const QModelIndex& from) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void entered(const std::vector<foresell::ComingEntry>& entries);

private:
    ComingEntry entryAt(int row, int column, double value) const;

    ComingValues m_values;
    bool m_canBeEntered = false;
};

}  // namespace foresell
