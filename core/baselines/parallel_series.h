// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/job.h"

namespace foresell {

/// Calls `work(begin, end)` for pieces of [0, count) on all cores. The pieces do not depend on the number of cores, so
/// whoever keeps to its own piece is deterministic. A stop is noticed between pieces (Cancelled); the first error of a
/// piece is thrown on.
void forEachPiece(std::size_t count, const JobControl& control,
                  const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace foresell
