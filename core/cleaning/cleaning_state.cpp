// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_state.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/calendar/period.h"

namespace foresell {
namespace {

__extension__ typedef __int128 Wide;

/// `a` x `b` / 10,000, rounded half away from zero.
Fixed product(Fixed a, Fixed b) {
    Fixed small = 0;
    if (!__builtin_mul_overflow(a, b, &small) && std::abs(small) < INT64_MAX - fixedOne) {
        return (small + (small < 0 ? -fixedOne / 2 : fixedOne / 2)) / fixedOne;
    }
    const Wide exact = static_cast<Wide>(a) * b;
    return static_cast<Fixed>((exact + (exact < 0 ? -fixedOne / 2 : fixedOne / 2)) / fixedOne);
}

}  // namespace

CleaningState::CleaningState(LineTable& table, const SaleSource& source, int firstWeekday, std::size_t steps)
    : m_table(table),
      m_source(source),
      m_step(table.size()),
      m_quantity(table.size()),
      m_price(table.size()),
      m_amount(table.size()),
      m_highestItem(table.highestItem()),
      m_changes(steps) {
    countImported(firstWeekday, steps);
}

void CleaningState::countImported(int firstWeekday, std::size_t steps) {
    CleaningFacts& facts = m_result.facts;
    for (Line line = 0; line < m_table.size(); ++line) {
        if (!m_table.isSeen(line)) {
            m_step[line] = lineNotSeen;
            continue;
        }
        const Day day = m_table.day(line);
        facts.firstDay = facts.lines == 0 ? day : std::min(facts.firstDay, day);
        facts.lastDay = facts.lines == 0 ? day : std::max(facts.lastDay, day);
        ++facts.lines;
        const Fixed quantity = m_table.quantity(line);
        const Fixed price = m_table.price(line);
        facts.exactRepeats += m_table.isRepeat(line) ? 1 : 0;
        facts.withoutQuantity += isMissing(quantity) ? 1 : 0;
        facts.negativeQuantity += !isMissing(quantity) && quantity < 0 ? 1 : 0;
        facts.withoutPrice += isMissing(price) && isMissing(m_table.amount(line)) ? 1 : 0;
        facts.zeroOrNegativePrice += !isMissing(price) && price <= 0 ? 1 : 0;
        facts.withoutCustomer += m_table.customer(line) == 0 ? 1 : 0;
        facts.withoutItem += m_table.item(line) == 0 ? 1 : 0;
    }
    WeeklyTotals& weekly = m_result.weekly;
    std::size_t weeks = 0;
    if (facts.lines > 0) {
        const PeriodAxis axis{.kind = PeriodKind::Week, .firstWeekday = firstWeekday};
        weekly.firstDay = axis.firstDay(axis.indexOf(facts.firstDay));
        weeks = static_cast<std::size_t>((facts.lastDay - weekly.firstDay) / 7) + 1;
    }
    weekly.units.assign(steps + 1, std::vector<Fixed>(weeks));
    weekly.money.assign(steps + 1, std::vector<Fixed>(weeks));
    for (Line line = 0; line < m_table.size(); ++line) {
        if (m_step[line] == 0) {
            const CleaningTotals totals = totalsOf(line);
            m_result.imported += totals;
            m_soldUnits += std::max<Fixed>(0, totals.units);
            weekly.units[0][weekOf(line)] += totals.units;
            weekly.money[0][weekOf(line)] += totals.money;
        }
    }
    m_result.kept = m_result.imported;
}

Fixed moneyOfLine(Fixed quantity, Fixed price, Fixed amount) {
    if (!isMissing(amount)) {
        return amount;
    }
    return isMissing(price) || isMissing(quantity) ? 0 : product(price, quantity);
}

Fixed CleaningState::unitPrice(Line line) const {
    if (const Fixed known = price(line); !isMissing(known)) {
        return known;
    }
    const Fixed units = quantity(line);
    const Fixed whole = amount(line);
    if (isMissing(whole) || isMissing(units) || units == 0) {
        return fixedMissing;
    }
    return static_cast<Fixed>(static_cast<Wide>(whole) * fixedOne / units);
}

CleaningTotals CleaningState::totalsOf(Line line) const {
    const Fixed units = quantity(line);
    return {.lines = 1, .units = isMissing(units) ? 0 : units, .money = moneyOfLine(units, price(line), amount(line))};
}

std::size_t CleaningState::weekOf(Line line) const {
    return static_cast<std::size_t>((m_table.day(line) - m_result.weekly.firstDay) / 7);
}

void CleaningState::beginStep(std::size_t step, const std::string& id, bool isEnabled) {
    m_current = step;
    m_result.weekly.units[step + 1] = m_result.weekly.units[step];
    m_result.weekly.money[step + 1] = m_result.weekly.money[step];
    CleaningStepResult& result = m_result.steps.emplace_back();
    result.id = id;
    result.enabled = isEnabled;
    result.before = m_result.kept;
    m_soldBefore = m_soldUnits;
    m_soldTaken = 0;
}

void CleaningState::book(Line line, const CleaningTotals& removed, const CleaningTotals& added) {
    CleaningStepResult& result = m_result.steps.back();
    result.removed += removed;
    result.added += added;
    m_result.weekly.units[m_current + 1][weekOf(line)] += added.units - removed.units;
    m_result.weekly.money[m_current + 1][weekOf(line)] += added.money - removed.money;
    m_soldUnits += std::max<Fixed>(0, added.units) - std::max<Fixed>(0, removed.units);
}

void CleaningState::keepChange(LineChange change, const CleaningTotals& before, const CleaningTotals& now) {
    change.before = before.units;
    change.moneyBefore = before.money;
    change.now = now.units;
    change.moneyNow = now.money;
    m_changes[m_current].push_back(change);
}

void CleaningState::setAside(Line line, CleaningReason reason, const ReasonDetail& detail) {
    const CleaningTotals totals = totalsOf(line);
    book(line, totals, {});
    m_soldTaken += std::max<Fixed>(0, totals.units);
    m_step[line] = static_cast<std::uint8_t>(m_current + 1);
    ++m_result.steps.back().setAside;
    keepChange({.line = line, .reason = reason, .item = item(line), .itemNow = item(line), .detail = detail}, totals, {});
}

void CleaningState::correct(Line line, Fixed quantity, CleaningReason reason, const ReasonDetail& detail) {
    const Fixed before = this->quantity(line);
    Fixed amount = this->amount(line);
    if (!isMissing(amount) && !isMissing(before) && before != 0) {
        amount = static_cast<Fixed>(static_cast<Wide>(amount) * quantity / before);
    }
    restate(line, quantity, price(line), amount, reason, detail);
}

void CleaningState::restate(Line line, Fixed quantity, Fixed price, Fixed amount, CleaningReason reason,
                            const ReasonDetail& detail) {
    const CleaningTotals before = totalsOf(line);
    if (quantity != this->quantity(line)) {
        m_quantity.set(line, quantity);
    }
    if (price != this->price(line)) {
        m_price.set(line, price);
    }
    if (amount != this->amount(line)) {
        m_amount.set(line, amount);
    }
    const CleaningTotals now = totalsOf(line);
    book(line, before, now);
    ++m_result.steps.back().corrected;
    keepChange({.line = line, .reason = reason, .isSetAside = false, .item = item(line), .itemNow = item(line), .detail = detail},
               before, now);
}

void CleaningState::mergeLine(Line line, std::int32_t itemNow, double units, CleaningReason reason) {
    const CleaningTotals before = totalsOf(line);
    if (units != 1 && !isMissing(quantity(line)) && !m_table.isSum(line)) {
        const double counted = static_cast<double>(quantity(line)) * units;
        if (std::abs(counted) < 9e18) {
            m_quantity.set(line, std::llround(counted));
        }
        if (!isMissing(price(line))) {
            m_price.set(line, std::llround(static_cast<double>(price(line)) / units));
        }
    }
    const CleaningTotals now = totalsOf(line);
    book(line, before, now);
    ++m_result.steps.back().corrected;
    keepChange({.line = line, .reason = reason, .isSetAside = false, .item = item(line), .itemNow = itemNow}, before, now);
}

namespace {

/// First to what `earlier` says, then to what `later` does.
std::vector<std::int32_t> joined(std::vector<std::int32_t> earlier, const std::vector<std::int32_t>& later) {
    for (std::size_t id = earlier.size(); id < later.size(); ++id) {
        earlier.push_back(static_cast<std::int32_t>(id));
    }
    for (std::int32_t& id : earlier) {
        const auto at = static_cast<std::size_t>(id);
        id = at < later.size() ? later[at] : id;
    }
    return earlier;
}

}  // namespace

void CleaningState::merge(const MergedIds& merged, const std::vector<double>& units, CleaningReason reason) {
    for (Line line = 0; line < m_table.size(); ++line) {
        const std::int32_t from = item(line);
        const bool isMoved = merged.itemNow(from) != from || merged.locationNow(location(line)) != location(line);
        if (isMoved && m_step[line] == 0) {
            const auto at = static_cast<std::size_t>(from);
            mergeLine(line, merged.itemNow(from), at < units.size() ? units[at] : 1, reason);
        }
    }
    for (const std::int32_t item : merged.items) {
        m_highestItem = std::max(m_highestItem, item);
    }
    if (reason == CleaningReason::Succeeded) {
        noteReplaced(merged);
    }
    m_result.merged.items = joined(std::move(m_result.merged.items), merged.items);
    if (!merged.locations.empty()) {
        m_result.merged.locations = joined(std::move(m_result.merged.locations), merged.locations);
        m_places = m_table.mergedPlaces(m_result.merged.locations);
    }
}

void CleaningState::noteReplaced(const MergedIds& merged) {
    m_isReplaced.resize(static_cast<std::size_t>(m_highestItem) + 1);
    for (std::int32_t item = 0; item <= m_highestItem; ++item) {
        if (merged.itemNow(itemNow(item)) != itemNow(item)) {
            m_isReplaced[static_cast<std::size_t>(item)] = true;
        }
    }
}

CleaningState::Line CleaningState::addBeside(Line line, const LinePart& part, CleaningReason reason) {
    const bool hasPrice = !isMissing(part.amount) && part.quantity != 0;
    const Fixed price = hasPrice ? static_cast<Fixed>(static_cast<Wide>(part.amount) * fixedOne / part.quantity) : fixedMissing;
    const Line added = m_table.addPart(line, part.item, part.quantity, price, part.amount);
    m_step.push_back(0);
    for (OverrideColumn<Fixed>* column : {&m_quantity, &m_price, &m_amount}) {
        column->grow(m_table.size());
    }
    m_highestItem = std::max(m_highestItem, part.item);
    const CleaningTotals now = totalsOf(added);
    book(added, {}, now);
    ++m_result.steps.back().created;
    keepChange({.line = added, .reason = reason, .isSetAside = false, .item = part.item, .itemNow = part.item, .detail = {.other = line}},
               {}, now);
    return added;
}

void CleaningState::takeApart(Line line, const std::vector<LinePart>& parts) {
    setAside(line, CleaningReason::TakenApart, {.number = static_cast<std::int32_t>(parts.size())});
    m_step[line] = lineTakenApart;
    for (const LinePart& part : parts) {
        addBeside(line, part, CleaningReason::PartOf);
    }
}

void CleaningState::addLostDemand(std::vector<StockOutDay> days) {
    CleaningTotals& lost = m_result.steps.back().lost;
    for (const StockOutDay& day : days) {
        lost += {.lines = 1, .units = day.lostUnits, .money = day.lostMoney};
    }
    m_result.stockOuts = std::move(days);
}

void CleaningState::endStep(double largestShare) {
    CleaningStepResult& result = m_result.steps.back();
    result.after = result.before;
    result.after -= result.removed;
    result.after += result.added;
    m_result.kept = result.after;
    m_result.setAside += result.setAside;
    if (m_soldBefore > 0) {
        result.shareOfUnits = static_cast<double>(m_soldTaken) / static_cast<double>(m_soldBefore);
    }
    result.needsALook = result.shareOfUnits > largestShare;
}

CleaningResult CleaningState::finish(Day asOf) {
    m_result.asOf = asOf;
    for (const LineTable::Chunk& chunk : m_table.chunks()) {
        ChunkMarks& marks = m_result.marks.emplace_back();
        marks.chunk = chunk.id;
        marks.step.assign(m_step.begin() + chunk.begin, m_step.begin() + chunk.end);
        if (m_quantity.empty() && m_price.empty() && m_amount.empty()) {
            continue;
        }
        for (Line line = chunk.begin; line < chunk.end; ++line) {
            const auto number = static_cast<std::int32_t>(line - chunk.begin);
            if (m_step[line] != 0 && m_step[line] != lineTakenApart) {
                continue;
            }
            if (m_quantity.has(line)) {
                marks.corrected.emplace_back(number, quantity(line));
            }
            if (m_price.has(line) || m_amount.has(line)) {
                marks.repriced.push_back({number, price(line), amount(line)});
            }
        }
    }
    gatherAdded();
    return std::move(m_result);
}

void CleaningState::gatherAdded() {
    SaleBatch& added = m_result.added;
    for (Line line = m_table.importedSize(); line < m_table.size(); ++line) {
        if (m_step[line] == 0) {
            added.day.push_back(m_table.day(line));
            added.second.push_back(m_table.second(line));
            added.item.push_back(m_table.item(line));
            added.location.push_back(m_table.location(line));
            added.channel.push_back(m_table.channelOf(m_table.place(line)));
            added.quantity.push_back(quantity(line));
            added.price.push_back(price(line));
            added.amount.push_back(amount(line));
        }
    }
}

}  // namespace foresell
