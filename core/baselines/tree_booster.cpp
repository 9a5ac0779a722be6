// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tree_booster.h"

#include <fmt/format.h>
#include <xgboost/c_api.h>

#include <chrono>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr int bins = 256;  // the most that fit a byte
constexpr int fewestRounds = 20;
constexpr int roundsTried = 6;

void check(int status) {
    if (status != 0) {
        throw Error("training.failed", fmt::format("The trees could not be grown: {}", XGBGetLastError()),
                    "Choose another method, or tell us with the message.");
    }
}

struct Matrix {
    Matrix() = default;
    Matrix(const Matrix&) = delete;
    Matrix& operator=(const Matrix&) = delete;
    ~Matrix() { XGDMatrixFree(handle); }
    DMatrixHandle handle = nullptr;
};

struct Booster {
    Booster() = default;
    Booster(const Booster&) = delete;
    Booster& operator=(const Booster&) = delete;
    ~Booster() { XGBoosterFree(handle); }
    BoosterHandle handle = nullptr;
};

/// Hands the source's batches to the library. No exception may pass through it, so an error is kept and ends the rows.
struct Feed {
    const TreeSource& source;
    DMatrixHandle proxy;
    std::size_t next = 0;
    TreeBatch batch;
    std::string place;
    std::exception_ptr error;

    void hand() {
        const auto rows = batch.labels.size();
        place = nlohmann::json{{"data", {reinterpret_cast<std::uintptr_t>(batch.rows.data()), true}},
                               {"shape", {rows, source.width}},
                               {"typestr", "<f4"},
                               {"version", 3}}
                    .dump();
        check(XGProxyDMatrixSetDataDense(proxy, place.c_str()));
        check(XGDMatrixSetFloatInfo(proxy, "label", batch.labels.data(), rows));
        check(XGDMatrixSetFloatInfo(proxy, "weight", batch.weights.data(), rows));
    }

    static int takeNext(DataIterHandle self) {
        auto& feed = *static_cast<Feed*>(self);
        try {
            while (feed.next < feed.source.batches) {
                feed.source.fill(feed.next++, feed.batch);
                if (!feed.batch.labels.empty()) {
                    feed.hand();
                    return 1;
                }
            }
        } catch (...) {
            feed.error = std::current_exception();
        }
        return 0;
    }

    static void begin(DataIterHandle self) { static_cast<Feed*>(self)->next = 0; }
};

void readRows(const TreeSource& source, int threads, Matrix& into) {
    Matrix proxy;
    check(XGProxyDMatrixCreate(&proxy.handle));
    Feed feed{source, proxy.handle, 0, {}, {}, nullptr};
    // Minus infinity is never given: rows are dense, so that a number takes a byte.
    const std::string config = fmt::format(R"({{"missing": -3.0e38, "nthread": {}, "max_bin": {}}})", threads, bins);
    const int status = XGQuantileDMatrixCreateFromCallback(&feed, proxy.handle, nullptr, Feed::begin, Feed::takeNext,
                                                           config.c_str(), &into.handle);
    if (feed.error) {
        std::rethrow_exception(feed.error);
    }
    check(status);
}

void set(const Booster& booster, const char* name, const std::string& value) {
    check(XGBoosterSetParam(booster.handle, name, value.c_str()));
}

void configure(const Booster& booster, const BoostSettings& settings, int threads) {
    const bool isTweedie = settings.objective == "reg:tweedie";
    set(booster, "booster", "gbtree");
    set(booster, "tree_method", "hist");
    set(booster, "verbosity", "0");
    set(booster, "disable_default_eval_metric", "1");
    set(booster, "objective", settings.objective);
    if (isTweedie) {
        set(booster, "tweedie_variance_power", fmt::format("{}", tweediePower));
    }
    set(booster, "base_score", isTweedie ? "1" : "0");  // sums start from 0
    set(booster, "max_bin", fmt::format("{}", bins));
    set(booster, "max_depth", fmt::format("{}", settings.depth));
    set(booster, "eta", fmt::format("{}", settings.rate));
    set(booster, "min_child_weight", fmt::format("{}", settings.leastWeight));
    set(booster, "subsample", fmt::format("{}", settings.rowShare));
    set(booster, "colsample_bytree", fmt::format("{}", settings.columnShare));
    set(booster, "seed", fmt::format("{}", settings.seed % 2'000'000'000));
    set(booster, "nthread", fmt::format("{}", threads));
}

/// The trees out of the library's public JSON form of a model.
TreeEnsemble treesOf(const Booster& booster, std::size_t width) {
    bst_ulong size = 0;
    const char* bytes = nullptr;
    check(XGBoosterSaveModelToBuffer(booster.handle, R"({"format": "json"})", &size, &bytes));
    const auto json = nlohmann::json::parse(bytes, bytes + size);
    TreeEnsemble ensemble(width);
    for (const nlohmann::json& tree : json.at("learner").at("gradient_booster").at("model").at("trees")) {
        const auto left = tree.at("left_children").get<std::vector<int>>(), right = tree.at("right_children").get<std::vector<int>>();
        const auto feature = tree.at("split_indices").get<std::vector<int>>();
        const auto number = tree.at("split_conditions").get<std::vector<float>>();  // at a leaf: its value
        std::vector<TreeEnsemble::Node> nodes(left.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const bool isLeaf = left[i] < 0;
            nodes[i] = {isLeaf ? 0 : feature[i], isLeaf ? 0.0F : number[i], left[i], right[i], isLeaf ? number[i] : 0.0F};
        }
        ensemble.add(nodes);
    }
    return ensemble;
}

/// Between two trees: pauses, stops, and says whether to grow another.
bool goesOn(int round, const BoostSettings& settings, double seconds, const JobControl& control) {
    if (control.pause != nullptr && control.pause->isPaused()) {
        control.report({"paused", 0, 0, "", -1, "Paused", {}});
        control.pause->waitWhilePaused(control.stop);
    }
    control.throwIfCancelled();
    const bool isEnough = round >= fewestRounds && ((control.finishEarly != nullptr && control.finishEarly->load()) ||
                                                    (settings.secondsAtMost > 0 && seconds > settings.secondsAtMost));
    return round < settings.rounds && !isEnough;
}

}  // namespace

TreeEnsemble boostTrees(const TreeSource& source, const BoostSettings& settings, const JobControl& control) {
    const int threads = settings.threads > 0 ? settings.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const auto start = std::chrono::steady_clock::now();
    const auto spent = [start] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
    Matrix rows;
    readRows(source, threads, rows);
    Booster booster;
    check(XGBoosterCreate(&rows.handle, 1, &booster.handle));
    configure(booster, settings, threads);
    const double begun = spent();
    for (int round = 0; goesOn(round, settings, spent(), control); ++round) {
        check(XGBoosterUpdateOneIter(booster.handle, round, rows.handle));
        const double left = (spent() - begun) / (round + 1) * (settings.rounds - round - 1);
        control.report({"learning", round + 1, settings.rounds, "trees", left, fmt::format("tree {} of {}", round + 1, settings.rounds),
                        {{"seconds", spent()}, {"tree", round + 1}, {"trees", settings.rounds}}});
    }
    return treesOf(booster, source.width);
}

BoostCost costOfTrees(const TreeSource& source, const BoostSettings& settings, const JobControl& control) {
    std::vector<double> spent;
    JobControl told = control;
    told.progress = [&spent](const Progress& progress) { spent.push_back(progress.metrics.at("seconds")); };
    BoostSettings few = settings;
    few.rounds = std::min(settings.rounds, roundsTried);
    boostTrees(source, few, told);
    if (spent.size() < 2) {
        return {spent.empty() ? 0 : spent.front(), 0};
    }
    const double tree = (spent.back() - spent.front()) / static_cast<double>(spent.size() - 1);
    return {std::max(0.0, spent.front() - tree), tree};
}

}  // namespace foresell
