// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cleaning/line_source.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace foresell::test {
namespace {

std::uint64_t hashOf(const TestLine& line, std::uint64_t salt) {
    std::uint64_t hash = salt;
    for (const std::string* text : {&line.order, &line.time, &line.item, &line.quantity, &line.price, &line.location}) {
        hash = (hash ^ std::hash<std::string>()(*text)) * 0x9E3779B97F4A7C15U + 1;
    }
    return hash;
}

Fixed fixedOf(const std::string& text) {
    return text.empty() ? fixedMissing : toFixed(std::stod(text));
}

std::int64_t customerOf(const std::string& text) {
    return text.empty() ? 0 : static_cast<std::int64_t>(std::hash<std::string>()(text) | 1U);
}

}  // namespace

LineSource::LineSource(std::vector<TestLine> lines, std::size_t chunkLines, int firstItemNumber)
    : m_lines(std::move(lines)), m_chunkLines(chunkLines), m_firstItemNumber(firstItemNumber) {
    // Numbers in the order of the codes backwards where shifted, so that a dependence on their order shows.
    for (const TestLine& line : m_lines) {
        if (!line.item.empty()) {
            m_items.emplace(line.item, 0);
        }
        if (!line.location.empty()) {
            m_locations.emplace(line.location, static_cast<std::int32_t>(m_locations.size()) + 1);
        }
    }
    const int direction = firstItemNumber == 1 ? 1 : -1;
    int number = direction == 1 ? firstItemNumber : firstItemNumber + static_cast<int>(m_items.size());
    m_codes.resize(static_cast<std::size_t>(firstItemNumber) + m_items.size() + 2);
    for (auto& [code, id] : m_items) {
        id = number;
        m_codes[static_cast<std::size_t>(number)] = code;
        number += direction;
    }
}

LineSource LineSource::upTo(Day day, std::size_t chunkLines, int firstItemNumber) const {
    std::vector<TestLine> kept;
    for (const TestLine& line : m_lines) {
        if (fromIso(line.time.substr(0, 10)).value() <= day) {
            kept.push_back(line);
        }
    }
    LineSource source(kept, chunkLines, firstItemNumber);
    source.m_names = m_names;
    source.m_promoted = m_promoted;
    source.m_groups = m_groups;
    for (const ItemLink& link : m_links) {
        source.link(link.kind, itemCode(link.whole.value), itemCode(link.part.value), link);
    }
    for (const StockOutSpell& spell : m_spells) {
        source.m_spells.push_back({source.findItem(itemCode(spell.item)), source.findLocation(locationCode(spell.location)), spell.first,
                                   spell.last, spell.lastTold, spell.availability});
    }
    return source;
}

void LineSource::append(std::size_t number, SaleBatch& batch) const {
    const TestLine& line = m_lines[number];
    const std::string& time = line.time;
    batch.sourceRow.push_back(static_cast<std::int64_t>(number) + 2);
    batch.day.push_back(fromIso(time.substr(0, 10)).value());
    const bool hasTime = time.size() > 10;
    const auto part = [&](std::size_t at) { return time.size() > at ? std::stoi(time.substr(at, 2)) : 0; };
    batch.second.push_back(hasTime ? part(11) * 3600 + part(14) * 60 + part(17) : -1);
    batch.item.push_back(line.item.empty() ? 0 : m_items.at(line.item));
    batch.location.push_back(line.location.empty() ? 0 : m_locations.at(line.location));
    batch.channel.push_back(0);
    batch.customer.push_back(customerOf(line.customer));
    batch.quantity.push_back(fixedOf(line.quantity));
    batch.price.push_back(fixedOf(line.price));
    const auto amount = m_amounts.find(number);
    batch.amount.push_back(amount == m_amounts.end() ? fixedMissing : amount->second);
    batch.digest.push_back({hashOf(line, 1), hashOf(line, 2)});
    batch.order.push(line.order);
    batch.name.push("");
}

void LineSource::readChunks(Day asOf, const JobControl& job, const UseChunk& use) const {
    SaleBatch batch;
    std::int64_t chunk = 100;
    for (std::size_t begin = 0; begin < m_lines.size(); begin += m_chunkLines, ++chunk) {
        job.throwIfCancelled();
        batch.clear();
        bool isWanted = asOf == noDay;
        for (std::size_t i = begin; i < std::min(m_lines.size(), begin + m_chunkLines); ++i) {
            append(i, batch);
            isWanted = isWanted || batch.day.back() <= asOf;
        }
        if (isWanted) {
            use(chunk, batch);
        }
    }
}

std::string LineSource::itemCode(std::int32_t item) const {
    return m_codes.at(static_cast<std::size_t>(item));
}

std::string LineSource::itemName(std::int32_t item) const {
    const auto found = m_names.find(itemCode(item));
    return found == m_names.end() ? std::string() : found->second;
}

void LineSource::outOfStock(const std::string& item, const std::string& location, const std::string& first,
                            const std::string& last) {
    const Day end = fromIso(last).value();
    m_spells.push_back({findItem(item), findLocation(location), fromIso(first).value(), end, end, 0});
}

void LineSource::link(LinkKind kind, const std::string& whole, const std::string& part, ItemLink more) {
    more.kind = kind;
    more.whole = {findItem(whole)};
    more.part = {findItem(part)};
    if (more.whole && more.part) {
        m_links.push_back(std::move(more));
    }
}

std::string LineSource::itemGroup(std::int32_t item) const {
    const auto found = m_groups.find(itemCode(item));
    return found == m_groups.end() ? std::string() : found->second;
}

std::string LineSource::locationCode(std::int32_t location) const {
    const auto found = std::find_if(m_locations.begin(), m_locations.end(), [&](const auto& each) { return each.second == location; });
    return found == m_locations.end() ? std::string() : found->first;
}

std::int32_t LineSource::findItem(const std::string& code) const {
    const auto found = m_items.find(code);
    return found == m_items.end() ? 0 : found->second;
}

std::int32_t LineSource::findLocation(const std::string& code) const {
    const auto found = m_locations.find(code);
    return found == m_locations.end() ? 0 : found->second;
}

std::vector<StockOutSpell> LineSource::stockOutSpells(Day asOf) const {
    std::vector<StockOutSpell> known;
    std::copy_if(m_spells.begin(), m_spells.end(), std::back_inserter(known),
                 [asOf](const StockOutSpell& spell) { return asOf == noDay || spell.first <= asOf; });
    return known;
}

bool LineSource::isPromoted(std::int32_t item, std::int32_t /*location*/, Day day) const {
    return m_promoted.contains({itemCode(item), toIso(day)});
}

}  // namespace foresell::test
