// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/dataset/forecaster.h"
#include "core/evaluation/training_options.h"
#include "core/evaluation/unusual_items.h"
#include "core/training/learning_settings.h"
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

    /// `fit` learns on from this model instead of anew, for a few epochs at a low rate, with all periods of the panel: items
    /// that it does not know begin as unknown ones. Its bands stay, since no period is left that it has not seen. Throws
    /// Error "model.*" in `fit` where model and panel do not fit together (see model_fit.h).
    void goOnFrom(std::shared_ptr<const NetworkForecaster> start);
    /// Throws Error "model.*" where the model cannot forecast the panel, or cannot learn on from it.
    void requireFits(const Panel& panel) const;
    void requireCanLearnOn(const Panel& panel, bool usesKnownFuture) const;
    /// Throws Error "model.other_network" where options ask for another network than this.
    void requireSameNetwork(const TrainingOptions& options) const;

    std::string name() const override;
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

    const TrainingResult& result() const;

    /// How badly the network tells the latest weeks of each series again from its code, and stretches of like length
    /// before: the reconstruction error of an autoencoder as a sign of anomalies (Sakurada and Yairi 2014, "Anomaly
    /// detection using autoencoders with nonlinear dimensionality reduction"). Of length 0 for a network that retells
    /// nothing.
    StretchTable retellingErrors(const Panel& panel, const JobControl& control) const;
    PeriodKind period() const;
    int horizon() const;
    Day lastDay() const;  ///< that it has learnt from; noDay: not known

    /// Learns up to an epoch without a model to forecast with, for a search; called again it goes on. Gives the least
    /// validation loss so far.
    double learnUntil(const Panel& panel, int horizon, int epoch, const JobControl& control);

    /// What `fit` would cost in time and memory; nothing is kept. Throws what `fit` throws.
    std::optional<TrainingEstimate> estimate(const Panel& panel, int horizon, const JobControl& control) const override;

    /// The trained model as a safetensors file, and back; the bytes may come from outside. Throws Error
    /// "model.damaged" for what is no model of this program.
    std::string save() const override;
    static std::unique_ptr<NetworkForecaster> load(std::string_view bytes);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

}  // namespace foresell
