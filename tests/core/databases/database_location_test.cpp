// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/databases/database_location.h"
#include "core/databases/reading_query.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

class DatabaseLocationTest : public QObject {
    Q_OBJECT

private slots:
    void addressesAreReadAndWrittenBack();
    void badAddressesAreRefused_data();
    void badAddressesAreRefused();
    void aPasswordInAnAddressIsRefused();
    void namesAreQuoted();
    void queriesThatOnlyReadPass_data();
    void queriesThatOnlyReadPass();
    void queriesThatWriteAreRefused_data();
    void queriesThatWriteAreRefused();
};

void DatabaseLocationTest::addressesAreReadAndWrittenBack() {
    const DatabaseLocation server = databaseLocation("postgresql://li%20na@db.example:5433/shop%2Fold");
    QCOMPARE(server, (DatabaseLocation{DatabaseKind::PostgreSql, "db.example", 5433, "shop/old", "li na"}));
    QCOMPARE(databaseLocation("mariadb://root@localhost/shop"), (DatabaseLocation{DatabaseKind::MySql, "localhost", 0, "shop", "root"}));
    QCOMPARE(databaseLocation("postgres://[::1]:5432/shop"), (DatabaseLocation{DatabaseKind::PostgreSql, "::1", 5432, "shop", ""}));
    QCOMPARE(databaseLocation("sqlite:/data/销售.db").database, std::string("/data/销售.db"));
    QCOMPARE(databaseLocation("sqlite:///data/a b.db").database, std::string("/data/a b.db"));
    QCOMPARE(databaseLocation("odbc:Driver=SQLite3;Database=/x.db").database, std::string("Driver=SQLite3;Database=/x.db"));
    for (const char* url : {"postgresql://li%20na@db.example:5433/shop%2Fold", "mysql://root@localhost/shop", "postgresql://[::1]:5432/shop",
                            "sqlite:/data/x.db", "odbc:Warehouse"}) {
        QCOMPARE(toUrl(databaseLocation(url)), std::string(url));
    }
    QCOMPARE(shownName(server), std::string("shop/old on db.example (PostgreSQL)"));
}

void DatabaseLocationTest::badAddressesAreRefused_data() {
    QTest::addColumn<QByteArray>("url");
    for (const char* url : {"", "shop", "ftp://host/shop", "postgresql:host/shop", "postgresql://host", "postgresql://host:0/shop",
                            "postgresql://host:99999/shop", "postgresql://host:12x/shop", "mysql://host/sh%00op", "sqlite:", "odbc:"}) {
        QTest::addRow("%s", url) << QByteArray(url);
    }
}

void DatabaseLocationTest::badAddressesAreRefused() {
    QFETCH(QByteArray, url);
    QCOMPARE(codeOf([&] { databaseLocation(url.toStdString()); }), QStringLiteral("database.bad_url"));
}

void DatabaseLocationTest::aPasswordInAnAddressIsRefused() {
    for (const char* url : {"postgresql://me:secret@host/shop", "mysql://me:@host/shop", "odbc:DSN=x;PWD=secret", "odbc:Driver=y;Password=z"}) {
        QCOMPARE(codeOf([&] { databaseLocation(url); }), QStringLiteral("database.password_in_url"));
    }
}

void DatabaseLocationTest::namesAreQuoted() {
    QCOMPARE(quotedTable(DatabaseKind::PostgreSql, "public.my\"table"), std::string("\"public\".\"my\"\"table\""));
    QCOMPARE(quotedTable(DatabaseKind::MySql, "or`der"), std::string("`or``der`"));
    QCOMPARE(quotedTable(DatabaseKind::Sqlite, "a.b"), std::string("\"a.b\""));
}

void DatabaseLocationTest::queriesThatOnlyReadPass_data() {
    QTest::addColumn<QByteArray>("query");
    for (const char* query : {"SELECT 1", " select * from t ; ", "WITH a AS (SELECT 1) SELECT * FROM a", "VALUES (1)", "-- which\nSELECT 'a;b' AS \"into\"",
                              "/* ; */ SELECT `update` FROM t", "SELECT 'it''s; drop'", "SELECT deleted_at, updated FROM t"}) {
        QTest::addRow("%s", query) << QByteArray(query);
    }
}

void DatabaseLocationTest::queriesThatOnlyReadPass() {
    QFETCH(QByteArray, query);
    const std::string reading = readingQuery(query.toStdString());
    QVERIFY(!reading.empty() && reading.back() != ';');
}

void DatabaseLocationTest::queriesThatWriteAreRefused_data() {
    QTest::addColumn<QByteArray>("query");
    for (const char* query : {"", ";", "DELETE FROM t", "SELECT 1; DROP TABLE t", "WITH a AS (DELETE FROM t RETURNING 1) SELECT 1",
                              "SELECT * INTO copy FROM t", "SELECT 1 INTO OUTFILE '/tmp/x'", "SELECT * FROM t FOR UPDATE", "CALL p()", "EXPLAIN ANALYZE SELECT 1",
                              "SELECT 'open", "/*! DROP TABLE t */ SELECT 1", "PRAGMA writable_schema=1", "UPDATE t SET a=1", "COPY t TO '/tmp/x'"}) {
        QTest::addRow("%s", query) << QByteArray(query);
    }
}

void DatabaseLocationTest::queriesThatWriteAreRefused() {
    QFETCH(QByteArray, query);
    QCOMPARE(codeOf([&] { readingQuery(query.toStdString()); }), QStringLiteral("database.not_reading"));
}

QTEST_APPLESS_MAIN(DatabaseLocationTest)
#include "database_location_test.moc"
