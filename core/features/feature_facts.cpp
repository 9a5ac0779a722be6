// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/feature_facts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/features/series_features.h"

namespace foresell {

namespace {

constexpr int mostBars = 120;
constexpr std::size_t mostCategories = 24;
constexpr int stretches = 10;

/// Lowest, mean and highest of what is put into it.
struct Spread {
    double lowest = std::numeric_limits<double>::infinity(), highest = -std::numeric_limits<double>::infinity(), sum = 0;
    std::int64_t count = 0;

    void add(double value) {
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        sum += value;
        ++count;
    }
    void putInto(FeatureFacts& facts) const {
        facts.lowest = count > 0 ? lowest : 0;
        facts.highest = count > 0 ? highest : 0;
        facts.mean = count > 0 ? sum / static_cast<double>(count) : 0;
    }
};

class CovariateFacts {
public:
    CovariateFacts(const Panel& panel, const Covariate& covariate, bool isAhead)
        : m_panel(panel), m_covariate(covariate), m_width(panel.periods + (isAhead ? panel.futurePeriods : 0)) {
        m_facts.name = covariate.name;
        m_facts.role = isAhead ? FeatureRole::KnownAhead : FeatureRole::PastOnly;
        m_facts.isShared = covariate.shared;
    }

    FeatureFacts run() {
        const int bars = std::min(mostBars, m_panel.periods);
        std::vector<Spread> chart(static_cast<std::size_t>(std::max(bars, 0)));
        Spread spread;
        const std::size_t rows = m_covariate.shared ? std::min<std::size_t>(1, m_panel.seriesCount()) : m_panel.seriesCount();
        std::int64_t cells = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            for (int column = m_covariate.shared ? 0 : m_panel.begin[row]; column < m_width; ++column) {
                const std::size_t cell = row * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(column);
                const bool isKnown = m_covariate.isKnown.empty() || m_covariate.isKnown[cell] != 0;
                if (column >= m_panel.periods) {
                    ++m_facts.comingCells;
                    m_facts.comingMissing += isKnown ? 0 : 1;
                    continue;
                }
                ++cells;
                if (isKnown) {
                    const double value = m_covariate.values[cell];
                    spread.add(value);
                    chart[static_cast<std::size_t>(std::int64_t{column} * bars / m_panel.periods)].add(value);
                }
            }
        }
        m_facts.coverage = cells > 0 ? static_cast<double>(spread.count) / static_cast<double>(cells) : 0;
        spread.putInto(m_facts);
        for (const Spread& bar : chart) {
            m_facts.chart.push_back(bar.count > 0 ? static_cast<float>(bar.sum / static_cast<double>(bar.count)) : std::nanf(""));
        }
        return std::move(m_facts);
    }

private:
    const Panel& m_panel;
    const Covariate& m_covariate;
    int m_width;
    FeatureFacts m_facts;
};

void countCategories(const StaticFeature& feature, FeatureFacts& facts) {
    std::vector<float> counts(static_cast<std::size_t>(feature.cardinality), 0.0F);
    for (const std::int32_t code : feature.codes) {
        counts[static_cast<std::size_t>(code)] += 1;
    }
    facts.categories = feature.cardinality - 1;
    facts.coverage = feature.codes.empty() ? 0 : 1 - static_cast<double>(counts[0]) / static_cast<double>(feature.codes.size());
    facts.chart.assign(counts.begin() + 1, counts.end());
    std::ranges::sort(facts.chart, std::greater<>());
    facts.chart.resize(std::min(facts.chart.size(), mostCategories));
}

void countNumbers(const StaticFeature& feature, FeatureFacts& facts) {
    const bool isLog = std::ranges::none_of(feature.values, [](float value) { return value < 0; });
    Spread spread;
    std::vector<double> values;
    for (const float value : feature.values) {
        values.push_back(isLog ? std::expm1(value) : value);
        spread.add(values.back());
    }
    spread.putInto(facts);
    facts.coverage = values.empty() ? 0 : 1;
    facts.chart.assign(stretches, 0.0F);
    for (const double value : values) {
        const double share = spread.highest > spread.lowest ? (value - spread.lowest) / (spread.highest - spread.lowest) : 0;
        facts.chart[static_cast<std::size_t>(std::min(stretches - 1, static_cast<int>(share * stretches)))] += 1;
    }
}

FeatureFacts factsOf(const StaticFeature& feature) {
    FeatureFacts facts;
    facts.name = feature.name;
    facts.role = FeatureRole::Static;
    if (feature.cardinality > 0) {
        countCategories(feature, facts);
    } else {
        countNumbers(feature, facts);
    }
    return facts;
}

void note(FeatureFacts& facts, const FeatureSettings& settings, const FeatureSources& sources) {
    const std::vector<std::string> optional = seriesFeatureNames();
    const auto source = sources.find(facts.name);
    facts.source = source == sources.end() ? "" : source->second;
    facts.isOptional = facts.source == "series" && std::ranges::find(optional, facts.name) != optional.end();
    facts.isUsed = !settings.disabled.contains(facts.name) && (!facts.isOptional || settings.enabled.contains(facts.name));
    const auto derived = std::ranges::find(settings.derived, facts.name, &DerivedFeature::name);
    if (derived != settings.derived.end() && facts.source == "derived") {
        facts.formula = derived->formula;
    }
    const auto fill = settings.fills.find(facts.name);
    facts.fill = fill == settings.fills.end() ? "" : std::string(comingFillName(fill->second));
}

}  // namespace

std::string_view featureRoleName(FeatureRole role) {
    return role == FeatureRole::Static ? "static" : role == FeatureRole::KnownAhead ? "known" : "past";
}

std::vector<FeatureFacts> featureFacts(const Panel& panel, const FeatureSettings& settings, const FeatureSources& sources) {
    std::vector<FeatureFacts> all;
    for (const StaticFeature& feature : panel.statics) {
        all.push_back(factsOf(feature));
    }
    for (const Covariate& covariate : panel.knownFuture) {
        all.push_back(CovariateFacts(panel, covariate, true).run());
    }
    for (const Covariate& covariate : panel.pastOnly) {
        all.push_back(CovariateFacts(panel, covariate, false).run());
    }
    for (FeatureFacts& facts : all) {
        note(facts, settings, sources);
    }
    std::ranges::stable_sort(all, {}, [](const FeatureFacts& facts) { return std::pair(facts.role, facts.name); });
    return all;
}

const Covariate& knownAheadFeature(const Panel& panel, const std::string& name) {
    const auto found = std::ranges::find(panel.knownFuture, name, &Covariate::name);
    if (found != panel.knownFuture.end()) {
        return *found;
    }
    const std::map<std::string, std::string> details{{"feature", name}};
    if (std::ranges::find(panel.pastOnly, name, &Covariate::name) != panel.pastOnly.end()) {
        throw Error("features.past_only", "\"" + name + "\" is known for past periods alone: what has not happened yet cannot be told ahead.",
                    "Use it for the past, as forecasts do, or import coming values as a plan.", details);
    }
    if (std::ranges::find(panel.statics, name, &StaticFeature::name) != panel.statics.end()) {
        throw Error("features.static", "\"" + name + "\" does not change with time.", "Import a list of items to change it.", details);
    }
    throw Error("features.unknown", "There is no feature \"" + name + "\".", "Look at the list of features for the names.", details);
}

std::vector<ComingRow> comingRows(const Panel& panel, const Covariate& covariate, bool onlyMissing, std::size_t offset, std::size_t limit,
                                  std::size_t& total) {
    const auto periods = static_cast<std::size_t>(panel.periods);
    const std::size_t width = periods + static_cast<std::size_t>(panel.futurePeriods);
    const std::size_t rows = covariate.shared ? std::min<std::size_t>(1, panel.seriesCount()) : panel.seriesCount();
    std::vector<ComingRow> found;
    total = 0;
    for (std::size_t series = 0; series < rows; ++series) {
        ComingRow row{.series = series, .values = {}, .isKnown = {}};
        for (std::size_t cell = series * width + periods; cell < (series + 1) * width; ++cell) {
            row.values.push_back(covariate.values[cell]);
            row.isKnown.push_back(covariate.isKnown.empty() ? 1 : covariate.isKnown[cell]);
        }
        const bool isWanted = !onlyMissing || std::ranges::find(row.isKnown, 0) != row.isKnown.end();
        if (isWanted && total++ >= offset && found.size() < limit) {
            found.push_back(std::move(row));
        }
    }
    return found;
}

}  // namespace foresell
