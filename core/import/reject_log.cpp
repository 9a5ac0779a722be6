// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/reject_log.h"

#include <algorithm>

namespace foresell {

namespace {

constexpr std::int64_t keptWithText = 100'000;
constexpr std::int64_t keptAtAll = 1'000'000;
constexpr std::size_t longestText = 4096;
constexpr std::size_t rejectsAtOnce = 2000;

}  // namespace

void RejectLog::add(const CsvRow& row, const RowFault& fault) {
    ++m_count;
    ++m_reasons[fault.code];
    const bool isStored = m_project != nullptr && m_count <= keptAtAll;
    if (!isStored && m_first.size() >= firstKept) {
        return;
    }
    Reject reject;
    reject.row = row.number;
    reject.reason = fault.code;
    if (fault.column < m_detection.columns.size()) {
        reject.column = m_detection.columns[fault.column].name;
    }
    if (m_count <= keptWithText) {
        // Whole characters only: the row's text may hold anything.
        reject.text = toShowable(row.text.substr(0, longestText * 3 / 4));
        reject.text.resize(std::min(reject.text.size(), longestText));
        while (!isCleanUtf8(reject.text)) {
            reject.text.pop_back();
        }
    }
    if (m_first.size() < firstKept) {
        m_first.push_back(reject);
    }
    if (!isStored) {
        return;
    }
    m_waiting.push_back(std::move(reject));
    if (m_waiting.size() >= rejectsAtOnce) {
        flush();
    }
}

void RejectLog::flush() {
    if (m_project != nullptr && !m_waiting.empty()) {
        m_project->appendRejects(m_import, m_waiting);
    }
    m_waiting.clear();
}

}  // namespace foresell
