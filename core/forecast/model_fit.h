// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/panel.h"
#include "core/training/feature_plan.h"

namespace foresell {

/// Whether a trained model can forecast a panel: the same kind of periods, sales of the same sign, every column that it
/// learnt from (but those of the calendar's peaks, which come and go), and at least one of the items (or locations) that it knows. Throws Error with the reason otherwise:
/// "model.other_period", "model.other_sign", "model.missing_columns", "model.other_items".
void requireModelFits(const FeaturePlan& plan, const Panel& panel);

/// Whether it can also learn on from the panel: it must know every column. Throws as above, or Error "model.new_columns".
void requireModelCanLearnOn(const FeaturePlan& plan, const Panel& panel, bool usesKnownFuture);

/// The plan with the texts of the panel that it does not know added to its categories, in byte order.
FeaturePlan withNewTexts(const FeaturePlan& plan, const Panel& panel);

}  // namespace foresell
