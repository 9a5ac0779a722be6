// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/cleaned_lines.h"

namespace foresell {

CleanedLines::CleanedLines(const SaleSource& source, const CleaningResult& cleaned, Day until, const JobControl& job)
    : m_source(source), m_added(cleaned.added), m_until(until), m_job(job) {
    for (const ChunkMarks& chunk : cleaned.marks) {
        m_marks.emplace(chunk.chunk, &chunk);
    }
}

const ChunkMarks* CleanedLines::marksOf(std::int64_t chunk) const {
    const auto found = m_marks.find(chunk);
    return found == m_marks.end() ? nullptr : found->second;
}

const SaleBatch& CleanedLines::repriced(const SaleBatch& imported, const ChunkMarks& marks) {
    m_repriced = imported;
    for (const RepricedLine& line : marks.repriced) {
        const auto at = static_cast<std::size_t>(line.line);
        if (at < imported.size()) {
            m_repriced.price[at] = line.price;
            m_repriced.amount[at] = line.amount;
        }
    }
    return m_repriced;
}

}  // namespace foresell
