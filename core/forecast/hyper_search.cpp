// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/hyper_search.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <memory>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "core/networks/networks.h"
#include "core/training/window_sampler.h"

namespace foresell {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int usualEpochs = 12;
constexpr int rungs = 3;
constexpr std::size_t discard = 3;  ///< one of so many goes on

/// Numbers from 0 to 1 that depend on the seed and their place alone.
class Draw {
public:
    Draw(std::uint64_t seed, int trial) : m_state(mixed(mixed(seed, 0x5ea4c4), static_cast<std::uint64_t>(trial))) {}
    double next() {
        m_state = mixed(m_state, 1);
        return static_cast<double>(m_state >> 11) * 0x1p-53;
    }
    template <typename Value, std::size_t count>
    Value of(const std::array<Value, count>& choices) {
        return choices[std::min(count - 1, static_cast<std::size_t>(next() * static_cast<double>(count)))];
    }

private:
    std::uint64_t m_state;
};

/// One set of options on its way up.
struct Trial {
    SearchTrial facts;
    std::unique_ptr<NetworkForecaster> network;
    bool goesOn = false;  ///< has been taken to the rung after its own
};

int epochsOf(int rung, int all) {
    const int shares[rungs] = {(all + 5) / 6, (5 * all + 11) / 12, all};
    return std::clamp(shares[rung], 1, all);
}

/// The best of the trials that wait in a rung, if it is among the best third of all that came so far; else -1.
int promoted(const std::vector<Trial>& trials, int rung) {
    std::vector<std::size_t> reached;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        if (std::ssize(trials[i].facts.losses) > rung) {
            reached.push_back(i);
        }
    }
    const auto at = static_cast<std::size_t>(rung);
    std::ranges::stable_sort(reached, {}, [&](std::size_t i) { return trials[i].facts.losses[at]; });
    for (std::size_t place = 0; place < reached.size() / discard; ++place) {
        const Trial& trial = trials[reached[place]];
        if (trial.facts.rung == rung && !trial.goesOn && std::isfinite(trial.facts.losses[at])) {
            return static_cast<int>(reached[place]);
        }
    }
    return -1;
}

}  // namespace

HyperSearch::HyperSearch(const Panel& panel, int horizon, TrainingOptions base, std::vector<std::string> networks)
    : m_panel(panel), m_horizon(horizon), m_base(std::move(base)), m_networks(std::move(networks)) {
    m_base.epochs = m_base.epochs > 0 ? m_base.epochs : usualEpochs;
    m_base.timeBudgetSeconds = 0;
    m_base.searchSeconds = 0;
}

TrainingOptions HyperSearch::draw(int number) const {
    TrainingOptions options = m_base;
    options.model = m_networks[static_cast<std::size_t>(number) % m_networks.size()];
    if (number < std::ssize(m_networks)) {
        return options;  // each network once as it is
    }
    Draw random(m_base.seed, number);
    const std::vector<NetworkInfo> networks = availableNetworks();
    const NetworkInfo& network = *std::ranges::find(networks, options.model, &NetworkInfo::name);
    const double width = random.of(std::array{0.5, 0.67, 1.0, 1.5, 2.0});
    const int deeper = random.of(std::array{-1, 0, 0, 1});
    const double rate = std::exp(std::log(0.25) + random.next() * std::log(12.0));  // 0.25 to 3 times the usual
    const double dropout = random.of(std::array{0.0, 0.05, 0.1, 0.2, 0.3});
    const double seen = random.of(std::array{0.5, 1.0, 1.0, 1.5, 2.0});
    if (options.hiddenSize == 0) {
        options.hiddenSize = std::max(8, static_cast<int>(std::lround(width * network.hiddenSize / 8)) * 8);
    }
    if (options.layers == 0) {
        options.layers = std::clamp(network.layers + deeper, 1, 4);
    }
    if (options.learningRate == 0) {
        options.learningRate = rate * network.learningRate;
    }
    options.dropout = dropout;
    if (options.lookback == 0) {
        const int usual = m_panel.axis.kind == PeriodKind::Day ? 56 : m_panel.axis.kind == PeriodKind::Week ? 52 : 24;
        const int lookback = std::clamp(static_cast<int>(std::lround(seen * usual)), 1, std::max(1, m_panel.periods / 2));
        options.lookback = lookback;
    }
    return options;
}

SearchOutcome HyperSearch::run(const SearchLimits& limits, const JobControl& control) const {
    const auto start = Clock::now();
    const auto spent = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
    const auto isOver = [&] {
        return (limits.seconds > 0 && spent() >= limits.seconds) || (control.finishEarly && control.finishEarly->load());
    };
    std::vector<Trial> trials;
    double best = INFINITY;
    const auto tell = [&] {
        Progress progress{"searching", static_cast<std::int64_t>(spent()), static_cast<std::int64_t>(limits.seconds), "seconds",
                          std::max(0.0, limits.seconds - spent()), "Trying options, " + std::to_string(trials.size()), {}};
        progress.metrics["trials"] = static_cast<double>(trials.size());
        if (std::isfinite(best)) {
            progress.metrics["best_validation_loss"] = best;
        }
        control.report(progress);
    };
    JobControl quiet = control;
    quiet.progress = [&](const Progress&) { tell(); };
    quiet.finishEarly = nullptr;
    /// Learns up to the rung; false where the time was over before.
    const auto climb = [&](Trial& trial, int rung) {
        const int until = epochsOf(rung, m_base.epochs);
        const double begin = spent();
        double loss = INFINITY;
        while (trial.facts.epochs < until) {
            if (isOver() && !(trials.size() == 1 && rung == 0)) {
                trial.facts.seconds += spent() - begin;
                return false;
            }
            loss = trial.network->learnUntil(m_panel, m_horizon, ++trial.facts.epochs, quiet);
        }
        trial.facts.seconds += spent() - begin;
        trial.facts.rung = rung;
        trial.facts.losses.push_back(loss);
        trial.facts.loss = loss;
        best = std::min(best, loss);
        return true;
    };
    while (trials.empty() || !isOver()) {
        control.throwIfCancelled();
        tell();
        int next = -1;
        for (int rung = rungs - 2; rung >= 0 && next < 0; --rung) {
            next = promoted(trials, rung);
        }
        if (next >= 0) {
            Trial& trial = trials[static_cast<std::size_t>(next)];
            trial.goesOn = true;
            if (climb(trial, trial.facts.rung + 1)) {
                trial.goesOn = false;
            }
        } else if (limits.trials > 0 && std::ssize(trials) >= limits.trials) {
            break;
        } else {
            const TrainingOptions options = draw(static_cast<int>(trials.size()));
            trials.push_back({{.options = options}, std::make_unique<NetworkForecaster>(options), false});
            climb(trials.back(), 0);
        }
    }
    SearchOutcome outcome;
    const auto winner = std::ranges::min_element(trials, {}, [](const Trial& trial) {
        return trial.facts.losses.empty() ? INFINITY : *std::ranges::min_element(trial.facts.losses);
    });
    outcome.best = winner->facts.options;
    for (Trial& trial : trials) {
        outcome.trials.push_back(std::move(trial.facts));
    }
    return outcome;
}

}  // namespace foresell
