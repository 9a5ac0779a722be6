// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/error.h"
#include "core/forecast/network_parts_impl.h"

namespace foresell {
namespace {

constexpr std::size_t windowsABatch = 1024;

}  // namespace

StretchTable NetworkForecaster::retellingErrors(const Panel& panel, const JobControl& control) const try {
    if (!m->network || !m->network->canRetell()) {
        return {};
    }
    const std::lock_guard lock(m->mutex);
    const torch::NoGradGuard guard;
    const PanelTensors tensors(panel, m->plan, 1, m->device);
    StretchTable errors(panel.seriesCount(), std::min(stretchLength(panel.axis.kind), m->plan.lookback), panel.periods);
    for (int stretch = 0; stretch < errors.count(); ++stretch) {
        const int origin = panel.periods - 1 - stretch * errors.length();
        for (std::size_t begin = 0; begin < panel.seriesCount();) {
            control.throwIfCancelled();
            WindowIndex index;
            for (; begin < panel.seriesCount() && index.series.size() < windowsABatch; ++begin) {
                if (errors.isCompared(panel, begin, stretch)) {
                    index.series.push_back(static_cast<std::int64_t>(begin));
                }
            }
            index.origin.assign(index.series.size(), origin);
            index.steps.assign(index.series.size(), 1);
            index.hidesCodes.assign(index.series.size(), 0);
            if (index.series.empty()) {
                continue;
            }
            const WindowBatch batch = tensors.gather(index, panel.periods);
            const at::Tensor told =
                m->network->retellingError(batch.inputs, Dropout(), errors.length()).to(at::kCPU).contiguous();
            for (std::size_t i = 0; i < index.series.size(); ++i) {
                errors.at(static_cast<std::size_t>(index.series[i]), stretch) = told.data_ptr<float>()[i];
            }
        }
    }
    return errors;
} catch (const c10::Error& error) {
    throw Error("forecast.failed", std::string("The forecast failed: ") + error.what_without_backtrace(),
                "Train the model again.");
}

}  // namespace foresell
