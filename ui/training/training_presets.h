// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/training_options.h"
#include "core/protocol/project_messages.h"

namespace foresell {

/// How thorough a training is, in plain words.
enum class TrainingPreset { Quick, Balanced, Best };

/// What a preset asks the engine for.
TrainingOptions optionsOf(TrainingPreset preset);

/// How long a training with these options takes at most, in seconds, judged by the speed of the newest finished run of a
/// network (or of trees, where these are asked for); without one, the time budget. Negative: not known.
double secondsAtMost(const TrainingOptions& options, const std::vector<RunFacts>& runs);

}  // namespace foresell
