// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/unusual_items.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/json_fields.h"

namespace foresell {

namespace {

constexpr int mostStretches = 26;
constexpr int fewestStretches = 5;
constexpr std::size_t fewestEarlier = 200;  ///< of all series: twice a share of 1 in as many can be less than 1 in 100
constexpr std::size_t fewestAtATime = 8;  ///< series whose median is taken for what happened to all
constexpr double sharedSpread = 4;        ///< stretches' worth of the spread of all, for series with few of their own
constexpr float least = 1e-9F;            ///< before a logarithm is taken
constexpr std::array kindNames{"more", "less", "pattern"};

double median(std::vector<double>& values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Takes the median of each row, or of each column, off it. Few rows do not tell what happened to all.
void centre(StretchTable& table, bool byRow) {
    const std::size_t series = table.seriesCount(), stretches = static_cast<std::size_t>(table.count());
    for (std::size_t outer = 0; outer < (byRow ? series : stretches); ++outer) {
        const auto each = [&](auto&& visit) {
            for (std::size_t inner = 0; inner < (byRow ? stretches : series); ++inner) {
                float& value = byRow ? table.at(outer, static_cast<int>(inner)) : table.at(inner, static_cast<int>(outer));
                if (std::isfinite(value)) {
                    visit(value);
                }
            }
        };
        std::vector<double> known;
        each([&](float value) { known.push_back(static_cast<double>(value)); });
        const double middle = byRow || known.size() >= fewestAtATime ? median(known) : 0;
        each([&](float& value) { value -= static_cast<float>(middle); });
    }
}

std::vector<double> distancesOf(const StretchTable& table, std::size_t series) {
    std::vector<double> distances;
    for (int stretch = 0; stretch < table.count(); ++stretch) {
        if (std::isfinite(table.at(series, stretch))) {
            distances.push_back(static_cast<double>(std::abs(table.at(series, stretch))));
        }
    }
    return distances;
}

/// Divides each row by its median distance from 0, drawn to that of all rows; rows of few stretches become unknown.
void scaleBySpread(StretchTable& table) {
    std::vector<double> spreads(table.seriesCount()), counts(table.seriesCount()), known;
    for (std::size_t series = 0; series < spreads.size(); ++series) {
        std::vector<double> distances = distancesOf(table, series);
        counts[series] = static_cast<double>(distances.size());
        spreads[series] = median(distances);
        if (counts[series] >= fewestStretches) {
            known.push_back(spreads[series]);
        }
    }
    const double all = median(known) + static_cast<double>(least);
    for (std::size_t series = 0; series < spreads.size(); ++series) {
        const double spread = (counts[series] * spreads[series] + sharedSpread * all) / (counts[series] + sharedSpread);
        for (int stretch = 0; stretch < table.count(); ++stretch) {
            float& value = table.at(series, stretch);
            value = counts[series] < fewestStretches ? std::nanf("") : static_cast<float>(static_cast<double>(value) / spread);
        }
    }
}

StretchTable comparable(StretchTable table) {
    for (std::size_t series = 0; series < table.seriesCount(); ++series) {
        for (int stretch = 0; stretch < table.count(); ++stretch) {
            const float value = table.at(series, stretch);
            table.at(series, stretch) = std::isnan(value) ? value : std::log(std::max(least, value));
        }
    }
    centre(table, true);
    centre(table, false);
    scaleBySpread(table);
    return table;
}

double unitsIn(const Panel& panel, std::size_t series, int first, int length) {
    double units = 0, known = 0;
    for (int column = first; column < first + length; ++column) {
        const auto at = static_cast<std::size_t>(column);
        if (panel.stateOf(series)[at] == CellState::Sold) {
            units += static_cast<double>(panel.targetOf(series)[at]);
            known += 1;
        }
    }
    return std::max(0.0, units) * length / std::max(1.0, known);
}

/// Units of each stretch that is compared, unknown periods of it taken as like the others.
StretchTable unitsOf(const Panel& panel, int length) {
    StretchTable units(panel.seriesCount(), length, panel.periods);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int stretch = 0; stretch < units.count(); ++stretch) {
            if (units.isCompared(panel, series, stretch)) {
                units.at(series, stretch) = static_cast<float>(unitsIn(panel, series, panel.periods - (stretch + 1) * length, length));
            }
        }
    }
    return units;
}

/// One more than the units, so that none and a few are not worlds apart.
StretchTable oneMore(StretchTable units) {
    for (std::size_t series = 0; series < units.seriesCount(); ++series) {
        for (int stretch = 0; stretch < units.count(); ++stretch) {
            units.at(series, stretch) += 1;
        }
    }
    return units;
}

/// Sums over the series of one item; stretches in which one of them is unknown are left out.
void describe(UnusualItem& item, const std::vector<std::size_t>& series, const StretchTable& units) {
    std::vector<double> before;
    for (int stretch = 0; stretch < units.count(); ++stretch) {
        double sum = 0;
        for (const std::size_t one : series) {
            const float value = units.at(one, stretch);
            sum += stretch == 0 && std::isnan(value) ? 0 : static_cast<double>(value);
        }
        if (stretch == 0) {
            item.sold = sum;
        } else if (std::isfinite(sum)) {
            before.push_back(sum);
        }
    }
    item.usual = median(before);
}

}  // namespace

int stretchLength(PeriodKind kind) {
    return kind == PeriodKind::Day ? 28 : kind == PeriodKind::Week ? 4 : 3;
}

StretchTable::StretchTable(std::size_t series, int length, int periods)
    : m_series(series), m_count(std::clamp(periods / length - 1, 0, mostStretches)), m_length(length),
      m_values(series * static_cast<std::size_t>(m_count), std::nanf("")) {}

bool StretchTable::isCompared(const Panel& panel, std::size_t series, int stretch) const {
    const int first = panel.periods - (stretch + 1) * m_length;
    if (panel.begin[series] > first - m_length) {
        return false;
    }
    const auto states = panel.stateOf(series).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(m_length));
    return 2 * std::ranges::count(states, CellState::Sold) >= m_length;
}

std::vector<double> shareAsUnlike(const StretchTable& values, Side side) {
    const StretchTable table = comparable(values);
    const auto unlikeness = [&](std::size_t series, int stretch) {
        return side == Side::Both ? std::abs(table.at(series, stretch)) : table.at(series, stretch);
    };
    std::vector<float> earlier;
    for (std::size_t series = 0; series < table.seriesCount(); ++series) {
        for (int stretch = 1; stretch < table.count(); ++stretch) {
            if (std::isfinite(table.at(series, stretch))) {
                earlier.push_back(unlikeness(series, stretch));
            }
        }
    }
    std::ranges::sort(earlier);
    std::vector<double> shares(table.seriesCount(), std::nan(""));
    for (std::size_t series = 0; earlier.size() >= fewestEarlier && series < shares.size(); ++series) {
        const float latest = unlikeness(series, 0);
        if (std::isfinite(latest)) {
            const auto asUnlike = earlier.end() - std::ranges::lower_bound(earlier, latest);
            shares[series] = static_cast<double>(asUnlike + 1) / static_cast<double>(earlier.size() + 1);
        }
    }
    return shares;
}

UnusualItems findUnusual(const Panel& panel, const StretchTable& errors) {
    UnusualItems found;
    found.length = errors.length();
    const StretchTable units = unitsOf(panel, errors.length());
    const std::vector<double> byPattern = shareAsUnlike(errors, Side::Above);
    const std::vector<double> byUnits = shareAsUnlike(oneMore(units), Side::Both);
    std::map<std::string, std::vector<std::size_t>> seriesOf;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        seriesOf[panel.itemCodes[series]].push_back(series);
    }
    for (const auto& [code, all] : seriesOf) {
        double pattern = 1, amount = 1, told = 0;
        for (const std::size_t series : all) {
            if (std::isfinite(byPattern[series]) && std::isfinite(byUnits[series])) {
                pattern = std::min(pattern, byPattern[series]);
                amount = std::min(amount, byUnits[series]);
                told += 1;
            }
        }
        (told > 0 ? found.compared : found.tooNew) += 1;
        UnusualItem item{.code = code, .share = 2 * told * std::min(pattern, amount)};
        if (told > 0 && item.share < UnusualItems::calledBelow) {
            describe(item, all, units);
            item.kind = amount > 2 * UnusualItems::calledBelow ? UnusualItem::Kind::Pattern
                        : item.sold > item.usual              ? UnusualItem::Kind::More
                                                              : UnusualItem::Kind::Less;
            found.items.push_back(std::move(item));
        }
    }
    std::ranges::stable_sort(found.items, {}, &UnusualItem::share);
    return found;
}

const UnusualItem* UnusualItems::find(const std::string& code) const {
    const auto found = std::ranges::find(items, code, &UnusualItem::code);
    return found == items.end() ? nullptr : &*found;
}

const char* kindName(UnusualItem::Kind kind) {
    return kindNames.at(static_cast<std::size_t>(kind));
}

void to_json(nlohmann::json& to, const UnusualItem& item) {
    to = {{"item", item.code}, {"kind", kindName(item.kind)}, {"share", item.share}, {"sold", item.sold}, {"usual", item.usual}};
}

void from_json(const nlohmann::json& from, UnusualItem& item) {
    std::string kind = kindName(item.kind);
    json_fields::read(from, "item", item.code);
    json_fields::read(from, "kind", kind);
    json_fields::readNumber(from, "share", item.share);
    json_fields::readNumber(from, "sold", item.sold);
    json_fields::readNumber(from, "usual", item.usual);
    item.kind = kind == kindNames[0]   ? UnusualItem::Kind::More
                : kind == kindNames[1] ? UnusualItem::Kind::Less
                                       : UnusualItem::Kind::Pattern;
}

void to_json(nlohmann::json& to, const UnusualItems& found) {
    to = {{"length", found.length}, {"compared", found.compared}, {"too_new", found.tooNew}, {"items", found.items}};
}

void from_json(const nlohmann::json& from, UnusualItems& found) {
    json_fields::read(from, "length", found.length);
    json_fields::read(from, "compared", found.compared);
    json_fields::read(from, "too_new", found.tooNew);
    json_fields::read(from, "items", found.items);
}

}  // namespace foresell
