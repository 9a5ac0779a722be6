// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_session/project_session.h"

#include <QFileInfo>
#include <QSettings>

#include "core/protocol/methods.h"

namespace foresell {

namespace {

constexpr auto recentKey = "recent";
constexpr int recentKept = 12;

}  // namespace

ProjectSession::ProjectSession(QObject* parent) : QObject(parent) {
    connect(&m_claim, &WindowClaim::presentWanted, this, &ProjectSession::presentWanted);
    connect(&m_engine, &EngineClient::projectChanged, this, &ProjectSession::refreshFacts);
    connect(&m_engine, &EngineClient::died, this, [this](bool hadAnswered) {
        if (!hadAnswered) {
            return;
        }
        // The next request starts the engine anew, and it has to hold the project again before anything else.
        QMetaObject::invokeMethod(this, [this] {
            hello();
            if (isOpen()) {
                open(m_path);
            }
        }, Qt::QueuedConnection);
    });
    QMetaObject::invokeMethod(this, &ProjectSession::hello, Qt::QueuedConnection);
}

ProjectSession::~ProjectSession() = default;

void ProjectSession::hello() {
    m_engine.call(method::hello, nlohmann::json::object(), {.context = this, .succeeded = [this](const nlohmann::json& result) {
                      m_engineFacts = result.get<HelloResult>();
                      emit engineReady();
                  }});
}

void ProjectSession::open(const QString& path) {
    if (WindowClaim::raiseHolder(path)) {
        return;
    }
    m_engine.call(method::projectOpen, PathRequest{path.toStdString()},
                  {.context = this,
                   .succeeded = [this](const nlohmann::json& result) { adopt(result); },
                   .failed = [this, path](const ErrorBody& error) { emit openFailed(path, error); }});
}

void ProjectSession::create(const QString& path, const ProjectSettings& settings) {
    m_engine.call(method::projectCreate, CreateRequest{path.toStdString(), settings},
                  {.context = this,
                   .succeeded = [this](const nlohmann::json& result) { adopt(result); },
                   .failed = [this](const ErrorBody& error) { emit failed(error); }});
}

void ProjectSession::adopt(const nlohmann::json& facts) {
    try {
        auto read = facts.get<ProjectFacts>();
        auto reader = ProjectReader::open(read.path);
        m_facts = std::move(read);
        m_reader = std::move(reader);
        m_path = QString::fromStdString(m_facts.path);
        remember();
        m_claim.hold(m_path);
        emit projectChanged();
        emit changed();
    } catch (const Error& error) {
        emit failed(ErrorBody::fromError(error));
    }
}

void ProjectSession::refreshFacts() {
    m_engine.call(method::projectInfo, nlohmann::json::object(),
                  {.context = this, .succeeded = [this](const nlohmann::json& result) {
                       if (isOpen()) {
                           m_facts = result.get<ProjectFacts>();
                           emit changed();
                       }
                   }});
}

void ProjectSession::close() {
    if (!isOpen()) {
        return;
    }
    m_engine.call(method::projectClose, nlohmann::json::object(), {.context = this, .succeeded = [](const nlohmann::json&) {}});
    leave();
}

void ProjectSession::discard() {
    if (!isOpen()) {
        return;
    }
    m_engine.call(method::projectDiscard, nlohmann::json::object(), {.context = this, .succeeded = [this](const nlohmann::json&) {
                      forget(QFileInfo(m_path).absoluteFilePath());
                      leave();
                  }});
}

void ProjectSession::leave() {
    m_reader.reset();
    m_path.clear();
    m_claim.hold({});
    m_facts = {};
    emit projectChanged();
    emit changed();
}

void ProjectSession::undo() {
    m_engine.call(method::editUndo, nlohmann::json::object(),
                  {.context = this, .succeeded = [this](const nlohmann::json&) { refreshFacts(); },
                   .failed = [this](const ErrorBody& error) { emit failed(error); }});
}

void ProjectSession::redo() {
    m_engine.call(method::editRedo, nlohmann::json::object(),
                  {.context = this, .succeeded = [this](const nlohmann::json&) { refreshFacts(); },
                   .failed = [this](const ErrorBody& error) { emit failed(error); }});
}

Job* ProjectSession::startJob(const QString& title, const char* method, const nlohmann::json& params) {
    if (isBusy()) {
        ErrorBody error;
        error.code = "job.busy";
        error.message = "Another job is running.";
        error.hint = "Wait for it, or stop it at the foot of the window.";
        emit failed(error);
        return nullptr;
    }
    if (m_job) {
        m_job->deleteLater();
    }
    m_job = new Job(m_engine, title, method, params, this);
    connect(m_job, &Job::succeeded, this, &ProjectSession::refreshFacts);
    connect(m_job, &Job::failed, this, &ProjectSession::failed);
    emit jobStarted(m_job);
    return m_job;
}

QStringList ProjectSession::recent() const {
    return QSettings().value(QLatin1String(recentKey)).toStringList();
}

void ProjectSession::forget(const QString& path) {
    QStringList all = recent();
    all.removeAll(path);
    QSettings().setValue(QLatin1String(recentKey), all);
}

void ProjectSession::remember() {
    QStringList all = recent();
    const QString path = QFileInfo(m_path).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    QSettings().setValue(QLatin1String(recentKey), QStringList(all.mid(0, recentKept)));
}

}  // namespace foresell
