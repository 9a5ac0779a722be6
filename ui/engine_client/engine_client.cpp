// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine_client/engine_client.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/protocol/methods.h"

namespace foresell {

namespace {

ErrorBody diedBody() {
    ErrorBody body;
    body.code = "engine.died";
    body.message = "The engine stopped unexpectedly. Nothing that was saved is lost.";
    body.hint = "Try again; the engine has been started anew.";
    return body;
}

}  // namespace

QString EngineClient::program() {
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/foresell-cli");
    if (QFileInfo::exists(beside)) {
        return beside;
    }
    const QString named = qEnvironmentVariable("FORESELL_CLI");
    return named.isEmpty() ? QStringLiteral("foresell-cli") : named;
}

EngineClient::EngineClient(QObject* parent) : QObject(parent) {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineClient::readLines);
    connect(&m_process, &QProcess::finished, this, &EngineClient::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            onFinished();
        }
    });
}

EngineClient::~EngineClient() {
    m_isClosing = true;
    m_open.clear();
    m_process.closeWriteChannel();  // the engine ends when its input does
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(2000);
    }
}

void EngineClient::ensureRunning() {
    if (m_process.state() != QProcess::NotRunning) {
        return;
    }
    m_input.clear();
    m_hasAnswered = false;
    m_process.start(program(), {QStringLiteral("serve")});
    emit started();
}

qint64 EngineClient::call(const char* method, const nlohmann::json& params, Answer answer) {
    ensureRunning();
    const qint64 request = m_next++;
    m_open.emplace(request, std::move(answer));
    m_process.write(QByteArray::fromStdString(requestLine(request, method, params)) + '\n');
    return request;
}

void EngineClient::cancel(qint64 request) {
    onJob(method::jobCancel, request);
}

void EngineClient::pause(qint64 request) {
    onJob(method::jobPause, request);
}

void EngineClient::resume(qint64 request) {
    onJob(method::jobResume, request);
}

void EngineClient::finish(qint64 request) {
    onJob(method::jobFinish, request);
}

void EngineClient::onJob(const char* method, qint64 request) {
    if (m_open.contains(request)) {
        call(method, JobRequest{request}, {.context = this, .succeeded = [](const nlohmann::json&) {}});
    }
}

void EngineClient::readLines() {
    m_input += m_process.readAllStandardOutput();
    qsizetype begin = 0;
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n', begin)) {
        handle(parseMessage(std::string_view(m_input.constData() + begin, static_cast<std::size_t>(end - begin))));
        begin = end + 1;
    }
    m_input.remove(0, begin);
}

void EngineClient::handle(const Message& message) {
    try {
        switch (message.kind) {
            case Message::Kind::Result:
            case Message::Kind::Error:
                handleAnswer(message);
                break;
            case Message::Kind::Notification:
                if (message.method == notification::progress) {
                    const auto note = message.params.get<ProgressNote>();
                    const auto found = m_open.find(note.id.get<qint64>());
                    if (found != m_open.end() && found->second.context && found->second.progressed) {
                        found->second.progressed(note.progress);
                    }
                } else if (message.method == notification::projectChanged) {
                    emit projectChanged(message.params.get<ChangeNote>());
                }
                break;
            case Message::Kind::Request:
            case Message::Kind::Malformed:
                break;
        }
    } catch (const nlohmann::json::exception& exception) {
        qWarning("The engine sent what cannot be read: %s", exception.what());
    }
}

void EngineClient::handleAnswer(const Message& message) {
    if (!message.id.is_number_integer()) {
        return;
    }
    m_hasAnswered = true;
    auto node = m_open.extract(message.id.get<qint64>());
    if (node.empty() || node.mapped().context.isNull()) {
        return;
    }
    const Answer& answer = node.mapped();
    if (message.kind == Message::Kind::Result) {
        if (answer.succeeded) {
            answer.succeeded(message.result);
        }
    } else if (message.error.isCancelled() && answer.cancelled) {
        answer.cancelled();
    } else if (answer.failed) {
        answer.failed(message.error);
    }
}

void EngineClient::onFinished() {
    if (m_isClosing) {
        return;
    }
    const auto lost = std::exchange(m_open, {});
    emit died(m_hasAnswered);
    for (const auto& [request, answer] : lost) {
        if (answer.context && answer.failed) {
            answer.failed(diedBody());
        }
    }
}

}  // namespace foresell
