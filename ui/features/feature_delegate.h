// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/line_delegate.h"

namespace foresell {

/// The course of a feature as a small line, or as bars where it does not change with time.
class FeatureDelegate : public LineDelegate {
    Q_OBJECT

public:
    using LineDelegate::LineDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace foresell
