// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/dataset/forecaster.h"

namespace foresell {

struct TreeOptions {
    std::uint64_t seed = 1;
    int threads = 0;            ///< 0: all cores
    double secondsAtMost = 0;  ///< of a fit; 0: no limit
};

/// Gradient-boosted trees over all series at once, as in the winning entries of the M5 competition (Makridakis et al. 2022):
/// they learn demand over the level of the series from its own past, the calendar, known prices and promotions and its
/// attributes (see TreeFeatures), with the number of steps ahead as one of the numbers, so that every step of the horizon
/// is forecast directly. `fit` learns first without the last horizon, which then tells how wide the bands must be (see
/// RatioBands), and then with all. The same panel, options and number of threads give the same trees.
class BoostedTrees : public Forecaster {
public:
    explicit BoostedTrees(const TreeOptions& options = {});
    ~BoostedTrees() override;

    std::string name() const override { return "boosted_trees"; }
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    /// Fits the panel itself where nothing was fitted before. Throws Error "forecast.other_period".
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

    std::optional<TrainingEstimate> estimate(const Panel& panel, int horizon, const JobControl& control) const override;

    std::string save() const override;
    /// Whether the bytes say that they are such a model. Throws Error "model.damaged" for what is no model file.
    static bool isModel(std::string_view bytes);
    /// The bytes may come from outside. Throws Error "model.damaged" and "model.other_version".
    static std::unique_ptr<BoostedTrees> load(std::string_view bytes);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

}  // namespace foresell
