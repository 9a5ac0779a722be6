// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>
#include <QVBoxLayout>
#include <numeric>

#include "ui/charts/chart_text.h"
#include "ui/charts/overview_strip.h"
#include "ui/charts/time_plot.h"

namespace foresell {

using namespace Qt::StringLiterals;

TimeChart::TimeChart(QWidget* parent) : QWidget(parent) {
    m_plot = new TimePlot(this);
    m_overview = new OverviewStrip(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_plot, 1);
    column->addWidget(m_overview);
    setFocusProxy(m_plot);
    connect(m_plot, &TimePlot::visibleChanged, this, [this](double first, double last) {
        const QRectF area = m_plot->plot();
        m_overview->setLeftMargin(static_cast<int>(area.left()), std::max(0, m_plot->width() - static_cast<int>(area.right())));
        m_overview->setWindow(first, last);
        emit visibleRangeChanged(first, last);
    });
    connect(m_overview, &OverviewStrip::windowMoved, m_plot, [this](double first, double last) { m_plot->setVisible(first, last); });
}

TimeChart::~TimeChart() = default;

void TimeChart::setData(TimeChartData data) {
    std::vector<double> days, values;
    for (int i = 0; i < data.periods(); ++i) {
        days.push_back(data.axis.label(data.firstPeriod + i));
    }
    for (int i = 0; i < data.horizon(); ++i) {
        days.push_back(data.axis.label(data.firstForecast + i));
    }
    values = data.demand;
    values.insert(values.end(), data.median.begin(), data.median.end());
    m_overview->setValues(std::move(days), std::move(values), data.demand.size());
    m_plot->setData(std::move(data));
    m_plot->setAccessibleName(m_plot->data().name);
    m_plot->setAccessibleDescription(summary());
    setAccessibleName(m_plot->data().name);
    setAccessibleDescription(summary());
}

const TimeChartData& TimeChart::data() const {
    return m_plot->data();
}

void TimeChart::setVisibleBands(bool band95, bool band80, bool band50) {
    m_plot->setVisibleBands({band95, band80, band50});
}

void TimeChart::setWords(const TimeChartWords& words) {
    m_plot->setWords(words);
}

void TimeChart::setForPrint(bool isForPrint) {
    m_overview->setVisible(!isForPrint);
    m_plot->setForPrint(isForPrint);
}

void TimeChart::showLastYears(double years) {
    const double boundary = m_plot->boundary();
    const double end = std::isfinite(boundary) ? boundary : m_plot->lastDay();
    years <= 0 ? m_plot->showAll() : m_plot->setVisible(end - years * 365.25, m_plot->lastDay());
}

void TimeChart::reset() {
    m_plot->showAll();
}

double TimeChart::firstVisibleDay() const {
    return m_plot->lowX();
}

double TimeChart::lastVisibleDay() const {
    return m_plot->highX();
}

QString TimeChart::readoutText() const {
    return m_plot->readoutText();
}

QString TimeChart::summary() const {
    const TimeChartData& data = m_plot->data();
    if (data.isEmpty()) {
        return tr("No data.");
    }
    const double next = std::accumulate(data.median.begin(), data.median.end(), 0.0);
    const QString from = dateText(data.axis.label(data.firstPeriod), m_plot->locale());
    const QString until = dateText(data.axis.label(data.firstPeriod + data.periods() - 1), m_plot->locale());
    return data.median.empty() ? tr("%1: sales from %2 to %3.").arg(data.name, from, until)
                               : tr("%1: sales from %2 to %3, then a forecast of %n period(s), together about %4.", nullptr, data.horizon())
                                     .arg(data.name, from, until, numberText(next, m_plot->locale()));
}

QStringList TimeChart::lines() const {
    return m_plot->lines();
}

void TimeChart::render(QPainter& painter, const QRectF& target) {
    m_plot->renderTo(painter, target);
}

QImage TimeChart::toImage(double scale) const {
    QImage image((QSizeF(m_plot->size()) * scale).toSize(), QImage::Format_RGB32);
    image.fill(chartColors(isDarkPalette(palette())).surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    m_plot->renderTo(painter, QRectF(image.rect()));
    return image;
}

bool TimeChart::saveSvg(const QString& path) {
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(m_plot->size());
    generator.setViewBox(m_plot->rect());
    generator.setTitle(m_plot->data().name);
    QPainter painter;
    if (!painter.begin(&generator)) {
        return false;
    }
    m_plot->renderTo(painter, QRectF(m_plot->rect()));
    return painter.end();
}

void TimeChart::copyToClipboard() const {
    auto* content = new QMimeData;
    content->setImageData(toImage(2));
    content->setText(lines().join(u'\n'));
    QGuiApplication::clipboard()->setMimeData(content);
}

void TimeChart::savePicture() {
    QString filter;
    const QString png = tr("Picture (*.png)"), svg = tr("Drawing (*.svg)");
    QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), m_plot->data().name, png + u";;"_s + svg, &filter);
    if (path.isEmpty()) {
        return;
    }
    const bool isSvg = path.endsWith(".svg"_L1, Qt::CaseInsensitive) || (filter == svg && !path.endsWith(".png"_L1));
    if (!path.contains(u'.')) {
        path += isSvg ? u".svg"_s : u".png"_s;
    }
    isSvg ? saveSvg(path) : toImage(2).save(path, "PNG");
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Copy chart and numbers"), this, &TimeChart::copyToClipboard);
    menu.addAction(tr("Save chart…"), this, &TimeChart::savePicture);
    menu.addAction(tr("Show as table"), this, &TimeChart::tableRequested);
    menu.addSeparator();
    menu.addAction(tr("Show everything"), this, &TimeChart::reset);
    menu.exec(event->globalPos());
}

}  // namespace foresell
