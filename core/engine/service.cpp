// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/service.h"

#include <unistd.h>

#include <chrono>
#include <exception>

#include "core/engine/progress_gate.h"
#include "core/protocol/methods.h"
#include "core/protocol/notes.h"

namespace foresell {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds patienceAtEnd{10'000};

}  // namespace

Service::Service() : m_channel(longestLine) {
    addMethods();
}

Service::~Service() = default;

int Service::run() {
    std::string line;
    while (!m_isEnding) {
        const LineChannel::Read read = m_channel.readLine(line);
        if (read == LineChannel::Read::End) {
            break;
        }
        if (read == LineChannel::Read::TooLong) {
            m_channel.writeLine(errorLine(nullptr, {ErrorBody::invalidRequest,
                                                    "the message is longer than 16 MiB",
                                                    "protocol.line_too_long",
                                                    {},
                                                    {}}));
        } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
            handle(parseMessage(line));
        }
    }
    m_jobs.cancelAll();
    if (!m_jobs.waitForAll(patienceAtEnd)) {
        _exit(1);  // a job hangs; what was acknowledged is on the disk
    }
    closeProject();
    return 0;
}

void Service::handle(const Message& message) {
    switch (message.kind) {
        case Message::Kind::Request:
            handleRequest(message);
            break;
        case Message::Kind::Malformed:
            m_channel.writeLine(errorLine(message.id, message.error));
            break;
        default:
            break;  // the engine asks nothing and knows no notifications
    }
}

void Service::handleRequest(const Message& message) {
    const auto found = m_methods.find(message.method);
    if (found == m_methods.end()) {
        m_channel.writeLine(errorLine(message.id, {ErrorBody::methodNotFound,
                                                   "there is no method \"" + message.method + "\"",
                                                   "protocol.unknown_method",
                                                   {},
                                                   {{"method", message.method}}}));
        return;
    }
    const Method& method = found->second;
    if (method.way == Method::Way::AtOnce) {
        m_channel.writeLine(answer(message.id, method.answer, message.params, {}));
        return;
    }
    try {
        const auto kind = method.way == Method::Way::Heavy ? JobTable::Kind::Heavy : JobTable::Kind::Light;
        m_jobs.start(
            message.id, kind, progressOf(message.id),
            [message, &method](const JobControl& job) { return answer(message.id, method.answer, message.params, job); },
            [this](const std::string& line) { m_channel.writeLine(line); });
    } catch (const Error& error) {
        m_channel.writeLine(errorLine(message.id, ErrorBody::fromError(error)));
    }
}

std::string Service::answer(const json& id, const Answer& work, const json& params, const JobControl& job) {
    try {
        return resultLine(id, work(params, job));
    } catch (const Cancelled&) {
        return errorLine(id, ErrorBody::forCancelled());
    } catch (const Error& error) {
        return errorLine(id, ErrorBody::fromError(error));
    } catch (const std::bad_alloc&) {
        return errorLine(id, {ErrorBody::failed,
                              "there is not enough memory",
                              "engine.no_memory",
                              "Close other programs, or choose fewer items or a coarser period.",
                              {}});
    } catch (const std::exception& error) {
        return errorLine(id, {ErrorBody::failed, error.what(), "engine.failed", {}, {}});
    }
}

ProgressCallback Service::progressOf(const json& id) {
    auto gate = std::make_shared<ProgressGate>();
    return [this, id, gate](const Progress& progress) {
        if (gate->passes(progress)) {
            m_channel.writeLine(notificationLine(notification::progress, ProgressNote{id, progress}));
        }
    };
}

std::shared_ptr<OpenProject> Service::projectOrNone() const {
    const std::lock_guard guard(m_mutex);
    return m_project;
}

std::shared_ptr<OpenProject> Service::project() const {
    auto project = projectOrNone();
    if (project == nullptr) {
        throw Error("engine.no_project", "no project is open", "Open a project first.");
    }
    return project;
}

void Service::refuseWhileBusy() const {
    if (m_jobs.hasHeavyJob()) {
        throw Error("engine.busy", "a job is running on this project",
                    "Wait until it has ended, or cancel it.");
    }
}

void Service::closeProject() {
    std::shared_ptr<OpenProject> closing;
    std::shared_ptr<CleaningPreview> dropped;
    {
        const std::lock_guard browsing(m_browsing);
        m_browser.reset();
    }
    const std::lock_guard guard(m_mutex);
    dropped.swap(m_preview);
    m_features.reset();
    closing.swap(m_project);
}

}  // namespace foresell
