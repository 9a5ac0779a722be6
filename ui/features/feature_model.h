// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/features/feature_facts.h"

namespace foresell {

/// Features x roles: a switch, the name, a mark in the column of its role, coverage, missing coming values and its course.
class FeatureModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Used, Name, Always, Ahead, Past, Source, Coverage, Coming, Course, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFeatures(std::vector<FeatureFacts> features);
    const std::vector<FeatureFacts>& features() const { return m_features; }
    /// -1 where there is none of this name.
    int rowOf(const std::string& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void retranslate();

signals:
    void switched(const std::string& name, bool isUsed);

private:
    QString textOf(const FeatureFacts& feature, int column) const;

    std::vector<FeatureFacts> m_features;
};

}  // namespace foresell
