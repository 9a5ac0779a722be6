// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include "core/protocol/methods.h"
#include "ui/engine_client/engine_client.h"

namespace foresell {

Job::Job(EngineClient& engine, QString title, const char* method, const nlohmann::json& params, QObject* parent)
    : QObject(parent), m_engine(engine), m_title(std::move(title)), m_method(method) {
    m_since.start();
    m_request = engine.call(method, params,
                            {.context = this,
                             .succeeded =
                                 [this](const nlohmann::json& result) {
                                     setState(State::Succeeded);
                                     emit succeeded(result);
                                 },
                             .failed =
                                 [this](const ErrorBody& error) {
                                     m_error = error;
                                     setState(State::Failed);
                                     emit failed(error);
                                 },
                             .cancelled =
                                 [this] {
                                     setState(State::Cancelled);
                                     emit cancelled();
                                 },
                             .progressed =
                                 [this](const Progress& progress) {
                                     m_progress = progress;
                                     emit progressed(progress);
                                 }});
}

bool Job::canPause() const {
    return m_method == method::trainingStart;
}

double Job::share() const {
    // A training counts anew in each of its parts, but tells how much of the whole is done.
    if (const auto whole = m_progress.metrics.find("share"); whole != m_progress.metrics.end()) {
        return whole->second;
    }
    if (canPause()) {
        return -1;
    }
    return m_progress.total > 0 ? static_cast<double>(m_progress.done) / static_cast<double>(m_progress.total) : -1;
}

void Job::cancel() {
    m_engine.cancel(m_request);
}

void Job::pause() {
    m_engine.pause(m_request);
    setState(State::Paused);
}

void Job::resume() {
    m_engine.resume(m_request);
    setState(State::Running);
}

void Job::finishEarly() {
    if (m_state == State::Paused) {
        resume();
    }
    m_engine.finish(m_request);
}

double Job::seconds() const {
    return static_cast<double>(m_took >= 0 ? m_took : m_since.elapsed()) / 1000;
}

void Job::setState(State state) {
    m_state = state;
    if (!isActive()) {
        m_took = m_since.elapsed();
    }
    emit stateChanged();
}

}  // namespace foresell
