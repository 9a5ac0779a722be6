// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_view.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QGraphicsLayout>
#include <QPainter>
#include <cmath>

#include "ui/charts/chart_text.h"

namespace foresell {

namespace {

constexpr double belowSeries = 0.5;
constexpr double lowestSeries = 20;
constexpr double aboveSeries = 60;

/// An item over the whole chart that paints by a function.
class Layer : public QGraphicsItem {
public:
    Layer(QChart* chart, double z) : QGraphicsItem(chart), m_chart(chart) {
        setZValue(z);
        setAcceptedMouseButtons(Qt::NoButton);
    }
    void setPaint(PlotView::Paint paint) { m_paint = std::move(paint); }
    void chartResized() { prepareGeometryChange(); }
    QRectF boundingRect() const override { return {QPointF(0, 0), m_chart->size()}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        if (m_paint) {
            painter->save();
            m_paint(*painter);
            painter->restore();
        }
    }

private:
    QChart* m_chart;
    PlotView::Paint m_paint;
};

}  // namespace

struct PlotView::Bundle {
    int z = 0;
    std::vector<QLineSeries*> lines;
    std::vector<QAreaSeries*> areas;
};

PlotView::PlotView(QWidget* parent) : QChartView(new QChart, parent) {
    QChart* plot = chart();
    plot->setBackgroundVisible(false);
    plot->legend()->hide();
    plot->setMargins(QMargins());
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->setPlotArea(QRectF(0, 0, 100, 100));
    m_xAxis = new QValueAxis(this);
    m_yAxis = new QValueAxis(this);
    plot->addAxis(m_xAxis, Qt::AlignBottom);
    plot->addAxis(m_yAxis, Qt::AlignLeft);
    m_xAxis->setVisible(false);
    m_yAxis->setVisible(false);
    m_below = new Layer(plot, belowSeries);
    m_above = new Layer(plot, aboveSeries);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

PlotView::~PlotView() = default;

void PlotView::setLayers(Paint below, Paint above) {
    static_cast<Layer*>(m_below)->setPaint(std::move(below));
    static_cast<Layer*>(m_above)->setPaint(std::move(above));
}

void PlotView::setPlotMargins(const QMargins& margins) {
    if (margins != m_margins) {
        m_margins = margins;
        layOut();
    }
}

void PlotView::setRange(double lowX, double highX, double lowY, double highY) {
    m_lowX = lowX, m_highX = highX, m_lowY = lowY, m_highY = highY;
    m_xAxis->setRange(lowX, highX);
    m_isLogarithmic ? m_yAxis->setRange(std::log10(lowY), std::log10(highY)) : m_yAxis->setRange(lowY, highY);
    refresh();
}

int PlotView::addLines(int z) {
    m_bundles.push_back(std::make_unique<Bundle>());
    m_bundles.back()->z = z;
    return static_cast<int>(m_bundles.size()) - 1;
}

int PlotView::addAreas(int z) {
    return addLines(z);
}

void PlotView::adopt(QAbstractSeries* series, int z) {
    const QList<QGraphicsItem*> before = chart()->childItems();
    chart()->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
    // Qt Charts stacks series in the order of their coming; parts that come later belong to their bundle's level.
    for (QGraphicsItem* item : chart()->childItems()) {
        if (!before.contains(item)) {
            item->setZValue(lowestSeries + z);
        }
    }
}

QLineSeries* PlotView::newLine(int z) {
    auto* line = new QLineSeries(this);
    adopt(line, z);
    return line;
}

void PlotView::setLines(int bundle, const QList<QList<QPointF>>& segments, const QPen& pen) {
    Bundle& own = *m_bundles[static_cast<std::size_t>(bundle)];
    while (own.lines.size() < static_cast<std::size_t>(segments.size())) {
        own.lines.push_back(newLine(own.z));
    }
    for (std::size_t i = 0; i < own.lines.size(); ++i) {
        const bool isUsed = i < static_cast<std::size_t>(segments.size());
        own.lines[i]->setVisible(isUsed);
        if (!isUsed) {
            own.lines[i]->replace(QList<QPointF>());
            continue;
        }
        QList<QPointF> points = segments[static_cast<qsizetype>(i)];
        for (QPointF& point : points) {
            point.setY(m_isLogarithmic ? std::log10(std::max(point.y(), 1e-12)) : point.y());
        }
        own.lines[i]->setPen(pen);
        own.lines[i]->replace(points);
    }
}

void PlotView::setAreas(int bundle, const std::vector<AreaPart>& parts, const QColor& color) {
    Bundle& own = *m_bundles[static_cast<std::size_t>(bundle)];
    while (own.areas.size() < parts.size()) {
        auto* area = new QAreaSeries(new QLineSeries(this), new QLineSeries(this));
        area->setPen(Qt::NoPen);
        area->setParent(this);
        adopt(area, own.z);
        own.areas.push_back(area);
    }
    for (std::size_t i = 0; i < own.areas.size(); ++i) {
        own.areas[i]->setVisible(i < parts.size());
        own.areas[i]->setBrush(color);
        own.areas[i]->lowerSeries()->replace(i < parts.size() ? parts[i].low : QList<QPointF>());
        own.areas[i]->upperSeries()->replace(i < parts.size() ? parts[i].high : QList<QPointF>());
    }
}

QRectF PlotView::plot() const {
    return chart()->plotArea();
}

QPointF PlotView::at(double x, double y) const {
    const QRectF area = plot();
    const double across = m_highX > m_lowX ? (x - m_lowX) / (m_highX - m_lowX) : 0;
    const double up = m_isLogarithmic
                          ? (std::log10(std::max(y, 1e-12)) - std::log10(m_lowY)) / (std::log10(m_highY) - std::log10(m_lowY))
                          : (y - m_lowY) / (m_highY - m_lowY);
    return {area.left() + area.width() * across, area.bottom() - area.height() * up};
}

double PlotView::xAt(double pixel) const {
    const QRectF area = plot();
    return m_lowX + (m_highX - m_lowX) * (pixel - area.left()) / std::max(1.0, area.width());
}

QLocale PlotView::locale() const {
    return shownLocale(*this);
}

void PlotView::refresh() {
    m_below->update();
    m_above->update();
}

void PlotView::renderTo(QPainter& painter, const QRectF& target) {
    scene()->render(&painter, target, QRectF(QPointF(0, 0), chart()->size()), Qt::IgnoreAspectRatio);
}

void PlotView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    switch (event->type()) {
        case QEvent::PaletteChange:
        case QEvent::FontChange:
        case QEvent::LocaleChange:
        case QEvent::LanguageChange:
        case QEvent::StyleChange: emit styleChanged(); break;
        default: break;
    }
}

void PlotView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    layOut();
}

void PlotView::layOut() {
    const QRectF whole(QPointF(0, 0), QSizeF(size()));
    const QRectF area = whole.marginsRemoved(QMarginsF(m_margins));
    if (area.width() < 10 || area.height() < 10) {
        return;
    }
    static_cast<Layer*>(m_below)->chartResized();
    static_cast<Layer*>(m_above)->chartResized();
    chart()->setPlotArea(area);
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    refresh();
}

}  // namespace foresell
