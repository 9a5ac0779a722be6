// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest.h"

#include <algorithm>
#include <chrono>

#include "core/base/error.h"
#include "core/dataset/panel_builder.h"

namespace foresell {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void tell(const JobControl& control, const std::string& method, std::size_t done, std::size_t total) {
    Progress progress;
    progress.stage = "testing";
    progress.done = static_cast<std::int64_t>(done);
    progress.total = static_cast<std::int64_t>(total);
    progress.unit = "fits";
    progress.message = method;
    control.report(progress);
}

}  // namespace

PanelSource cutsOf(const Panel& panel) {
    return [&panel](Day origin, const JobControl&) {
        return cutPanel(panel, panel.axis.indexOf(origin) - panel.firstPeriod);
    };
}

RollingOriginBacktest::RollingOriginBacktest(PanelSource panelAt, BacktestOptions options)
    : m_panelAt(std::move(panelAt)), m_options(std::move(options)) {
    if (m_options.horizon < 1 || m_options.origins.empty()) {
        throw Error("evaluation.no_origin", "There is too little history to test a forecast on.",
                    "Choose a shorter horizon, or import more sales.");
    }
}

BacktestResult RollingOriginBacktest::run(const Panel& truth, const std::vector<Candidate>& candidates,
                                          const JobControl& control, const UseForecast& use) const {
    BacktestResult result;
    result.evaluations.resize(candidates.size());
    for (const Candidate& candidate : candidates) {
        result.scores.push_back({candidate.name, {}, 0});
    }
    std::vector<std::unique_ptr<Forecaster>> fitted(candidates.size());
    std::size_t done = 0;
    for (const Day origin : m_options.origins) {
        const Panel history = m_panelAt(origin, control);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            control.throwIfCancelled();
            tell(control, candidates[i].name, done++, candidates.size() * m_options.origins.size());
            const auto begin = Clock::now();
            if (!fitted[i] || m_options.refit) {
                fitted[i] = candidates[i].make();
                fitted[i]->fit(history, m_options.horizon, control);
            }
            const Forecast forecast = fitted[i]->predict(history, m_options.horizon, m_options.levels, control);
            result.scores[i].seconds += secondsSince(begin);
            result.evaluations[i].add(history, truth, forecast);
            if (use) {
                use(candidates[i].name, origin, history, forecast);
            }
        }
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        result.scores[i].scores = result.evaluations[i].scores();
    }
    return result;
}

TimeSplit splitTime(const Panel& panel, int horizon) {
    TimeSplit split{panel.periods, panel.periods, panel.periods};
    if (panel.periods >= 3 * horizon) {
        split.trainEnd = split.validationEnd = panel.periods - horizon;
    }
    if (split.validationEnd < panel.periods && split.validationEnd >= 3 * horizon) {
        split.trainEnd = split.validationEnd - horizon;
    }
    return split;
}

std::vector<Day> testOrigins(const Panel& panel, int horizon, int count, int step) {
    std::vector<Day> origins;
    for (int i = count - 1; i >= 0; --i) {
        const int history = panel.periods - horizon - i * step;
        if (history >= 2 * horizon && history > 0) {
            origins.push_back(panel.axis.lastDay(panel.firstPeriod + history - 1));
        }
    }
    return origins;
}

int defaultHorizon(const Panel& panel) {
    const int usual = panel.axis.kind == PeriodKind::Day ? 28 : panel.axis.kind == PeriodKind::Week ? 13 : 12;
    return std::clamp(panel.periods / 3, 1, usual);
}

}  // namespace foresell
