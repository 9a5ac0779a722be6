// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// local_method_speed SERIES PERIODS SERIES.csv
// Writes monthly series (level, trend, season, noise) to a file for another program, forecasts 12 periods with quantiles by
// ETS and Theta on all cores and prints the seconds as JSON. statsforecast_speed.py times statsforecast on the same file.
#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "core/baselines/simple_method.h"
#include "tests/support/panel_literal.h"

using namespace foresell;

namespace {

Panel generated(std::size_t series, int periods) {
    std::mt19937 random(11);
    test::Rows rows;
    for (std::size_t i = 0; i < series; ++i) {
        std::vector<float> values;
        const double level = 50 + static_cast<double>(random() % 1000), slope = static_cast<double>(random() % 100) / 5000;
        for (int column = 0; column < periods; ++column) {
            const double noise = 0.85 + 0.3 * static_cast<double>(random() % 10'000) / 10'000;
            const double season = 1 + 0.2 * std::sin(column * 0.5235987755982988);
            values.push_back(static_cast<float>(level * (1 + slope * column) * season * noise));
        }
        rows.emplace_back("s" + std::to_string(i), std::move(values));
    }
    return test::panelOf(rows, PeriodKind::Month);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "local_method_speed SERIES PERIODS SERIES.csv\n";
        return 2;
    }
    const Panel panel = generated(std::stoul(argv[1]), std::stoi(argv[2]));
    std::ofstream out(argv[3]);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (const float value : panel.targetOf(series)) {
            out << value << ' ';
        }
        out << '\n';
    }
    nlohmann::json json{{"series", panel.seriesCount()}, {"periods", panel.periods}};
    for (const std::string name : {"ets", "theta", "optimized_theta"}) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t processor = std::clock();
        makeSimpleMethod(name)->predict(panel, 12, {0.1, 0.5, 0.9}, {});
        json[name] = {{"seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()},
                      {"processor_seconds", static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC}};
    }
    std::cout << json.dump() << '\n';
    return 0;
}
