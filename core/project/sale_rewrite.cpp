// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sale_rewrite.h"

#include <algorithm>

#include "core/project/database.h"
#include "core/project/project_rows.h"
#include "core/project/record_codec.h"
#include "core/project/sale_rewriter.h"

namespace foresell {

bool SaleRewrite::standIns(ImportId, SaleBatch&) {
    return false;
}

namespace {

void copyLine(const SaleBatch& from, std::size_t row, SaleBatch& to) {
    to.sourceRow.push_back(from.sourceRow[row]);
    to.day.push_back(from.day[row]);
    to.second.push_back(from.second[row]);
    to.item.push_back(from.item[row]);
    to.location.push_back(from.location[row]);
    to.channel.push_back(from.channel[row]);
    to.customer.push_back(from.customer[row]);
    to.quantity.push_back(from.quantity[row]);
    to.price.push_back(from.price[row]);
    to.amount.push_back(from.amount[row]);
    to.digest.push_back(from.digest[row]);
    to.order.push(from.order.at(row));
    to.name.push(from.name.at(row));
}

}  // namespace

SaleRewriter::SaleRewriter(SQLite::Database& database, SaleRewrite& rewrite, const JobControl& job)
    : m_database(database), m_rewrite(rewrite), m_job(job) {}

SaleRewriteCounts SaleRewriter::run() {
    m_counts.undoSteps = m_database.execAndGet("SELECT count(*) FROM edit").getInt64();
    deleteUndoneImports();
    const std::vector<ChunkInfo> chunks = allChunks();
    Progress progress{.stage = "erasing", .total = std::ssize(chunks), .unit = "chunks"};
    for (std::size_t at = 0; at < chunks.size(); ++at) {
        m_job.throwIfCancelled();
        progress.done = static_cast<std::int64_t>(at);
        m_job.report(progress);
        if (m_rewrite.concerns(chunks[at])) {
            rewriteChunk(chunks[at]);
        }
        if (at + 1 == chunks.size() || chunks[at + 1].import != chunks[at].import) {
            finishImport(chunks[at].import);
        }
    }
    eraseRejectTexts();
    m_database.exec("DELETE FROM edit; DELETE FROM sale_mark; DELETE FROM internal WHERE name = 'cleaning_summary';");
    return m_counts;
}

void SaleRewriter::deleteUndoneImports() {
    std::vector<ImportId> undone;
    {
        SQLite::Statement row(m_database, "SELECT id FROM import WHERE state = 'undone'");
        while (row.executeStep()) {
            undone.push_back({row.getColumn(0).getInt()});
        }
    }
    for (const ImportId import : undone) {
        deleteImportRows(m_database, import);
    }
    m_counts.undoneImports = std::ssize(undone);
}

std::vector<ChunkInfo> SaleRewriter::allChunks() {
    std::vector<ChunkInfo> all;
    SQLite::Statement row(m_database, "SELECT id, import, lines, first_day, last_day FROM sale_chunk ORDER BY import, id");
    while (row.executeStep()) {
        all.push_back({row.getColumn(0).getInt64(), {row.getColumn(1).getInt()}, row.getColumn(2).getInt(),
                       row.getColumn(3).getInt(), row.getColumn(4).getInt()});
    }
    return all;
}

std::optional<ChunkMarks> SaleRewriter::marksOf(std::int64_t chunk) {
    SQLite::Statement row(m_database, "SELECT data, checksum FROM sale_mark WHERE chunk = ?");
    row.bind(1, chunk);
    return row.executeStep() ? std::optional(decodeMarks(checkedBlob(row, 0, "the cleaning of a chunk"), chunk)) : std::nullopt;
}

void SaleRewriter::readChunk(std::int64_t chunk) {
    SQLite::Statement row(m_database, "SELECT columns, columns_checksum, digests, digests_checksum FROM sale_chunk WHERE id = ?");
    row.bind(1, chunk);
    row.executeStep();
    decodeSaleChunk(checkedBlob(row, 0, "a chunk of sale lines"), static_cast<std::uint64_t>(row.getColumn(1).getInt64()), m_lines);
    decodeDigests(checkedBlob(row, 2, "the digests of a chunk of sale lines"),
                  static_cast<std::uint64_t>(row.getColumn(3).getInt64()), m_lines.digest);
    if (m_lines.digest.size() != m_lines.size()) {
        throwDamaged("the digests of a chunk of sale lines");
    }
}

void SaleRewriter::rewriteChunk(const ChunkInfo& chunk) {
    readChunk(chunk.id);
    std::vector<bool> goes(m_lines.size());
    m_rewrite.choose(chunk, m_lines, marksOf(chunk.id), goes);
    const std::int64_t going = std::count(goes.begin(), goes.end(), true);
    if (going == 0) {
        return;
    }
    m_counts.lines += going;
    m_erasedOfImport += going;
    ++m_counts.chunks;
    SaleBatch left;
    for (std::size_t row = 0; row < m_lines.size(); ++row) {
        if (!goes[row]) {
            copyLine(m_lines, row, left);
        }
    }
    if (left.size() > 0) {
        updateSaleChunk(m_database, chunk.id, encodeSaleChunk(left));
        return;
    }
    SQLite::Statement marks(m_database, "DELETE FROM sale_mark WHERE chunk = ?");
    marks.bind(1, chunk.id);
    marks.exec();
    SQLite::Statement remove(m_database, "DELETE FROM sale_chunk WHERE id = ?");
    remove.bind(1, chunk.id);
    remove.exec();
}

void SaleRewriter::finishImport(ImportId import) {
    SaleBatch batch;
    while (m_rewrite.standIns(import, batch)) {
        m_counts.standIns += std::ssize(batch.day);
        storeSaleChunk(m_database, import, encodeSaleChunk(batch));
        batch.clear();
    }
    SQLite::Statement update(m_database, "UPDATE import SET erased_rows = erased_rows + ? WHERE id = ?");
    update.bind(1, m_erasedOfImport);
    update.bind(2, import.value);
    update.exec();
    m_erasedOfImport = 0;
}

void SaleRewriter::eraseRejectTexts() {
    std::vector<std::int64_t> erased;
    {
        SQLite::Statement row(m_database, "SELECT rowid, import, row, reason, \"column\", text FROM reject WHERE text <> ''");
        while (row.executeStep()) {
            const Reject reject{row.getColumn(2).getInt64(), row.getColumn(3).getString(), row.getColumn(4).getString(),
                                row.getColumn(5).getString()};
            if (m_rewrite.erasesText({row.getColumn(1).getInt()}, reject)) {
                erased.push_back(row.getColumn(0).getInt64());
            }
        }
    }
    SQLite::Statement update(m_database, "UPDATE reject SET text = '' WHERE rowid = ?");
    for (const std::int64_t row : erased) {
        update.bind(1, row);
        update.exec();
        update.reset();
    }
    m_counts.rejectTexts = std::ssize(erased);
}

}  // namespace foresell
