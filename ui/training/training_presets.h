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

/// How long a training takes, in seconds; 0: not known.
struct PresetTime {
    double seconds = 0;
    bool isMeasured = false;  ///< that of the newest run with the same options and unit of time; else the time budget
};
PresetTime timeOf(const TrainingOptions& options, const std::vector<RunFacts>& runs);

/// How many options are not as they are left to themselves.
int ownOptions(const TrainingOptions& options);

}  // namespace foresell
