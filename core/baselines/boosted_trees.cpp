// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/boosted_trees.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/model_file.h"
#include "core/base/process_memory.h"
#include "core/base/version.h"
#include "core/baselines/error_bands.h"
#include "core/baselines/parallel_series.h"
#include "core/baselines/ratio_bands.h"
#include "core/baselines/tree_samples.h"
#include "core/baselines/tree_series.h"

namespace foresell {

namespace {

constexpr int formatVersion = 1;
constexpr std::size_t mostSamples = 400'000;
constexpr std::size_t mostSamplesTried = 150'000;
constexpr double triedShare = 0.4;  // of the trees, at a rate as much higher
constexpr std::size_t trials = 6;
constexpr std::array<double, trials> triedShares{0.1, 0.2, 0.35, 0.5, 0.75, 1};
constexpr int fewestPeriods = 3;  // beside the horizon, for bands
constexpr std::size_t fewSamples = 200'000;  // that are not worth a second thread

/// Few rows take smaller and fewer trees. `share` of the usual number of trees learn as much as all.
BoostSettings settingsFor(std::size_t samples, TreeLoss loss, const TreeOptions& options, double share) {
    BoostSettings settings;
    settings.objective = loss == TreeLoss::Log ? "reg:squarederror" : "reg:tweedie";
    settings.leastWeight = std::clamp(static_cast<double>(samples) / 3000, 5.0, 50.0);
    settings.depth = samples < 20'000 ? 4 : samples < 100'000 ? 6 : 7;
    const double rounds = std::clamp(static_cast<double>(samples) / 100, 50.0, static_cast<double>(settings.rounds));
    settings.rounds = std::max(10, static_cast<int>(std::lround(rounds * share)));
    settings.rate /= share;
    settings.seed = options.seed;
    settings.threads = samples < fewSamples ? 1 : options.threads;
    return settings;
}

/// The last column before the end that judges the trees; the last of all where the history is too short for one.
int originBefore(const Panel& panel, int horizon) {
    return panel.periods - 1 - std::max(0, std::min(horizon, (panel.periods - fewestPeriods) / 2));
}

std::string keyOf(const Panel& panel, std::size_t series) {
    return panel.itemCodes[series] + '\n' + panel.locationCodes[series] + '\n' + panel.channelCodes[series];
}

}  // namespace

struct BoostedTrees::Parts {
    TreeOptions options;
    std::optional<TreeFeatures> features;
    TreeLoss loss = TreeLoss::Log;
    TreeEnsemble trees;
    RatioBands bands;
    double usualLevel = 1;
    bool isWhole = false;            ///< demand comes in whole pieces
    std::vector<std::string> keys;  ///< of the series that the bands know

    struct Trial {
        std::vector<double> points;  ///< trial x step
        std::array<double, trials> losses{};
    };

    /// Everything that is known before the first tree.
    void look(const Panel& panel);
    /// Appends the point forecasts of a series.
    void addPoints(const Panel& panel, std::size_t series, int horizon, std::vector<double>& points) const;
    TreeEnsemble learn(const Panel& panel, int horizon, const JobControl& control);
    TreeEnsemble tryWithoutEnd(const Panel& panel, int horizon, int end, const JobControl& control) const;
    /// What ever more trees say of the held-out steps of a series.
    Trial trial(const TreeEnsemble& part, const Panel& panel, std::size_t series, int origin, int steps) const;
    /// Measures the bands on the end; returns the share of the trees that missed it least.
    double judgeEnd(const Panel& panel, int horizon, const JobControl& control);
};

BoostedTrees::BoostedTrees(const TreeOptions& options) : m(std::make_unique<Parts>()) {
    m->options = options;
}

BoostedTrees::~BoostedTrees() = default;

TreeEnsemble BoostedTrees::Parts::tryWithoutEnd(const Panel& panel, int horizon, int end, const JobControl& control) const {
    const TreeSamples samples(*features, panel, horizon, end, mostSamplesTried, options.seed);
    if (samples.size() == 0) {
        return TreeEnsemble(features->count());  // of no trees: the level of each series
    }
    BoostSettings settings = settingsFor(samples.size(), loss, options, triedShare);
    settings.secondsAtMost = 0.3 * options.secondsAtMost;
    return boostTrees(samples.source(loss, control), settings, control);
}

BoostedTrees::Parts::Trial BoostedTrees::Parts::trial(const TreeEnsemble& part, const Panel& panel, std::size_t series, int origin,
                                                      int steps) const {
    const TreeSeries own(*features, panel, series, usualLevel);
    const std::size_t width = part.width();
    std::vector<float> rows(static_cast<std::size_t>(steps) * width), sums(static_cast<std::size_t>(steps), 0.0F);
    for (int step = 1; step <= steps; ++step) {
        own.fill(origin, step, std::span(rows).subspan(static_cast<std::size_t>(step - 1) * width, width));
    }
    Trial trial;
    const double level = own.level(origin);
    std::size_t first = 0;
    for (std::size_t at = 0; at < trials; ++at) {
        const auto last = static_cast<std::size_t>(std::lround(static_cast<double>(part.treeCount()) * triedShares[at]));
        part.add(rows, sums, first, last);
        first = last;
        for (int step = 1; step <= steps; ++step) {
            const auto column = static_cast<std::size_t>(origin + step);
            const double ratio = ratioOf(loss, static_cast<double>(sums[static_cast<std::size_t>(step - 1)]));
            trial.points.push_back(level * ratio);
            if (panel.stateOf(series)[column] == CellState::Sold) {
                trial.losses[at] += lossOf(loss, ratio, static_cast<double>(panel.targetOf(series)[column]) / level);
            }
        }
    }
    return trial;
}

double BoostedTrees::Parts::judgeEnd(const Panel& panel, int horizon, const JobControl& control) {
    const int origin = originBefore(panel, horizon), held = panel.periods - 1 - origin;
    bands = {};
    if (held < 1) {
        return 0.5;
    }
    const TreeEnsemble part = tryWithoutEnd(panel, horizon, origin + 1, control);
    bands = RatioBands(horizon, panel.seriesCount());
    std::vector<Trial> told(panel.seriesCount());
    forEachPiece(panel.seriesCount(), control, [&](std::size_t begin, std::size_t end) {
        for (std::size_t series = begin; series < end; ++series) {
            if (panel.begin[series] <= origin) {
                told[series] = trial(part, panel, series, origin, held);
            }
        }
    });
    std::size_t best = 0;
    std::array<double, trials> losses{};
    for (std::size_t at = 0; at < trials; ++at) {
        for (const Trial& one : told) {
            losses[at] += one.losses[at];
        }
        best = losses[at] < losses[best] ? at : best;
    }
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int step = 1; step <= held && !told[series].points.empty(); ++step) {
            const auto column = static_cast<std::size_t>(origin + step);
            const double point = told[series].points[best * static_cast<std::size_t>(held) + static_cast<std::size_t>(step - 1)];
            if (panel.stateOf(series)[column] == CellState::Sold && point > 0) {
                bands.add(series, step, point, static_cast<double>(panel.targetOf(series)[column]));
            }
        }
    }
    bands.finish();
    return triedShares[best];
}

TreeEnsemble BoostedTrees::Parts::learn(const Panel& panel, int horizon, const JobControl& control) {
    const double share = judgeEnd(panel, horizon, control);
    const TreeSamples samples(*features, panel, horizon, panel.periods, mostSamples, options.seed);
    if (samples.size() == 0) {
        return TreeEnsemble(features->count());
    }
    BoostSettings settings = settingsFor(samples.size(), loss, options, 1);
    settings.rounds = static_cast<int>(std::lround(settings.rounds * share));
    settings.secondsAtMost = 0.6 * options.secondsAtMost;
    return boostTrees(samples.source(loss, control), settings, control);
}

void BoostedTrees::Parts::addPoints(const Panel& panel, std::size_t series, int horizon, std::vector<double>& points) const {
    const auto steps = static_cast<std::size_t>(horizon);
    const std::size_t width = trees.width();
    const TreeSeries own(*features, panel, series, usualLevel);
    std::vector<float> rows(steps * width), sums(steps);
    for (std::size_t step = 0; step < steps; ++step) {
        own.fill(panel.periods - 1, static_cast<int>(step) + 1, std::span(rows).subspan(step * width, width));
    }
    trees.predict(rows, sums);
    for (const float sum : sums) {
        points.push_back(own.level(panel.periods - 1) * ratioOf(loss, static_cast<double>(sum)));
    }
}

void BoostedTrees::Parts::look(const Panel& panel) {
    features.emplace(panel);
    loss = lossFor(panel);
    usualLevel = usualLevelOf(panel);
    isWhole = std::ranges::all_of(panel.target, [](float value) { return value == std::round(value); });
    keys.clear();
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        keys.push_back(keyOf(panel, series));
    }
}

void BoostedTrees::fit(const Panel& panel, int horizon, const JobControl& control) {
    m->look(panel);
    m->trees = m->learn(panel, horizon, control);
}

std::optional<TrainingEstimate> BoostedTrees::estimate(const Panel& panel, int horizon, const JobControl& control) const {
    Parts parts;
    parts.options = m->options;
    parts.look(panel);
    const TreeSamples samples(*parts.features, panel, horizon, panel.periods, mostSamples, parts.options.seed);
    if (samples.size() == 0) {
        return TrainingEstimate{.memoryBytes = peakMemory()};
    }
    const BoostSettings all = settingsFor(samples.size(), parts.loss, parts.options, 1);
    const BoostCost cost = costOfTrees(samples.source(parts.loss, control), all, control);
    double seconds = cost.reading + all.rounds * cost.tree;
    if (const int origin = originBefore(panel, horizon); origin < panel.periods - 1) {
        const TreeSamples fewer(*parts.features, panel, horizon, origin + 1, mostSamplesTried, parts.options.seed);
        const BoostSettings tried = settingsFor(fewer.size(), parts.loss, parts.options, triedShare);
        const double share = static_cast<double>(fewer.size()) / static_cast<double>(samples.size());
        const double tree = cost.tree * share * tried.depth / all.depth;
        seconds += share * cost.reading + tried.rounds * tree;
    }
    const double budget = parts.options.secondsAtMost;
    return TrainingEstimate{.seconds = budget > 0 ? std::min(budget, seconds) : seconds, .memoryBytes = peakMemory()};
}

Forecast BoostedTrees::predict(const Panel& panel, int horizon, const std::vector<double>& levels, const JobControl& control) const {
    if (!m->features) {
        BoostedTrees fitted(m->options);
        fitted.fit(panel, horizon, control);
        return fitted.predict(panel, horizon, levels, control);
    }
    if (panel.axis.kind != m->features->kind()) {
        throw Error("forecast.other_period", "The model was trained on other periods than these.",
                    "Train a model for these periods.");
    }
    Forecast forecast = emptyForecast(panel, horizon, levels);
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < m->keys.size(); ++i) {
        places.emplace(m->keys[i], i);
    }
    const bool isMean = m->loss == TreeLoss::Tweedie;
    forEachPiece(panel.seriesCount(), control, [&](std::size_t begin, std::size_t end) {
        std::vector<double> points;
        for (std::size_t series = begin; series < end; ++series) {
            m->addPoints(panel, series, horizon, points);
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::size_t series = begin + i / static_cast<std::size_t>(horizon);
            const int step = static_cast<int>(i % static_cast<std::size_t>(horizon));
            if (isClosedAhead(panel, series, step)) {
                continue;  // nothing is sold then
            }
            const std::string key = keyOf(panel, series);
            const auto place = places.find(key);
            const double spread = place == places.end() ? 1 : m->bands.spreadOf(place->second);
            const std::size_t cell = series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step);
            const double point = std::min(points[i], 1e30);
            forecast.mean[cell] = static_cast<float>(isMean ? point : m->bands.meanOver(step + 1, point));
            for (std::size_t level = 0; level < levels.size(); ++level) {
                const double value = std::min(1e30, m->bands.quantile(levels[level], step + 1, point, spread, isMean));
                // Of whole pieces, a quantile under a half is none.
                forecast.quantiles[cell * levels.size() + level] = m->isWhole && value < 0.5 ? 0.0F : static_cast<float>(value);
            }
        }
    });
    return forecast;
}

std::string BoostedTrees::save() const {
    if (!m->features) {
        throw Error("forecast.not_trained", "The trees have not been grown yet.", "Train them first.");
    }
    ModelFile file;
    file.description = {{"foresell_trees", formatVersion},
                        {"version", version()},
                        {"model", name()},
                        {"features", m->features->toJson()},
                        {"width", m->trees.width()},
                        {"trees", m->trees.treeCount()},
                        {"nodes", m->trees.nodeCount()},
                        {"loss", m->loss == TreeLoss::Log ? "log" : "tweedie"},
                        {"bands", m->bands.toJson()},
                        {"usual_level", m->usualLevel},
                        {"whole", m->isWhole},
                        {"series", m->keys},
                        {"seed", m->options.seed}};
    file.arrays = m->trees.arrays();
    return writeModelFile(file);
}

bool BoostedTrees::isModel(std::string_view bytes) {
    return readModelFile(bytes).description.contains("foresell_trees");
}

std::unique_ptr<BoostedTrees> BoostedTrees::load(std::string_view bytes) try {
    const ModelFile file = readModelFile(bytes);
    const nlohmann::json& told = file.description;
    if (told.at("foresell_trees").get<int>() != formatVersion) {
        throw Error("model.other_version", "The model was made by another version of Foresell.", "Train again.");
    }
    TreeOptions options;
    options.seed = told.at("seed");
    auto trees = std::make_unique<BoostedTrees>(options);
    Parts& parts = *trees->m;
    parts.features.emplace(TreeFeatures::fromJson(told.at("features")));
    const std::size_t width = parts.features->count();
    parts.loss = told.at("loss").get<std::string>() == "log" ? TreeLoss::Log : TreeLoss::Tweedie;
    parts.bands = RatioBands::fromJson(told.at("bands"));
    parts.usualLevel = told.at("usual_level");
    parts.isWhole = told.at("whole");
    parts.keys = told.at("series").get<std::vector<std::string>>();
    if (told.at("width").get<std::size_t>() != width || !(parts.usualLevel > 0) || !std::isfinite(parts.usualLevel)) {
        throw Error("model.damaged", "The model cannot be read: its features are not understood.", "Train again.");
    }
    parts.trees = TreeEnsemble::fromModel(file, width, told.at("trees"), told.at("nodes"));
    return trees;
} catch (const nlohmann::json::exception&) {
    throw Error("model.damaged", "The model cannot be read: its description is not understood.", "Train again.");
}

}  // namespace foresell
