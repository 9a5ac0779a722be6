// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include "core/networks/forecast_network_impl.h"
#include "core/training/feature_plan.h"
#include "core/training/window_sampler.h"

namespace foresell {

/// A batch of windows: what the network sees, and what it is to say.
struct WindowBatch {
    NetworkInputs inputs;
    DemandTargets targets;
};

/// A panel on the device, once: rows of (series, period), running sums and calendar tables. Windows are gathered from
/// it by index inside the training step, so memory grows with the panel and not with window x panel.
/// Nothing that a window sees comes from columns after its origin, known-future covariates apart.
class PanelTensors {
public:
    /// Windows may ask for `horizon` periods after the history.
    PanelTensors(const Panel& panel, const FeaturePlan& plan, int horizon, const at::Device& device);

    /// Targets at columns from `learnEnd` on are masked.
    WindowBatch gather(const WindowIndex& index, int learnEnd) const;
    const at::Device& device() const { return m_device; }

private:
    struct Place;  ///< series, origins and periods to forecast of a batch, on the device

    void storeHistory(const Panel& panel);
    void storeSums(const Panel& panel);
    void storeCovariates(const Panel& panel);
    void storeStatics(const Panel& panel);
    void storeReaches();
    at::Tensor toDevice(std::vector<float> values, at::IntArrayRef shape) const;
    at::Tensor toDevice(const std::vector<std::int64_t>& values, at::IntArrayRef shape) const;

    at::Tensor meanBetween(const at::Tensor& series, const at::Tensor& begin, const at::Tensor& end,
                           at::Tensor* known) const;
    at::Tensor seasonMeans(const Place& place, at::Tensor* known) const;
    at::Tensor yearInputs(const Place& place) const;
    at::Tensor levels(const Place& place) const;
    void measureScale(Place& place) const;
    at::Tensor scaledDemand(const Place& place, const at::Tensor& demand, const at::Tensor& ratio, std::int64_t batchAt) const;
    at::Tensor demandInputs(const Place& place, const at::Tensor& demand, const at::Tensor& known) const;
    at::Tensor pastInputs(const Place& place, at::Tensor* ownMean) const;
    at::Tensor windowInputs(const Place& place) const;
    at::Tensor stepInputs(const Place& place, const at::Tensor& ownMean) const;

    FeaturePlan m_plan;
    at::Device m_device;
    std::int64_t m_series, m_periods, m_columns;  ///< columns: history and every period that can be forecast
    at::Tensor m_history;                     ///< (series * periods) x (demand, seen, past-only..., sold out)
    at::Tensor m_open;                        ///< series * columns: seen, and after the history not closed
    at::Tensor m_censored;                    ///< series * columns; undefined where nothing sold out
    at::Tensor m_sums, m_counts;              ///< series * (periods + 1)
    at::Tensor m_seasonSums, m_seasonCounts;  ///< series * (periods + season)
    at::Tensor m_own;                         ///< (series * columns) x own known covariates
    at::Tensor m_stepTable, m_pastTable;      ///< columns x width
    at::Tensor m_levelLengths, m_seasonReaches, m_yearReaches, m_yearSpans;  ///< whole numbers, see storeReaches
    at::Tensor m_codes, m_numbers;            ///< series x categories, series x numbers
    std::vector<std::int64_t> m_ownNumbers;   ///< columns of m_own that are numbers (not 0/1)
};

}  // namespace foresell
