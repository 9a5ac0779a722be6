// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>

#include "core/base/job.h"

namespace foresell {

/// What another program of the same user can do with a job.
struct JobActs {
    std::function<void()> pause, resume, finish;
};

/// What runs on a project.
struct RunningJob {
    std::string job;  ///< as its command is called: "train", "refresh"
    double seconds = 0;  ///< since it began
    bool isPaused = false, isEnding = false;
    Progress progress;  ///< that was told last
};
void to_json(nlohmann::json& json, const RunningJob& job);
void from_json(const nlohmann::json& json, RunningJob& job);
std::string toText(const RunningJob& job);

/// Lets other programs of the same user ask for a running job, pause it, let it go on, or end it early: one line of JSON-RPC and one in
/// answer, on a socket of this machine that is named by the project's file and goes with the process. Where the socket cannot be
/// had, the job runs without.
class JobDoor {
public:
    JobDoor(const std::filesystem::path& project, std::string job, JobActs acts);
    ~JobDoor();
    JobDoor(const JobDoor&) = delete;
    JobDoor& operator=(const JobDoor&) = delete;

    /// The same job, whose progress is told to who asks at the door, too.
    JobControl watched(const JobControl& job);

private:
    void serve(const std::stop_token& stop);
    void answer(int connection);
    nlohmann::json act(const std::string& method);

    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    JobActs m_acts;
    std::mutex m_mutex;  ///< of the next member
    RunningJob m_job;
    int m_socket = -1;
    std::jthread m_thread;
};

enum class JobAct { Tell, Pause, Resume, Finish };

/// Asks the job that runs on the project, in this or another process. None where nothing runs that can be asked.
/// Throws Error "jobs.no_answer".
std::optional<RunningJob> askRunningJob(const std::filesystem::path& project, JobAct act);

}  // namespace foresell
