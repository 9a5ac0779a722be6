// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/dataset/forecaster.h"
#include "core/evaluation/training_options.h"
#include "core/training/learning_settings.h"
#include "core/training/training_estimate.h"
#include "core/training/training_result.h"

namespace foresell {

/// A network as a Forecaster: one global model over all series of a panel.
///
/// `fit` keeps the panel's last periods for validation, learns until they no longer gain, measures the width of the
/// bands on them, and then goes on for a few steps that see them too, so that the model that is kept knows the latest
/// periods. Throws Error "training.too_short" where not a single window can be made, and what the options ask for in
/// vain ("network.unknown", "training.option", "device.no_cuda").
class NetworkForecaster : public Forecaster {
public:
    /// `options.model` names the network, see availableNetworks().
    explicit NetworkForecaster(const TrainingOptions& options);
    ~NetworkForecaster() override;

    /// Checkpoints go there, and a training that was interrupted goes on from them; empty: none.
    void setCheckpointFolder(const std::filesystem::path& folder);
    void setFaultHook(FaultHook hook);

    std::string name() const override;
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

    const TrainingResult& result() const;

    /// What `fit` would cost in time and memory; nothing is kept. Throws what `fit` throws.
    TrainingEstimate estimate(const Panel& panel, int horizon, const JobControl& control) const;

    /// The trained model as a safetensors file, and back; the bytes may come from outside. Throws Error
    /// "model.damaged" for what is no model of this program.
    std::string save() const;
    static std::unique_ptr<NetworkForecaster> load(std::string_view bytes);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

}  // namespace foresell
