// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "ui/charts/plot_axes.h"
#include "ui/charts/time_chart_data.h"

namespace foresell {

/// The plot of a TimeChart. x is the day of a period's label. Internal to ui/charts.
class TimePlot : public PlotView {
    Q_OBJECT

public:
    explicit TimePlot(QWidget* parent = nullptr);

    void setData(TimeChartData data);
    const TimeChartData& data() const { return m_data; }
    void setVisibleBands(std::array<bool, 3> visible);
    void setWords(const TimeChartWords& words) { m_words = words; }
    void setForPrint(bool isForPrint);
    bool isForPrint() const { return m_isForPrint; }
    void setVisible(double first, double last);
    using QWidget::setVisible;
    double firstDay() const { return m_firstDay; }
    double lastDay() const { return m_lastDay; }
    double boundary() const;  ///< between the last sold and the first forecast period
    void restyle();           ///< after a change of palette, font or locale
    void zoom(double factor, double aroundX);
    void showAll();

    QString readoutText() const;
    QStringList lines() const;

signals:
    void visibleChanged(double first, double last);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct ReadoutPart {
        QColor mark;
        bool isLine = false;
        QString label, value;
    };

    const ChartColors& colors() const;
    AxisStyle style() const { return AxisStyle::of(*this, m_isForPrint); }
    QFont labelFont(bool isStrong = false) const { return isStrong ? style().strong : style().font; }
    double dayOf(int index) const;  ///< of history and forecast alike
    int indexNear(double day) const;
    int count() const { return m_data.periods() + m_data.horizon(); }
    double highestVisible() const;
    double lowestVisible() const;
    void updateMargins();
    void updateSeries();
    void setCursorIndex(int index);
    std::vector<ReadoutPart> readout(int index) const;
    QString dayTitle(int index) const;
    int readoutIndex() const;
    std::vector<const ChartEvent*> eventsNear(double pixel) const;
    double middleOf(const ChartEvent& event) const;

    void paintBelow(QPainter& painter) const;
    void paintAbove(QPainter& painter) const;
    void paintStockOuts(QPainter& painter) const;
    void paintTimeAxis(QPainter& painter) const;
    void paintLane(QPainter& painter) const;
    void paintToday(QPainter& painter) const;
    void paintEndNames(QPainter& painter) const;
    void paintReadout(QPainter& painter) const;
    void paintKey(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;

    static QString chosen(const QString& word, const QString& usual) { return word.isEmpty() ? usual : word; }

    TimeChartData m_data;
    TimeChartWords m_words;
    std::array<bool, 3> m_bandVisible{true, true, true};
    std::array<int, 3> m_bandBundles{};
    int m_soldBundle = 0, m_demandBundle = 0, m_medianBundle = 0, m_baselineBundle = 0;
    AxisSteps m_steps;
    double m_firstDay = 0, m_lastDay = 1;  ///< of all data
    int m_cursor = -1;                     ///< index of the crosshair; -1: none
    bool m_isSoldShown = false;            ///< where it differs from demand
    bool m_isForPrint = false, m_isSpaceDown = false, m_isPanning = false, m_isDragging = false;
    QPointF m_pressed, m_dragged;
    double m_pannedFrom = 0;
};

}  // namespace foresell
