// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/import/sale_mapper.h"
#include "core/project/project_writer.h"

namespace foresell {

/// Keeps the rows that could not be imported; the first few also for the summary, where nothing is stored as well. The first 100,000 are kept with their text, the next 900,000 with row, reason
/// and column; beyond that they are counted.
class RejectLog {
public:
    RejectLog(ProjectWriter* project, ImportId import, const FileDetection& detection);

    /// `keepsText` false: of a row whose content must not be kept.
    void add(const TableRow& row, const RowFault& fault, bool keepsText = true);
    void flush();
    /// The row as it would be kept.
    Reject describe(const TableRow& row, const RowFault& fault, bool keepsText = true) const;

    static constexpr std::size_t firstKept = 200;
    std::int64_t count() const { return m_count; }
    const std::map<std::string, std::int64_t>& reasons() const { return m_reasons; }
    const std::vector<Reject>& first() const { return m_first; }

private:
    std::string textOf(const TableRow& row) const;

    ProjectWriter* m_project;
    ImportId m_import;
    const FileDetection& m_detection;
    std::vector<std::size_t> m_withheld;  ///< personal columns and the customer: never stored, in rejects neither
    std::int64_t m_count = 0;
    std::vector<Reject> m_waiting, m_first;
    std::map<std::string, std::int64_t> m_reasons;
};

}  // namespace foresell
