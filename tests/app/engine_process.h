// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace foresell::test {

struct CommandResult {
    int status = -1;
    QByteArray out, err;

    nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
};

/// Runs foresell-cli to its end.
inline CommandResult runCli(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(qEnvironmentVariable("FORESELL_CLI"), arguments);
    if (!process.waitForStarted(30'000)) {
        return {-1, {}, "foresell-cli did not start"};
    }
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(240'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// `foresell-cli serve` as a child, spoken to line by line.
class EngineProcess {
public:
    EngineProcess() {
        m_process.start(qEnvironmentVariable("FORESELL_CLI"), {QStringLiteral("serve")});
        m_process.waitForStarted(30'000);
    }
    ~EngineProcess() {
        m_process.kill();
        m_process.waitForFinished(30'000);
    }

    QProcess& process() { return m_process; }

    void sendLine(const QByteArray& line) {
        m_process.write(line + '\n');
        m_process.waitForBytesWritten(30'000);
    }
    int send(const std::string& method, const nlohmann::json& params = nlohmann::json::object()) {
        const int id = ++m_lastId;
        const nlohmann::json request{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
        sendLine(QByteArray::fromStdString(request.dump()));
        return id;
    }

    /// The next message of any kind; none after `patience` milliseconds or when the engine has ended.
    std::optional<nlohmann::json> next(int patience = 60'000) {
        QElapsedTimer timer;
        timer.start();
        while (!m_process.canReadLine()) {
            const int left = patience - static_cast<int>(timer.elapsed());
            if (left <= 0 || (!m_process.waitForReadyRead(left) && !m_process.canReadLine())) {
                return std::nullopt;
            }
        }
        return nlohmann::json::parse(m_process.readLine().toStdString());
    }
    /// The answer to request `id`; what comes before it is kept in `notes` and answers to others in
    /// `answers`.
    nlohmann::json answer(int id, int patience = 60'000) {
        for (std::size_t at = 0; at < answers.size(); ++at) {
            if (answers[at]["id"] == id) {
                nlohmann::json found = answers[at];
                answers.erase(answers.begin() + static_cast<std::ptrdiff_t>(at));
                return found;
            }
        }
        while (const auto message = next(patience)) {
            if (message->contains("method")) {
                notes.push_back(*message);
            } else if ((*message)["id"] == id) {
                return *message;
            } else {
                answers.push_back(*message);
            }
        }
        return nullptr;
    }
    nlohmann::json call(const std::string& method, const nlohmann::json& params = nlohmann::json::object()) {
        return answer(send(method, params));
    }
    /// Waits for the first progress note of a request.
    bool waitForProgress(int id) {
        while (const auto message = next()) {
            if (message->contains("method")) {
                notes.push_back(*message);
                if ((*message)["method"] == "progress" && (*message)["params"]["id"] == id) {
                    return true;
                }
            } else {
                answers.push_back(*message);
            }
        }
        return false;
    }

    std::vector<nlohmann::json> notes, answers;

private:
    QProcess m_process;
    int m_lastId = 0;
};

/// Sale lines as CSV: `items` items every day from 2024-01-01, with a weekly season and a little noise.
inline QByteArray salesCsv(int items, int days, int firstOrder = 1) {
    QByteArray csv = "order,date,item,quantity,price\n";
    unsigned noise = 12'345;
    int order = firstOrder;
    const QDate first(2024, 1, 1);
    for (int day = 0; day < days; ++day) {
        const QByteArray date = first.addDays(day).toString(Qt::ISODate).toLatin1();
        for (int item = 0; item < items; ++item) {
            noise = noise * 1'664'525U + 1'013'904'223U;
            const int quantity = 3 + item % 5 + (day % 7 >= 5 ? 4 : 0) + static_cast<int>(noise >> 30U);
            csv += QByteArray::number(order++) + ',' + date + ",I" + QByteArray::number(item) + ',' +
                   QByteArray::number(quantity) + ",2.50\n";
        }
    }
    return csv;
}

}  // namespace foresell::test
