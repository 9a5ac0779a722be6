// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <map>
#include <set>

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
    /// The same, and the import of each row: then the rows can be corrected.
    void setRejects(std::vector<Reject> rejects, std::vector<QString> files, std::vector<int> imports);

    /// The rows that were corrected and not imported yet, by import.
    std::map<int, std::vector<std::string>> corrected() const;
    /// These of the import are imported: they stay, marked as done.
    void markImported(int import);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Reject> m_rejects;
    std::vector<QString> m_files;
    std::vector<int> m_imports;       ///< by row; empty: nothing can be corrected
    std::map<int, QString> m_edited;  ///< by row
    std::set<int> m_done;
};

}  // namespace foresell
