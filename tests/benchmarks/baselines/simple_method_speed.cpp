// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// simple_method_speed [SERIES DAYS]
// Fits every simple method to daily series (100 of 730 days) on one core, forecasts 28 days with quantiles, and again with
// twice the series and twice the days. Prints as JSON the processor seconds, how many times those of the seasonal naive
// method they are, and by what they grow with the data: 2 is in proportion.
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "core/baselines/simple_method.h"
#include "tests/support/panel_literal.h"

using namespace foresell;

namespace {

Panel generated(std::size_t series, int days) {
    std::mt19937 random(7);
    test::Rows rows;
    for (std::size_t i = 0; i < series; ++i) {
        std::vector<float> values;
        for (int day = 0; day < days; ++day) {
            const auto noise = static_cast<float>(random() % 1000) / 250.0F;
            values.push_back(static_cast<float>(10 + i % 13) + static_cast<float>(day % 7) + noise);
        }
        rows.emplace_back("item" + std::to_string(100'000 + i), std::move(values));
    }
    return test::panelOf(rows);
}

double processorSeconds(const std::string& name, const Panel& panel) {
    const std::clock_t begin = std::clock();
    const auto method = makeSimpleMethod(name, {.seed = 1, .threads = 1});
    method->fit(panel, 28, {});
    method->predict(panel, 28, {0.1, 0.5, 0.9}, {});
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 1 && argc != 3) {
        std::cerr << "simple_method_speed [SERIES DAYS]\n";
        return 2;
    }
    const std::size_t series = argc == 3 ? std::stoul(argv[1]) : 100;
    const int days = argc == 3 ? std::stoi(argv[2]) : 730;
    const Panel panel = generated(series, days), moreSeries = generated(2 * series, days), moreDays = generated(series, 2 * days);
    const double naive = processorSeconds("seasonal_naive", panel);
    nlohmann::json json{{"series", series}, {"days", days}, {"methods", nlohmann::json::object()}};
    for (const std::string& name : simpleMethods()) {
        const double seconds = processorSeconds(name, panel);
        json["methods"][name] = {{"processor_seconds", seconds},
                                 {"times_seasonal_naive", seconds / naive},
                                 {"growth_with_series", processorSeconds(name, moreSeries) / seconds},
                                 {"growth_with_days", processorSeconds(name, moreDays) / seconds}};
    }
    std::cout << json.dump() << '\n';
    return 0;
}
