// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/engine/checkpoint_folder.h"
#include "core/engine/method_registry.h"
#include "core/engine/training_run.h"

namespace foresell {

namespace {

/// A model as it is: it learns nothing more before it is judged.
class AsItIs : public Forecaster {
public:
    explicit AsItIs(std::shared_ptr<NetworkForecaster> model) : m_model(std::move(model)) {}
    std::string name() const override { return m_model->name(); }
    void fit(const Panel&, int, const JobControl&) override {}
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override {
        return m_model->predict(panel, horizon, levels, control);
    }

private:
    std::shared_ptr<NetworkForecaster> m_model;
};

}  // namespace

PanelSource TrainingRun::panelSource() {
    return [this](Day origin, const JobControl& job) {
        TrainingOptions at = m_options;
        at.origin = origin;
        at.horizon = m_data.horizon;
        at.period = m_data.built.panel.axis.kind;
        return loadDataset(*m_reader, at, job).built.panel;
    };
}

void TrainingRun::judge() {
    if (m_model) {
        judgeStart();
        return;
    }
    const std::vector<Day> origins = testOrigins(m_data.built.panel, m_data.horizon, 1, m_data.horizon);
    if (origins.empty()) {
        return;
    }
    try {
        judge(candidates(), origins);
    } catch (const Error& error) {
        if (error.code() != "training.too_short") {
            throw;
        }
        judge(baselineNames(), origins);  // the part before the held-out end is too short for a network
    }
}

void TrainingRun::judge(const std::vector<std::string>& methods, const std::vector<Day>& origins) {
    const auto learners = static_cast<int>(std::ranges::count_if(methods, isLearner));
    std::vector<Candidate> made;
    for (const std::string& method : methods) {
        made.push_back({method, [this, method, options = optionsFor(method, 2 * learners)] {
                            m_fitted = method;
                            return makeMethod(method, options,
                                              checkpointFolder(*m_reader, "judged-" + method));
                        }});
    }
    judge(made, origins, m_data.horizon);
}

/// An earlier model has seen all up to its last day, so only the periods after it can judge it.
void TrainingRun::judgeStart() {
    const Panel& panel = m_data.built.panel;
    const int seen = m_model->lastDay() == noDay
                         ? panel.periods
                         : panel.axis.indexOf(m_model->lastDay()) - panel.firstPeriod + 1;
    const int since = std::min(panel.periods - seen, m_data.horizon);
    if (since < 1 || panel.periods - since < 2) {
        return;
    }
    std::vector<Candidate> made;
    for (const std::string& method : baselineNames()) {
        made.push_back({method, [method, options = m_options] { return makeMethod(method, options); }});
    }
    made.push_back({m_model->name(), [this] { return std::make_unique<AsItIs>(m_model); }});
    judge(made, {panel.labelOf(panel.periods - 1 - since)}, since);
}

void TrainingRun::judge(const std::vector<Candidate>& candidates, const std::vector<Day>& origins, int horizon) {
    std::map<std::string, double> shared;
    const UseForecast use = [&](const std::string& method, Day, const Panel& history,
                                const Forecast& forecast) {
        shared[method] = sharedErrorOf(forecast, history, m_data.built.panel);
    };
    const RollingOriginBacktest backtest(panelSource(), {horizon, origins, true, storedLevels()});
    std::vector<std::string> names;
    std::ranges::transform(candidates, std::back_inserter(names), &Candidate::name);
    expectTests(names);
    m_progress.beginTests();
    const BacktestResult judged = backtest.run(m_data.built.panel, candidates, tellingOfTheWhole(), use);
    m_progress.endTests();
    compare(judged);
    keepSeriesErrors(judged);
    m_result.testFirst = origins.back() + 1;
    m_result.testLast = m_data.built.lastDay;
    m_result.testOrigins = static_cast<int>(origins.size());
    m_shared = shared[chooseModel()];
}

void TrainingRun::compare(const BacktestResult& judged) {
    m_result.scores = judged.scores;
    std::ranges::stable_sort(m_result.scores, [](const MethodScores& a, const MethodScores& b) {
        return std::isnan(b.scores.wape) ? !std::isnan(a.scores.wape) : a.scores.wape < b.scores.wape;
    });
    for (const MethodScores& scores : m_result.scores) {
        std::string& best = isLearner(scores.method) ? m_result.learner : m_result.baseline;
        best = best.empty() ? scores.method : best;
    }
    if (m_result.learner.empty() || m_result.baseline.empty()) {
        return;
    }
    const auto lossesOf = [&](const std::string& method) -> const LossTable& {
        const auto at =
            std::ranges::find(judged.scores, method, &MethodScores::method) - judged.scores.begin();
        return judged.evaluations[static_cast<std::size_t>(at)].losses();
    };
    const Comparison comparison = compareLosses(lossesOf(m_result.learner), lossesOf(m_result.baseline));
    m_result.verdict = comparison.verdict;
    m_result.gain = comparison.gain;
}

void TrainingRun::keepSeriesErrors(const BacktestResult& judged) {
    const auto chosen = std::ranges::find(judged.scores, chooseModel(), &MethodScores::method);
    if (chosen != judged.scores.end()) {
        m_seriesErrors = judged.evaluations[static_cast<std::size_t>(chosen - judged.scores.begin())].bySeries();
    }
}

void TrainingRun::addSeriesErrors(SeriesHistory& history) const {
    const Panel& panel = m_data.built.panel;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const auto judged =
            m_seriesErrors.find({panel.itemCodes[series], panel.locationCodes[series], panel.channelCodes[series]});
        const bool isJudged = judged != m_seriesErrors.end();
        history.heldOutError.push_back(isJudged ? static_cast<float>(judged->second.error) : std::nanf(""));
        history.heldOutSales.push_back(isJudged ? static_cast<float>(judged->second.sales) : std::nanf(""));
    }
}

}  // namespace foresell
