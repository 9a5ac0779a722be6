// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_colors.h"

namespace foresell {

namespace {

struct Scale {
    QRectF area;
    double steps = 1, low = 0, high = 1;

    QPointF at(std::size_t index, double value) const {
        return {area.left() + area.width() * static_cast<double>(index) / steps,
                area.bottom() - area.height() * (value - low) / (high - low)};
    }
};

/// The line through the values from `first` on. Where several values share a pixel, the highest of it is drawn.
QPainterPath lineOf(std::span<const float> values, std::size_t first, const Scale& scale) {
    QPainterPath path;
    bool isDown = false;
    const double pixels = std::max(1.0, scale.area.width() * 2);
    const std::size_t stride =
        std::max<std::size_t>(1, static_cast<std::size_t>(scale.steps / pixels));
    for (std::size_t i = 0; i < values.size(); i += stride) {
        float value = values[i];
        for (std::size_t k = i; k < std::min(i + stride, values.size()); ++k) {
            value = std::isfinite(value) ? std::max(value, values[k]) : values[k];
        }
        if (!std::isfinite(value)) {
            isDown = false;
            continue;
        }
        const QPointF point = scale.at(first + i, static_cast<double>(value));
        isDown ? path.lineTo(point) : path.moveTo(point);
        isDown = true;
    }
    return path;
}

}  // namespace

void paintSparkline(QPainter& painter, const QRectF& area, std::span<const float> past, std::span<const float> next,
                    const ChartColors& colors) {
    if (past.size() + next.size() < 2) {
        return;
    }
    Scale scale{area, static_cast<double>(past.size() + next.size() - 1), 0, 0};
    for (const std::span<const float> part : {past, next}) {
        for (const float value : part) {
            if (std::isfinite(value)) {
                scale.low = std::min(scale.low, static_cast<double>(value));
                scale.high = std::max(scale.high, static_cast<double>(value));
            }
        }
    }
    scale.high = scale.high > scale.low ? scale.high : scale.low + 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.sold, 1.2));
    painter.drawPath(lineOf(past, 0, scale));
    if (!next.empty()) {
        std::vector<float> joined(next.begin(), next.end());
        const bool hasPast = !past.empty() && std::isfinite(past.back());
        if (hasPast) {
            joined.insert(joined.begin(), past.back());
        }
        painter.setPen(QPen(colors.forecast, 1.6));
        painter.drawPath(lineOf(joined, past.size() - (hasPast ? 1 : 0), scale));
    }
    painter.restore();
}

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Sales and forecast as a small line"));
}

void Sparkline::setValues(std::vector<float> past, std::vector<float> next) {
    m_past = std::move(past);
    m_next = std::move(next);
    update();
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSparkline(painter, QRectF(rect()).adjusted(1, 2, -1, -2), m_past, m_next, chartColors(isDarkPalette(palette())));
}

}  // namespace foresell
