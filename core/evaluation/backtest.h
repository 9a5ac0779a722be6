// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset/forecaster.h"
#include "core/evaluation/comparison.h"
#include "core/evaluation/evaluation.h"

namespace foresell {

/// A method to judge: `make` gives a fresh one for each fit.
struct Candidate {
    std::string name;
    std::function<std::unique_ptr<Forecaster>()> make;
};

/// The panel as it was at the end of an origin's day: built anew from the lines recorded by then, cleaning included.
using PanelSource = std::function<Panel(Day origin, const JobControl& control)>;

/// Cuts a panel that exists; strict only where nothing in it looks ahead, as for panels of tests and of tasks.
PanelSource cutsOf(const Panel& panel);

struct BacktestOptions {
    int horizon = 0;
    std::vector<Day> origins;  ///< last days of periods, ascending; see testOrigins
    bool refit = true;         ///< fit at every origin; false: at the first alone
    std::vector<double> levels = storedLevels();
};

struct BacktestResult {
    std::vector<MethodScores> scores;     ///< in the order of the candidates
    std::vector<Evaluation> evaluations;  ///< likewise
};

/// Called with every forecast that was made.
using UseForecast =
    std::function<void(const std::string& method, Day origin, const Panel& history, const Forecast& forecast)>;

/// Rolling-origin evaluation (Tashman 2000): at each origin every method sees the panel of that origin alone and is scored
/// on `truth`. Progress: stage "testing", unit "fits".
class RollingOriginBacktest {
public:
    RollingOriginBacktest(PanelSource panelAt, BacktestOptions options);

    BacktestResult run(const Panel& truth, const std::vector<Candidate>& candidates, const JobControl& control,
                       const UseForecast& use = {}) const;

private:
    PanelSource m_panelAt;
    BacktestOptions m_options;
};

/// Columns of a panel in the order of time: [0, trainEnd) to learn from, [trainEnd, validationEnd) to stop and tune by,
/// [validationEnd, testEnd) never seen. Parts that the history is too short for are empty.
struct TimeSplit {
    int trainEnd = 0, validationEnd = 0, testEnd = 0;
};

/// The last `horizon` periods are the test and those before it the validation, as long as each leaves twice as much
/// history before it as it takes.
TimeSplit splitTime(const Panel& panel, int horizon);

/// The last day of each of `count` origins, `step` periods apart, whose horizons lie within the panel, the last one
/// ending with it; fewer where the history before the first would be shorter than twice the horizon.
std::vector<Day> testOrigins(const Panel& panel, int horizon, int count, int step);

/// 28 days, 13 weeks or 12 months, less when the history is shorter than three times that.
int defaultHorizon(const Panel& panel);

}  // namespace foresell
