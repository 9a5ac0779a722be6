// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/import/importer.h"
#include "tests/support/real_data.h"

using namespace foresell;

/// The public files, with the counts that an independent reading gives.
class ImportRealDataTest : public QObject {
    Q_OBJECT

private slots:
    void onlineRetailImportsWholeAndTheYearBeforeSharesItsFirstDays();
    void dailyStoreSalesImportWithoutOptions();
};

void ImportRealDataTest::onlineRetailImportsWholeAndTheYearBeforeSharesItsFirstDays() {
    const auto file = test::realData("online_retail/online_retail.csv.gz");
    const auto earlier = test::realData("online_retail/online_retail_II_2009-2010.csv.gz");
    if (!file || !earlier) {
        QSKIP("the public data sets are not here");
    }
    const QTemporaryDir folder;
    const auto project = ProjectWriter::create(folder.filePath(QStringLiteral("p.foresell")).toStdString(), {});
    const ImportCounts counts = runImport(*project, {*file}, {}, {}).counts;
    QCOMPARE(counts.read, 541'909);
    QCOMPARE(counts.imported, 541'909);
    const ImportCounts year = runImport(*project, {*earlier}, {}, {}).counts;
    QCOMPARE(year.read, 525'461);
    QCOMPARE(year.duplicate, 22'416);
    QVERIFY(year.isBalanced());
    QCOMPARE(runImport(*project, {*file}, {}, {}).counts.duplicate, 541'909);
}

void ImportRealDataTest::dailyStoreSalesImportWithoutOptions() {
    const auto file = test::realData("store_item_demand/sales_2013-01-01_2017-09-30.csv.gz");
    if (!file) {
        QSKIP("the public data sets are not here");
    }
    const QTemporaryDir folder;
    const auto project = ProjectWriter::create(folder.filePath(QStringLiteral("p.foresell")).toStdString(), {});
    const ImportSummary summary = runImport(*project, {*file}, {}, {});
    QCOMPARE(summary.counts.imported, 867'000);
    const auto reader = ProjectReader::open(project->path());
    QCOMPARE(reader->items().size(), 50U);
    QCOMPARE(reader->locations().size(), 10U);
}

QTEST_APPLESS_MAIN(ImportRealDataTest)
#include "import_real_data_test.moc"
