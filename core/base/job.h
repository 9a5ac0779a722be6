// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>

namespace foresell {

/// How far a job has come. `stage` is a stable word ("reading", "cleaning", "learning"); `unit` says what `done` and
/// `total` count ("bytes", "rows", "epochs"); `total` is 0 where it is not known.
struct Progress {
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string unit;
    double secondsLeft = -1;                ///< negative: not known yet
    std::string message;                    ///< English, for a terminal
    std::map<std::string, double> metrics;  ///< "rows", "training_loss", "validation_loss", "windows_per_second", ...
};

using ProgressCallback = std::function<void(const Progress&)>;

/// Lets another thread hold a job at its next checkpoint and let it go on.
class PauseSwitch {
public:
    void pause();
    void resume();
    bool isPaused() const { return m_paused.load(); }

    /// Returns when the job is not paused, or when `stop` is requested.
    void waitWhilePaused(const std::stop_token& stop);

private:
    std::atomic<bool> m_paused = false;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
};

/// What every long-running function of core takes: how it is told to stop, how it tells its progress and, for
/// training, how it is paused or told to stop early and keep the best. All are optional.
struct JobControl {
    std::stop_token stop;
    ProgressCallback progress;
    PauseSwitch* pause = nullptr;
    const std::atomic<bool>* finishEarly = nullptr;  ///< training: stop now and keep the best so far

    /// Throws Cancelled when a stop was requested.
    void throwIfCancelled() const;
    void report(const Progress& progress) const;
};

}  // namespace foresell
