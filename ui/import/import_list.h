// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include "core/project/project_types.h"

class QLabel;
class QPushButton;
class QTableView;

namespace foresell {

class ProjectSession;
class RejectModel;

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

/// The list with its totals above and the rejected rows of the chosen import below.
class ImportList : public QWidget {
    Q_OBJECT

public:
    explicit ImportList(ProjectSession& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showRejects();
    void takeBack();
    void retranslate();

    ProjectSession& m_session;
    ImportListModel* m_model;
    RejectModel* m_rejects;
    QTableView* m_table;
    QTableView* m_rejectTable;
    QLabel* m_sum;
    QLabel* m_rejectHead;
    QLabel* m_head;
    QPushButton* m_takeBack;
};

}  // namespace foresell
