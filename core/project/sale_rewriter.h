// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <vector>

#include "core/base/job.h"
#include "core/project/sale_rewrite.h"

namespace foresell {

/// Carries a SaleRewrite out, inside the transaction of its caller: chunks are written anew with their checksums, the
/// cleaning and the undo log are dropped, since both may still tell of what is gone. Internal to core/project.
class SaleRewriter {
public:
    SaleRewriter(SQLite::Database& database, SaleRewrite& rewrite, const JobControl& job);

    SaleRewriteCounts run();

private:
    void deleteUndoneImports();
    std::vector<ChunkInfo> allChunks();
    std::optional<ChunkMarks> marksOf(std::int64_t chunk);
    void readChunk(std::int64_t chunk);
    void rewriteChunk(const ChunkInfo& chunk);
    void finishImport(ImportId import);
    void eraseRejectTexts();

    SQLite::Database& m_database;
    SaleRewrite& m_rewrite;
    const JobControl& m_job;
    SaleRewriteCounts m_counts;
    SaleBatch m_lines;
    std::int64_t m_erasedOfImport = 0;
};

}  // namespace foresell
