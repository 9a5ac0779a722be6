// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// training_speed [MODEL [HIDDEN [THREADS [EPOCHS]]]]: windows a second of a training step on 500 daily series, and the share of the
// machine's matrix-product peak (a large single-precision product, measured just before and after) that it reaches. JSON.
// Also the whole training and forecast, and the process's peak memory, for fit_peers.py, which makes the same panel.
// DEVICE and PRECISION in the environment say where and how, as --device and --precision of foresell-cli.
// With one thread the share is also told of the processor time alone, which other programs do not disturb.
#include <torch/torch.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "core/base/model_file.h"

using namespace foresell;

namespace {

/// Billions of additions and multiplications a second in products of 1024 x 1024 matrices, the best of several.
double matrixPeak(const at::Device& device) {
    const torch::NoGradGuard guard;
    const at::Tensor a = at::rand({1024, 1024}, at::TensorOptions(device));
    const at::Tensor b = at::rand({1024, 1024}, at::TensorOptions(device));
    at::Tensor c = a.mm(b);
    double best = 0;
    for (int round = 0; round < 30; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        at::mm_out(c, a, b);
        c[0][0].item<float>();  // a GPU is through only then
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        best = std::max(best, 2.0 * std::pow(1024.0, 3) / seconds / 1e9);
    }
    return best;
}

Panel dailyPanel(int series, int days) {
    Panel panel;
    panel.firstPeriod = toDay(2013, 1, 1);
    panel.periods = days;
    for (int s = 0; s < series; ++s) {
        panel.keys.emplace_back();
        panel.itemCodes.push_back("item " + std::to_string(100 + s % 50));
        panel.locationCodes.push_back("store " + std::to_string(s / 50));
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        for (int day = 0; day < days; ++day) {
            const double wave = 1 + 0.3 * std::sin(day / 58.0) + 0.3 * std::sin(day * 0.8976 + s);
            panel.target.push_back(static_cast<float>(std::round((10 + s % 90) * wave)));
            panel.state.push_back(CellState::Sold);
        }
    }
    return panel;
}

/// Operations of the matrix products of one window, forward and back (the gradient of the network's input is not needed).
double operationsAWindow(const nlohmann::json& shape, double steps) {
    const double hidden = shape.at("hidden_size");
    const double lookback = shape.at("lookback");
    const double past = shape.at("past_inputs");
    const double stepInputs = shape.at("step_inputs");
    const double outputs = static_cast<double>(shape.at("quantile_levels").size()) + 1;
    const double encoder = shape.at("encoder") == "lstm" ? lookback * 4 * hidden * (2 * past + 3 * hidden)
                                                         : 2 * lookback * past * hidden + 3 * hidden * hidden;
    const double context = 3 * 128 * (hidden + shape.at("window_inputs").get<double>() + 30);
    const double decoder = steps * (2 * stepInputs * (128 + outputs) + 3 * (128 * 64 + 64 * outputs));
    return 2 * (encoder + context + decoder);
}

int measure(const std::vector<std::string>& arguments) {
    TrainingOptions options;
    options.model = arguments.empty() ? "lstm" : arguments[0];
    options.hiddenSize = arguments.size() > 1 ? std::stoi(arguments[1]) : 0;
    options.threads = arguments.size() > 2 ? std::stoi(arguments[2]) : 0;
    options.epochs = arguments.size() > 3 ? std::stoi(arguments[3]) : 1;
    options.patience = options.epochs;
    options.batchSize = 256;
    if (options.threads > 0) {
        at::set_num_threads(options.threads);
    }
    const auto fromEnvironment = [](const char* name, const std::string& otherwise) {
        const char* value = std::getenv(name);
        return value ? std::string(value) : otherwise;
    };
    options.device = fromEnvironment("DEVICE", "cpu");
    options.precision = fromEnvironment("PRECISION", options.precision);
    constexpr int horizon = 28;
    const at::Device device(options.device);
    const double before = matrixPeak(device);
    NetworkForecaster forecaster(options);
    const Panel panel = dailyPanel(500, 1000);
    const std::clock_t cpuBegin = std::clock();
    const auto fitBegin = std::chrono::steady_clock::now();
    forecaster.fit(panel, horizon, {});
    const double fitting = std::chrono::duration<double>(std::chrono::steady_clock::now() - fitBegin).count();
    const double cpuSeconds = static_cast<double>(std::clock() - cpuBegin) / CLOCKS_PER_SEC;
    const double after = matrixPeak(device);
    const TrainingResult& result = forecaster.result();
    const nlohmann::json shape = readModelFile(forecaster.save()).description.at("shape");
    const double operations = operationsAWindow(shape, horizon);
    const auto begin = std::chrono::steady_clock::now();
    forecaster.predict(panel, horizon, storedLevels(), {});
    const double predicting = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double peak = std::max(before, after);
    const double windows = static_cast<double>(result.steps) * result.batchSize;
    std::cout << nlohmann::json{{"model", options.model},
                                {"batch", result.batchSize},
                                {"hidden", shape.at("hidden_size")},
                                {"lookback", result.lookback},
                                {"threads", result.threads},
                                {"steps", result.steps},
                                {"windows_per_second", result.windowsPerSecond},
                                {"milliseconds_a_step", 1000.0 * result.batchSize / result.windowsPerSecond},
                                {"operations_a_window", operations},
                                {"peak_gflops", peak},
                                {"peak_before_after", {before, after}},
                                {"share_of_peak", result.windowsPerSecond * operations / 1e9 / peak},
                                {"processor_windows_per_second", windows / cpuSeconds},
                                {"processor_share_of_peak", windows * operations / cpuSeconds / 1e9 / peak},
                                {"fit_seconds", fitting},
                                {"peak_memory_bytes", result.peakMemoryBytes},
                                {"predict_500_series_seconds", predicting}}
                     .dump(1)
              << std::endl;
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return measure({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "training_speed: " << error.what() << '\n';
        return 1;
    }
}
