// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/forecast/network_parts_impl.h"

namespace foresell {
namespace {

constexpr std::size_t seriesABatch = 512;

/// The z-score of a level; where a quantile between two known ones lies is told by its score.
std::vector<double> scoresOf(const std::vector<double>& levels) {
    const at::Tensor scores = at::special_ndtri(at::tensor(levels, at::kDouble));
    return {scores.data_ptr<double>(), scores.data_ptr<double>() + scores.numel()};
}

double between(const std::vector<double>& scores, const std::vector<double>& values, double score) {
    if (values.size() == 1) {
        return values[0];
    }
    const auto found = std::ranges::upper_bound(scores, score) - scores.begin();
    const auto right = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(found, 1, std::ssize(scores) - 1));
    const double slope = (values[right] - values[right - 1]) / (scores[right] - scores[right - 1]);
    return values[right - 1] + slope * (score - scores[right - 1]);
}

/// What the demand of each series of a batch is measured by.
std::vector<DemandScale> scalesOf(const DemandTargets& place, const Normalisation& normalisation) {
    const auto numbers = [](const at::Tensor& values) { return values.to(at::kCPU).contiguous(); };
    const at::Tensor levels = numbers(place.level);
    const bool isRobust = normalisation.kind == Normalisation::Kind::Robust;
    const at::Tensor centres = isRobust ? numbers(place.centre) : levels, spreads = isRobust ? numbers(place.spread) : levels;
    std::vector<DemandScale> scales;
    for (std::int64_t i = 0; i < levels.numel(); ++i) {
        const double level = levels.data_ptr<float>()[i];
        scales.push_back(isRobust ? DemandScale{level, centres.data_ptr<float>()[i], spreads.data_ptr<float>()[i]}
                                  : normalisation.scaleOf(level, 0, 0));
    }
    return scales;
}

}  // namespace

void NetworkForecaster::Parts::fillForecast(const DemandTargets& place, const DemandOutputs& outputs,
                                            std::size_t firstSeries, const Panel& panel,
                                            const std::vector<double>& scores, Forecast& forecast) const {
    const at::Tensor raw = outputs.quantiles.to(at::kCPU).contiguous();
    const at::Tensor means = outputs.mean.defined() ? outputs.mean.to(at::kCPU).contiguous() : at::Tensor();
    const Normalisation& normalisation = plan.normalisation;
    const std::vector<DemandScale> scales = scalesOf(place, normalisation);
    const std::vector<double> known = scoresOf(bands.levels());
    const auto width = static_cast<std::size_t>(raw.size(2));
    const auto horizon = static_cast<std::size_t>(forecast.horizon);
    const auto bounded = [&](double value) {
        return static_cast<float>(plan.allowsNegative ? std::clamp(value, -1e30, 1e30) : std::clamp(value, 0.0, 1e30));
    };
    for (std::size_t cell = 0; cell < static_cast<std::size_t>(raw.size(0)) * horizon; ++cell) {
        const std::size_t series = firstSeries + cell / horizon;
        const int step = static_cast<int>(cell % horizon);
        const std::size_t at = firstSeries * horizon + cell;
        if (isClosedAhead(panel, series, step)) {
            continue;  // nothing is sold then
        }
        const DemandScale& scale = scales[cell / horizon];
        const std::span<const float> rawCell(raw.data_ptr<float>() + cell * width, width);
        const std::vector<double> quantiles = bands.quantiles(step + 1, rawCell);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double value = normalisation.demand(between(known, quantiles, scores[i]), scale);
            // Of whole pieces, a quantile under a half is none.
            forecast.quantiles[at * scores.size() + i] =
                bounded(plan.isWhole && std::abs(value) < 0.5 ? 0.0 : value);
        }
        double mean = 0;
        if (means.defined()) {
            mean = scale.level * (1 + meanShare * (means.data_ptr<float>()[cell] - 1));
        } else {
            // Duan's smearing estimate (1983): the mean over the quantiles of the errors.
            constexpr int parts = 20;
            static const std::vector<double> grid = [] {
                std::vector<double> middle;
                for (int i = 0; i < parts; ++i) {
                    middle.push_back((i + 0.5) / parts);
                }
                return scoresOf(middle);
            }();
            for (const double score : grid) {
                mean += normalisation.opened(between(known, quantiles, score)) / parts;
            }
            mean = scale.centre + scale.spread * mean;
        }
        forecast.mean[at] = bounded(mean);
    }
}

Forecast NetworkForecaster::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                                    const JobControl& control) const try {
    if (!m->network) {
        throw Error("forecast.not_trained", "The network has not been trained yet.", "Train it first.");
    }
    if (panel.axis.kind != m->plan.kind) {
        throw Error("forecast.other_period", "The model was trained on other periods than these.",
                    "Train a model for these periods.");
    }
    const std::lock_guard lock(m->mutex);
    const torch::NoGradGuard guard;
    const std::size_t count = panel.seriesCount();
    Forecast forecast;
    forecast.levels = levels;
    forecast.horizon = horizon;
    forecast.mean.assign(count * static_cast<std::size_t>(horizon), 0.0f);
    forecast.quantiles.assign(forecast.mean.size() * levels.size(), 0.0f);
    const std::vector<double> scores = levels.empty() ? std::vector<double>{} : scoresOf(levels);
    const PanelTensors tensors(panel, m->plan, horizon, m->device);
    for (std::size_t begin = 0; begin < count; begin += seriesABatch) {
        control.throwIfCancelled();
        WindowIndex index;
        const std::size_t end = std::min(count, begin + seriesABatch);
        for (std::size_t series = begin; series < end; ++series) {
            index.series.push_back(static_cast<std::int64_t>(series));
            index.origin.push_back(panel.periods - 1);
            index.hidesCodes.push_back(0);
            for (int step = 1; step <= horizon; ++step) {
                index.steps.push_back(step);
            }
        }
        const WindowBatch batch = tensors.gather(index, panel.periods);
        m->fillForecast(batch.targets, m->network->forecast(batch.inputs, batch.targets.level, mixed(m->options.seed, begin)), begin,
                        panel, scores, forecast);
        Progress progress;
        progress.stage = "forecasting";
        progress.done = static_cast<std::int64_t>(end);
        progress.total = static_cast<std::int64_t>(count);
        progress.unit = "series";
        control.report(progress);
    }
    return forecast;
} catch (const c10::Error& error) {
    throw Error("forecast.failed", std::string("The forecast failed: ") + error.what_without_backtrace(),
                "Train the model again.");
}

}  // namespace foresell
