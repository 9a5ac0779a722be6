// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/stock_features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace foresell {

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

}  // namespace

/// The days of the panel's history.
struct StockDays {
    Day first = 0;
    std::vector<float> told;  ///< by day; NaN: not told

    explicit StockDays(const Panel& panel)
        : first(panel.axis.firstDay(panel.firstPeriod)),
          told(static_cast<std::size_t>(panel.axis.lastDay(panel.firstPeriod + panel.periods - 1) - first + 1), unknown) {}
};

/// Availability of a place by day; `lasting` marks an empty stock that merely lasts.
struct StockAvailability {
    std::vector<float> availability;
    std::vector<std::uint8_t> lasting;
};

namespace {

/// Days that lie at most so far apart and say the same say it of the days between as well.
constexpr Day oneRun = 7;

/// Share of a style's demand whose sizes are in stock, from which on the style counts as in stock: some small size nearly always
/// is out, and days that are short are neither learnt from fully nor scored.
constexpr float enoughSizes = 0.8F;

float availabilityOf(double stock, double availability) {
    if (std::isfinite(availability)) {
        return static_cast<float>(std::clamp(availability, 0.0, 1.0));
    }
    return std::isfinite(stock) ? (stock > 0 ? 1.0F : 0.0F) : unknown;
}

std::size_t placeOf(Day day, Day first, std::size_t days) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(std::int64_t{day} - first, 0, static_cast<std::int64_t>(days)));
}

template <typename Runs>
StockAvailability spread(const StockDays& frame, const Runs& runs) {
    const std::size_t days = frame.told.size();
    StockAvailability place{frame.told, std::vector<std::uint8_t>(days, 0)};
    std::vector<std::uint8_t> ends(days, 0);
    Day emptySince = noDay;  // the last row before the panel begins, where it says empty
    Day lastBefore = noDay;
    for (const auto& run : runs) {
        if (run.first < frame.first && (lastBefore == noDay || run.first >= lastBefore)) {
            lastBefore = run.first;
            emptySince = run.availability == 0.0F ? std::min(run.last, frame.first - 1) : noDay;
        }
        const std::size_t begin = placeOf(run.first, frame.first, days), end = placeOf(run.last + 1, frame.first, days);
        const bool isEnd = std::isnan(run.availability);
        for (std::size_t day = begin; day < end; ++day) {
            if (isEnd) {
                ends[day] = 1;
            } else {
                place.availability[day] = run.availability;
            }
        }
    }
    for (std::size_t at = 0; at < days; ++at) {
        const Day day = frame.first + static_cast<Day>(at);
        if (!std::isnan(place.availability[at])) {
            emptySince = place.availability[at] == 0.0F ? day : noDay;
        } else if (ends[at] != 0) {
            emptySince = noDay;
        } else if (emptySince != noDay && day - emptySince <= StockHistory::longestEmpty) {
            place.availability[at] = 0;
            place.lasting[at] = 1;
        }
    }
    return place;
}

/// Adds a place or a size by its weight.
void addPlace(StockAvailability& sum, const StockAvailability& place, float weight) {
    for (std::size_t day = 0; day < sum.availability.size(); ++day) {
        const float value = place.availability[day];
        sum.availability[day] += weight * (std::isnan(value) ? 1.0F : value);
        sum.lasting[day] = sum.lasting[day] & place.lasting[day];
    }
}

StockAvailability nothing(std::size_t days) {
    return {std::vector<float>(days, 0.0F), std::vector<std::uint8_t>(days, 1)};
}

/// Of several places that the sales do not tell apart.
StockAvailability meanOf(std::vector<StockAvailability> places) {
    if (places.size() == 1) {
        return std::move(places.front());
    }
    StockAvailability mean = nothing(places.front().availability.size());
    for (const StockAvailability& place : places) {
        addPlace(mean, place, 1.0F);
    }
    for (float& value : mean.availability) {
        value /= static_cast<float>(places.size());
    }
    return mean;
}

/// Of items that are one by now: in stock where any of them is.
void takeBest(StockAvailability& best, const StockAvailability& other) {
    for (std::size_t day = 0; day < best.availability.size(); ++day) {
        const float value = other.availability[day];
        if (!std::isnan(value) && !(best.availability[day] > value)) {
            const bool isSame = best.availability[day] == value;
            best.lasting[day] = isSame ? best.lasting[day] & other.lasting[day] : other.lasting[day];
            best.availability[day] = value;
        }
    }
}

/// Marks the cells of one series.
class Marker {
public:
    Marker(Panel& panel, const StockDays& frame, std::size_t series) : m_panel(panel), m_frame(frame), m_series(series) {}

    void mark(StockAvailability days) {
        const auto periods = static_cast<std::size_t>(m_panel.periods);
        for (auto column = static_cast<std::size_t>(m_panel.begin[m_series]); column < periods; ++column) {
            const std::int32_t period = m_panel.firstPeriod + static_cast<std::int32_t>(column);
            const std::size_t begin = placeOf(m_panel.axis.firstDay(period), m_frame.first, days.availability.size());
            const std::size_t end = placeOf(m_panel.axis.lastDay(period) + 1, m_frame.first, days.availability.size());
            const std::size_t cell = m_series * periods + column;
            if (m_panel.target[cell] > 0) {
                endLasting(days, begin, end);
            }
            judge(cell, std::span(days.availability).subspan(begin, end - begin));
        }
    }

private:
    /// After a sale that no day of the period explains but those in which an empty stock merely lasts.
    static void endLasting(StockAvailability& days, std::size_t begin, std::size_t end) {
        const bool isExplained = std::any_of(days.lasting.begin() + static_cast<std::ptrdiff_t>(begin),
                                             days.lasting.begin() + static_cast<std::ptrdiff_t>(end),
                                             [](std::uint8_t lasts) { return lasts == 0; });
        for (std::size_t day = begin; !isExplained && day < days.availability.size() && (day < end || days.lasting[day] != 0); ++day) {
            if (days.lasting[day] != 0) {
                days.availability[day] = unknown;
                days.lasting[day] = 0;
            }
        }
    }

    void judge(std::size_t cell, std::span<const float> days) {
        const auto isEmpty = [](float value) { return value == 0.0F; };
        const bool isOut = std::ranges::all_of(days, isEmpty);
        const bool isShort = std::ranges::any_of(days, [](float value) { return value < 1.0F; });
        CellState& state = m_panel.state[cell];
        if (isOut && m_panel.target[cell] == 0.0F && (state == CellState::Sold || state == CellState::Gap)) {
            state = CellState::StockOut;
        } else if (isShort && state == CellState::Sold) {
            m_panel.censored.resize(m_panel.state.size(), 0);
            m_panel.censored[cell] = 1;
        }
    }

    Panel& m_panel;
    const StockDays& m_frame;
    std::size_t m_series;
};

}  // namespace

void StockHistory::append(Runs& runs, Day day, float availability) const {
    if (!runs.empty()) {
        Run& last = runs.back();
        if (last.availability == availability && day >= last.last && day - last.last <= oneRun) {
            last.last = day;
            return;
        }
    }
    runs.push_back({day, day, availability});
}

void StockHistory::add(const PlanBatch& batch) {
    const auto columnOf = [&batch](const char* name) {
        const auto found = std::ranges::find(batch.names, name);
        return found == batch.names.end() ? nullptr : &batch.values[static_cast<std::size_t>(found - batch.names.begin())];
    };
    const std::vector<double>* const stock = columnOf("stock");
    const std::vector<double>* const availability = columnOf("availability");
    Runs* runs = nullptr;
    SeriesKey last;
    for (std::size_t row = 0; row < batch.size(); ++row) {
        if (m_knownAt != noDay && batch.day[row] > m_knownAt) {
            continue;
        }
        const SeriesKey key{{batch.item[row]}, {batch.location[row]}, {batch.channel[row]}};
        if (runs == nullptr || key != last) {
            runs = &m_runs[key];
            last = key;
        }
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        append(*runs, batch.day[row],
               availabilityOf(stock != nullptr ? (*stock)[row] : none, availability != nullptr ? (*availability)[row] : none));
    }
}

std::vector<const StockHistory::Runs*> StockHistory::runsFor(const SeriesKey& key) const {
    for (const int mask : {3, 2, 1, 0}) {  // channel 1, location 2
        const auto found = m_runs.find({key.item, (mask & 2) != 0 ? key.location : LocationId{}, (mask & 1) != 0 ? key.channel : ChannelId{}});
        if (found != m_runs.end()) {
            return {&found->second};
        }
    }
    std::vector<const Runs*> places;
    for (auto each = m_runs.lower_bound({key.item, {}, {}}); each != m_runs.end() && each->first.item == key.item; ++each) {
        const bool isOfSeries = (key.location == LocationId{} || each->first.location == key.location || each->first.location == LocationId{}) &&
                                (key.channel == ChannelId{} || each->first.channel == key.channel || each->first.channel == ChannelId{});
        if (isOfSeries) {
            places.push_back(&each->second);
        }
    }
    return places;
}

std::optional<StockAvailability> StockHistory::toldOf(const StockDays& frame, const SeriesKey& key) const {
    std::vector<StockAvailability> places;
    for (const Runs* runs : runsFor(key)) {
        places.push_back(spread(frame, *runs));
    }
    return places.empty() ? std::nullopt : std::optional(meanOf(std::move(places)));
}

std::optional<StockAvailability> StockHistory::toldOfStyle(const StockDays& frame, const SeriesKey& key, const StandIns& standIns) const {
    StockAvailability style = nothing(frame.told.size());
    bool isTold = false;
    for (const StandIns::Source& size : standIns.othersOf(key.item.value)) {
        const auto told = toldOf(frame, {{size.item}, key.location, key.channel});
        isTold = isTold || told.has_value();
        addPlace(style, told.value_or(StockAvailability{frame.told, std::vector<std::uint8_t>(frame.told.size(), 0)}), static_cast<float>(size.share));
    }
    for (float& value : style.availability) {
        value = value >= enoughSizes ? 1.0F : value;
    }
    return isTold ? std::optional(std::move(style)) : std::nullopt;
}

std::optional<StockAvailability> StockHistory::toldOfMerged(const StockDays& frame, const SeriesKey& key, const StandIns& standIns) const {
    std::optional<StockAvailability> best = toldOf(frame, key);
    for (const StandIns::Source& other : standIns.othersOf(key.item.value)) {
        auto told = toldOf(frame, {{other.item}, key.location, key.channel});
        if (best && told) {
            takeBest(*best, *told);
        } else if (told) {
            best = std::move(told);
        }
    }
    return best;
}

void StockHistory::addTo(Panel& panel, const StandIns& standIns) const {
    if (panel.periods == 0 || m_runs.empty()) {
        return;
    }
    const StockDays frame(panel);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const SeriesKey& key = panel.keys[series];
        const bool isOfSizes = standIns.isStyle(key.item.value) && runsFor(key).empty();
        auto told = isOfSizes ? toldOfStyle(frame, key, standIns)
                    : standIns.isStyle(key.item.value) ? toldOf(frame, key) : toldOfMerged(frame, key, standIns);
        if (told) {
            Marker(panel, frame, series).mark(std::move(*told));
        }
    }
}

}  // namespace foresell
