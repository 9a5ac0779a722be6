// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/simple_method.h"

#include <algorithm>
#include <functional>

#include "core/baselines/adida.h"
#include "core/baselines/boosted_trees.h"
#include "core/baselines/calendar_regression.h"
#include "core/baselines/croston.h"
#include "core/baselines/drift.h"
#include "core/baselines/ets.h"
#include "core/baselines/imapa.h"
#include "core/baselines/moving_average.h"
#include "core/baselines/naive.h"
#include "core/baselines/seasonal_naive.h"
#include "core/baselines/seasonal_trend.h"
#include "core/baselines/theta.h"
#include "core/baselines/tsb.h"

namespace foresell {

namespace {

struct Entry {
    std::string name;
    bool isStandard;
    std::function<std::unique_ptr<Forecaster>(const SimpleMethodOptions&)> make;
};

template <typename Method, typename... Arguments>
Entry entry(const std::string& name, bool isStandard, Arguments... arguments) {
    return {name, isStandard, [arguments...](const SimpleMethodOptions&) { return std::make_unique<Method>(arguments...); }};
}

std::unique_ptr<Forecaster> makeBoostedTrees(const SimpleMethodOptions& options) {
    return std::make_unique<BoostedTrees>(TreeOptions{options.seed, options.threads, options.timeBudgetSeconds});
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all{entry<SeasonalNaive>("seasonal_naive", true),
                                        entry<MovingAverage>("moving_average", true),
                                        entry<Naive>("naive", false),
                                        entry<Drift>("drift", false),
                                        entry<Ets>("ets", false),
                                        entry<Theta>("theta", false, Theta::Kind::Standard),
                                        entry<Theta>("optimized_theta", false, Theta::Kind::Optimized),
                                        entry<SeasonalTrend>("mstl", false),
                                        entry<CalendarRegression>("calendar_regression", true),
                                        {"boosted_trees", false, makeBoostedTrees},
                                        entry<Croston>("croston", false, Croston::Kind::Classic),
                                        entry<Croston>("sba", false, Croston::Kind::Sba),
                                        entry<Tsb>("tsb", false),
                                        entry<Adida>("adida", false),
                                        entry<Imapa>("imapa", false)};
    return all;
}

std::vector<std::string> namesOf(bool standardOnly) {
    std::vector<std::string> names;
    for (const Entry& entry : entries()) {
        if (entry.isStandard || !standardOnly) {
            names.push_back(entry.name);
        }
    }
    return names;
}

}  // namespace

const std::vector<std::string>& simpleMethods() {
    static const std::vector<std::string> names = namesOf(false);
    return names;
}

const std::vector<std::string>& standardMethods() {
    static const std::vector<std::string> names = namesOf(true);
    return names;
}

std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name, const SimpleMethodOptions& options) {
    const auto found = std::ranges::find(entries(), name, &Entry::name);
    return found == entries().end() ? nullptr : found->make(options);
}

std::unique_ptr<Forecaster> loadSimpleMethod(std::string_view bytes) {
    return BoostedTrees::isModel(bytes) ? BoostedTrees::load(bytes) : nullptr;
}

}  // namespace foresell
