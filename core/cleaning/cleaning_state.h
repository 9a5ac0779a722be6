// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/line_table.h"

namespace foresell {

/// A line that a step sets aside (`now` = 0 and `isSetAside`) or whose quantity it changes, with what the reason names.
struct LineChange {
    LineTable::Line line = LineTable::noLine;
    Fixed before = 0;
    Fixed now = 0;
    bool isSetAside = true;
    std::uint8_t reason = 0;  ///< CleaningReason
    LineTable::Line other = LineTable::noLine;  ///< the line it goes with
    std::int32_t number = 0;                    ///< of the pattern, or tenths of times the usual
};

enum class CleaningReason : std::uint8_t {
    ExactRepeat,
    CancelledBy,
    PartlyCancelledBy,
    Cancels,
    NoEarlierSale,
    ReturnWithoutSale,
    PriceZero,
    PriceNegative,
    NotAProduct,
    BulkOrder,
    NoQuantity,
    NoItem,
};

/// The lines as the steps so far have left them, and the books of it.
class CleaningState {
public:
    using Line = LineTable::Line;

    CleaningState(const LineTable& table, const SaleSource& source, int firstWeekday, std::size_t steps);

    const LineTable& table() const { return m_table; }
    const SaleSource& source() const { return m_source; }

    bool isKept(Line line) const { return m_step[line] == 0; }
    /// What the line counts for now; fixedMissing where the file had no quantity.
    Fixed quantity(Line line) const { return m_isCorrected[line] ? m_corrected.at(line) : m_table.quantity(line); }
    /// Kept, with a quantity above zero.
    bool isSale(Line line) const { return isKept(line) && !isMissing(m_table.quantity(line)) && m_table.quantity(line) > 0; }

    void beginStep(std::size_t step, const std::string& id, bool isEnabled);
    /// At most once a step for each line, which must be kept.
    void setAside(Line line, CleaningReason reason, Line other = LineTable::noLine, std::int32_t number = 0);
    void correct(Line line, Fixed quantity, CleaningReason reason, Line other = LineTable::noLine, std::int32_t number = 0);
    void addFact(const std::string& name, std::int64_t count) { m_result.steps.back().facts[name] += count; }
    /// Closes the books of the step; above `largestShare` of the units sold a person should look.
    void endStep(double largestShare);

    const std::vector<std::vector<LineChange>>& changes() const { return m_changes; }
    CleaningFacts& facts() { return m_result.facts; }

    /// The result with the marks; the state is of no use afterwards but for `changes`.
    CleaningResult finish(Day asOf);

private:
    CleaningTotals totalsOf(Line line, Fixed quantity) const;
    std::size_t weekOf(Line line) const;
    void countImported(int firstWeekday, std::size_t steps);
    void change(Line line, const CleaningTotals& removed, const CleaningTotals& added);

    const LineTable& m_table;
    const SaleSource& m_source;
    std::vector<std::uint8_t> m_step;
    std::vector<bool> m_isCorrected;  ///< in `m_corrected`
    std::unordered_map<Line, Fixed> m_corrected;
    std::vector<std::vector<LineChange>> m_changes;
    std::size_t m_current = 0;
    Fixed m_soldUnits = 0;  ///< units of positive kept lines
    Fixed m_soldBefore = 0;
    Fixed m_soldTaken = 0;  ///< by this step, as whole lines
    CleaningResult m_result;
};

}  // namespace foresell
