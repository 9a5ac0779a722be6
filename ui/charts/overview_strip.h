// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace foresell {

/// The whole history small, with a window of two handles over what the chart above shows. Dragging a handle or the window,
/// or the arrow keys, moves it. Internal to ui/charts.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(QWidget* parent = nullptr);

    /// Days of the values; from `firstNext` on they are forecast.
    void setValues(std::vector<double> days, std::vector<double> values, std::size_t firstNext);
    void setWindow(double first, double last);
    void setLeftMargin(int left, int right);

signals:
    void windowMoved(double first, double last);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip { None, Left, Right, Window };

    QRectF area() const;
    double pixelAt(double day) const;
    double dayAt(double pixel) const;
    Grip gripAt(double pixel) const;
    void paintYears(QPainter& painter) const;
    void paintWindow(QPainter& painter) const;

    std::vector<double> m_days, m_values;
    std::size_t m_firstNext = 0;
    double m_first = 0, m_last = 1;
    int m_left = 40, m_right = 16;
    Grip m_grip = Grip::None;
    double m_gripDay = 0, m_gripFirst = 0, m_gripLast = 1;
};

}  // namespace foresell
