// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>
#include <functional>
#include <memory>
#include <vector>

#include "ui/charts/chart_colors.h"
#include "ui/charts/plot_math.h"

class QAbstractSeries;
class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace foresell {

/// The one place that holds a QChart: lines and areas over two value axes, whose labels, grid and everything else that
/// is no series are painted by two layers of the scene, so that they are also in a picture or PDF of it.
/// Internal to ui/charts.
class PlotView : public QChartView {
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter&)>;

    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// `below` paints under the series (grid, tints), `above` over them (axes, labels, cursor).
    void setLayers(Paint below, Paint above);
    void setPlotMargins(const QMargins& margins);
    void setRange(double lowX, double highX, double lowY, double highY);
    void setLogarithmic(bool isLogarithmic) { m_isLogarithmic = isLogarithmic; }

    /// Bundles of series; their number is fixed when a chart is built, their parts come and go with the data.
    int addLines(int z);
    int addAreas(int z);
    void setLines(int bundle, const QList<QList<QPointF>>& segments, const QPen& pen);
    struct AreaPart {
        QList<QPointF> low, high;
    };
    void setAreas(int bundle, const std::vector<AreaPart>& parts, const QColor& color);

    QRectF plot() const;  ///< of the lines, in scene pixels
    QPointF at(double x, double y) const;
    double xAt(double pixel) const;
    double lowX() const { return m_lowX; }
    double highX() const { return m_highX; }
    double lowY() const { return m_lowY; }
    double highY() const { return m_highY; }
    QLocale locale() const;  ///< the language that is shown
    void refresh();          ///< paints the layers anew

    /// The whole scene as it stands into a rectangle of another painter, as vectors.
    void renderTo(QPainter& painter, const QRectF& target);

signals:
    /// The palette, font, locale or language is another.
    void styleChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Bundle;
    void layOut();
    void adopt(QAbstractSeries* series, int z);
    QLineSeries* newLine(int z);

    std::vector<std::unique_ptr<Bundle>> m_bundles;
    QValueAxis* m_xAxis = nullptr;
    QValueAxis* m_yAxis = nullptr;
    QGraphicsItem* m_below = nullptr;
    QGraphicsItem* m_above = nullptr;
    QMargins m_margins;
    double m_lowX = 0, m_highX = 1, m_lowY = 0, m_highY = 1;
    bool m_isLogarithmic = false;
};

}  // namespace foresell
