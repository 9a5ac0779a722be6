// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/text_patterns.h"

namespace foresell {
namespace {

using Line = LineTable::Line;
using nlohmann::json;

struct Target {
    std::string to;
    double units = 1;
};

/// "from" -> the code at the end of the chain, with the units multiplied on the way.
std::map<std::string, Target> readMapping(const json& rows) {
    std::map<std::string, Target> mapping;
    for (const json& row : rows) {
        mapping[row.at("from")] = {row.at("to"), row.value("units", 1.0)};
    }
    for (auto& [from, target] : mapping) {
        std::size_t steps = 0;
        for (auto next = mapping.find(target.to); next != mapping.end(); next = mapping.find(target.to)) {
            if (++steps > mapping.size() || next->first == from) {
                throw Error("cleaning.bad_recipe", "The merges go round in a circle at \"" + from + "\".",
                            "Give each old code the code that is used now.", {{"problem", "merges in a circle at " + from}});
            }
            target = {next->second.to, target.units * next->second.units};
        }
    }
    return mapping;
}

struct ItemTargets {
    std::vector<std::int32_t> items;
    std::vector<double> units;  ///< by item: of the new in one of the old
};

ItemTargets itemTargets(CleaningState& state, const json& rows) {
    ItemTargets targets;
    const auto count = static_cast<std::size_t>(state.highestItem()) + 1;
    const std::map<std::string, Target> mapping = readMapping(rows);
    for (std::size_t item = 0; item < count; ++item) {
        targets.items.push_back(static_cast<std::int32_t>(item));
        targets.units.push_back(1);
        const auto found = item == 0 ? mapping.end() : mapping.find(state.source().itemCode(static_cast<std::int32_t>(item)));
        if (found == mapping.end()) {
            continue;
        }
        if (const std::int32_t to = state.source().findItem(found->second.to); to != 0) {
            targets.items[item] = to;
            targets.units[item] = found->second.units;
        } else {
            state.addFact("unknown_codes", 1);
        }
    }
    return targets;
}

std::vector<std::int32_t> locationTargets(CleaningState& state, const json& rows) {
    std::vector<std::int32_t> locations;
    if (rows.empty()) {
        return locations;
    }
    const std::map<std::string, Target> mapping = readMapping(rows);
    std::int32_t highest = 0;
    for (std::size_t place = 0; place < state.table().placeCount(); ++place) {
        highest = std::max(highest, state.table().locationOf(static_cast<std::int32_t>(place)));
    }
    for (std::int32_t location = 0; location <= highest; ++location) {
        locations.push_back(location);
        const auto found = location == 0 ? mapping.end() : mapping.find(state.source().locationCode(location));
        if (found == mapping.end()) {
            continue;
        }
        if (const std::int32_t to = state.source().findLocation(found->second.to); to != 0) {
            locations.back() = to;
        } else {
            state.addFact("unknown_codes", 1);
        }
    }
    return locations;
}

Fixed times(Fixed value, double factor) {
    if (isMissing(value) || factor == 1) {
        return value;
    }
    const double result = static_cast<double>(value) * factor;
    if (std::abs(result) > 9e18) {
        throw Error("cleaning.too_large", "A conversion makes a number too large.", "Look at the factors of the conversion step.");
    }
    return std::llround(result);
}

/// The factor of the first pattern that fits; 1: none does.
class Factors {
public:
    Factors(const json& rows, const char* key, const char* factor) : m_patterns(textsOf(rows, key)) {
        for (const json& row : rows) {
            m_factors.push_back(row.at(factor));
        }
    }
    bool empty() const { return m_factors.empty(); }
    double of(std::string_view text) const {
        const int pattern = m_patterns.find(text);
        return pattern < 0 ? 1 : m_factors[static_cast<std::size_t>(pattern)];
    }
    /// For the place of a sale without location and channel too.
    double ofAny(std::string_view first, std::string_view second) const {
        for (std::size_t i = 0; i < m_factors.size(); ++i) {
            if (m_isForAll[i]) {
                return m_factors[i];
            }
            const int a = m_patterns.find(first);
            const int b = m_patterns.find(second);
            if (a == static_cast<int>(i) || b == static_cast<int>(i)) {
                return m_factors[i];
            }
        }
        return 1;
    }

private:
    std::vector<std::string> textsOf(const json& rows, const char* key) {
        std::vector<std::string> texts;
        for (const json& row : rows) {
            texts.push_back(row.at(key));
            m_isForAll.push_back(texts.back() == "*");
        }
        return texts;
    }

    std::vector<bool> m_isForAll;
    TextPatterns m_patterns;
    std::vector<double> m_factors;
};

}  // namespace

void mergeItems(CleaningState& state, const StepOptions& options) {
    const json& rows = options.value("items");
    ItemTargets targets;
    if (!rows.empty()) {
        targets = itemTargets(state, rows);
    }
    std::vector<std::int32_t> locations = locationTargets(state, options.value("locations"));
    if (targets.items.empty() && locations.empty()) {
        return;
    }
    state.merge({std::move(targets.items), std::move(locations)}, targets.units);
}

void carryHistoryOn(CleaningState& state, const StepOptions& options) {
    json rows = json::array();
    if (options.flag("file")) {
        for (const ItemLink& link : state.source().itemLinks()) {
            if (link.kind == LinkKind::Successor) {
                rows.push_back({{"from", state.source().itemCode(link.part.value)},
                                {"to", state.source().itemCode(link.whole.value)},
                                {"units", toDouble(link.quantity)}});
            }
        }
    }
    for (const json& row : options.value("items")) {
        rows.push_back(row);  // of two rows of an item the later holds
    }
    if (!rows.empty()) {
        ItemTargets targets = itemTargets(state, rows);
        state.merge({std::move(targets.items), {}}, targets.units, CleaningReason::Succeeded);
    }
}

void convertUnits(CleaningState& state, const StepOptions& options) {
    const Factors units(options.value("units"), "item", "units");
    const Factors money(options.value("money"), "place", "rate");
    if (units.empty() && money.empty()) {
        return;
    }
    const LineTable& table = state.table();
    std::vector<double> byItem;
    for (std::int32_t item = 0; item <= state.highestItem(); ++item) {
        byItem.push_back(units.empty() || item == 0 ? 1 : units.of(state.source().itemCode(item)));
    }
    std::vector<double> byPlace;
    for (std::size_t place = 0; place < table.placeCount(); ++place) {
        const auto number = static_cast<std::int32_t>(place);
        byPlace.push_back(money.ofAny(state.source().locationCode(table.locationOf(number)),
                                      state.source().channelCode(table.channelOf(number))));
    }
    for (Line line = 0; line < table.size(); ++line) {
        const double unit = byItem[static_cast<std::size_t>(state.item(line))];
        const double rate = byPlace[static_cast<std::size_t>(table.place(line))];
        if (!state.isKept(line) || (unit == 1 && rate == 1)) {
            continue;
        }
        const auto factor = static_cast<std::int32_t>(std::min((unit != 1 ? unit : rate) * 100, 2e9));
        state.restate(line, times(state.quantity(line), unit), times(state.price(line), rate / unit), times(state.amount(line), rate),
                      unit != 1 ? CleaningReason::UnitConverted : CleaningReason::MoneyConverted, {.number = factor});
    }
}

}  // namespace foresell
