// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/dataset/day_facts.h"
#include "core/dataset/panel_builder.h"

namespace foresell {

/// Says of every cell from the begin of its series on whether it was sold, is a gap or was closed, by the days of the whole
/// shop and the days that the plan closes; decides the rule for gaps where it is open. Internal to core/dataset.
void setCellStates(BuiltPanel& built, const DayFacts& days, const std::vector<ClosedDay>& closed, GapRule gaps);

}  // namespace foresell
