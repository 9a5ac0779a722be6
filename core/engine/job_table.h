// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <thread>

#include "core/base/job.h"

namespace foresell {

/// The jobs that run, each in a thread of its own, under the ids of the requests that started them.
class JobTable {
public:
    /// Does the job and gives the line that answers the request.
    using Work = std::function<std::string(const JobControl&)>;
    using Tell = std::function<void(const std::string& answer)>;

    /// What only one job at a time may do.
    enum class Kind { Light, Heavy };

    ~JobTable();

    /// `tell` gets the answer when the job counts as ended already, so that who reads it can start the next one at once.
    /// Throws Error "engine.busy" where a heavy job runs already, "protocol.bad_request" where the id is in
    /// use.
    void start(const nlohmann::json& id, Kind kind, ProgressCallback progress, Work work, Tell tell);

    // False where no such job runs.
    bool cancel(const nlohmann::json& id);
    bool pause(const nlohmann::json& id);
    bool resume(const nlohmann::json& id);
    bool finish(const nlohmann::json& id);

    bool hasHeavyJob() const;
    nlohmann::json heavyJob() const;  ///< its id; null where none runs
    void cancelAll();
    /// False when jobs still run after this time.
    bool waitForAll(std::chrono::milliseconds patience);

private:
    struct Job {
        nlohmann::json id;
        Kind kind = Kind::Light;
        PauseSwitch pause;
        std::atomic<bool> finishEarly = false;
        std::atomic<bool> hasEnded = false;
        std::jthread thread;
    };

    std::shared_ptr<Job> find(const nlohmann::json& id) const;
    void removeEnded();

    mutable std::mutex m_mutex;
    std::list<std::shared_ptr<Job>> m_jobs;
};

}  // namespace foresell
