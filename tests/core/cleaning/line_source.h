// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/cleaning/sale_source.h"

namespace foresell::test {

/// A sale line as one writes it down: "2011-12-09 09:15:30" or "2011-12-09"; an empty text is an empty cell.
struct TestLine {
    std::string order;
    std::string time;
    std::string item;
    std::string quantity;
    std::string price = "1";
    std::string customer = "17850";
    std::string location = "";
};

/// Lines in memory, cut into chunks. `firstItemNumber` shifts the dictionary numbers, which must never matter.
class LineSource : public SaleSource {
public:
    explicit LineSource(std::vector<TestLine> lines, std::size_t chunkLines = 4, int firstItemNumber = 1);

    void nameItem(const std::string& code, const std::string& name) { m_names[code] = name; }
    void promote(const std::string& item, const std::string& day) { m_promoted.emplace(item, day); }
    void group(const std::string& item, const std::string& name) { m_groups[item] = name; }
    /// The item (at the location, everywhere where that is empty) has nothing to sell from one day to another.
    void outOfStock(const std::string& item, const std::string& location, const std::string& first, const std::string& last);
    /// Two items of the lines belong together; nothing where one is in no line.
    void link(LinkKind kind, const std::string& whole, const std::string& part, ItemLink more = {});
    /// Changes the amounts of lines, by number.
    void setAmount(std::size_t line, Fixed amount) { m_amounts[line] = amount; }
    /// The lines dated up to `day`, in chunks of their own.
    LineSource upTo(Day day, std::size_t chunkLines, int firstItemNumber) const;

    const std::vector<TestLine>& lines() const { return m_lines; }
    std::int64_t lineCount() const override { return static_cast<std::int64_t>(m_lines.size()); }
    void readChunks(Day asOf, const JobControl& job, const UseChunk& use) const override;
    std::string itemCode(std::int32_t item) const override;
    std::string itemName(std::int32_t item) const override;
    bool isPromoted(std::int32_t item, std::int32_t location, Day day) const override;
    std::string itemGroup(std::int32_t item) const override;
    std::string locationCode(std::int32_t location) const override;
    std::int32_t findItem(const std::string& code) const override;
    std::int32_t findLocation(const std::string& code) const override;
    std::vector<StockOutSpell> stockOutSpells(Day asOf) const override;
    std::vector<ItemLink> itemLinks() const override { return m_links; }

private:
    void append(std::size_t line, SaleBatch& batch) const;

    std::vector<TestLine> m_lines;
    std::size_t m_chunkLines;
    int m_firstItemNumber;
    std::map<std::string, std::int32_t> m_items, m_locations;
    std::vector<std::string> m_codes;
    std::map<std::string, std::string> m_names, m_groups;
    std::vector<StockOutSpell> m_spells;
    std::vector<ItemLink> m_links;
    std::map<std::size_t, Fixed> m_amounts;
    std::set<std::pair<std::string, std::string>> m_promoted;
};

}  // namespace foresell::test
