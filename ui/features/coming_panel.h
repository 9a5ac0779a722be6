// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/feature_messages.h"

class QLabel;
class QPushButton;
class QTableView;

namespace foresell {

class ComingModel;

/// The coming values of a feature as a grid: copied from last year, held, typed or pasted from a spreadsheet.
class ComingPanel : public QWidget {
    Q_OBJECT

public:
    explicit ComingPanel(QWidget* parent = nullptr);

    /// `fill`: how gaps are filled now; empty: not at all.
    void setValues(ComingValues values, bool canBeEntered, const std::string& fill);
    /// Empties the grid where it shows another feature, until the values of this one are there.
    void showOnly(const std::string& feature);
    void retranslate();

signals:
    void filled(const QString& how);
    void entered(const std::vector<foresell::ComingEntry>& entries);

private:
    void paste();
    void tell();

    ComingModel* m_model;
    QTableView* m_table;
    QLabel *m_head, *m_note;
    QPushButton *m_lastYear, *m_hold, *m_paste;
    std::string m_fill;
};

}  // namespace foresell
