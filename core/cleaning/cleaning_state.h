// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/cleaning/cleaning_reason.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/line_table.h"
#include "core/cleaning/override_column.h"

namespace foresell {

/// What a reason names: another line, and up to two numbers that belong to it.
struct ReasonDetail {
    LineTable::Line other = LineTable::noLine;  ///< the line it goes with
    std::int32_t number = 0;                    ///< of the pattern, or tenths of times the usual
    std::int32_t usual = 0;
};

/// A line that a step sets aside (`now` = 0 and `isSetAside`) or changes, with what the reason names.
struct LineChange {
    LineTable::Line line = LineTable::noLine;
    CleaningReason reason = CleaningReason::ExactRepeat;
    bool isSetAside = true;
    Fixed before = 0, now = 0;            ///< units
    Fixed moneyBefore = 0, moneyNow = 0;
    std::int32_t item = 0, itemNow = 0;
    ReasonDetail detail;
};

/// What a line is to sell that a step adds.
struct LinePart {
    std::int32_t item = 0;
    Fixed quantity = 0;
    Fixed amount = fixedMissing;  ///< money; fixedMissing: not known
};

/// What a line is worth: its amount, else its price times its quantity; 0 where neither is known.
Fixed moneyOfLine(Fixed quantity, Fixed price, Fixed amount);

/// The lines as the steps so far have left them, and the books of it.
class CleaningState {
public:
    using Line = LineTable::Line;

    /// `table` grows where a step takes lines apart.
    CleaningState(LineTable& table, const SaleSource& source, int firstWeekday, std::size_t steps);

    const LineTable& table() const { return m_table; }
    const SaleSource& source() const { return m_source; }

    /// Open to the steps: kept so far, and no day's sum.
    bool isKept(Line line) const { return m_step[line] == 0 && !m_table.isSum(line); }
    /// What the line counts for now; fixedMissing where the file had no quantity.
    Fixed quantity(Line line) const { return m_quantity.get(line, m_table.quantity(line)); }
    Fixed price(Line line) const { return m_price.get(line, m_table.price(line)); }
    Fixed amount(Line line) const { return m_amount.get(line, m_table.amount(line)); }
    std::int32_t item(Line line) const { return m_result.merged.itemNow(m_table.item(line)); }
    std::int32_t location(Line line) const { return m_result.merged.locationNow(m_table.location(line)); }
    /// Location and channel as one number, below `placeCount`.
    std::int32_t place(Line line) const {
        const std::int32_t place = m_table.place(line);
        return m_places.empty() ? place : m_places[static_cast<std::size_t>(place)];
    }
    std::int32_t itemNow(std::int32_t item) const { return m_result.merged.itemNow(item); }
    /// Whether others came after the item, by its number as imported.
    bool isReplaced(std::int32_t item) const {
        return static_cast<std::size_t>(item) < m_isReplaced.size() && m_isReplaced[static_cast<std::size_t>(item)];
    }
    std::int32_t locationNow(std::int32_t location) const { return m_result.merged.locationNow(location); }
    std::int32_t highestItem() const { return m_highestItem; }
    /// What the line is worth now; 0 where neither amount nor price is known.
    Fixed money(Line line) const { return moneyOfLine(quantity(line), price(line), amount(line)); }
    /// Money a unit; fixedMissing where not known.
    Fixed unitPrice(Line line) const;
    /// Kept, with a quantity above zero.
    bool isSale(Line line) const {
        return isKept(line) && quantity(line) > 0;  // fixedMissing is below zero
    }

    void beginStep(std::size_t step, const std::string& id, bool isEnabled);
    /// At most one change of a line a step; the line must be kept.
    void setAside(Line line, CleaningReason reason, const ReasonDetail& detail = {});
    /// Part of the line goes: its amount goes with it.
    void correct(Line line, Fixed quantity, CleaningReason reason, const ReasonDetail& detail = {});
    /// Quantity, price and amount become others.
    void restate(Line line, Fixed quantity, Fixed price, Fixed amount, CleaningReason reason, const ReasonDetail& detail = {});
    /// All lines of these items and locations belong to others from now on; one unit of an item as it is now is `units` of
    /// the item that it becomes (empty: 1). A day's sum is in the new units already.
    void merge(const MergedIds& merged, const std::vector<double>& units, CleaningReason reason = CleaningReason::Merged);
    /// Sets the line aside, a sum too, for lines that sell what is in it.
    void takeApart(Line line, const std::vector<LinePart>& parts);
    /// A line of the same order that sells something beside it. Returns it.
    Line addBeside(Line line, const LinePart& part, CleaningReason reason);
    void addFact(const std::string& name, std::int64_t count) { m_result.steps.back().facts[name] += count; }
    void setFact(const std::string& name, std::int64_t value) { m_result.steps.back().facts[name] = value; }
    void close(std::vector<ClosedSpan> spans) { m_result.closed = std::move(spans); }
    void addLostDemand(std::vector<StockOutDay> days);
    const std::vector<StockOutDay>& stockOuts() const { return m_result.stockOuts; }
    void setSizes(std::vector<SizeCurve> sizes) { m_result.sizes = std::move(sizes); }
    /// Kept so far, whether or not it is a day's sum.
    bool counts(Line line) const { return m_step[line] == 0; }
    /// Closes the books of the step; above `largestShare` of the units sold a person should look.
    void endStep(double largestShare);

    const std::vector<std::vector<LineChange>>& changes() const { return m_changes; }
    CleaningFacts& facts() { return m_result.facts; }
    const CleaningFacts& facts() const { return m_result.facts; }

    /// The result with the marks; the state is of no use afterwards but for `changes`.
    CleaningResult finish(Day asOf);

private:
    CleaningTotals totalsOf(Line line) const;
    std::size_t weekOf(Line line) const;
    void countImported(int firstWeekday, std::size_t steps);
    void book(Line line, const CleaningTotals& removed, const CleaningTotals& added);
    void mergeLine(Line line, std::int32_t itemNow, double units, CleaningReason reason);
    void noteReplaced(const MergedIds& merged);
    void gatherAdded();
    void keepChange(LineChange change, const CleaningTotals& before, const CleaningTotals& now);

    LineTable& m_table;
    const SaleSource& m_source;
    std::vector<std::uint8_t> m_step;
    OverrideColumn<Fixed> m_quantity, m_price, m_amount;
    std::vector<std::int32_t> m_places;  ///< by the table's place; empty: as they were
    std::vector<bool> m_isReplaced;      ///< by item as imported
    std::int32_t m_highestItem = 0;
    std::vector<std::vector<LineChange>> m_changes;
    std::size_t m_current = 0;
    Fixed m_soldUnits = 0;  ///< units of positive kept lines
    Fixed m_soldBefore = 0;
    Fixed m_soldTaken = 0;  ///< by this step, as whole lines
    CleaningResult m_result;
};

}  // namespace foresell
