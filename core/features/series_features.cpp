// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/series_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace foresell {

namespace {

constexpr double daysOfYear = 365.2425;
constexpr double mostTimes = 20;

struct Lengths {
    int fourWeeks, quarter, year, sameOfYear;
};

Lengths lengthsOf(PeriodKind kind) {
    return kind == PeriodKind::Day    ? Lengths{28, 91, 365, 364}
           : kind == PeriodKind::Week ? Lengths{4, 13, 52, 52}
                                      : Lengths{1, 3, 12, 12};
}

/// A covariate that is filled cell by cell; what is never put is unknown.
class Filling {
public:
    Filling(const std::string& name, bool isShared, std::size_t rows, int width) : m_width(static_cast<std::size_t>(width)) {
        m_covariate.name = name;
        m_covariate.shared = isShared;
        m_covariate.values.assign(rows * m_width, 0.0F);
        m_covariate.isKnown.assign(rows * m_width, 0);
    }
    void put(std::size_t row, int column, double value) {
        if (std::isfinite(value)) {
            m_covariate.values[row * m_width + static_cast<std::size_t>(column)] = static_cast<float>(value);
            m_covariate.isKnown[row * m_width + static_cast<std::size_t>(column)] = 1;
        }
    }
    void addTo(std::vector<Covariate>& covariates) {
        const auto known = std::ranges::count(m_covariate.isKnown, 1);
        if (known == 0) {
            return;
        }
        if (known == std::ssize(m_covariate.isKnown)) {
            m_covariate.isKnown.clear();
        }
        covariates.push_back(std::move(m_covariate));
    }

private:
    std::size_t m_width;
    Covariate m_covariate;
};

void addAge(Panel& panel) {
    const int width = panel.periods + panel.futurePeriods;
    Filling age("age", false, panel.seriesCount(), width);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int column = panel.begin[series]; column < width; ++column) {
            age.put(series, column, static_cast<double>(column - panel.begin[series]) / panel.axis.periodsPerYear());
        }
    }
    age.addTo(panel.knownFuture);
}

void addSeason(Panel& panel, bool isSine) {
    const int width = panel.periods + panel.futurePeriods;
    Filling season(isSine ? "season_sine" : "season_cosine", true, 1, width);
    for (int column = 0; column < width; ++column) {
        const double angle = 2 * std::numbers::pi * panel.labelOf(column) / daysOfYear;
        season.put(0, column, isSine ? std::sin(angle) : std::cos(angle));
    }
    season.addTo(panel.knownFuture);
}

/// The plan's price of every series and period; 0 where it is not known. Empty without one.
std::vector<double> pricesOf(const Panel& panel) {
    auto found = std::ranges::find(panel.knownFuture, "price", &Covariate::name);
    if (found == panel.knownFuture.end()) {
        found = std::ranges::find_if(panel.knownFuture, [](const Covariate& each) { return each.name.find("price") != std::string::npos; });
    }
    if (found == panel.knownFuture.end()) {
        return {};
    }
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    std::vector<double> prices(panel.seriesCount() * width);
    for (std::size_t cell = 0; cell < prices.size(); ++cell) {
        const std::size_t from = found->shared ? cell % width : cell;
        const bool isKnown = found->isKnown.empty() || found->isKnown[from] != 0;
        prices[cell] = isKnown && found->values[from] > 0 ? static_cast<double>(found->values[from]) : 0.0;
    }
    return prices;
}

void addDiscount(Panel& panel) {
    const std::vector<double> prices = pricesOf(panel);
    const int width = panel.periods + panel.futurePeriods, quarter = lengthsOf(panel.axis.kind).quarter;
    Filling discount("discount", false, panel.seriesCount(), width);
    for (std::size_t series = 0; series < panel.seriesCount() && !prices.empty(); ++series) {
        const double* const row = prices.data() + series * static_cast<std::size_t>(width);
        for (int column = 0; column < width; ++column) {
            const double highest = *std::max_element(row + std::max(0, column - quarter), row + column + 1);
            if (row[column] > 0) {
                discount.put(series, column, 1 - row[column] / highest);
            }
        }
    }
    discount.addTo(panel.knownFuture);
}

/// By series: a number that those of the same category share.
std::vector<std::int32_t> categoriesOf(const Panel& panel) {
    const auto found = std::ranges::find(panel.statics, "category", &StaticFeature::name);
    return found != panel.statics.end() && found->cardinality > 0 ? found->codes : std::vector<std::int32_t>(panel.seriesCount(), 0);
}

void addRelativePrice(Panel& panel) {
    const std::vector<double> prices = pricesOf(panel);
    const std::vector<std::int32_t> category = categoriesOf(panel);
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    const std::size_t groups = category.empty() ? 0 : static_cast<std::size_t>(*std::ranges::max_element(category)) + 1;
    std::vector<double> sums(groups * width), counts(groups * width);
    for (std::size_t cell = 0; cell < prices.size(); ++cell) {
        const std::size_t at = static_cast<std::size_t>(category[cell / width]) * width + cell % width;
        sums[at] += prices[cell];
        counts[at] += prices[cell] > 0 ? 1 : 0;
    }
    Filling relative("relative_price", false, panel.seriesCount(), static_cast<int>(width));
    for (std::size_t cell = 0; cell < prices.size(); ++cell) {
        const std::size_t at = static_cast<std::size_t>(category[cell / width]) * width + cell % width;
        if (prices[cell] > 0) {
            relative.put(cell / width, static_cast<int>(cell % width), prices[cell] * counts[at] / sums[at]);
        }
    }
    relative.addTo(panel.knownFuture);
}

/// Sums of what was observed, and how many there were, so that any stretch is known at once.
struct Running {
    std::vector<double> sum{0}, squares{0}, count{0};

    Running(const Panel& panel, std::size_t series) {
        const auto target = panel.targetOf(series);
        const auto state = panel.stateOf(series);
        for (std::size_t column = 0; column < target.size(); ++column) {
            const bool isSeen = state[column] == CellState::Sold;
            const double value = isSeen ? static_cast<double>(target[column]) : 0.0;
            sum.push_back(sum.back() + value);
            squares.push_back(squares.back() + value * value);
            count.push_back(count.back() + (isSeen ? 1 : 0));
        }
    }
    /// Of the `length` periods that end with `column`; NaN where none was observed.
    double mean(int column, int length) const {
        const auto [first, end] = stretch(column, length);
        return (sum[end] - sum[first]) / (count[end] - count[first]);
    }
    double spread(int column, int length) const {
        const auto [first, end] = stretch(column, length);
        const double n = count[end] - count[first], mean = (sum[end] - sum[first]) / n;
        return std::sqrt(std::max(0.0, (squares[end] - squares[first]) / n - mean * mean));
    }

private:
    static std::pair<std::size_t, std::size_t> stretch(int column, int length) {
        return {static_cast<std::size_t>(std::max(0, column + 1 - length)), static_cast<std::size_t>(column + 1)};
    }
};

template <typename Value>
void addPast(Panel& panel, const std::string& name, Value&& valueOf) {
    const Lengths lengths = lengthsOf(panel.axis.kind);
    Filling past(name, false, panel.seriesCount(), panel.periods);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const Running running(panel, series);
        for (int column = panel.begin[series]; column < panel.periods; ++column) {
            const double usual = running.mean(column, lengths.year);
            if (usual > 0) {
                past.put(series, column, std::min(valueOf(running, series, column, lengths) / usual, mostTimes));
            }
        }
    }
    past.addTo(panel.pastOnly);
}

void addLagYear(Panel& panel) {
    addPast(panel, "lag_year", [&panel](const Running&, std::size_t series, int column, const Lengths& lengths) {
        const int before = column - lengths.sameOfYear;
        const bool isSeen = before >= 0 && panel.stateOf(series)[static_cast<std::size_t>(before)] == CellState::Sold;
        return isSeen ? static_cast<double>(panel.targetOf(series)[static_cast<std::size_t>(before)]) : std::nan("");
    });
}

void addSalesRank(Panel& panel) {
    const std::vector<std::int32_t> category = categoriesOf(panel);
    const int fourWeeks = lengthsOf(panel.axis.kind).fourWeeks;
    std::vector<std::size_t> order(panel.seriesCount());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<Running> running;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        running.emplace_back(panel, series);
    }
    Filling rank("sales_rank", false, panel.seriesCount(), panel.periods);
    std::vector<double> sold(panel.seriesCount());
    for (int column = 0; column < panel.periods; ++column) {
        for (std::size_t series = 0; series < sold.size(); ++series) {
            const double mean = column >= panel.begin[series] ? running[series].mean(column, fourWeeks) : -1;
            sold[series] = std::isfinite(mean) ? mean : -1;
        }
        std::ranges::sort(order, {}, [&](std::size_t series) { return std::tuple(category[series], sold[series], series); });
        for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
            for (end = first; end < order.size() && category[order[end]] == category[order[first]];) {
                ++end;
            }
            for (std::size_t place = first; place < end && end - first > 1; ++place) {
                if (sold[order[place]] >= 0) {
                    rank.put(order[place], column, static_cast<double>(place - first) / static_cast<double>(end - first - 1));
                }
            }
        }
    }
    rank.addTo(panel.pastOnly);
}

struct SeriesFeature {
    const char* name;
    void (*add)(Panel&);
};

constexpr SeriesFeature features[] = {
    {"age", addAge},
    {"season_sine", [](Panel& panel) { addSeason(panel, true); }},
    {"season_cosine", [](Panel& panel) { addSeason(panel, false); }},
    {"discount", addDiscount},
    {"relative_price", addRelativePrice},
    {"sales_rank", addSalesRank},
    {"rolling_mean", [](Panel& panel) {
         addPast(panel, "rolling_mean", [](const Running& running, std::size_t, int column, const Lengths& lengths) {
             return running.mean(column, lengths.fourWeeks);
         });
     }},
    {"rolling_spread", [](Panel& panel) {
         addPast(panel, "rolling_spread", [](const Running& running, std::size_t, int column, const Lengths& lengths) {
             return running.spread(column, lengths.fourWeeks);
         });
     }},
    {"lag_year", addLagYear},
};

}  // namespace

std::vector<std::string> seriesFeatureNames() {
    std::vector<std::string> names;
    for (const SeriesFeature& feature : features) {
        names.emplace_back(feature.name);
    }
    return names;
}

void addSeriesFeatures(Panel& panel, const std::set<std::string>& names) {
    for (const SeriesFeature& feature : features) {
        if (names.contains(feature.name)) {
            feature.add(panel);
        }
    }
}

}  // namespace foresell
