// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/reject_log.h"

#include <algorithm>

#include "core/import/csv_format.h"

namespace foresell {

namespace {

constexpr std::int64_t keptWithText = 100'000;
constexpr std::int64_t keptAtAll = 1'000'000;
constexpr std::size_t longestText = 4096;
constexpr std::size_t rejectsAtOnce = 2000;

}  // namespace

RejectLog::RejectLog(ProjectWriter* project, ImportId import, const FileDetection& detection)
    : m_project(project), m_import(import), m_detection(detection) {
    for (std::size_t column = 0; column < detection.columns.size(); ++column) {
        const ColumnGuess& guess = detection.columns[column];
        if (guess.use == ColumnUse::Personal || guess.field == Field::Customer || guess.field == Field::Session) {
            m_withheld.push_back(column);
        }
    }
}

/// The row as it was written; cells of withheld columns are left out. Where the row has not the file's columns, nobody
/// knows which of its cells are those: then nothing is kept but its number.
std::string RejectLog::textOf(const TableRow& row) const {
    if (m_withheld.empty() && !row.text.empty()) {
        return std::string(row.text.substr(0, longestText * 3 / 4));
    }
    if (row.damage != TableRow::Damage::None || row.cells.size() != m_detection.columns.size()) {
        return {};
    }
    std::string text;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const bool isWithheld = std::binary_search(m_withheld.begin(), m_withheld.end(), column);
        text += column > 0 ? std::string(1, m_detection.format.delimiter) : std::string();
        text += isWithheld ? "…" : quotedCell(row.cells[column], m_detection.format.delimiter);
    }
    text.resize(std::min(text.size(), longestText * 3 / 4));
    return text;
}

Reject RejectLog::describe(const TableRow& row, const RowFault& fault, bool keepsText) const {
    Reject reject;
    reject.row = row.number;
    reject.reason = fault.code;
    if (fault.column < m_detection.columns.size()) {
        reject.column = m_detection.columns[fault.column].name;
    }
    if (keepsText) {
        // Whole characters only: the row's text may hold anything.
        reject.text = toShowable(textOf(row));
        reject.text.resize(std::min(reject.text.size(), longestText));
        while (!isCleanUtf8(reject.text)) {
            reject.text.pop_back();
        }
    }
    return reject;
}

void RejectLog::add(const TableRow& row, const RowFault& fault, bool keepsText) {
    ++m_count;
    ++m_reasons[fault.code];
    const bool isStored = m_project != nullptr && m_count <= keptAtAll;
    if (!isStored && m_first.size() >= firstKept) {
        return;
    }
    Reject reject = describe(row, fault, keepsText && m_count <= keptWithText);
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
