// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/project/project_types.h"

namespace foresell {

/// Rows that could not be imported: file, row of the file, reason, column, text.
class RejectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Row, Reason, FileColumn, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRejects(std::vector<Reject> rejects);
    /// Of several files: the name of its file for each row.
    void setRejects(std::vector<Reject> rejects, std::vector<QString> files);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Reject> m_rejects;
    std::vector<QString> m_files;
};

}  // namespace foresell
