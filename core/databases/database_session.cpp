// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/database_session.h"

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/databases/database_error.h"
#include "core/databases/reading_query.h"

namespace foresell {

namespace {

constexpr std::size_t rowsAtOnce = 2000;
constexpr int secondsToConnect = 10;

const char* backendOf(DatabaseKind kind) {
    switch (kind) {
        case DatabaseKind::PostgreSql: return "postgresql";
        case DatabaseKind::MySql: return "mysql";
        case DatabaseKind::Sqlite: return "sqlite3";
        case DatabaseKind::Odbc: break;
    }
    return "odbc";
}

/// A value of a connection string: libpq's and SOCI's MySQL rules are the same for ' and \.
std::string quotedValue(std::string_view value) {
    std::string quoted = "'";
    for (const char each : value) {
        quoted += each == '\'' || each == '\\' ? std::string{'\\', each} : std::string(1, each);
    }
    return quoted + "'";
}

std::string connectString(const DatabaseLocation& location, const std::string& password) {
    std::string text;
    const auto add = [&](const char* key, const std::string& value) { text += value.empty() ? "" : fmt::format("{}={} ", key, quotedValue(value)); };
    switch (location.kind) {
        case DatabaseKind::PostgreSql:
            add("host", location.host);
            add("port", location.port == 0 ? "" : std::to_string(location.port));
            add("dbname", location.database);
            add("user", location.user);
            add("password", password);
            return text + fmt::format("connect_timeout={} application_name=foresell", secondsToConnect);
        case DatabaseKind::MySql:
            add("host", location.host);
            text += location.port == 0 ? "" : fmt::format("port={} ", location.port);
            add("dbname", location.database);
            add("user", location.user);
            add("password", password);
            return text + fmt::format("charset='utf8mb4' connect_timeout={}", secondsToConnect);
        case DatabaseKind::Sqlite: return fmt::format("dbname=\"{}\" readonly=true timeout=5", location.database);
        case DatabaseKind::Odbc: break;
    }
    text = location.database.find('=') == std::string::npos ? "DSN=" + location.database : location.database;
    text += location.user.empty() ? "" : ";UID=" + location.user;
    return text + (password.empty() ? "" : ";PWD=" + password);
}

}  // namespace

struct DatabaseSession::State {
    DatabaseLocation location;
    std::string password;
    soci::session session;
    std::string id;                 ///< of the connection on the server, to cancel by
    std::atomic<bool> isCancelled = false;
    std::jthread watch;             ///< waits for the stop request

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        watch = {};
        try {
            if (location.kind == DatabaseKind::Odbc && session.is_connected()) {
                session.rollback();  // a driver may refuse to disconnect in the middle of a transaction
            }
        } catch (const std::exception&) {
        }
    }

    template <typename Function>
    auto asking(Function&& function) {
        try {
            return function();
        } catch (const soci::soci_error& error) {
            if (isCancelled) {
                throw Cancelled();
            }
            throwDatabaseError(location, error.get_error_message(), password);
        }
    }

    void connect();
    void beginReading();
    void cancelOnServer();
    void watchFor(std::stop_token stop);
    std::vector<std::pair<std::string, soci::data_type>> columnsOf(const std::string& sql);
};

void DatabaseSession::State::connect() {
    if (location.kind == DatabaseKind::Sqlite && !std::filesystem::is_regular_file(location.database)) {
        throw Error("database.no_such_database", "There is no file " + location.database + ".", "Check the path.",
                    {{"database", shownName(location)}});
    }
    asking([&] { session.open(backendOf(location.kind), connectString(location, password)); });
    asking([&] { beginReading(); });
}

void DatabaseSession::State::beginReading() {
    switch (location.kind) {
        case DatabaseKind::PostgreSql:
            session << "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";
            session << "SET datestyle TO ISO, YMD";
            session << "SET client_encoding TO UTF8";
            session << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            session << "SELECT pg_backend_pid()::text", soci::into(id);
            break;
        case DatabaseKind::MySql:
            session << "SET SESSION TRANSACTION READ ONLY";
            session << "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";
            session << "SELECT CAST(CONNECTION_ID() AS CHAR)", soci::into(id);
            break;
        case DatabaseKind::Sqlite: session << "PRAGMA query_only=ON"; break;
        case DatabaseKind::Odbc: session.begin(); break;  // never committed
    }
}

/// Asks the server over a second connection to give up what the first one waits for.
void DatabaseSession::State::cancelOnServer() {
    isCancelled = true;
    try {
        if (location.kind == DatabaseKind::Sqlite) {
            sqlite_api::sqlite3_interrupt(static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_);
        } else if (!id.empty()) {
            soci::session other(backendOf(location.kind), connectString(location, password));
            other << (location.kind == DatabaseKind::PostgreSql ? "SELECT pg_cancel_backend(" + id + ")" : "KILL QUERY " + id);
        }
    } catch (const std::exception&) {
        // Then the answer is waited for.
    }
}

void DatabaseSession::State::watchFor(std::stop_token stop) {
    if (!stop.stop_possible()) {
        return;
    }
    watch = std::jthread([this, stop = std::move(stop)](const std::stop_token& ended) {
        std::mutex mutex;
        std::condition_variable_any woken;
        const std::stop_callback wake(stop, [&] {
            const std::lock_guard guard(mutex);
            woken.notify_all();
        });
        std::unique_lock lock(mutex);
        woken.wait(lock, ended, [&] { return stop.stop_requested(); });
        if (stop.stop_requested() && !ended.stop_requested()) {
            cancelOnServer();
        }
    });
}

std::vector<std::pair<std::string, soci::data_type>> DatabaseSession::State::columnsOf(const std::string& sql) {
    soci::row described;
    soci::statement statement = (session.prepare << "SELECT * FROM (" + sql + "\n) foresell_query WHERE 1 = 0", soci::into(described));
    statement.execute(true);
    std::vector<std::pair<std::string, soci::data_type>> columns;
    for (std::size_t column = 0; column < described.size(); ++column) {
        columns.emplace_back(described.get_properties(column).get_name(), described.get_properties(column).get_data_type());
    }
    return columns;
}

namespace {

/// Fetches into columns of texts, many rows at a time. Over ODBC a row at a time, and numbers as numbers: as texts their
/// drivers would reserve, and fill, a hundred megabytes for each.
class SociRows : public DatabaseRows {
public:
    SociRows(soci::session& session, const std::vector<std::pair<std::string, soci::data_type>>& columns, DatabaseKind kind,
             std::function<void(const std::function<void()>&)> asking)
        : m_session(session), m_isSingle(kind == DatabaseKind::Odbc), m_asking(std::move(asking)), m_columns(columns.size()),
          m_marks(columns.size()), m_cells(columns.size()), m_cellMarks(columns.size()), m_wholes(columns.size()), m_fractions(columns.size()) {
        for (const auto& [name, type] : columns) {
            m_names.push_back(name);
            m_types.push_back(type);
        }
    }

    /// `more`: the statement that is run anew for each batch, such as FETCH of a cursor; empty: `sql` is run once.
    void open(const std::string& sql, std::string more) {
        m_more = std::move(more);
        m_asking([&] {
            if (m_more.empty()) {
                prepare(sql);
            } else {
                m_session << sql;
            }
        });
    }

    const std::vector<std::string>& names() const override { return m_names; }
    std::size_t rowsInBatch() const override { return m_rows; }
    const std::string& cell(std::size_t row, std::size_t column) const override {
        return m_isSingle ? m_cells[column] : m_columns[column][row];
    }

    bool nextBatch() override {
        bool isThere = false;
        m_asking([&] {
            if (!m_more.empty()) {
                prepare(m_more);
            }
            resize();
            isThere = m_statement->fetch();
        });
        m_rows = !isThere ? 0 : m_isSingle ? 1 : m_names.empty() ? 0 : m_columns.front().size();
        writeNumbers();
        clearNulls();
        return m_rows > 0;
    }

private:
    void prepare(const std::string& sql) {
        m_statement = std::make_unique<soci::statement>(m_session);
        m_statement->alloc();
        resize();
        for (std::size_t column = 0; column < m_names.size(); ++column) {
            if (m_isSingle && isWhole(column)) {
                m_statement->exchange(soci::into(m_wholes[column], m_cellMarks[column]));
            } else if (m_isSingle && m_types[column] == soci::dt_double) {
                m_statement->exchange(soci::into(m_fractions[column], m_cellMarks[column]));
            } else if (m_isSingle) {
                m_statement->exchange(soci::into(m_cells[column], m_cellMarks[column]));
            } else {
                m_statement->exchange(soci::into(m_columns[column], m_marks[column]));
            }
        }
        m_statement->prepare(sql);
        m_statement->define_and_bind();
        m_statement->execute(false);
    }

    /// SOCI cuts the columns to the rows that came.
    void resize() {
        if (m_isSingle) {
            return;
        }
        for (std::size_t column = 0; column < m_names.size(); ++column) {
            m_columns[column].resize(rowsAtOnce);
            m_marks[column].resize(rowsAtOnce);
        }
    }

    bool isWhole(std::size_t column) const {
        return m_types[column] == soci::dt_integer || m_types[column] == soci::dt_long_long || m_types[column] == soci::dt_unsigned_long_long;
    }

    void writeNumbers() {
        for (std::size_t column = 0; m_isSingle && m_rows > 0 && column < m_names.size(); ++column) {
            if (isWhole(column)) {
                m_cells[column] = std::to_string(m_wholes[column]);
            } else if (m_types[column] == soci::dt_double) {
                m_cells[column] = fmt::format("{}", m_fractions[column]);
            }
        }
    }

    void clearNulls() {
        for (std::size_t column = 0; column < m_names.size(); ++column) {
            for (std::size_t row = 0; row < m_rows; ++row) {
                if ((m_isSingle ? m_cellMarks[column] : m_marks[column][row]) == soci::i_null) {
                    (m_isSingle ? m_cells[column] : m_columns[column][row]).clear();
                }
            }
        }
    }

    soci::session& m_session;
    std::vector<std::string> m_names;
    std::vector<soci::data_type> m_types;
    bool m_isSingle;
    std::function<void(const std::function<void()>&)> m_asking;
    std::string m_more;
    std::unique_ptr<soci::statement> m_statement;
    std::vector<std::vector<std::string>> m_columns;
    std::vector<std::vector<soci::indicator>> m_marks;
    std::vector<std::string> m_cells;
    std::vector<soci::indicator> m_cellMarks;
    std::vector<long long> m_wholes;
    std::vector<double> m_fractions;
    std::size_t m_rows = 0;
};

const char* tablesSql(DatabaseKind kind) {
    switch (kind) {
        case DatabaseKind::PostgreSql:
            return "SELECT n.nspname || '.' || c.relname, c.relkind::text, c.reltuples::bigint::text FROM pg_class c "
                   "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') "
                   "AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%' "
                   "AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1";
        case DatabaseKind::MySql:
            return "SELECT TABLE_NAME, IF(TABLE_TYPE = 'VIEW', 'v', 'r'), CAST(COALESCE(TABLE_ROWS, -1) AS CHAR) "
                   "FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1";
        case DatabaseKind::Sqlite:
            return "SELECT name, CASE type WHEN 'view' THEN 'v' ELSE 'r' END, '-1' FROM sqlite_master "
                   "WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY 1";
        case DatabaseKind::Odbc: break;
    }
    return "SELECT TABLE_SCHEMA || '.' || TABLE_NAME, CASE TABLE_TYPE WHEN 'VIEW' THEN 'v' ELSE 'r' END, '-1' "
           "FROM INFORMATION_SCHEMA.TABLES ORDER BY 1";
}

}  // namespace

DatabaseSession::DatabaseSession(const DatabaseLocation& location, const std::string& password, std::stop_token stop)
    : m_state(std::make_shared<State>()) {
    m_state->location = location;
    m_state->password = password;
    m_state->connect();
    m_state->watchFor(std::move(stop));
}

DatabaseSession::~DatabaseSession() = default;

const DatabaseLocation& DatabaseSession::location() const {
    return m_state->location;
}

std::vector<DatabaseTableInfo> DatabaseSession::tables() {
    const auto list = [this](const char* sql) {
        std::vector<DatabaseTableInfo> tables;
        std::string name;
        std::string kind;
        std::string rows;
        soci::statement statement = (m_state->session.prepare << sql, soci::into(name), soci::into(kind), soci::into(rows));
        statement.execute(false);
        while (statement.fetch()) {
            tables.push_back({name, kind.starts_with('v'), std::atoll(rows.c_str())});
        }
        return tables;
    };
    if (m_state->location.kind == DatabaseKind::Odbc) {
        try {
            return list(tablesSql(DatabaseKind::Odbc));
        } catch (const soci::soci_error&) {
            // A source without the standard's list; SQLite has one of its own.
        }
        return m_state->asking([&] { return list(tablesSql(DatabaseKind::Sqlite)); });
    }
    return m_state->asking([&] { return list(tablesSql(m_state->location.kind)); });
}

std::unique_ptr<DatabaseRows> DatabaseSession::query(const std::string& sql, std::int64_t limit) {
    const std::string reading = readingQuery(sql);
    State& state = *m_state;
    const DatabaseKind kind = state.location.kind;
    const auto columns = state.asking([&] { return state.columnsOf(reading); });
    const auto asking = [&state](const std::function<void()>& work) { state.asking(work); };
    auto rows = std::make_unique<SociRows>(state.session, columns, kind, asking);
    if (kind == DatabaseKind::PostgreSql) {
        // Else the driver would hold the whole answer in memory.
        state.asking([&] { state.session << "CLOSE ALL"; });
        rows->open("DECLARE foresell_rows NO SCROLL CURSOR FOR " + reading, fmt::format("FETCH FORWARD {} FROM foresell_rows", rowsAtOnce));
    } else if (limit > 0 && kind != DatabaseKind::Odbc) {
        rows->open(fmt::format("SELECT * FROM ({}\n) foresell_query LIMIT {}", reading, limit), {});
    } else {
        rows->open(reading, {});
    }
    return rows;
}

}  // namespace foresell
