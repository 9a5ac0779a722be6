// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_state.h"

#include <algorithm>

#include "core/calendar/period.h"

namespace foresell {

CleaningState::CleaningState(const LineTable& table, const SaleSource& source, int firstWeekday, std::size_t steps)
    : m_table(table), m_source(source), m_step(table.size()), m_isCorrected(table.size()), m_changes(steps) {
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
        if (isKept(line)) {
            const CleaningTotals totals = totalsOf(line, m_table.quantity(line));
            m_result.imported += totals;
            m_soldUnits += std::max<Fixed>(0, totals.units);
            weekly.units[0][weekOf(line)] += totals.units;
            weekly.money[0][weekOf(line)] += totals.money;
        }
    }
    m_result.kept = m_result.imported;
}

CleaningTotals CleaningState::totalsOf(Line line, Fixed quantity) const {
    return {.lines = 1, .units = isMissing(quantity) ? 0 : quantity, .money = m_table.money(line, quantity)};
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

void CleaningState::change(Line line, const CleaningTotals& removed, const CleaningTotals& added) {
    CleaningStepResult& result = m_result.steps.back();
    result.removed += removed;
    result.added += added;
    m_result.weekly.units[m_current + 1][weekOf(line)] += added.units - removed.units;
    m_result.weekly.money[m_current + 1][weekOf(line)] += added.money - removed.money;
    m_soldUnits += std::max<Fixed>(0, added.units) - std::max<Fixed>(0, removed.units);
}

void CleaningState::setAside(Line line, CleaningReason reason, Line other, std::int32_t number) {
    const CleaningTotals totals = totalsOf(line, quantity(line));
    change(line, totals, {});
    m_soldTaken += std::max<Fixed>(0, totals.units);
    m_step[line] = static_cast<std::uint8_t>(m_current + 1);
    if (m_isCorrected[line]) {
        m_corrected.erase(line);
        m_isCorrected[line] = false;
    }
    ++m_result.steps.back().setAside;
    m_changes[m_current].push_back(
        {line, totals.units, 0, true, static_cast<std::uint8_t>(reason), other, number});
}

void CleaningState::correct(Line line, Fixed quantity, CleaningReason reason, Line other, std::int32_t number) {
    const CleaningTotals before = totalsOf(line, this->quantity(line));
    change(line, before, totalsOf(line, quantity));
    m_corrected[line] = quantity;
    m_isCorrected[line] = true;
    ++m_result.steps.back().corrected;
    m_changes[m_current].push_back(
        {line, before.units, quantity, false, static_cast<std::uint8_t>(reason), other, number});
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
    }
    std::vector<std::pair<Line, Fixed>> corrected(m_corrected.begin(), m_corrected.end());
    std::sort(corrected.begin(), corrected.end());
    std::size_t at = 0;
    for (const auto& [line, quantity] : corrected) {
        while (line >= m_table.chunks()[at].end) {
            ++at;
        }
        m_result.marks[at].corrected.emplace_back(static_cast<std::int32_t>(line - m_table.chunks()[at].begin), quantity);
    }
    return std::move(m_result);
}

}  // namespace foresell
