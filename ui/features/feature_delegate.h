// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/line_delegate.h"

namespace foresell {

/// The switch of a feature, and its course as a small line, or as bars where it does not change with time.
class FeatureDelegate : public LineDelegate {
    Q_OBJECT

public:
    using LineDelegate::LineDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSwitch(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

}  // namespace foresell
