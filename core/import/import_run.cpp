// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_run.h"

#include <utility>

namespace foresell {

namespace {

constexpr std::chrono::milliseconds betweenReports{50};

}  // namespace

ImportProgress::ImportProgress(const JobControl& job, std::int64_t totalBytes) : m_job(job), m_total(totalBytes) {}

void ImportProgress::beginFile(std::string name, std::int64_t bytes) {
    m_before += std::exchange(m_ofFile, bytes);
    m_rowsBefore += std::exchange(m_rowsOfFile, 0);
    m_name = std::move(name);
    m_last = Clock::time_point();
    at(0, 0);
}

void ImportProgress::at(std::int64_t bytesOfFile, std::int64_t rowsOfFile) {
    m_job.throwIfCancelled();
    m_rowsOfFile = rowsOfFile;
    const Clock::time_point now = Clock::now();
    if (!m_job.progress || now - m_last < betweenReports) {
        return;
    }
    m_last = now;
    Progress progress;
    progress.stage = "reading";
    progress.done = m_before + bytesOfFile;
    progress.total = m_total;
    progress.unit = "bytes";
    progress.message = m_name;
    progress.metrics["rows"] = static_cast<double>(m_rowsBefore + rowsOfFile);
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    if (m_total > 0 && progress.done > 0 && seconds > 0.5) {
        progress.secondsLeft = seconds * static_cast<double>(m_total - progress.done) / static_cast<double>(progress.done);
    }
    m_job.report(progress);
}

ImportRun::ImportRun(ProjectWriter& writer, const ImportOptions& importOptions, const JobControl& control, std::int64_t totalBytes)
    : project(writer),
      options(importOptions),
      job(control),
      settings(writer.settings()),
      reader(ProjectReader::open(writer.path())),
      catalogue(*reader),
      keys(writer.digestKey(), settings.uuid),
      clock(settings.timeZone),
      progress(control, totalBytes) {}

void forEachRow(ImportRun& run, TableSource& table, FileDetection& detection, const std::function<void(const TableRow&)>& visit) {
    const auto rows = table.rows();
    TableRow row;
    std::int64_t count = 0;
    while (rows->next(row)) {
        if (row.number > detection.headerRow) {
            visit(row);
        }
        if (++count % 1024 == 0) {
            run.progress.at(row.position, count);
        }
    }
    detection.encoding = rows->encoding();
}

void readEarlierLines(ImportRun& run) {
    if (std::exchange(run.hasEarlierLines, true)) {
        return;
    }
    std::vector<Digest> digests;
    SaleBatch batch;
    for (const ChunkInfo& chunk : run.reader->chunks()) {
        run.job.throwIfCancelled();
        run.reader->readDigests(chunk.id, digests);
        for (const Digest& digest : digests) {
            run.knownDigests.add(digest);
        }
        run.reader->readChunk(chunk.id, batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (const std::string_view order = batch.order.at(i); !order.empty()) {
                const std::uint64_t hash = orderHash(order);
                run.knownOrders.add(hash);
                (batch.item[i] != 0 ? run.itemisedOrders : run.listedOrders).add(hash);
            }
            if (const std::string_view name = batch.name.at(i); !name.empty()) {
                run.catalogue.noteEarlierName(batch.item[i], lineTime(batch.day[i], batch.second[i]), name);
            }
        }
    }
}

}  // namespace foresell
