// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/catalog/sale_batch.h"
#include "core/project/project_reader.h"
#include "core/project/project_types.h"
#include "core/project/sale_chunk.h"

namespace foresell {

/// Says which sale lines leave a project for good, and what stands in for them. Asked chunk by chunk, in the order of
/// the imports. Imports that were undone go as a whole: with the undo log gone, nothing could bring them back.
class SaleRewrite {
public:
    virtual ~SaleRewrite() = default;

    /// False: no line of the chunk can be concerned, so that it is not even read.
    virtual bool concerns(const ChunkInfo& chunk) const = 0;
    /// Sets `goes` of the lines to take out; it comes with false for each line. `marks`: of the cleaning, where the chunk
    /// was cleaned. `lines` holds its digests.
    virtual void choose(const ChunkInfo& chunk, const SaleBatch& lines, const std::optional<ChunkMarks>& marks,
                        std::vector<bool>& goes) = 0;
    /// After the last chunk of an import: lines that stand for those taken out, a batch at a time; false when there is
    /// none left. `into` comes empty.
    virtual bool standIns(ImportId import, SaleBatch& into);
    /// True where the text of a rejected row has to go; its number and reason stay.
    virtual bool erasesText(ImportId import, const Reject& reject) const = 0;
};

struct SaleRewriteCounts {
    std::int64_t lines = 0;     ///< taken out
    std::int64_t standIns = 0;  ///< lines put in their place
    std::int64_t chunks = 0;    ///< written anew or deleted
    std::int64_t rejectTexts = 0;
    std::int64_t undoSteps = 0;  ///< forgotten
    std::int64_t undoneImports = 0;  ///< deleted with all they brought
};

/// What it took to leave nothing of the erased behind.
struct PurgeCounts {
    std::int64_t bytesBefore = 0, bytesAfter = 0;  ///< of the project file
    std::int32_t backups = 0;                      ///< deleted; one is made anew
};

}  // namespace foresell
