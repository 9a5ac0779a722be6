// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>

#include "core/base/job.h"
#include "core/catalog/sale_batch.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/sale_source.h"
#include "core/project/sale_chunk.h"

namespace foresell {

/// The sale lines up to a day as cleaning leaves them: with its quantities and prices, and with the lines that it made.
/// Internal to core/dataset.
class CleanedLines {
public:
    /// `until`: noDay: all lines. Holds on to what it is given.
    CleanedLines(const SaleSource& source, const CleaningResult& cleaned, Day until, const JobControl& job);

    /// Calls use(lines, i, quantity, kept) for every line; `kept` lines have a quantity.
    template <typename Use>
    void forEach(Use&& use) {
        m_source.readChunks(m_until, m_job, [&](std::int64_t chunk, const SaleBatch& imported) {
            m_job.throwIfCancelled();
            forEachOf(imported, marksOf(chunk), use);
        });
        for (std::size_t i = 0; i < m_added.size(); ++i) {
            if (m_until == noDay || m_added.day[i] <= m_until) {
                use(m_added, i, m_added.quantity[i], !isMissing(m_added.quantity[i]));
            }
        }
    }

private:
    template <typename Use>
    void forEachOf(const SaleBatch& imported, const ChunkMarks* marks, Use&& use) {
        const SaleBatch& lines = marks == nullptr || marks->repriced.empty() ? imported : repriced(imported, *marks);
        std::size_t nextCorrection = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (m_until != noDay && lines.day[i] > m_until) {
                continue;
            }
            Fixed quantity = lines.quantity[i];
            bool kept = true;
            if (marks != nullptr) {
                kept = i >= marks->step.size() || marks->step[i] == 0;
                const auto& corrected = marks->corrected;
                while (nextCorrection < corrected.size() && static_cast<std::size_t>(corrected[nextCorrection].first) < i) {
                    ++nextCorrection;
                }
                if (nextCorrection < corrected.size() && static_cast<std::size_t>(corrected[nextCorrection].first) == i) {
                    quantity = corrected[nextCorrection].second;
                }
            }
            use(lines, i, quantity, kept && !isMissing(quantity));
        }
    }

    const ChunkMarks* marksOf(std::int64_t chunk) const;
    /// The lines with the prices and amounts of cleaning.
    const SaleBatch& repriced(const SaleBatch& imported, const ChunkMarks& marks);

    const SaleSource& m_source;
    const SaleBatch& m_added;
    Day m_until;
    const JobControl& m_job;
    std::unordered_map<std::int64_t, const ChunkMarks*> m_marks;
    SaleBatch m_repriced;
};

}  // namespace foresell
