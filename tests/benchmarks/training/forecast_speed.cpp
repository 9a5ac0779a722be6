// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// forecast_speed [MODEL [SERIES [DAYS]]]: seconds in which a trained network (trained here for a single epoch) forecasts SERIES
// (30,000) daily series 28 days ahead with seven quantiles, and the median milliseconds for one series alone. JSON.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/forecast/network_forecaster.h"

using namespace foresell;

namespace {

constexpr int horizon = 28;

Panel dailyPanel(int series, int days, int first) {
    Panel panel;
    panel.firstPeriod = toDay(2024, 1, 1);
    panel.periods = days;
    for (int s = first; s < first + series; ++s) {
        panel.keys.emplace_back();
        panel.itemCodes.push_back("item " + std::to_string(100000 + s));
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        for (int day = 0; day < days; ++day) {
            const double wave = 1 + 0.3 * std::sin(day / 58.0) + 0.3 * std::sin(day * 0.8976 + s);
            panel.target.push_back(static_cast<float>(std::round((1 + s % 90) * wave)));
            panel.state.push_back(CellState::Sold);
        }
    }
    return panel;
}

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
    TrainingOptions options;
    options.model = argc > 1 ? argv[1] : "lstm";
    options.epochs = 1;
    options.threads = 2;
    const int series = argc > 2 ? std::stoi(argv[2]) : 30000;
    const int days = argc > 3 ? std::stoi(argv[3]) : 365;
    NetworkForecaster network(options);
    const Panel panel = dailyPanel(series, days, 0);
    const double training = secondsOf([&] { network.fit(panel, horizon, {}); });
    const double all = secondsOf([&] { network.predict(panel, horizon, storedLevels(), {}); });
    const Panel one = dailyPanel(1, days, series / 2);
    std::vector<double> alone;
    for (int round = 0; round < 51; ++round) {
        alone.push_back(1000 * secondsOf([&] { network.predict(one, horizon, storedLevels(), {}); }));
    }
    std::ranges::sort(alone);
    std::cout << nlohmann::json{{"model", options.model},
                                {"series", series},
                                {"days", days},
                                {"horizon", horizon},
                                {"quantiles", storedLevels().size()},
                                {"training_seconds", training},
                                {"forecast_seconds", all},
                                {"one_series_milliseconds_median", alone[alone.size() / 2]},
                                {"one_series_milliseconds_worst", alone.back()}}
                     .dump(1)
              << std::endl;
    return 0;
}
