// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_delegate.h"

#include <QPainter>

#include "ui/widgets/theme.h"

namespace foresell {

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::instance();
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(option.rect, theme.color(Role::Selected));
    } else if (const QVariant tint = index.data(Qt::BackgroundRole); tint.isValid()) {
        painter->fillRect(option.rect, tint.value<QBrush>());
    }
    QStyleOptionViewItem inner = option;
    inner.rect.adjust(5, 0, -5, -1);
    inner.state &= ~QStyle::State_Selected;
    inner.state &= ~QStyle::State_HasFocus;
    paintContent(painter, inner, index);
    painter->setPen(theme.color(Role::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void LineDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
}

}  // namespace foresell
