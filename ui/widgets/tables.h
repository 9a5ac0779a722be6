// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QLabel;
class QTableView;

namespace foresell {

/// A table as the look has it: no grid, 28 px rows with a hairline below, cells under their heads.
void styleTable(QTableView* table);

/// Shows a note at the top of a table that has no rows; the table owns it. Call it when the table has its model.
void showWhenEmpty(QLabel* note, QTableView* table);

/// Ctrl+C copies what is selected, as text with tabs and as a table, so that a spreadsheet takes either; Ctrl+Shift+C with the heads.
/// Cells are guarded against being run as formulas.
void enableCopy(QTableView* table);

/// The rows of a model as CSV: UTF-8 with a byte order mark for spreadsheets, cells guarded against being run as formulas.
/// Throws Error "export.cannot_write".
void exportCsv(const QAbstractItemModel& model, const QString& file);
/// A cell of such a file.
QString csvCell(const QString& text);

}  // namespace foresell
