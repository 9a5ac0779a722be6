// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/behaviour_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace foresell {

namespace {

constexpr std::array<const char*, 7> deedNames = {"views", "searches", "carts", "favourites", "orders", "visitors", "returning"};
enum { Views, Searches, Carts, Favourites, Orders, Visitors, Returning };

constexpr float following = 0.1F;
constexpr float mostTimes = 20;
constexpr std::size_t mostCells = 20'000'000;

/// Counts of one series by period.
struct Counts {
    std::array<std::vector<double>, 7> sums;
    std::vector<std::uint8_t> isKnown;
};

/// Where one series' values of a feature go.
struct Cells {
    float* values;
    std::uint8_t* isKnown;

    void put(std::size_t column, double value) const {
        values[column] = static_cast<float>(value);
        isKnown[column] = 1;
    }
};

using Fill = std::function<void(const Counts&, std::size_t series, const Cells&)>;

int fourWeeks(PeriodKind kind) {
    return kind == PeriodKind::Day ? 28 : kind == PeriodKind::Week ? 4 : 1;
}

int quarter(PeriodKind kind) {
    return kind == PeriodKind::Day ? 28 : kind == PeriodKind::Week ? 13 : 12;
}

void fillToUsual(const Counts& counts, std::size_t deed, const Cells& row) {
    double usual = -1;
    for (std::size_t column = 0; column < counts.isKnown.size(); ++column) {
        if (counts.isKnown[column] == 0) {
            continue;
        }
        const double count = counts.sums[deed][column];
        if (usual >= 0) {
            row.put(column, std::clamp((1 + count) / (1 + usual), 1.0 / mostTimes, double{mostTimes}));
        }
        usual = usual < 0 ? count : usual + following * (count - usual);
    }
}

/// Sum of `top` over sum of `bottom` in the window that ends with each period; unknown where there is nothing below.
void fillRatio(const Counts& counts, const std::vector<double>& top, const std::vector<double>& bottom, int window, const Cells& row) {
    double above = 0, below = 0;
    for (std::size_t column = 0; column < counts.isKnown.size(); ++column) {
        above += top[column];
        below += bottom[column];
        if (column >= static_cast<std::size_t>(window)) {
            above -= top[column - static_cast<std::size_t>(window)];
            below -= bottom[column - static_cast<std::size_t>(window)];
        }
        if (counts.isKnown[column] != 0 && below > 0.5) {
            row.put(column, std::clamp(above / below, 0.0, double{mostTimes}));
        }
    }
}

void fillRecency(const Counts& counts, int year, const Cells& row) {
    int since = -1;
    for (std::size_t column = 0; column < counts.isKnown.size(); ++column) {
        since = counts.sums[Views][column] > 0 ? 0 : since < 0 ? -1 : std::min(since + 1, year);
        if (counts.isKnown[column] != 0 && since >= 0) {
            row.put(column, since);
        }
    }
}

void fillFrequency(const Counts& counts, int window, const Cells& row) {
    int seen = 0, known = 0;
    for (std::size_t column = 0; column < counts.isKnown.size(); ++column) {
        const auto tally = [&](std::size_t at, int sign) {
            known += counts.isKnown[at] != 0 ? sign : 0;
            seen += counts.isKnown[at] != 0 && counts.sums[Views][at] > 0 ? sign : 0;
        };
        tally(column, 1);
        if (column >= static_cast<std::size_t>(window)) {
            tally(column - static_cast<std::size_t>(window), -1);
        }
        if (counts.isKnown[column] != 0) {
            row.put(column, static_cast<double>(seen) / known);
        }
    }
}

bool tells(const Covariate& covariate) {
    float first = 0;
    bool hasFirst = false;
    for (std::size_t cell = 0; cell < covariate.values.size(); ++cell) {
        if (covariate.isKnown[cell] != 0 && !hasFirst) {
            first = covariate.values[cell];
            hasFirst = true;
        }
        if (hasFirst && covariate.isKnown[cell] != 0 && covariate.values[cell] != first) {
            return true;
        }
    }
    return false;
}

}  // namespace

/// The rows of the items, or of the shop as a whole, and how each series finds its own.
struct BehaviourHistory::Group {
    std::string prefix;
    Day first = noDay, last = noDay;  ///< told of
    std::function<std::vector<const Rows*>(const SeriesKey&)> rowsOf;

    Counts countsOf(const Panel& panel, const SeriesKey& key) const;
};

Counts BehaviourHistory::Group::countsOf(const Panel& panel, const SeriesKey& key) const {
    const auto periods = static_cast<std::size_t>(panel.periods);
    Counts counts;
    for (auto& sums : counts.sums) {
        sums.assign(periods, 0.0);
    }
    counts.isKnown.assign(periods, 0);
    const std::vector<const Rows*> lists = rowsOf(key);
    if (lists.empty()) {
        return counts;
    }
    for (std::size_t column = 0; column < periods; ++column) {
        const std::int32_t period = panel.firstPeriod + static_cast<std::int32_t>(column);
        counts.isKnown[column] = panel.axis.firstDay(period) >= first && panel.axis.lastDay(period) <= last ? 1 : 0;
    }
    for (const Rows* rows : lists) {
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto& row = (*rows)[i];
            const bool isReplaced = i + 1 < rows->size() && (*rows)[i + 1].day == row.day;
            const std::int64_t column = std::int64_t{panel.axis.indexOf(row.day)} - panel.firstPeriod;
            if (isReplaced || column < 0 || column >= panel.periods) {
                continue;
            }
            for (std::size_t deed = 0; deed < deeds; ++deed) {
                counts.sums[deed][static_cast<std::size_t>(column)] += static_cast<double>(row.counts[deed]);
            }
        }
    }
    return counts;
}

void BehaviourHistory::add(const PlanBatch& batch) {
    std::array<const std::vector<double>*, deeds> columns{};
    for (std::size_t name = 0; name < batch.names.size(); ++name) {
        const auto found = std::ranges::find_if(deedNames, [&](const char* each) { return batch.names[name] == each; });
        if (found != deedNames.end()) {
            const auto deed = static_cast<std::size_t>(found - deedNames.begin());
            columns[deed] = &batch.values[name];
            m_isTold[deed] = true;
        }
    }
    for (std::size_t at = 0; at < batch.size(); ++at) {
        if (m_knownAt != noDay && batch.day[at] > m_knownAt) {
            continue;
        }
        BehaviourHistory::Row row{.day = batch.day[at]};
        for (std::size_t deed = 0; deed < deeds; ++deed) {
            const double count = columns[deed] != nullptr ? (*columns[deed])[at] : 0;
            row.counts[deed] = std::isfinite(count) ? static_cast<float>(count) : 0.0F;
        }
        Rows& rows = m_rows[{{batch.item[at]}, {batch.location[at]}, {batch.channel[at]}}];
        const bool isInOrder = rows.empty() || rows.back().day <= row.day;
        rows.insert(isInOrder ? rows.end() : std::ranges::upper_bound(rows, row.day, {}, [](const auto& each) { return each.day; }), row);
    }
}

std::vector<const BehaviourHistory::Rows*> BehaviourHistory::rowsFor(const SeriesKey& key) const {
    const auto fits = [](auto told, auto series) { return told.value == 0 || series.value == 0 || told == series; };
    const auto exact = m_rows.find(key);
    if (exact != m_rows.end()) {
        return {&exact->second};
    }
    std::vector<const Rows*> found;
    for (auto each = m_rows.lower_bound({key.item, {}, {}}); each != m_rows.end() && each->first.item == key.item; ++each) {
        if (fits(each->first.location, key.location) && fits(each->first.channel, key.channel)) {
            found.push_back(&each->second);
        }
    }
    return found;
}

void BehaviourHistory::addGroup(Panel& panel, const Group& group) const {
    const auto periods = static_cast<std::size_t>(panel.periods);
    std::vector<std::pair<std::string, Fill>> features;
    const auto plan = [&](const std::string& name, Fill fill) { features.emplace_back(group.prefix + name, std::move(fill)); };
    for (const std::size_t deed : {Views, Visitors, Carts, Favourites, Searches, Orders}) {
        if (m_isTold[deed]) {
            plan(std::string(deedNames[deed]) + "_to_usual",
                 [deed](const Counts& counts, std::size_t, const Cells& row) { fillToUsual(counts, deed, row); });
        }
    }
    const int window = fourWeeks(panel.axis.kind);
    if (m_isTold[Views]) {
        plan("conversion", [&, window](const Counts& counts, std::size_t series, const Cells& row) {
            const auto sold = panel.targetOf(series);
            const std::vector<double> units(sold.begin(), sold.end());
            fillRatio(counts, m_isTold[Orders] ? counts.sums[Orders] : units, counts.sums[Views], window, row);
        });
        plan("view_recency", [&](const Counts& counts, std::size_t, const Cells& row) { fillRecency(counts, panel.axis.periodsPerYear(), row); });
        plan("view_frequency", [&](const Counts& counts, std::size_t, const Cells& row) { fillFrequency(counts, quarter(panel.axis.kind), row); });
    }
    if (m_isTold[Views] && m_isTold[Carts]) {
        plan("cart_share", [window](const Counts& counts, std::size_t, const Cells& row) {
            fillRatio(counts, counts.sums[Carts], counts.sums[Views], window, row);
        });
    }
    if (m_isTold[Visitors] && m_isTold[Returning]) {
        plan("repeat_share", [window](const Counts& counts, std::size_t, const Cells& row) {
            fillRatio(counts, counts.sums[Returning], counts.sums[Visitors], window, row);
        });
    }
    std::vector<Covariate> covariates;
    for (const auto& [name, fill] : features) {
        covariates.push_back({.name = name, .shared = false, .isBinary = false, .values = {}, .isKnown = {}});
        covariates.back().values.assign(panel.target.size(), 0.0F);
        covariates.back().isKnown.assign(panel.target.size(), 0);
    }
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const Counts counts = group.countsOf(panel, panel.keys[series]);
        for (std::size_t i = 0; i < features.size(); ++i) {
            features[i].second(counts, series, {covariates[i].values.data() + series * periods, covariates[i].isKnown.data() + series * periods});
        }
    }
    for (Covariate& covariate : covariates) {
        if (tells(covariate)) {
            panel.pastOnly.push_back(std::move(covariate));
        }
    }
}

void BehaviourHistory::addTo(Panel& panel, const StandIns& standIns) const {
    if (m_rows.empty() || panel.target.size() > mostCells) {
        return;
    }
    Group items{.prefix = "", .first = noDay, .last = noDay, .rowsOf = [this, &standIns](const SeriesKey& key) {
                    std::vector<const Rows*> all = key.item ? rowsFor(key) : std::vector<const Rows*>();
                    for (const StandIns::Source& other : standIns.othersOf(key.item.value)) {
                        const std::vector<const Rows*> more = rowsFor({{other.item}, key.location, key.channel});
                        all.insert(all.end(), more.begin(), more.end());
                    }
                    return all;
                }};
    Group shop{.prefix = "shop_", .first = noDay, .last = noDay, .rowsOf = [this](const SeriesKey& key) {
                   return rowsFor({{}, key.location, key.channel});
               }};
    for (const auto& [key, rows] : m_rows) {
        Group& group = key.item ? items : shop;
        group.first = group.first == noDay ? rows.front().day : std::min(group.first, rows.front().day);
        group.last = group.last == noDay ? rows.back().day : std::max(group.last, rows.back().day);
    }
    for (const Group* group : {&items, &shop}) {
        if (group->first != noDay) {
            addGroup(panel, *group);
        }
    }
}

}  // namespace foresell
