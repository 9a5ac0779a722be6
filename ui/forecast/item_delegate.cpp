// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/item_delegate.h"

#include <QPainter>
#include <cmath>

#include "ui/charts/chart_colors.h"
#include "ui/charts/sparkline.h"
#include "ui/forecast/item_model.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int sparkWidth = 56;
constexpr int figureWidth = 62;
constexpr double largeChange = 0.3;

}  // namespace

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, Theme::instance().px(40)};
}

void ItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const ItemModel*>(index.model());
    if (model == nullptr) {
        return;
    }
    const Theme& theme = Theme::instance();
    painter->save();
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const QRect row = option.rect;
    if (isSelected) {
        painter->fillRect(QRect(0, row.top(), row.right() + 1, row.height()), theme.color(Role::Selected));
        painter->fillRect(QRect(0, row.top(), 3, row.height()), theme.color(Role::Accent));
    } else if ((option.state & QStyle::State_MouseOver) != 0) {
        painter->fillRect(row, theme.color(Role::Hover));
    }
    const bool isGroup = index.data(ItemModel::IsGroupRole).toBool();
    const QRect inner = row.adjusted(4, 3, -12, -3);
    const int figures = theme.px(figureWidth), half = inner.height() / 2;
    const QRect spark(inner.right() - figures - sparkWidth, inner.top() + 5, sparkWidth, inner.height() - 10);
    const QRect words(inner.left(), inner.top(), spark.left() - inner.left() - 8, inner.height());
    const QFont strong = theme.font(13, true), plain = theme.font(13), small = theme.font(12);
    const auto write = [&](const QRect& area, Qt::Alignment alignment, const QFont& font, Role role, const QString& text) {
        painter->setFont(font);
        painter->setPen(theme.color(role));
        painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter), painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };
    write(words.adjusted(0, 0, 0, -half), Qt::AlignLeft, isGroup || isSelected ? strong : plain, Role::Text, index.data().toString());
    write(words.adjusted(0, half, 0, 0), Qt::AlignLeft, small, Role::Text2, index.data(ItemModel::SubtitleRole).toString());
    paintSparkline(*painter, QRectF(spark), model->pastOf(index), model->nextOf(index), chartColors(theme.isDark()));
    const QRect numbers(inner.right() - figures, inner.top(), figures, inner.height());
    const bool isUnusual = index.data(ItemModel::IsUnusualRole).toBool();
    const bool isLarge = isUnusual || std::abs(model->totalOf(index).change()) > largeChange;
    write(numbers.adjusted(0, 0, 0, -half), Qt::AlignRight, strong, Role::Text, index.data(ItemModel::TotalRole).toString());
    write(numbers.adjusted(0, half, 0, 0), Qt::AlignRight, isLarge ? theme.font(12, true) : small, isUnusual ? Role::Warn : isLarge ? Role::Text : Role::Text2,
          index.data(ItemModel::ChangeRole).toString());
    painter->restore();
}

}  // namespace foresell
