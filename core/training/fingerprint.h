// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/dataset/panel.h"
#include "core/evaluation/training_options.h"

namespace foresell {

/// 16 hexadecimal digits that differ when anything differs that a training's result depends on.
std::string trainingFingerprint(const Panel& panel, int horizon, const TrainingOptions& options, int threads,
                                const std::string& device);

}  // namespace foresell
