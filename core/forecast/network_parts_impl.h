// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <mutex>
#include <optional>

#include "core/forecast/band_calibration.h"
#include "core/forecast/network_forecaster.h"
#include "core/training/trainer_impl.h"

namespace foresell {

/// What a NetworkForecaster holds; internal to its sources.
struct NetworkForecaster::Parts {
    TrainingOptions options;
    std::filesystem::path checkpointFolder;
    FaultHook hook;
    FeaturePlan plan;
    std::shared_ptr<ForecastNetwork> network;
    at::Device device = at::kCPU;
    BandCalibration bands;
    double meanShare = 1;  ///< see MeanShrinkage
    TrainingResult result;
    Day lastDay = noDay;
    std::shared_ptr<const NetworkForecaster> start;  ///< to learn on from; null: anew
    std::optional<ModelFile> partly;                 ///< how far learnUntil has come
    mutable std::mutex mutex;  ///< a network's working arrays serve one call at a time

    NetworkShape shapeFor(const Panel& panel, const NetworkInfo& info) const;
    Trainer makeTrainer(const Panel& panel, int horizon);
    Trainer makeTrainerFromStart(const Panel& panel);
    void copyWeights(const Parts& from);
    void calibrate(Trainer& trainer);
    void fillForecast(const DemandTargets& place, const DemandOutputs& outputs, std::size_t firstSeries, const Panel& panel,
                      const std::vector<double>& scores, Forecast& forecast) const;
};

}  // namespace foresell
