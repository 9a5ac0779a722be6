// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overview_strip.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_colors.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/plot_math.h"

namespace foresell {

namespace {

constexpr double shortestWindow = 7;
constexpr double gripWidth = 6;

}  // namespace

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent) {
    setFixedHeight(58);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Overview: the part of time that the chart shows"));
}

void OverviewStrip::setValues(std::vector<double> days, std::vector<double> values, std::size_t firstNext) {
    m_days = std::move(days);
    m_values = std::move(values);
    m_firstNext = firstNext;
    update();
}

void OverviewStrip::setWindow(double first, double last) {
    m_first = first;
    m_last = last;
    update();
}

void OverviewStrip::setLeftMargin(int left, int right) {
    m_left = left;
    m_right = right;
    update();
}

QRectF OverviewStrip::area() const {
    return QRectF(rect()).adjusted(m_left, 4, -m_right, -18);
}

double OverviewStrip::pixelAt(double day) const {
    const double span = m_days.size() > 1 ? m_days.back() - m_days.front() : 1;
    return area().left() + area().width() * (m_days.empty() ? 0 : day - m_days.front()) / span;
}

double OverviewStrip::dayAt(double pixel) const {
    const double span = m_days.size() > 1 ? m_days.back() - m_days.front() : 1;
    return (m_days.empty() ? 0 : m_days.front()) + span * (pixel - area().left()) / std::max(1.0, area().width());
}

OverviewStrip::Grip OverviewStrip::gripAt(double pixel) const {
    if (std::abs(pixel - pixelAt(m_first)) <= gripWidth) {
        return Grip::Left;
    }
    if (std::abs(pixel - pixelAt(m_last)) <= gripWidth) {
        return Grip::Right;
    }
    return pixel > pixelAt(m_first) && pixel < pixelAt(m_last) ? Grip::Window : Grip::None;
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    if (m_days.size() < 2) {
        return;
    }
    const ChartColors& colors = chartColors(isDarkPalette(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF strip = area();
    painter.fillRect(strip, colors.subtle);
    painter.fillRect(QRectF(QPointF(pixelAt(m_first), strip.top()), QPointF(pixelAt(m_last), strip.bottom())), colors.surface);
    double highest = 1e-9;
    for (const double value : m_values) {
        highest = std::isfinite(value) ? std::max(highest, value) : highest;
    }
    const auto line = [&](std::size_t from, std::size_t to, const QPen& pen) {
        painter.setPen(pen);
        const std::span days = std::span(m_days).subspan(from, to - from);
        const std::span values = std::span(m_values).subspan(from, to - from);
        for (QList<QPointF> segment : segmentsOf(days, values, 2)) {
            segment = decimated(segment, width(), width() * 2);
            for (QPointF& point : segment) {
                point = {pixelAt(point.x()), strip.bottom() - 1 - (strip.height() - 4) * std::max(0.0, point.y()) / highest};
            }
            painter.drawPolyline(segment.constData(), static_cast<int>(segment.size()));
        }
    };
    line(0, std::min(m_firstNext, m_values.size()), QPen(colors.sold, 1));
    if (m_firstNext < m_values.size()) {
        line(m_firstNext > 0 ? m_firstNext - 1 : 0, m_values.size(), QPen(colors.forecast, 1.6));
    }
    paintYears(painter);
    paintWindow(painter);
}

void OverviewStrip::paintYears(QPainter& painter) const {
    const ChartColors& colors = chartColors(isDarkPalette(palette()));
    QFont label = font();
    label.setPixelSize(12);
    painter.setFont(label);
    painter.setPen(colors.text2);
    double free = area().left() - 1;
    const int firstYear = toCivil(static_cast<Day>(m_days.front())).year;
    for (int year = firstYear; toDay(year, 1, 1) < m_days.back(); ++year) {
        const double x = std::max(area().left(), pixelAt(toDay(year, 1, 1)));
        const QString text = yearText(year, shownLocale(*this));
        const double needed = painter.fontMetrics().horizontalAdvance(text);
        if (x >= free && x + needed <= width()) {
            painter.drawText(QRectF(x, area().bottom() + 1, needed + 4, 16), Qt::AlignLeft | Qt::AlignVCenter, text);
            free = x + needed + 8;
        }
    }
}

void OverviewStrip::paintWindow(QPainter& painter) const {
    const ChartColors& colors = chartColors(isDarkPalette(palette()));
    const QRectF strip = area();
    const double left = pixelAt(m_first), right = pixelAt(m_last);
    painter.setPen(QPen(colors.accent, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(left, strip.top() + 0.5), QPointF(right, strip.bottom() - 0.5)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    for (const double x : {left, right}) {
        painter.drawRoundedRect(QRectF(x - 2, strip.center().y() - 8, 4, 16), 2, 2);
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    m_grip = gripAt(event->position().x());
    m_gripDay = dayAt(event->position().x());
    if (m_grip == Grip::None && !m_days.empty()) {
        const double half = (m_last - m_first) / 2;
        emit windowMoved(m_gripDay - half, m_gripDay + half);
        m_grip = Grip::Window;
    }
    m_gripFirst = m_first;
    m_gripLast = m_last;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position().x());
        setCursor(grip == Grip::Left || grip == Grip::Right ? Qt::SizeHorCursor
                  : grip == Grip::Window                    ? Qt::OpenHandCursor
                                                            : Qt::ArrowCursor);
        return;
    }
    const double day = dayAt(event->position().x());
    switch (m_grip) {
        case Grip::Left: emit windowMoved(std::min(day, m_gripLast - shortestWindow), m_gripLast); break;
        case Grip::Right: emit windowMoved(m_gripFirst, std::max(day, m_gripFirst + shortestWindow)); break;
        default: emit windowMoved(m_gripFirst + day - m_gripDay, m_gripLast + day - m_gripDay); break;
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) {
    m_grip = Grip::None;
}

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    const double step = (m_last - m_first) / 10;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const double shift = event->key() == Qt::Key_Left ? -step : step;
        emit windowMoved(m_first + shift, m_last + shift);
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace foresell
