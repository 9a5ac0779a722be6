// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/job.h"
#include "core/dataset/panel_builder.h"
#include "core/evaluation/training_options.h"
#include "core/features/feature_facts.h"
#include "core/project/project_reader.h"

namespace foresell {

/// What a run learns from: the panel at its origin with its covariates and attributes.
struct RunDataset {
    BuiltPanel built;
    int horizon = 0;       ///< as asked, or as suits the periods and the length of the history
    std::string dataHash;     ///< of everything in the panel
    std::string historyHash;  ///< of the sales in the panel alone
};

/// Reads the project as it was known at the end of `options.origin` (none: the last complete period): lines
/// up to that day, cleaned by the project's recipe as of that day (not at all where the project was never
/// cleaned). What it gives depends on nothing dated later but the plan, and on no dictionary id.
RunDataset loadDataset(const ProjectReader& reader, const TrainingOptions& options, const JobControl& job);

/// The panel alone; where `all` is given with every feature, also those that are switched off, and where each comes from.
BuiltPanel loadPanel(const ProjectReader& reader, const TrainingOptions& options, FeatureSources* all, const JobControl& job);

}  // namespace foresell
