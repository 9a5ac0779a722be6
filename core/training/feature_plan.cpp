// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"

namespace foresell {
namespace {

constexpr float smallestDeviation = 1e-6f;

/// Mean and deviation of what is known before `end`, and whether a logarithm suits it (a price: always positive).
NumberScale measure(const Covariate& covariate, std::size_t series, int stride, int end) {
    NumberScale scale{.name = covariate.name, .isBinary = covariate.isBinary, .isShared = covariate.shared};
    const std::size_t rows = covariate.shared ? 1 : series;
    scale.hasUnknown = std::ranges::any_of(covariate.isKnown, [](std::uint8_t known) { return known == 0; });
    if (covariate.isBinary) {
        return scale;
    }
    const auto visit = [&](auto&& take) {
        for (std::size_t row = 0; row < rows; ++row) {
            for (int column = 0; column < end; ++column) {
                const std::size_t at = row * static_cast<std::size_t>(stride) + static_cast<std::size_t>(column);
                if (covariate.isKnown.empty() || covariate.isKnown[at]) {
                    take(covariate.values[at]);
                }
            }
        }
    };
    float smallest = INFINITY;
    visit([&](float value) { smallest = std::min(smallest, value); });
    scale.isLog = std::isfinite(smallest) && smallest > 0;
    double count = 0, sum = 0, squares = 0;
    visit([&](float value) {
        const double x = scale.isLog ? std::log(value) : value;
        count += 1;
        sum += x;
        squares += x * x;
    });
    if (count > 0) {
        scale.mean = static_cast<float>(sum / count);
        const double variance = std::max(0.0, squares / count - sum / count * (sum / count));
        scale.deviation = std::max(smallestDeviation, static_cast<float>(std::sqrt(variance)));
    }
    return scale;
}

NumberScale measure(const StaticFeature& feature) {
    NumberScale scale{.name = feature.name};
    double sum = 0, squares = 0;
    for (const float value : feature.values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double count = std::max<double>(1, static_cast<double>(feature.values.size()));
    scale.mean = static_cast<float>(sum / count);
    scale.deviation = std::max(smallestDeviation,
                               static_cast<float>(std::sqrt(std::max(0.0, squares / count - sum / count * sum / count))));
    return scale;
}

CategoryPlan categoryOf(const std::string& name, const std::vector<std::string>& texts) {
    const std::set<std::string> distinct(texts.begin(), texts.end());
    CategoryPlan plan{.name = name};
    if (distinct.size() > 1) {
        plan.texts.assign(distinct.begin(), distinct.end());
    }
    plan.cardinality = static_cast<int>(plan.texts.size()) + 1;
    return plan;
}

void planCategories(FeaturePlan& plan, const Panel& panel) {
    const std::pair<const char*, const std::vector<std::string>*> dimensions[] = {
        {"item", &panel.itemCodes}, {"location", &panel.locationCodes}, {"channel", &panel.channelCodes}};
    for (const auto& [name, texts] : dimensions) {
        CategoryPlan category = categoryOf(name, *texts);
        if (!category.texts.empty()) {
            plan.categories.push_back(std::move(category));
        }
    }
    for (const StaticFeature& feature : panel.statics) {
        if (feature.cardinality > 1) {
            plan.categories.push_back({.name = feature.name, .texts = feature.texts, .cardinality = feature.cardinality});
        } else if (feature.cardinality == 0) {
            plan.numbers.push_back(measure(feature));
        }
    }
}

/// The mean and spread of the logarithms of the series' levels, and a level for a series that has none.
void measureLevels(FeaturePlan& plan, const Panel& panel, int trainEnd) {
    std::vector<double> logs;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const auto target = panel.targetOf(series);
        const auto state = panel.stateOf(series);
        double sum = 0, count = 0;
        for (int column = std::max(0, trainEnd - plan.year); column < trainEnd; ++column) {
            const auto at = static_cast<std::size_t>(column);
            if (state[at] == CellState::Sold) {
                sum += std::abs(target[at]);
                count += 1;
            }
        }
        if (sum > 0) {
            logs.push_back(std::log(sum / count));
        }
    }
    plan.logLevel.name = "log_level";
    if (logs.empty()) {
        return;
    }
    double sum = 0, squares = 0;
    for (const double value : logs) {
        sum += value;
        squares += value * value;
    }
    const double count = static_cast<double>(logs.size());
    plan.logLevel.mean = static_cast<float>(sum / count);
    plan.logLevel.deviation =
        std::max(0.1f, static_cast<float>(std::sqrt(std::max(0.0, squares / count - sum / count * sum / count))));
    std::ranges::nth_element(logs, logs.begin() + static_cast<std::ptrdiff_t>(logs.size() / 2));
    plan.fallbackLevel = static_cast<float>(std::exp(logs[logs.size() / 2]));
}

/// The lower median of the numbers, whose order changes; 0 of none.
double medianOf(std::vector<float>& values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// The scale of all series together, from what was seen before `trainEnd`.
DemandScale measureTogether(const Normalisation& normalisation, const Panel& panel, int trainEnd) {
    std::vector<float> seen;  // kept for medians alone
    double sum = 0, count = 0;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const auto target = panel.targetOf(series);
        const auto state = panel.stateOf(series);
        for (std::size_t column = 0; column < static_cast<std::size_t>(trainEnd); ++column) {
            if (state[column] == CellState::Sold && std::isfinite(target[column])) {
                sum += std::abs(static_cast<double>(target[column]));
                count += 1;
                if (normalisation.kind == Normalisation::Kind::Robust) {
                    seen.push_back(target[column]);
                }
            }
        }
    }
    const double median = medianOf(seen);
    std::ranges::transform(seen, seen.begin(), [&](float value) { return std::abs(value - static_cast<float>(median)); });
    return normalisation.scaleOf(sum > 0 ? sum / count : 1, median, medianOf(seen));
}

nlohmann::json toJson(const std::vector<NumberScale>& scales) {
    auto list = nlohmann::json::array();
    for (const NumberScale& scale : scales) {
        list.push_back({{"name", scale.name}, {"binary", scale.isBinary}, {"shared", scale.isShared},
                        {"log", scale.isLog}, {"unknown", scale.hasUnknown}, {"mean", scale.mean},
                        {"deviation", scale.deviation}});
    }
    return list;
}

std::vector<NumberScale> scalesFromJson(const nlohmann::json& list) {
    std::vector<NumberScale> scales;
    for (const auto& entry : list) {
        NumberScale scale{.name = entry.at("name"), .isBinary = entry.at("binary"), .isShared = entry.at("shared"),
                          .isLog = entry.at("log"), .hasUnknown = entry.at("unknown"), .mean = entry.at("mean"),
                          .deviation = entry.at("deviation")};
        if (!std::isfinite(scale.mean) || !(scale.deviation > 0)) {
            throw Error("model.damaged", "The model cannot be read: a scale is not a number.", "Train again.");
        }
        scales.push_back(std::move(scale));
    }
    return scales;
}

nlohmann::json toJson(const Normalisation& normalisation, const DemandScale& all) {
    return {{"kind", normalisation.kindName()}, {"scope", normalisation.scopeName()},
            {"level", all.level}, {"centre", all.centre}, {"spread", all.spread}};
}

Normalisation normalisationFromJson(const nlohmann::json& json) try {
    return Normalisation::named(json.at("kind"), json.at("scope"));
} catch (const Error&) {
    throw Error("model.damaged", "The model cannot be read: its normalisation is not known.", "Train again.");
}

void checkRanges(const FeaturePlan& plan) {
    const DemandScale& all = plan.allSeries;
    const bool isFine = all.level > 0 && all.spread > 0 && std::isfinite(all.level) && std::isfinite(all.centre) &&
                        std::isfinite(all.spread) && plan.lookback > 0 && plan.lookback < 10000 && plan.horizon > 0 && plan.horizon < 10000 &&
                        plan.season > 0 && plan.season < 1000 && plan.year > 0 && plan.year < 10000 &&
                        plan.levelWindow > 0 && plan.levelWindow < 10000 && plan.fallbackLevel > 0 &&
                        std::isfinite(plan.fallbackLevel);
    if (!isFine) {
        throw Error("model.damaged", "The model cannot be read: its windows are out of range.", "Train again.");
    }
}

/// Codes are looked up in order, and each needs its row of the embedding.
void checkTexts(const CategoryPlan& category) {
    const bool isFine = category.cardinality > 0 &&
                        (category.texts.empty() || (category.cardinality == std::ssize(category.texts) + 1 &&
                                                    std::ranges::is_sorted(category.texts)));
    if (!isFine) {
        throw Error("model.damaged", "The model cannot be read: its categories are not understood.", "Train again.");
    }
}

}  // namespace

float NumberScale::scaled(float value) const {
    if (isBinary) {
        return value;
    }
    const float x = isLog ? std::log(std::max(value, 1e-6f)) : value;
    return std::clamp((x - mean) / deviation, -8.0f, 8.0f);
}

std::vector<int> FeaturePlan::levelWindows() const {
    switch (kind) {
        case PeriodKind::Day:
            return {7, 28, 91, 364};
        case PeriodKind::Week:
            return {2, 6, 13, 52};
        case PeriodKind::Month:
            break;
    }
    return {2, 3, 6, 12};
}

std::vector<int> FeaturePlan::yearSpans() const {
    switch (kind) {
        case PeriodKind::Day:
            return {0, 3, 10};
        case PeriodKind::Week:
            return {0, 1, 3};
        case PeriodKind::Month:
            break;
    }
    return {0, 1};
}

std::vector<int> FeaturePlan::seasonCounts() const {
    return season > 1 ? std::vector<int>{4, 8, 52} : std::vector<int>{};
}

FeaturePlan planFeatures(const Panel& panel, int trainEnd, int horizon, const TrainingOptions& options) {
    FeaturePlan plan;
    plan.kind = panel.axis.kind;
    plan.horizon = horizon;
    plan.allowsNegative = panel.allowsNegative;
    plan.isWhole = std::ranges::all_of(panel.target, [](float value) { return value == std::floor(value); });
    plan.seesSoldOut = !panel.censored.empty();
    const bool isDay = plan.kind == PeriodKind::Day;
    const bool isWeek = plan.kind == PeriodKind::Week;
    plan.season = isDay ? 7 : 1;
    plan.year = isDay ? 364 : isWeek ? 52 : 12;
    const int usual = isDay ? 56 : isWeek ? 52 : 24;
    plan.lookback = options.lookback > 0 ? options.lookback : std::clamp(usual, 1, std::max(1, trainEnd));
    plan.levelWindow = isDay ? 56 : isWeek ? 13 : 12;
    if (options.useKnownFuture) {
        for (const Covariate& covariate : panel.knownFuture) {
            plan.knownFuture.push_back(
                measure(covariate, panel.seriesCount(), panel.periods + panel.futurePeriods, trainEnd));
        }
    }
    for (const Covariate& covariate : panel.pastOnly) {
        plan.pastOnly.push_back(measure(covariate, panel.seriesCount(), panel.periods, trainEnd));
    }
    planCategories(plan, panel);
    measureLevels(plan, panel, trainEnd);
    plan.normalisation = Normalisation::named(options.normalisation, options.normalisationScope);
    if (!plan.normalisation.isPerSeries()) {
        plan.allSeries = measureTogether(plan.normalisation, panel, trainEnd);
    }
    return plan;
}

nlohmann::json toJson(const FeaturePlan& plan) {
    auto categories = nlohmann::json::array();
    for (const CategoryPlan& category : plan.categories) {
        categories.push_back(
            {{"name", category.name}, {"texts", category.texts}, {"cardinality", category.cardinality}});
    }
    return {{"kind", static_cast<int>(plan.kind)},
            {"lookback", plan.lookback},
            {"horizon", plan.horizon},
            {"season", plan.season},
            {"year", plan.year},
            {"level_window", plan.levelWindow},
            {"allows_negative", plan.allowsNegative},
            {"is_whole", plan.isWhole},
            {"sees_sold_out", plan.seesSoldOut},
            {"fallback_level", plan.fallbackLevel},
            {"normalisation", toJson(plan.normalisation, plan.allSeries)},
            {"log_level", toJson(std::vector{plan.logLevel})},
            {"known_future", toJson(plan.knownFuture)},
            {"past_only", toJson(plan.pastOnly)},
            {"numbers", toJson(plan.numbers)},
            {"categories", categories}};
}

FeaturePlan featurePlanFromJson(const nlohmann::json& json) {
    FeaturePlan plan;
    const int kind = json.at("kind");
    plan.kind = static_cast<PeriodKind>(std::clamp(kind, 0, 2));
    plan.lookback = json.at("lookback");
    plan.horizon = json.at("horizon");
    plan.season = json.at("season");
    plan.year = json.at("year");
    plan.levelWindow = json.at("level_window");
    plan.allowsNegative = json.at("allows_negative");
    plan.isWhole = json.at("is_whole");
    plan.seesSoldOut = json.value("sees_sold_out", false);
    plan.fallbackLevel = json.at("fallback_level");
    if (const auto found = json.find("normalisation"); found != json.end()) {  // older models have the logarithm of each series
        plan.normalisation = normalisationFromJson(*found);
        plan.allSeries = {found->at("level"), found->at("centre"), found->at("spread")};
    }
    plan.logLevel = scalesFromJson(json.at("log_level")).at(0);
    plan.knownFuture = scalesFromJson(json.at("known_future"));
    plan.pastOnly = scalesFromJson(json.at("past_only"));
    plan.numbers = scalesFromJson(json.at("numbers"));
    for (const auto& entry : json.at("categories")) {
        plan.categories.push_back(
            {.name = entry.at("name"), .texts = entry.at("texts"), .cardinality = entry.at("cardinality")});
        checkTexts(plan.categories.back());
    }
    checkRanges(plan);
    return plan;
}

}  // namespace foresell
