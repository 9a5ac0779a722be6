// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/database_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace foresell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 150'000;

QString programFolder(DatabaseServer::Kind kind) {
    if (kind == DatabaseServer::Kind::MariaDb) {
        const QString found = QStandardPaths::findExecutable(u"mariadbd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s});
        return found.isEmpty() ? found : QFileInfo(found).path();
    }
    const QStringList versions = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& version : versions) {
        const QString folder = u"/usr/lib/postgresql/%1/bin"_s.arg(version);
        if (QFile::exists(folder + u"/initdb"_s)) {
            return folder;
        }
    }
    return {};
}

bool accepts(int port) {
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool isOpen = ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(client);
    return isOpen;
}

}  // namespace

int freePort() {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(server, reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(server, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(server);
    return ntohs(address.sin_port);
}

DatabaseServer::DatabaseServer(Kind kind, QString programs) : m_kind(kind), m_programs(std::move(programs)), m_port(freePort()) {
    // Neither server runs as root; their packages bring an account each.
    m_account = geteuid() == 0 ? (kind == Kind::PostgreSql ? u"postgres"_s : u"mysql"_s) : QString();
}

DatabaseServer::~DatabaseServer() {
    m_server.terminate();
    if (!m_server.waitForFinished(patience)) {
        m_server.kill();
        m_server.waitForFinished(patience);
    }
}

std::unique_ptr<DatabaseServer> DatabaseServer::start(Kind kind, QString& missing) {
    const QString programs = programFolder(kind);
    if (programs.isEmpty()) {
        missing = kind == Kind::PostgreSql ? u"PostgreSQL's server is not installed (package postgresql)"_s
                                           : u"MariaDB's server is not installed (package mariadb-server)"_s;
        return nullptr;
    }
    std::unique_ptr<DatabaseServer> server(new DatabaseServer(kind, programs));
    missing = server->prepare();
    return missing.isEmpty() ? std::move(server) : nullptr;
}

/// The command as the account that owns the data; it dies with the test.
QStringList DatabaseServer::asOwner(const QStringList& command) const {
    const QStringList guard{u"setpriv"_s, u"--pdeathsig"_s, u"TERM"_s};
    return m_account.isEmpty() ? guard + command : guard + QStringList{u"--reuid"_s, m_account, u"--regid"_s, m_account, u"--init-groups"_s} + command;
}

QString DatabaseServer::call(const QStringList& command, const QByteArray& input, const QStringList& environment) {
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment + QStringList{u"LC_ALL=C"_s});
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return command.join(u' ') + u": "_s + QString::fromUtf8(process.readAll()) + process.errorString();
    }
    return {};
}

QString DatabaseServer::prepare() {
    const QString data = m_folder.filePath(u"data"_s);
    QDir().mkdir(data);
    if (!m_account.isEmpty()) {
        const passwd* account = getpwnam(qPrintable(m_account));
        if (account == nullptr || ::chown(qPrintable(m_folder.path()), account->pw_uid, account->pw_gid) != 0 ||
            ::chown(qPrintable(data), account->pw_uid, account->pw_gid) != 0) {
            return u"the account %1 cannot be used"_s.arg(m_account);
        }
    }
    QStringList command;
    QString failure;
    if (m_kind == Kind::PostgreSql) {
        failure = call(asOwner({m_programs + u"/initdb"_s, u"-D"_s, data, u"-U"_s, u"owner"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"--no-sync"_s,
                                u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s}));
        command = {m_programs + u"/postgres"_s, u"-D"_s, data, u"-p"_s, QString::number(m_port), u"-c"_s, u"listen_addresses=127.0.0.1"_s,
                   u"-c"_s, u"unix_socket_directories="_s + m_folder.path(), u"-c"_s, u"fsync=off"_s};
    } else {
        failure = call({u"mariadb-install-db"_s, u"--no-defaults"_s, u"--datadir="_s + data, u"--skip-test-db"_s, u"--auth-root-authentication-method=normal"_s,
                        m_account.isEmpty() ? u"--force"_s : u"--user="_s + m_account});
        command = {m_programs + u"/mariadbd"_s, u"--no-defaults"_s, u"--datadir="_s + data, u"--port="_s + QString::number(m_port),
                   u"--bind-address=127.0.0.1"_s, u"--socket="_s + m_folder.filePath(u"socket"_s), u"--pid-file="_s + m_folder.filePath(u"pid"_s),
                   u"--innodb-flush-log-at-trx-commit=0"_s, u"--innodb-buffer-pool-size=16M"_s};
    }
    if (!failure.isEmpty()) {
        return failure;
    }
    const QStringList owned = asOwner(command);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setWorkingDirectory(m_folder.path());
    m_server.start(owned.first(), owned.mid(1));
    if (!m_server.waitForStarted(patience) || !waitUntilReady()) {
        return u"the server did not start: "_s + QString::fromUtf8(m_server.readAll());
    }
    QByteArray quoted = password;
    if (m_kind == Kind::PostgreSql) {
        return run("CREATE USER shop PASSWORD '" + quoted.replace("'", "''") + "'; CREATE DATABASE shop OWNER owner;");
    }
    quoted.replace("\\", "\\\\").replace("'", "\\'");
    return run("CREATE DATABASE shop CHARACTER SET utf8mb4; CREATE USER shop@'127.0.0.1' IDENTIFIED BY '" + quoted +
               "'; CREATE USER shop@localhost IDENTIFIED BY '" + quoted + "'; GRANT SELECT, INSERT ON shop.* TO shop@'127.0.0.1', shop@localhost;");
}

bool DatabaseServer::waitUntilReady() {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patience && m_server.state() == QProcess::Running) {
        if (accepts(m_port) && run("SELECT 1;").isEmpty()) {
            return true;
        }
        m_server.waitForReadyRead(50);
    }
    return false;
}

std::string DatabaseServer::url() const {
    return (m_kind == Kind::PostgreSql ? "postgresql://shop@127.0.0.1:" : "mysql://shop@127.0.0.1:") + std::to_string(m_port) + "/shop";
}

QString DatabaseServer::run(const QByteArray& sql) {
    const bool isOfServer = sql.contains("CREATE DATABASE") || sql.contains("CREATE USER") || sql == "SELECT 1;";
    if (m_kind == Kind::PostgreSql) {
        return call({u"psql"_s, u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, m_folder.path(), u"-p"_s, QString::number(m_port),
                     u"-U"_s, u"owner"_s, isOfServer ? u"postgres"_s : u"shop"_s, u"-f"_s, u"-"_s},
                    sql);
    }
    return call({u"mariadb"_s, u"--no-defaults"_s, u"--socket="_s + m_folder.filePath(u"socket"_s), u"-uroot"_s,
                 u"--default-character-set=utf8mb4"_s, isOfServer ? u"mysql"_s : u"shop"_s},
                sql);
}

}  // namespace foresell::test
