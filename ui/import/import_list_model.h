// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/project/project_types.h"

namespace foresell {

/// The imports of a project: file, what it is, and rows that add up.
class ImportListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Kind, When, Read, Imported, Duplicate, Rejected, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setImports(std::vector<ImportRecord> imports);
    const ImportRecord& at(int row) const { return m_imports[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ImportRecord> m_imports;
};

}  // namespace foresell
