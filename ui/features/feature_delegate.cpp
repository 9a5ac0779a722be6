// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/feature_delegate.h"

#include <QApplication>
#include <QIcon>
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

/// A style sheet's tick boxes of views are painted twice, side by side, so this one is painted here, where a click is taken.
void FeatureDelegate::paintSwitch(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::instance();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    QRectF box(0, 0, theme.px(18), theme.px(18));
    box.moveCenter(QRectF(style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, option.widget)).center());
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.color(isOn ? Role::Accent : Role::Control));
    painter->setBrush(theme.color(isOn ? Role::Accent : Role::Surface));
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->restore();
    if (isOn) {
        QIcon(theme.isDark() ? QStringLiteral(":/styles/check-dark.svg") : QStringLiteral(":/styles/check-light.svg")).paint(painter, box.toRect());
    }
}

void FeatureDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() == FeatureModel::Used) {
        paintSwitch(painter, option, index);
        return;
    }
    LineDelegate::paintContent(painter, option, index);
    const auto* model = qobject_cast<const FeatureModel*>(index.model());
    if (model == nullptr || index.column() != FeatureModel::Course) {
        return;
    }
    const FeatureFacts& feature = model->features()[static_cast<std::size_t>(index.row())];
    const ChartColors& colors = chartColors(Theme::instance().isDark());
    const QRectF area = QRectF(option.rect).adjusted(3, 5, -7, -5);
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
