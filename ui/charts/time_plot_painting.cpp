// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/charts/time_plot.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double laneHeight = 18;
constexpr double mergeDistance = 12;
constexpr double nameDistance = 14;

void drawDiamond(QPainter& painter, const QPointF& middle, double radius, const QColor& color) {
    QPainterPath path(middle + QPointF(0, -radius));
    path.lineTo(middle + QPointF(radius, 0));
    path.lineTo(middle + QPointF(0, radius));
    path.lineTo(middle + QPointF(-radius, 0));
    path.closeSubpath();
    painter.fillPath(path, color);
}

void drawHatch(QPainter& painter, const QRectF& area, const QColor& tint, const QColor& hatch) {
    painter.save();
    painter.fillRect(area, tint);
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(hatch, 1));
    for (double x = area.left() - area.height(); x < area.right(); x += 6) {
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    }
    painter.restore();
}

}  // namespace

void TimePlot::paintBelow(QPainter& painter) const {
    paintStockOuts(painter);
    paintGridLines(painter, *this, m_steps, style());
    if (m_isDragging) {
        const QRectF area = plot();
        const double left = std::clamp(std::min(m_pressed.x(), m_dragged.x()), area.left(), area.right());
        const double right = std::clamp(std::max(m_pressed.x(), m_dragged.x()), area.left(), area.right());
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), colors().selected);
    }
}

void TimePlot::paintAbove(QPainter& painter) const {
    if (count() == 0) {
        return;
    }
    paintValueAxis(painter, *this, m_steps, style());
    paintTimeAxis(painter);
    paintLane(painter);
    paintToday(painter);
    paintEndNames(painter);
    if (!m_isForPrint) {
        paintKey(painter);
        paintReadout(painter);
        paintCursor(painter);
    }
}

void TimePlot::paintStockOuts(QPainter& painter) const {
    const QRectF area = plot();
    for (const ChartEvent& event : m_data.events) {
        if (event.kind != ChartEventKind::StockOut || event.last < lowX() || event.first > highX()) {
            continue;
        }
        const double left = std::max(area.left(), at(event.first, 0).x() - 3);
        const double right = std::min(area.right(), at(event.last, 0).x() + 3);
        drawHatch(painter, QRectF(left, area.top(), right - left, area.height()), colors().stockOutTint, colors().stockOutHatch);
    }
}

void TimePlot::paintTimeAxis(QPainter& painter) const {
    const double pixelsPerMonth = plot().width() / std::max(1.0, highX() - lowX()) * 30.4;
    if (pixelsPerMonth < 360 || m_data.axis.kind == PeriodKind::Month) {
        paintMonthAxis(painter, *this, laneHeight, style());
        return;
    }
    std::vector<double> days;
    for (int i = 0; i < count(); ++i) {
        days.push_back(dayOf(i));
    }
    paintDayAxis(painter, *this, days, laneHeight, style());
}

double TimePlot::middleOf(const ChartEvent& event) const {
    return at((static_cast<double>(event.first) + event.last) / 2, 0).x();
}

void TimePlot::paintLane(QPainter& painter) const {
    const QRectF area = plot();
    const double y = area.bottom() + laneHeight / 2 + 1;
    double lastDiamond = -1e9;
    painter.save();
    painter.setClipRect(area.adjusted(-6, 0, 6, laneHeight + 2));
    for (const ChartEvent& event : m_data.events) {
        if (event.last < lowX() || event.first > highX()) {
            continue;
        }
        const double left = at(event.first, 0).x();
        const double right = std::max(left + 8, at(event.last, 0).x());
        if (event.kind == ChartEventKind::Promotion) {
            QPainterPath bar;
            bar.addRoundedRect(QRectF(left, y - 3, right - left, 6), 2, 2);
            painter.fillPath(bar, colors().promotion);
        } else if (event.kind == ChartEventKind::StockOut) {
            const QRectF box(left - 3, y - 4, right - left + 6, 8);
            drawHatch(painter, box, colors().stockOutTint, colors().stockOutHatch);
            painter.setPen(QPen(colors().stockOut, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
        } else if (middleOf(event) - lastDiamond >= mergeDistance) {
            lastDiamond = middleOf(event);
            drawDiamond(painter, QPointF(lastDiamond, y), 5, colors().holiday);
        }
    }
    painter.restore();
}

void TimePlot::paintToday(QPainter& painter) const {
    const double day = boundary();
    if (!std::isfinite(day) || day < lowX() || day > highX()) {
        return;
    }
    const QRectF area = plot();
    const double x = crisp(at(day, 0).x());
    QPen dashed(colors().text2, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setFont(labelFont(true));
    painter.setPen(colors().text2);
    painter.drawText(QRectF(x - 106, area.top() - 2, 100, 18), Qt::AlignRight | Qt::AlignVCenter, chosen(m_words.sold, tr("Sold")));
    painter.setPen(colors().forecast);
    painter.drawText(QRectF(x + 6, area.top() - 2, 100, 18), Qt::AlignLeft | Qt::AlignVCenter, chosen(m_words.forecast, tr("Forecast")));
}

void TimePlot::paintEndNames(QPainter& painter) const {
    if (m_data.median.empty() || highX() < m_lastDay - 0.5) {
        return;
    }
    struct Name {
        double y;
        QString text;
        bool isMedian;
    };
    std::vector<Name> names{{at(0, m_data.median.back()).y(), chosen(m_words.median, tr("Median")), true}};
    static constexpr std::array<const char*, 3> shares{"95%", "80%", "50%"};
    for (std::size_t band = 0; band < 2; ++band) {
        if (m_bandVisible[band] && !m_data.bands[band].high.empty()) {
            names.push_back({at(0, m_data.bands[band].high.back()).y(), QString::fromLatin1(shares[band]), false});
        }
    }
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    std::vector<double> positions;
    for (const Name& name : names) {
        positions.push_back(name.y);
    }
    const QRectF area = plot();
    nudgeApart(positions, nameDistance, area.top() + 8, area.bottom() - 8);
    for (std::size_t i = 0; i < names.size(); ++i) {
        painter.setFont(labelFont(names[i].isMedian));
        painter.setPen(names[i].isMedian ? colors().forecast : colors().text2);
        painter.drawText(QRectF(area.right() + 8, positions[i] - 9, 120, 18), Qt::AlignLeft | Qt::AlignVCenter, names[i].text);
    }
}

void TimePlot::paintReadout(QPainter& painter) const {
    const QRectF area = plot();
    const int index = readoutIndex();
    const QFontMetricsF plain(labelFont()), strong(labelFont(true));
    double x = area.left();
    const QRectF row(0, 2, width(), 20);
    const auto write = [&](const QString& text, bool isStrong, const QColor& color) {
        painter.setFont(labelFont(isStrong));
        painter.setPen(color);
        painter.drawText(QRectF(x, row.top(), row.width(), row.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += (isStrong ? strong : plain).horizontalAdvance(text);
    };
    write(dayTitle(index), true, colors().text);
    x += 14;
    for (const ReadoutPart& part : readout(index)) {
        const double needed = 16 + plain.horizontalAdvance(part.label) + 6 + strong.horizontalAdvance(part.value);
        if (x + needed > width()) {
            break;
        }
        const double middle = row.center().y();
        painter.fillRect(part.isLine ? QRectF(x, middle - 1.5, 10, 3) : QRectF(x, middle - 5, 10, 10), part.mark);
        x += 16;
        write(part.label, false, colors().text2);
        x += 6;
        write(part.value, true, colors().text);
        x += 14;
    }
}

void TimePlot::paintKey(QPainter& painter) const {
    const QRectF area = plot();
    const double y = area.bottom() + 66;
    double x = area.left();
    const auto has = [&](ChartEventKind kind) {
        return std::any_of(m_data.events.begin(), m_data.events.end(), [&](const ChartEvent& event) { return event.kind == kind; });
    };
    const auto name = [&](const QString& text) {
        painter.setPen(colors().text2);
        painter.setFont(labelFont());
        painter.drawText(QRectF(x + 20, y - 9, 200, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 20 + QFontMetricsF(labelFont()).horizontalAdvance(text) + 20;
    };
    if (m_isSoldShown) {
        painter.fillRect(QRectF(x, y - 0.75, 14, 1.5), colors().sold);
        name(chosen(m_words.sales, tr("Sales")));
    }
    painter.fillRect(QRectF(x, y - 1, 14, 2), colors().demand);
    name(chosen(m_words.demand, tr("Demand")));
    if (has(ChartEventKind::Promotion)) {
        painter.fillRect(QRectF(x, y - 3, 14, 6), colors().promotion);
        name(chosen(m_words.promotion, tr("Promotion")));
    }
    if (has(ChartEventKind::Holiday)) {
        drawDiamond(painter, QPointF(x + 7, y), 5, colors().holiday);
        name(chosen(m_words.holiday, tr("Holiday")));
    }
    if (has(ChartEventKind::StockOut)) {
        drawHatch(painter, QRectF(x, y - 5, 12, 10), colors().stockOutTint, colors().stockOutHatch);
        painter.setPen(QPen(colors().stockOut, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(x, y - 5, 12, 10));
        name(chosen(m_words.stockOut, tr("Out of stock")));
    }
}

void TimePlot::paintCursor(QPainter& painter) const {
    if (m_cursor < 0) {
        return;
    }
    const QRectF area = plot();
    const double day = dayOf(m_cursor);
    if (day < lowX() || day > highX()) {
        return;
    }
    const double x = at(day, 0).x();
    painter.setPen(QPen(colors().control, 1));
    painter.drawLine(QPointF(crisp(x), area.top()), QPointF(crisp(x), area.bottom()));
    const int step = m_cursor - m_data.periods();
    const double value = step < 0 ? m_data.demand[static_cast<std::size_t>(m_cursor)] : m_data.median[static_cast<std::size_t>(step)];
    if (std::isfinite(value)) {
        painter.setPen(QPen(colors().surface, 1.5));
        painter.setBrush(step < 0 ? colors().demand : colors().forecast);
        painter.drawEllipse(at(day, value), 4.5, 4.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

}  // namespace foresell
