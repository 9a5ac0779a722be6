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

enum class Part {
    Standard,  ///< every training is judged against it
    Asked,     ///< compared where it is asked for
    Learner,   ///< judged against the standard ones
};

struct Entry {
    std::string name;
    Part part;
    std::function<std::unique_ptr<Forecaster>(const SimpleMethodOptions&)> make;
};

template <typename Method, typename... Arguments>
Entry entry(const std::string& name, Part part, Arguments... arguments) {
    return {name, part, [arguments...](const SimpleMethodOptions&) { return std::make_unique<Method>(arguments...); }};
}

std::unique_ptr<Forecaster> makeBoostedTrees(const SimpleMethodOptions& options) {
    return std::make_unique<BoostedTrees>(TreeOptions{options.seed, options.threads, options.timeBudgetSeconds});
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all{entry<SeasonalNaive>("seasonal_naive", Part::Standard),
                                        entry<MovingAverage>("moving_average", Part::Standard),
                                        entry<Naive>("naive", Part::Asked),
                                        entry<Drift>("drift", Part::Asked),
                                        entry<Ets>("ets", Part::Asked),
                                        entry<Theta>("theta", Part::Asked, Theta::Kind::Standard),
                                        entry<Theta>("optimized_theta", Part::Asked, Theta::Kind::Optimized),
                                        entry<SeasonalTrend>("mstl", Part::Asked),
                                        entry<CalendarRegression>("calendar_regression", Part::Standard),
                                        {"boosted_trees", Part::Learner, makeBoostedTrees},
                                        entry<Croston>("croston", Part::Asked, Croston::Kind::Classic),
                                        entry<Croston>("sba", Part::Asked, Croston::Kind::Sba),
                                        entry<Tsb>("tsb", Part::Asked),
                                        entry<Adida>("adida", Part::Asked),
                                        entry<Imapa>("imapa", Part::Asked)};
    return all;
}

std::vector<std::string> namesOf(std::initializer_list<Part> parts) {
    std::vector<std::string> names;
    for (const Entry& entry : entries()) {
        if (std::ranges::count(parts, entry.part) > 0) {
            names.push_back(entry.name);
        }
    }
    return names;
}

}  // namespace

const std::vector<std::string>& simpleMethods() {
    static const std::vector<std::string> names = namesOf({Part::Standard, Part::Asked, Part::Learner});
    return names;
}

const std::vector<std::string>& standardMethods() {
    static const std::vector<std::string> names = namesOf({Part::Standard});
    return names;
}

const std::vector<std::string>& learningMethods() {
    static const std::vector<std::string> names = namesOf({Part::Learner});
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
