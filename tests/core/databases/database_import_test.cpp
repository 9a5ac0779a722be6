// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <thread>

#include "core/base/error.h"
#include "core/databases/database_table.h"
#include "core/databases/sales_query.h"
#include "core/import/importer.h"
#include "tests/support/database_server.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr int lines = 6000;

struct Source {
    QString name;
    DatabaseLocation location;
    std::string password;
    QString missing;
};

/// The same sales as SQL of every server.
QByteArray salesSql(bool isSqlite) {
    QByteArray sql = "CREATE TABLE sales (order_id BIGINT NOT NULL, sold_at ";
    sql += isSqlite ? "VARCHAR(30)" : "TIMESTAMP";  // a length, which ODBC needs to know
    sql += ", sku VARCHAR(40), item_name VARCHAR(80), quantity INTEGER, price NUMERIC(12,4), shop VARCHAR(20));\n";
    for (int i = 0; i < lines; i += 500) {
        sql += "INSERT INTO sales VALUES ";
        for (int row = i; row < i + 500; ++row) {
            sql += row > i ? "," : "";
            sql += QByteArray::fromStdString(fmt::format("({}, '2024-{:02}-{:02} {:02}:15:00', '{}', '竹纤维毛巾 {}', {}, {}.{:04}, {})",
                                                         250'999'000'000'000'000 + row, 1 + row / 500 % 12, 1 + row % 28, row % 24,
                                                         fmt::format("{:05}", row % 9), row % 9, row % 40 == 0 ? -1 : 1 + row % 4, 9 + row % 5, row % 10'000,
                                                         row % 3 == 0 ? "NULL" : "'北京'"));
        }
        sql += ";\n";
    }
    return sql + "CREATE VIEW recent AS SELECT * FROM sales WHERE order_id > 250999000000003000;\n";
}

struct Totals {
    std::int64_t lines = 0;
    Fixed units = 0, money = 0;
    std::map<std::string, Fixed> unitsOfItem;
    std::map<Day, Fixed> unitsOfDay;
    std::int64_t withOrder = 0;
    bool operator==(const Totals&) const = default;
};

}  // namespace

class DatabaseImportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyRowArrivesAsFromAFile_data() { addSources(); }
    void everyRowArrivesAsFromAFile();
    void sumsOfDaysArriveAddedUpByTheServer_data() { addSources(); }
    void sumsOfDaysArriveAddedUpByTheServer();
    void tablesAndViewsAreListed_data() { addSources(); }
    void tablesAndViewsAreListed();
    void nothingCanBeWritten_data() { addSources(); }
    void nothingCanBeWritten();
    void whatIsWrongIsTold();
    void aLongQueryIsCancelledOnTheServer_data() { addSources(); }
    void aLongQueryIsCancelledOnTheServer();
    void thePasswordIsNeitherStoredNorTold();

private:
    void addSources();
    const Source& source();
    ImportSummary importFrom(const Source& source, const std::string& query, const ImportOptions& options, std::int64_t& bytes);
    Totals totals() const;

    QTemporaryDir m_folder;
    std::map<QString, Source> m_sources;
    std::unique_ptr<DatabaseServer> m_postgres, m_mariadb;
    std::unique_ptr<QTemporaryDir> m_home;
    std::filesystem::path m_project;
};

void DatabaseImportTest::initTestCase() {
    const std::string file = m_folder.filePath(QStringLiteral("shop.db")).toStdString();
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    QCOMPARE(sqlite3_exec(database, salesSql(true).constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    m_sources["SQLite"] = {"SQLite", {DatabaseKind::Sqlite, "", 0, file, ""}, "", {}};

    Source odbc{"ODBC", {DatabaseKind::Odbc, "", 0, "Driver=SQLite3 for tests;Database=" + file, ""}, "", {}};
    const QString driver = QStringLiteral("/usr/lib/x86_64-linux-gnu/odbc/libsqlite3odbc.so");
    if (QFile::exists(driver)) {
        QFile settings(m_folder.filePath(QStringLiteral("odbcinst.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[SQLite3 for tests]\nDriver=" + driver.toLatin1() + "\n");
        qputenv("ODBCSYSINI", m_folder.path().toLocal8Bit());
    } else {
        odbc.missing = QStringLiteral("the ODBC driver of SQLite is not installed (package libsqliteodbc)");
    }
    m_sources["ODBC"] = odbc;

    Source postgres{"PostgreSQL", {}, DatabaseServer::password, {}};
    m_postgres = DatabaseServer::start(DatabaseServer::Kind::PostgreSql, postgres.missing);
    if (m_postgres) {
        postgres.location = databaseLocation(m_postgres->url());
        QCOMPARE(m_postgres->run(salesSql(false) + "CREATE SEQUENCE counter; GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO shop; "
                                                   "GRANT ALL ON SEQUENCE counter TO shop;"),
                 QString());
    }
    m_sources["PostgreSQL"] = postgres;

    Source mariadb{"MariaDB", {}, DatabaseServer::password, {}};
    m_mariadb = DatabaseServer::start(DatabaseServer::Kind::MariaDb, mariadb.missing);
    if (m_mariadb) {
        mariadb.location = databaseLocation(m_mariadb->url());
        QCOMPARE(m_mariadb->run(salesSql(false)), QString());
    }
    m_sources["MariaDB"] = mariadb;
}

void DatabaseImportTest::cleanupTestCase() {
    m_postgres.reset();
    m_mariadb.reset();
}

void DatabaseImportTest::addSources() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, source] : m_sources) {
        QTest::addRow("%s", qPrintable(name)) << name;
    }
}

const Source& DatabaseImportTest::source() {
    QFETCH(QString, name);
    return m_sources.at(name);
}

#define SKIP_IF_MISSING(source)                 \
    if (!(source).missing.isEmpty()) {          \
        QSKIP(qPrintable((source).missing));    \
    }

ImportSummary DatabaseImportTest::importFrom(const Source& source, const std::string& query, const ImportOptions& options, std::int64_t& bytes) {
    m_home = std::make_unique<QTemporaryDir>();
    m_project = m_home->filePath(QStringLiteral("shop.foresell")).toStdString();
    const auto writer = ProjectWriter::create(m_project, {.name = "Shop"});
    TableSources tables;
    auto table = std::make_unique<DatabaseTable>(source.location, source.password, "sales", query, std::stop_token());
    const DatabaseTable* const counted = table.get();
    tables.push_back(std::move(table));
    ImportSummary summary = runImport(*writer, tables, options, {});
    bytes = counted->transferredBytes();
    return summary;
}

Totals DatabaseImportTest::totals() const {
    Totals totals;
    const auto reader = ProjectReader::open(m_project);
    std::map<std::int32_t, std::string> codes;
    for (const ItemRecord& item : reader->items()) {
        codes[item.id.value] = item.code + "|" + item.name;
    }
    SaleBatch batch;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, batch);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            ++totals.lines;
            totals.units += batch.quantity[row];
            totals.money += isMissing(batch.amount[row]) ? batch.price[row] * (batch.quantity[row] / fixedOne) : batch.amount[row];
            totals.unitsOfItem[codes[batch.item[row]]] += batch.quantity[row];
            totals.unitsOfDay[batch.day[row]] += batch.quantity[row];
            totals.withOrder += batch.order.at(row).starts_with("250999000000") ? 1 : 0;
        }
    }
    return totals;
}

void DatabaseImportTest::everyRowArrivesAsFromAFile() {
    SKIP_IF_MISSING(source());
    std::int64_t bytes = 0;
    const ImportSummary summary = importFrom(source(), tableQuery(source().location.kind, "sales"), {}, bytes);
    QCOMPARE(summary.counts.read, lines);
    QCOMPARE(summary.counts.imported, lines);
    const Totals here = totals();
    QCOMPARE(here.withOrder, lines);  // every digit of 18
    QVERIFY(here.unitsOfItem.contains("00003|竹纤维毛巾 3"));
    Fixed units = 0;
    Fixed money = 0;
    for (int row = 0; row < lines; ++row) {
        const int quantity = row % 40 == 0 ? -1 : 1 + row % 4;
        units += quantity * fixedOne;
        money += quantity * ((9 + row % 5) * fixedOne + row % 10'000);
    }
    QCOMPARE(here.units, units);
    QCOMPARE(here.money, money);
    QCOMPARE(ProjectReader::open(m_project)->locations().size(), 1U);
    QCOMPARE(ProjectReader::open(m_project)->imports().front().source.name,
             "sales · " + shownName(source().location));
    QVERIFY(bytes > lines * 40);
}

void DatabaseImportTest::sumsOfDaysArriveAddedUpByTheServer() {
    SKIP_IF_MISSING(source());
    std::int64_t all = 0;
    importFrom(source(), tableQuery(source().location.kind, "sales"), {}, all);
    const Totals before = totals();
    DatabaseTable table(source().location, source().password, "sales", tableQuery(source().location.kind, "sales"), {});
    const FileDetection detection = detectTable(table, {}).detection;
    const std::string query = dailySalesQuery(source().location.kind, tableQuery(source().location.kind, "sales"), detection);
    std::int64_t bytes = 0;
    const ImportSummary summary = importFrom(source(), query, {}, bytes);
    QVERIFY(summary.counts.read < lines);
    QCOMPARE(summary.counts.imported, summary.counts.read);
    const Totals after = totals();
    QCOMPARE(after.units, before.units);
    QVERIFY(std::abs(after.money - before.money) < fixedOne / 100);
    QVERIFY(after.unitsOfDay == before.unitsOfDay);
    QVERIFY(after.unitsOfItem == before.unitsOfItem);
    QVERIFY(bytes < all);
    qInfo("%s: %lld bytes of %lld rows, added up %lld bytes of %lld rows", qPrintable(source().name), static_cast<long long>(all),
          static_cast<long long>(lines), static_cast<long long>(bytes), static_cast<long long>(summary.counts.read));
}

void DatabaseImportTest::tablesAndViewsAreListed() {
    SKIP_IF_MISSING(source());
    DatabaseSession session(source().location, source().password);
    std::map<std::string, bool> found;
    for (const DatabaseTableInfo& table : session.tables()) {
        found[table.name.substr(table.name.find('.') + 1)] = table.isView;
    }
    QVERIFY(found.contains("sales") && !found.at("sales"));
    QVERIFY(found.contains("recent") && found.at("recent"));
}

void DatabaseImportTest::nothingCanBeWritten() {
    SKIP_IF_MISSING(source());
    DatabaseSession session(source().location, source().password);
    for (const char* sql : {"DELETE FROM sales", "SELECT 1; DELETE FROM sales", "INSERT INTO sales (order_id) VALUES (1)"}) {
        QCOMPARE(codeOf([&] { session.query(sql); }), QStringLiteral("database.not_reading"));
    }
    if (source().location.kind == DatabaseKind::PostgreSql) {
        // A function that writes gets through a look at the words, but not through the transaction.
        QCOMPARE(codeOf([&] { session.query("SELECT nextval('counter') AS n")->nextBatch(); }), QStringLiteral("database.not_allowed"));
    }
    DatabaseSession again(source().location, source().password);
    const auto rows = again.query("SELECT count(*) AS n FROM sales");
    QVERIFY(rows->nextBatch());
    QCOMPARE(rows->cell(0, 0), std::to_string(lines));
}

void DatabaseImportTest::whatIsWrongIsTold() {
    const auto codeFor = [](DatabaseLocation location, const std::string& password, const char* sql = "SELECT 1 AS a") {
        return codeOf([&] { DatabaseSession(location, password).query(sql)->nextBatch(); });
    };
    QCOMPARE(codeFor({DatabaseKind::Sqlite, "", 0, "/gone/shop.db", ""}, ""), QStringLiteral("database.no_such_database"));
    QCOMPARE(codeFor(m_sources.at("SQLite").location, "", "SELECT * FROM gone"), QStringLiteral("database.no_such_table"));
    QCOMPARE(codeFor(m_sources.at("SQLite").location, "", "SELECT nonsense FROM sales"), QStringLiteral("database.failed"));
    QCOMPARE(codeFor({DatabaseKind::PostgreSql, "127.0.0.1", freePort(), "shop", "shop"}, "x"), QStringLiteral("database.unreachable"));
    QCOMPARE(codeFor({DatabaseKind::MySql, "127.0.0.1", freePort(), "shop", "shop"}, "x"), QStringLiteral("database.unreachable"));
    for (const char* name : {"PostgreSQL", "MariaDB"}) {
        const Source& server = m_sources.at(name);
        if (!server.missing.isEmpty()) {
            continue;
        }
        QCOMPARE(codeFor(server.location, "wrong"), QStringLiteral("database.wrong_password"));
        QCOMPARE(codeFor(server.location, server.password, "SELECT * FROM gone"), QStringLiteral("database.no_such_table"));
        DatabaseLocation other = server.location;
        other.database = "gone";
        const QString code = codeFor(other, server.password);
        // MariaDB does not tell a stranger whether a database is there.
        QVERIFY2(code == QStringLiteral("database.no_such_database") || code == QStringLiteral("database.wrong_password"), qPrintable(code));
    }
}

void DatabaseImportTest::aLongQueryIsCancelledOnTheServer() {
    SKIP_IF_MISSING(source());
    const DatabaseKind kind = source().location.kind;
    if (kind == DatabaseKind::Odbc) {
        QSKIP("an ODBC driver is waited for");
    }
    const char* sql = kind == DatabaseKind::PostgreSql ? "SELECT pg_sleep(60)::text AS a, 1 AS b"
                      : kind == DatabaseKind::MySql    ? "SELECT SLEEP(60) AS a"
                                                       : "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT count(*) AS a FROM n";
    std::stop_source stop;
    DatabaseSession session(source().location, source().password, stop.get_token());
    QElapsedTimer timer;
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        timer.start();
        stop.request_stop();
    });
    bool wasCancelled = false;
    try {
        session.query(sql)->nextBatch();
    } catch (const Cancelled&) {
        wasCancelled = true;
    }
    QVERIFY(timer.isValid());
    QVERIFY(wasCancelled || kind == DatabaseKind::MySql);  // SLEEP ends early and says so by its value
    QVERIFY(timer.elapsed() < 20'000);
}

void DatabaseImportTest::thePasswordIsNeitherStoredNorTold() {
    const Source& server = m_sources.at("PostgreSQL");
    SKIP_IF_MISSING(server);
    std::int64_t bytes = 0;
    importFrom(server, tableQuery(server.location.kind, "sales"), {}, bytes);
    for (const char* suffix : {"", "-wal"}) {
        std::ifstream file(m_project.string() + suffix, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        QVERIFY(content.find(server.password) == std::string::npos);
    }
    try {
        DatabaseSession session(server.location, server.password);
        session.query("SELECT '" + std::string("x") + "' + 'p w''d\\=:;\"1'::int AS a")->nextBatch();
        QFAIL("the query is wrong");
    } catch (const Error& error) {
        QVERIFY(std::string(error.what()).find(server.password) == std::string::npos);
        for (const auto& [name, value] : error.details()) {
            QVERIFY(value.find(server.password) == std::string::npos);
        }
    }
}

QTEST_APPLESS_MAIN(DatabaseImportTest)
#include "database_import_test.moc"
