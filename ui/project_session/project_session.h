// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <memory>

#include "core/project/project_reader.h"
#include "core/protocol/project_messages.h"
#include "ui/engine_client/engine_client.h"
#include "ui/jobs/job.h"
#include "ui/project_session/window_claim.h"

namespace foresell {

/// The open project as the window sees it: a reader over the file, the engine for every change, what the project holds,
/// and the job that runs. Pages read through `reader()` and listen to `changed`.
class ProjectSession : public QObject {
    Q_OBJECT

public:
    explicit ProjectSession(QObject* parent = nullptr);
    ~ProjectSession() override;

    EngineClient& engine() { return m_engine; }
    bool isOpen() const { return m_reader != nullptr; }
    QString path() const { return m_path; }
    /// Null where no project is open. Only for the window's thread.
    ProjectReader* reader() { return m_reader.get(); }
    /// What the project holds, as the engine last told it.
    const ProjectFacts& facts() const { return m_facts; }
    const HelloResult& engineFacts() const { return m_engineFacts; }

    /// Opens a project; where another window has it open, that window comes to the front instead.
    void open(const QString& path);
    void create(const QString& path, const ProjectSettings& settings);
    void close();
    /// Takes back a project that was created for an import which was then abandoned: its file goes, too. One that holds
    /// something stays as it is.
    void discard();
    void undo();
    void redo();

    /// Starts background work; one job at a time. Null where another one runs, which is told.
    Job* startJob(const QString& title, const char* method, const nlohmann::json& params);
    Job* job() const { return m_job; }
    bool isBusy() const { return m_job && m_job->isActive(); }

    QStringList recent() const;
    void forget(const QString& path);

signals:
    /// A project was opened or closed.
    void projectChanged();
    /// The file holds something new, or the facts are known anew.
    void changed();
    void jobStarted(foresell::Job* job);
    void engineReady();
    /// Somebody opened this project again: the window shall come to the front.
    void presentWanted();
    /// A project cannot be opened.
    void openFailed(const QString& path, const foresell::ErrorBody& error);
    /// Something could not be done; shown on the page that is open.
    void failed(const foresell::ErrorBody& error);

private:
    void hello();
    void adopt(const nlohmann::json& facts);
    void leave();
    void refreshFacts();
    void remember();

    EngineClient m_engine;
    std::unique_ptr<ProjectReader> m_reader;
    QString m_path;
    ProjectFacts m_facts;
    HelloResult m_engineFacts;
    QPointer<Job> m_job;
    WindowClaim m_claim;
};

}  // namespace foresell
