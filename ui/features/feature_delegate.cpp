// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/feature_delegate.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/chart_colors.h"
#include "ui/charts/sparkline.h"
#include "ui/features/feature_model.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

void paintBars(QPainter& painter, const QRectF& area, const std::vector<float>& values, const QColor& color) {
    const float highest = values.empty() ? 0 : *std::ranges::max_element(values);
    const double step = area.width() / static_cast<double>(std::max<std::size_t>(values.size(), 1));
    for (std::size_t i = 0; i < values.size() && highest > 0; ++i) {
        const double height = std::max(1.0, area.height() * static_cast<double>(values[i] / highest));
        painter.fillRect(QRectF(area.left() + step * static_cast<double>(i), area.bottom() - height, std::max(1.0, step - 1), height), color);
    }
}

}  // namespace

void FeatureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    LineDelegate::paint(painter, option, index);
    const auto* model = qobject_cast<const FeatureModel*>(index.model());
    if (model == nullptr || index.column() != FeatureModel::Course) {
        return;
    }
    const FeatureFacts& feature = model->features()[static_cast<std::size_t>(index.row())];
    const ChartColors& colors = chartColors(Theme::instance().isDark());
    const QRectF area = QRectF(option.rect).adjusted(8, 5, -12, -6);
    painter->save();
    if (feature.role == FeatureRole::Static) {
        paintBars(*painter, area, feature.chart, colors.control);
    } else {
        // What changes is to be seen, so the line stands on its lowest value and not on zero.
        std::vector<float> course = feature.chart;
        float lowest = std::numeric_limits<float>::infinity();
        for (const float value : course) {
            lowest = std::isfinite(value) ? std::min(lowest, value) : lowest;
        }
        for (float& value : course) {
            value -= lowest;
        }
        paintSparkline(*painter, area, course, {}, colors);
    }
    painter->restore();
}

}  // namespace foresell
