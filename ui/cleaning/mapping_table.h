// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/cleaning/step_catalog.h"

class QPushButton;
class QTableWidget;

namespace foresell {

/// Rows of codes and numbers that a person types, or pastes from a spreadsheet (Ctrl+V, one row a line, cells by tabs).
class MappingTable : public QWidget {
    Q_OBJECT

public:
    explicit MappingTable(std::vector<OptionColumn> columns, QWidget* parent = nullptr);

    /// Rows with nothing in them are left out.
    nlohmann::json rows() const;
    void setRows(const nlohmann::json& rows);
    /// Adds rows as a spreadsheet copies them.
    void paste(const QString& text);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(const QStringList& cells);
    void pasteClipboard();
    void removeRows();

    std::vector<OptionColumn> m_columns;
    QTableWidget* m_table;
    QPushButton *m_add, *m_paste, *m_remove;
};

}  // namespace foresell
