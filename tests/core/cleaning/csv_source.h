// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/cleaning/sale_source.h"

namespace foresell::test {

/// Which column of a CSV file is what; -1: none.
struct CsvColumns {
    int order = 0, time = 1, item = 2, name = 3, location = -1, quantity = 5, price = 6, customer = 7;
};

/// The readable rows of a CSV file (plain or .gz) with times such as "2010-12-01 08:26:00", so that cleaning is tested
/// without the importer. Rows with an unreadable time or quantity are skipped.
class CsvSource : public SaleSource {
public:
    CsvSource(const std::filesystem::path& path, const CsvColumns& columns);

    std::int64_t lineCount() const override { return m_lines; }
    void readChunks(Day asOf, const JobControl& job, const UseChunk& use) const override;
    std::string itemCode(std::int32_t item) const override { return m_codes[static_cast<std::size_t>(item)]; }
    std::string itemName(std::int32_t item) const override { return m_names[static_cast<std::size_t>(item)]; }

    /// 0: no line has it.
    std::int32_t itemNumber(const std::string& code) const { return idIn(m_items, code); }
    std::int32_t locationNumber(const std::string& code) const { return idIn(m_locations, code); }

private:
    static std::int32_t idIn(const std::unordered_map<std::string, std::int32_t>& known, const std::string& code) {
        const auto found = known.find(code);
        return found == known.end() ? 0 : found->second;
    }
    void addRow(const std::vector<std::string>& cells, const CsvColumns& columns);
    std::int32_t number(std::unordered_map<std::string, std::int32_t>& known, const std::string& text);

    std::int64_t m_lines = 0;
    std::vector<SaleBatch> m_batches;
    std::unordered_map<std::string, std::int32_t> m_items, m_locations;
    std::vector<std::string> m_codes{""}, m_names{""};
};

}  // namespace foresell::test
