// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "core/protocol/message.h"
#include "core/protocol/notes.h"

namespace foresell {

class EngineClient;

/// One piece of background work: started, progress, then exactly one of succeeded, failed and cancelled.
class Job : public QObject {
    Q_OBJECT

public:
    enum class State { Running, Paused, Succeeded, Failed, Cancelled };

    Job(EngineClient& engine, QString title, const char* method, const nlohmann::json& params, QObject* parent);

    QString title() const { return m_title; }
    std::string method() const { return m_method; }
    State state() const { return m_state; }
    bool isActive() const { return m_state == State::Running || m_state == State::Paused; }
    bool canPause() const;
    const Progress& progress() const { return m_progress; }
    const ErrorBody& error() const { return m_error; }
    /// From its start to its end, or till now.
    double seconds() const;
    /// 0..1; negative: not known.
    double share() const;

public slots:
    void cancel();
    void pause();
    void resume();
    void finishEarly();

signals:
    void progressed(const foresell::Progress& progress);
    void stateChanged();
    void succeeded(const nlohmann::json& result);
    void failed(const foresell::ErrorBody& error);
    void cancelled();

private:
    void setState(State state);

    EngineClient& m_engine;
    QString m_title;
    std::string m_method;
    qint64 m_request = 0;
    State m_state = State::Running;
    Progress m_progress;
    QElapsedTimer m_since;
    qint64 m_took = -1;
    ErrorBody m_error;
};

}  // namespace foresell
