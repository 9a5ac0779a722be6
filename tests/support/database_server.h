// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>
#include <optional>

namespace foresell::test {

/// A real database server of the system's packages, with data of its own in a temporary folder, on a free port of the loopback
/// alone, run as an unprivileged user. It ends with this object, or with the test.
class DatabaseServer {
public:
    enum class Kind { PostgreSql, MariaDb };

    /// Null, with the reason in `missing`, where its programs are not installed.
    static std::unique_ptr<DatabaseServer> start(Kind kind, QString& missing);
    ~DatabaseServer();

    int port() const { return m_port; }
    /// "postgresql://shop@127.0.0.1:PORT/shop"
    std::string url() const;
    static constexpr const char* user = "shop";
    static constexpr const char* password = "p w'd\\=:;\"1";
    /// Runs SQL as the owner of the database; empty: it went well, else what the server said.
    QString run(const QByteArray& sql);

private:
    DatabaseServer(Kind kind, QString programs);
    QString prepare();
    QStringList asOwner(const QStringList& command) const;
    static QString call(const QStringList& command, const QByteArray& input = {}, const QStringList& environment = {});
    bool waitUntilReady();

    Kind m_kind;
    QString m_programs;  ///< folder of the server's programs
    QString m_account;   ///< of the system to run as; empty: this one
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

/// A port of the loopback that was free a moment ago.
int freePort();

}  // namespace foresell::test
