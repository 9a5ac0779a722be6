// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/job_door.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstddef>

#include "core/base/error.h"
#include "core/engine/progress_display.h"
#include "core/protocol/methods.h"
#include "core/protocol/notes.h"

namespace foresell {

namespace {

using nlohmann::json;
using std::chrono::steady_clock;

constexpr const char* statusMethod = "job.status";
constexpr std::size_t longestQuestion = 4096, longestAnswer = std::size_t{1} << 16;
constexpr timeval patience{2, 0};
constexpr int wakeEvery = 100;  ///< ms

/// A name in Linux's abstract space: it has no file and ends with who holds it.
struct Address {
    sockaddr_un name{};
    socklen_t length = 0;

    static std::optional<Address> of(const std::filesystem::path& project) {
        struct stat facts {};
        if (stat(project.c_str(), &facts) != 0) {
            return std::nullopt;
        }
        const std::string text = fmt::format("foresell-job-{}-{:x}-{:x}", getuid(), facts.st_dev, facts.st_ino);
        Address address;
        address.name.sun_family = AF_UNIX;
        text.copy(address.name.sun_path + 1, sizeof(address.name.sun_path) - 1);
        address.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + text.size());
        return address;
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&name); }
};

class Socket {
public:
    explicit Socket(int file) : m_file(file) {
        setsockopt(m_file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(m_file, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }
    ~Socket() { ::close(m_file); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int file() const { return m_file; }

    bool isOfSameUser() const {
        ucred peer{};
        socklen_t size = sizeof peer;
        return getsockopt(m_file, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
    }

    /// Up to the end of the line; empty where none comes.
    std::string readLine(std::size_t most) const {
        std::string line;
        std::array<char, 1024> part{};
        while (line.size() < most && !line.ends_with('\n')) {
            const ssize_t got = recv(m_file, part.data(), part.size(), 0);
            if (got <= 0) {
                return {};
            }
            line.append(part.data(), static_cast<std::size_t>(got));
        }
        return line;
    }
    void writeLine(const json& value) const {
        const std::string line = value.dump(-1, ' ', false, json::error_handler_t::replace) + '\n';
        for (std::size_t sent = 0; sent < line.size();) {
            const ssize_t some = send(m_file, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
            if (some <= 0) {
                return;  // who asked has gone
            }
            sent += static_cast<std::size_t>(some);
        }
    }

private:
    int m_file;
};

const char* methodOf(JobAct act) {
    return act == JobAct::Pause ? method::jobPause : act == JobAct::Resume ? method::jobResume : act == JobAct::Finish ? method::jobFinish : statusMethod;
}

}  // namespace

void to_json(json& json, const RunningJob& job) {
    json = {{"job", job.job}, {"seconds", job.seconds}, {"is_paused", job.isPaused}, {"is_ending", job.isEnding}, {"progress", job.progress}};
}

void from_json(const json& json, RunningJob& job) {
    json.at("job").get_to(job.job);
    json.at("seconds").get_to(job.seconds);
    json.at("is_paused").get_to(job.isPaused);
    json.at("is_ending").get_to(job.isEnding);
    json.at("progress").get_to(job.progress);
}

std::string toText(const RunningJob& job) {
    const auto share = job.progress.metrics.find("share");
    std::string text = fmt::format("{}, since {:.0f} s", job.job, job.seconds);
    if (share != job.progress.metrics.end()) {
        text += fmt::format(", {:.0f} % done", 100 * share->second);
    }
    if (job.isEnding) {
        return text + ": it stops and keeps the best so far\n";
    }
    if (job.isPaused) {
        return text + ": paused; --resume lets it go on\n";
    }
    if (job.progress.secondsLeft >= 0) {
        text += fmt::format(", about {:.0f} s left", job.progress.secondsLeft);
    }
    return text + ": " + wordsOf(job.progress) + '\n';
}

JobDoor::JobDoor(const std::filesystem::path& project, std::string job, JobActs acts) : m_acts(std::move(acts)) {
    m_job.job = std::move(job);
    const std::optional<Address> address = Address::of(project);
    m_socket = address ? socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0) : -1;
    if (m_socket < 0) {
        return;
    }
    if (bind(m_socket, address->get(), address->length) != 0 || listen(m_socket, 4) != 0) {
        ::close(m_socket);
        m_socket = -1;
        return;
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

JobDoor::~JobDoor() {
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

JobControl JobDoor::watched(const JobControl& job) {
    JobControl control = job;
    control.progress = [this, tell = job.progress](const Progress& progress) {
        {
            const std::lock_guard guard(m_mutex);
            m_job.progress = progress;
        }
        if (tell) {
            tell(progress);
        }
    };
    return control;
}

void JobDoor::serve(const std::stop_token& stop) {
    pollfd waited{m_socket, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (poll(&waited, 1, wakeEvery) <= 0) {
            continue;
        }
        if (const int connection = accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC); connection >= 0) {
            answer(connection);
        }
    }
}

void JobDoor::answer(int connection) {
    const Socket socket(connection);
    if (!socket.isOfSameUser()) {
        return;
    }
    const json question = json::parse(socket.readLine(longestQuestion), nullptr, false);
    if (!question.is_object() || !question.contains("method") || !question["method"].is_string()) {
        return;
    }
    socket.writeLine({{"jsonrpc", "2.0"}, {"id", question.value("id", json())}, {"result", act(question["method"].get<std::string>())}});
}

json JobDoor::act(const std::string& method) {
    const bool isPause = method == method::jobPause, isResume = method == method::jobResume, isFinish = method == method::jobFinish;
    if (isPause) {
        m_acts.pause();
    } else if (isResume) {
        m_acts.resume();
    } else if (isFinish) {
        m_acts.finish();
    }
    const std::lock_guard guard(m_mutex);
    m_job.isPaused = isPause || (m_job.isPaused && !isResume && !isFinish);
    m_job.isEnding = m_job.isEnding || isFinish;
    m_job.seconds = std::chrono::duration<double>(steady_clock::now() - m_start).count();
    return m_job;
}

std::optional<RunningJob> askRunningJob(const std::filesystem::path& project, JobAct act) {
    const std::optional<Address> address = Address::of(project);
    if (!address) {
        throw Error("project.missing", project.filename().string() + " is not there.", "Check the path.", {{"file", project.string()}});
    }
    const Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connect(socket.file(), address->get(), address->length) != 0 || !socket.isOfSameUser()) {
        return std::nullopt;
    }
    socket.writeLine({{"jsonrpc", "2.0"}, {"id", 1}, {"method", methodOf(act)}});
    const json answer = json::parse(socket.readLine(longestAnswer), nullptr, false);
    if (!answer.is_object() || !answer.contains("result")) {
        throw Error("jobs.no_answer", "The running job did not answer.", "It may just have ended. Try again.");
    }
    return answer["result"].get<RunningJob>();
}

}  // namespace foresell
