// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_plot.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/chart_text.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<int, 3> bandShares{95, 80, 50};
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Single closed days of a daily shop are drawn over; every other gap breaks the line.
int joinedGaps(PeriodKind kind) {
    return kind == PeriodKind::Day ? 2 : 0;
}

}  // namespace

TimePlot::TimePlot(QWidget* parent) : PlotView(parent) {
    for (int& bundle : m_bandBundles) {
        bundle = addAreas(1);
    }
    m_soldBundle = addLines(2);
    m_demandBundle = addLines(3);
    m_baselineBundle = addLines(4);
    m_medianBundle = addLines(5);
    setLayers([this](QPainter& painter) { paintBelow(painter); }, [this](QPainter& painter) { paintAbove(painter); });
    connect(this, &PlotView::styleChanged, this, &TimePlot::restyle);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(320, 200);
}

const ChartColors& TimePlot::colors() const {
    return chartColors(!m_isForPrint && isDarkPalette(palette()));
}

double TimePlot::dayOf(int index) const {
    const std::int32_t period = index < m_data.periods() ? m_data.firstPeriod + index
                                                         : m_data.firstForecast + index - m_data.periods();
    return m_data.axis.label(period);
}

int TimePlot::indexNear(double day) const {
    int low = 0, high = count() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        dayOf(middle) <= day ? low = middle : high = middle - 1;
    }
    return low + 1 < count() && day - dayOf(low) > dayOf(low + 1) - day ? low + 1 : low;
}

double TimePlot::boundary() const {
    return m_data.horizon() == 0 || m_data.periods() == 0
               ? missing
               : (dayOf(m_data.periods() - 1) + dayOf(m_data.periods())) / 2;
}

void TimePlot::setData(TimeChartData data) {
    m_data = std::move(data);
    const auto isSame = [](double a, double b) { return a == b || (!std::isfinite(a) && !std::isfinite(b)); };
    m_isSoldShown = !std::equal(m_data.sold.begin(), m_data.sold.end(), m_data.demand.begin(), m_data.demand.end(), isSame);
    m_cursor = -1;
    m_firstDay = count() > 0 ? dayOf(0) : 0;
    m_lastDay = count() > 1 ? dayOf(count() - 1) : m_firstDay + 1;
    showAll();
}

void TimePlot::setVisibleBands(std::array<bool, 3> visible) {
    m_bandVisible = visible;
    setVisible(lowX(), highX());
}

void TimePlot::setForPrint(bool isForPrint) {
    m_isForPrint = isForPrint;
    restyle();
}

void TimePlot::restyle() {
    setVisible(lowX(), highX());
}

void TimePlot::showAll() {
    setVisible(m_firstDay, m_lastDay);
}

void TimePlot::setVisible(double first, double last) {
    const double shortest = std::min(m_lastDay - m_firstDay, m_data.axis.kind == PeriodKind::Day ? 7.0 : 28.0);
    const double span = std::clamp(last - first, std::max(1.0, shortest), std::max(1.0, m_lastDay - m_firstDay));
    first = std::clamp(first, m_firstDay, std::max(m_firstDay, m_lastDay - span));
    PlotView::setRange(first, first + span, lowY(), highY());
    m_steps = axisSteps(lowestVisible(), highestVisible());
    PlotView::setRange(first, first + span, m_steps.low, m_steps.high);
    updateMargins();
    updateSeries();
    emit visibleChanged(first, first + span);
}

void TimePlot::zoom(double factor, double aroundX) {
    const double span = (highX() - lowX()) * factor;
    const double share = (aroundX - lowX()) / std::max(1e-9, highX() - lowX());
    setVisible(aroundX - span * share, aroundX + span * (1 - share));
}

double TimePlot::highestVisible() const {
    double highest = 0;
    for (int i = 0; i < count(); ++i) {
        if (dayOf(i) < lowX() || dayOf(i) > highX()) {
            continue;
        }
        const auto step = static_cast<std::size_t>(i - m_data.periods());
        const auto at = static_cast<std::size_t>(i);
        const auto take = [&](const std::vector<double>& values, std::size_t index) {
            highest = index < values.size() && std::isfinite(values[index]) ? std::max(highest, values[index]) : highest;
        };
        if (i < m_data.periods()) {
            take(m_data.sold, at);
            take(m_data.demand, at);
            continue;
        }
        take(m_data.median, step);
        take(m_data.baseline, step);
        for (std::size_t band = 0; band < m_data.bands.size(); ++band) {
            if (m_bandVisible[band]) {
                take(m_data.bands[band].high, step);
            }
        }
    }
    return highest;
}

double TimePlot::lowestVisible() const {
    double lowest = 0;
    for (int i = 0; i < m_data.periods(); ++i) {
        if (dayOf(i) >= lowX() && dayOf(i) <= highX()) {
            for (const auto* values : {&m_data.sold, &m_data.demand}) {
                const double value = static_cast<std::size_t>(i) < values->size() ? (*values)[static_cast<std::size_t>(i)] : missing;
                lowest = std::isfinite(value) ? std::min(lowest, value) : lowest;
            }
        }
    }
    return lowest;
}

void TimePlot::updateMargins() {
    const QFontMetricsF metrics(labelFont());
    const int right = m_data.horizon() > 0 ? static_cast<int>(metrics.horizontalAdvance(chosen(m_words.median, tr("Median")))) + 16 : 16;
    setPlotMargins({valueAxisWidth(m_steps, style()), m_isForPrint ? 10 : 34, right, m_isForPrint ? 60 : 84});
}

void TimePlot::updateSeries() {
    std::vector<double> days, next;
    for (int i = 0; i < count(); ++i) {
        (i < m_data.periods() ? days : next).push_back(dayOf(i));
    }
    const int joined = joinedGaps(m_data.axis.kind);
    const auto cut = [&](const std::vector<double>& x, const std::vector<double>& y) {
        QList<QList<QPointF>> segments = segmentsOf(x, y, joined);
        for (QList<QPointF>& segment : segments) {
            segment = decimated(segment, static_cast<int>(plot().width()));
        }
        return segments;
    };
    // The forecast grows out of the last period that was sold.
    const bool isJoined = !m_data.demand.empty() && std::isfinite(m_data.demand.back()) && !next.empty();
    const auto grown = [&](const std::vector<double>& values) {
        QList<QPointF> points;
        if (isJoined && !values.empty()) {
            points.append(QPointF(days.back(), m_data.demand.back()));
        }
        for (std::size_t i = 0; i < std::min(values.size(), next.size()); ++i) {
            points.append(QPointF(next[i], values[i]));
        }
        return points;
    };
    const std::array<QColor, 3> tints{colors().band95, colors().band80, colors().band50};
    for (std::size_t band = 0; band < tints.size(); ++band) {
        const TimeChartData::Band& ends = m_data.bands[band];
        std::vector<AreaPart> parts;
        if (m_bandVisible[band] && !ends.low.empty()) {
            parts.push_back({grown(ends.low), grown(ends.high)});
        }
        setAreas(m_bandBundles[band], parts, tints[band]);
    }
    setLines(m_soldBundle, m_isSoldShown ? cut(days, m_data.sold) : QList<QList<QPointF>>(), QPen(colors().sold, 1.25));
    setLines(m_demandBundle, cut(days, m_data.demand), QPen(colors().demand, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPen dashed(colors().forecast, 2);
    dashed.setDashPattern({4, 3});
    setLines(m_baselineBundle, {grown(m_data.baseline)}, dashed);
    setLines(m_medianBundle, {grown(m_data.median)}, QPen(colors().forecast, 2.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    refresh();
}

int TimePlot::readoutIndex() const {
    return m_cursor >= 0 ? m_cursor : std::min(m_data.periods(), count() - 1);
}

QString TimePlot::dayTitle(int index) const {
    const Day day = static_cast<Day>(dayOf(index));
    const QString date = dateText(day, locale());
    return m_data.axis.kind == PeriodKind::Week ? tr("Week of %1").arg(date)
           : m_data.axis.kind == PeriodKind::Month
               ? monthText(toCivil(day).month, locale()) + (isChinese(locale()) ? u""_s : u" "_s) + yearText(toCivil(day).year, locale())
               : date;
}

std::vector<TimePlot::ReadoutPart> TimePlot::readout(int index) const {
    const auto number = [&](double value) { return numberText(value, locale(), std::abs(value) < 10 && value != std::floor(value) ? 1 : 0); };
    std::vector<ReadoutPart> parts;
    const int step = index - m_data.periods();
    if (step < 0) {
        const auto at = static_cast<std::size_t>(index);
        parts.push_back({colors().demand, true, tr("Demand"), number(m_data.demand[at])});
        if (m_isSoldShown && at < m_data.sold.size()) {
            parts.push_back({colors().sold, true, tr("Sales"), number(m_data.sold[at])});
        }
    } else {
        const auto at = static_cast<std::size_t>(step);
        parts.push_back({colors().forecast, true, chosen(m_words.median, tr("Median")), number(m_data.median[at])});
        const std::array<QColor, 3> tints{colors().band95, colors().band80, colors().band50};
        for (std::size_t band = 3; band-- > 0;) {
            if (m_bandVisible[band] && at < m_data.bands[band].low.size()) {
                parts.push_back({tints[band], false, QString::number(bandShares[band]) + u'%',
                                 number(m_data.bands[band].low[at]) + u" – " + number(m_data.bands[band].high[at])});
            }
        }
    }
    const int year = index - m_data.axis.periodsPerYear();
    if (year >= 0 && year < m_data.periods() && std::isfinite(m_data.demand[static_cast<std::size_t>(year)])) {
        parts.push_back({colors().sold, false, tr("Last year"), number(m_data.demand[static_cast<std::size_t>(year)])});
    }
    return parts;
}

QString TimePlot::readoutText() const {
    if (count() == 0) {
        return {};
    }
    QStringList parts{dayTitle(readoutIndex())};
    for (const ReadoutPart& part : readout(readoutIndex())) {
        parts.append(part.label + u' ' + part.value);
    }
    return parts.join(u" · "_s);
}

QStringList TimePlot::lines() const {
    QStringList rows{QStringList{tr("Date"), tr("Sales"), tr("Demand"), chosen(m_words.median, tr("Median")), tr("80% from"), tr("80% to"),
                                 tr("95% from"), tr("95% to")}.join(u'\t')};
    const auto cell = [](const std::vector<double>& values, int index) {
        const auto at = static_cast<std::size_t>(index);
        return index >= 0 && at < values.size() && std::isfinite(values[at]) ? QString::number(values[at], 'g', 10) : QString();
    };
    for (int i = 0; i < count(); ++i) {
        const int step = i - m_data.periods();
        rows.append(QStringList{QString::fromStdString(toIso(static_cast<Day>(dayOf(i)))),
                                step < 0 ? cell(m_data.sold, i) : QString(), step < 0 ? cell(m_data.demand, i) : QString(),
                                cell(m_data.median, step), cell(m_data.bands[1].low, step), cell(m_data.bands[1].high, step),
                                cell(m_data.bands[0].low, step), cell(m_data.bands[0].high, step)}.join(u'\t'));
    }
    return rows;
}

}  // namespace foresell
