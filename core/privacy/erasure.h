// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/privacy/byte_scan.h"
#include "core/privacy/line_selection.h"
#include "core/project/project_writer.h"

namespace foresell {

/// What an erasure would take, told before anything is.
struct ErasurePreview {
    std::int64_t lines = 0, linesLeft = 0;
    std::int64_t orders = 0;  ///< order numbers among the lines
    Fixed units = 0, money = 0;
    Day firstDay = noDay, lastDay = noDay;
    std::int64_t rejectTexts = 0;    ///< texts of rejected rows
    std::int64_t undoSteps = 0, undoneImports = 0, backups = 0;  ///< which go in any case
    std::int64_t runs = 0;           ///< trainings that have learnt from the lines, among others
};

/// Where was looked afterwards for what was erased, and that nothing was found.
struct ErasureProof {
    std::int64_t files = 0, bytes = 0;  ///< read byte by byte: the project, its log, backups, checkpoints
    std::int64_t needles = 0;           ///< byte strings looked for: the customer, orders, digests of the lines
    std::int64_t linesLeft = 0;         ///< that still match, among all lines read again
    std::vector<ByteScan::Find> finds;

    bool isClean() const { return linesLeft == 0 && finds.empty(); }
};

struct ErasureOutcome {
    SaleRewriteCounts erased;
    PurgeCounts purge;
    std::int32_t checkpoints = 0;  ///< files of interrupted trainings, deleted
    ErasureProof proof;
    double seconds = 0;
};

ErasurePreview previewErasure(const ProjectReader& project, const ErasureRequest& request,
                              const JobControl& job);

/// Erases the lines and everything that could bring them back: undo log, undone imports, backups, the checkpoints of
/// interrupted trainings in `checkpoints`. Then proves it. Nothing undoes it. Cancelled: nothing is erased. Where nothing
/// matches, nothing is done. What a person has copied elsewhere, and files that were imported, are not known to it.
ErasureOutcome eraseSales(ProjectWriter& project, const ErasureRequest& request, const std::filesystem::path& checkpoints,
                          const JobControl& job);

}  // namespace foresell
