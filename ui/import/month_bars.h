// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/dataset/data_quality.h"

namespace foresell {

/// Sale lines a month as bars, so that a month that is missing or thin is seen at once. Arrow keys or the pointer read one.
class MonthBars : public QWidget {
    Q_OBJECT

public:
    explicit MonthBars(QWidget* parent = nullptr);
    void setMonths(const std::vector<MonthOfSales>& months);
    /// "Nov 2011: 84,711 sale lines, 740,286 units on 26 days".
    QString textOf(int month) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF plot() const;
    void read(int month);

    std::vector<MonthOfSales> m_months;  ///< every month of the span, also those without a line
    int m_current = -1;
};

}  // namespace foresell
