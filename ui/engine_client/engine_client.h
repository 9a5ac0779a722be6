// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/protocol/message.h"
#include "core/protocol/notes.h"

namespace foresell {

/// What becomes of a request; each is called in the window's thread, and not at all once `context` is gone.
/// Exactly one of succeeded, failed and cancelled is called.
struct Answer {
    QPointer<QObject> context;
    std::function<void(const nlohmann::json&)> succeeded;
    std::function<void(const ErrorBody&)> failed = {};
    std::function<void()> cancelled = {};
    std::function<void(const Progress&)> progressed = {};
};

/// The engine as a child process: sends requests, delivers answers and progress, and starts it anew when it has died.
class EngineClient : public QObject {
    Q_OBJECT

public:
    explicit EngineClient(QObject* parent = nullptr);
    ~EngineClient() override;

    /// Sends a request; the number names it for cancel, pause, resume and finish.
    qint64 call(const char* method, const nlohmann::json& params, Answer answer);
    void cancel(qint64 request);
    void pause(qint64 request);
    void resume(qint64 request);
    void finish(qint64 request);

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// The engine's program, beside this one.
    static QString program();

signals:
    void projectChanged(const foresell::ChangeNote& note);
    /// The engine is there, the first time or again after it died.
    void started();
    /// The engine died; its requests have failed. It is started again with the next request. One that died before its
    /// first answer is not worth starting at once.
    void died(bool hadAnswered);

private:
    void ensureRunning();
    void readLines();
    void handle(const Message& message);
    void handleAnswer(const Message& message);
    void onFinished();
    void onJob(const char* method, qint64 request);

    QProcess m_process;
    QByteArray m_input;
    std::map<qint64, Answer> m_open;
    qint64 m_next = 1;
    bool m_isClosing = false;
    bool m_hasAnswered = false;
};

}  // namespace foresell
