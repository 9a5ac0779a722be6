// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/training_options.h"

namespace foresell {

/// What can be told of the options before there are data to learn from. Throws Error "training.option".
void requireUsable(const TrainingOptions& options);

}  // namespace foresell
