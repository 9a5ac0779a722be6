// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>

class QDateEdit;

namespace foresell {

/// Asks on which day the week with the number 1 began.
class WeekOneDialog : public QDialog {
    Q_OBJECT

public:
    explicit WeekOneDialog(QWidget* parent = nullptr);

    QDate day() const;

private:
    QDateEdit* m_day;
};

}  // namespace foresell
