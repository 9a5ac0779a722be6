// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/evaluation/run_result.h"
#include "core/project/project_reader.h"

namespace foresell {

/// What a finished run says of itself; empty for one that says nothing.
RunResult resultOf(const RunRecord& run);

/// A run whose method tells which items are unusual.
struct UnusualRun {
    RunId run;
    RunResult result;
};

/// The newest of them; of those that have seen the sales of this hash alone, where one is given.
std::optional<UnusualRun> newestUnusualRun(const ProjectReader& reader, const std::string& historyHash = {});

}  // namespace foresell
