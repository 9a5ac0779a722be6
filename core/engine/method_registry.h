// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/forecaster.h"
#include "core/evaluation/training_options.h"
#include "core/project/project_types.h"

namespace foresell {

bool isNetwork(const std::string& method);

/// Whether it learns for a while (a network or boosted trees), and so is judged against the methods that do not.
bool isLearner(const std::string& method);

/// Whether the run keeps a network, which can be exported and learnt on from; other models only forecast.
bool hasNetwork(const RunRecord& run);

/// Simple methods first, then networks: the names that TrainingOptions::model may have beside "auto".
std::vector<std::string> methodNames();
/// What is compared when nothing was named: the simple methods that every training is judged against, boosted trees, and the
/// networks that the automatic choice tries.
std::vector<std::string> usualMethods();
std::vector<std::string> baselineNames();

/// A method by its name, for one fit. `checkpoints` may be empty. Throws Error "training.unknown_model".
std::unique_ptr<Forecaster> makeMethod(const std::string& method, const TrainingOptions& options,
                                       const std::filesystem::path& checkpoints = {});

/// A trained method from the bytes that its `save` gave, which may come from outside. Throws Error "model.damaged" and
/// "model.other_version".
std::unique_ptr<Forecaster> loadMethod(std::string_view bytes);

}  // namespace foresell
