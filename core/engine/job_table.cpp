// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/job_table.h"

#include <algorithm>

#include "core/base/error.h"

namespace foresell {

JobTable::~JobTable() {
    cancelAll();
}

void JobTable::start(const nlohmann::json& id, Kind kind, ProgressCallback progress, Work work, Tell tell) {
    const std::lock_guard guard(m_mutex);
    removeEnded();
    for (const auto& job : m_jobs) {
        if (job->id == id) {
            throw Error("protocol.bad_request", "a request with this id is still running");
        }
        if (kind == Kind::Heavy && job->kind == Kind::Heavy) {
            throw Error("engine.busy", "another job is running on this project",
                        "Wait until it has ended, or cancel it.");
        }
    }
    auto job = std::make_shared<Job>();
    job->id = id;
    job->kind = kind;
    m_jobs.push_back(job);
    Job* const running = job.get();
    job->thread = std::jthread([running, progress = std::move(progress), work = std::move(work), tell = std::move(tell)](std::stop_token stop) {
        const std::string answer = work({std::move(stop), progress, &running->pause, &running->finishEarly});
        running->hasEnded = true;
        tell(answer);
    });
}

std::shared_ptr<JobTable::Job> JobTable::find(const nlohmann::json& id) const {
    const std::lock_guard guard(m_mutex);
    const auto found =
        std::ranges::find_if(m_jobs, [&](const auto& job) { return job->id == id && !job->hasEnded; });
    return found == m_jobs.end() ? nullptr : *found;
}

bool JobTable::cancel(const nlohmann::json& id) {
    const auto job = find(id);
    return job != nullptr && (job->thread.request_stop(), true);
}

bool JobTable::pause(const nlohmann::json& id) {
    const auto job = find(id);
    return job != nullptr && (job->pause.pause(), true);
}

bool JobTable::resume(const nlohmann::json& id) {
    const auto job = find(id);
    return job != nullptr && (job->pause.resume(), true);
}

bool JobTable::finish(const nlohmann::json& id) {
    const auto job = find(id);
    if (job == nullptr) {
        return false;
    }
    job->finishEarly = true;
    job->pause.resume();
    return true;
}

bool JobTable::hasHeavyJob() const {
    return !heavyJob().is_null();
}

nlohmann::json JobTable::heavyJob() const {
    const std::lock_guard guard(m_mutex);
    const auto found = std::ranges::find_if(m_jobs, [](const auto& job) { return job->kind == Kind::Heavy && !job->hasEnded; });
    return found == m_jobs.end() ? nlohmann::json() : (*found)->id;
}

void JobTable::cancelAll() {
    const std::lock_guard guard(m_mutex);
    for (const auto& job : m_jobs) {
        job->thread.request_stop();
    }
}

bool JobTable::waitForAll(std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (true) {
        {
            const std::lock_guard guard(m_mutex);
            removeEnded();
            if (m_jobs.empty()) {
                return true;
            }
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

void JobTable::removeEnded() {
    m_jobs.remove_if([](const auto& job) { return job->hasEnded.load(); });
}

}  // namespace foresell
