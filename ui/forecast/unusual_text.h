// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/forecast_view.h"

namespace foresell {

/// What is unusual about an item's latest weeks, in plain words.
QString unusualText(const UnusualItem& item, const ForecastView& view);
/// How seldom that is, and what to look at.
QString unusualHint(const UnusualItem& item);
/// How many items of how many are unusual, and how many of them by chance.
QString unusualSummary(const ForecastView& view);

}  // namespace foresell
