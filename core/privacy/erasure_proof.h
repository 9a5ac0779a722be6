// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/privacy/erasure.h"

namespace foresell {

/// By what erased lines would be recognised. Internal to core/privacy.
struct ErasedLines {
    std::vector<std::string> texts;
    std::vector<Digest> digests;
    std::function<bool(const SaleBatch& lines, std::size_t row)> isOne;
};

/// At most so many digests of erased lines are looked for.
inline constexpr std::size_t mostDigests = 20'000;

std::filesystem::path backupFolderOf(const std::filesystem::path& project);
std::int64_t filesBelow(const std::filesystem::path& folder);

/// After the lines were taken out: leaves no trace of them in the file, its log, backups and the checkpoints of
/// interrupted trainings, then reads every line and every byte again to prove it.
void purgeAndProve(ProjectWriter& project, const ErasedLines& erased, const std::filesystem::path& checkpoints,
                   const JobControl& job, ErasureOutcome& outcome);

}  // namespace foresell
