// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "ui/import/gap_model.h"
#include "ui/import/import_list_model.h"
#include "ui/import/month_bars.h"
#include "ui/import/preview_header.h"
#include "ui/import/preview_model.h"
#include "ui/import/reject_model.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/theme.h"

using namespace foresell;

/// The tables of the data page and the wizard.
class ImportModelsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyModelKeepsTheRulesOfModels();
    void aPreviewTintsRowsThatCannotBeImported();
    void codesStandAtTheLeftThoughTheyLookLikeNumbers();
    void columnsThatAreReadCanBeBroughtToTheLeft();
    void theMonthsBetweenAreShownThoughNothingWasSold();
    void exportedCellsAreNeverRunAsFormulas_data();
    void exportedCellsAreNeverRunAsFormulas();
    void aTableIsExportedAsItIsShown();

private:
    static ImportPreviewResult preview();
};

void ImportModelsTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
}

ImportPreviewResult ImportModelsTest::preview() {
    ImportPreviewResult preview;
    preview.role = "sales";
    const auto column = [](const char* name, const char* field, const char* kind) {
        ImportColumn each;
        each.name = name;
        each.field = field;
        each.kind = kind;
        each.confidence = 0.9;
        each.evidence = "name";
        return each;
    };
    preview.columns = {column("phone", "", "number"), column("sku", "item", "number"), column("when", "date", "date"), column("qty", "quantity", "number")};
    preview.columns[0].use = "personal";
    preview.rows = {{"138", "1001", "2025-01-01", "3"}, {"139", "1002", "never", "4"}, {"140", "1003"}};
    preview.faults = {{1, 2, "bad_date"}};
    return preview;
}

void ImportModelsTest::everyModelKeepsTheRulesOfModels() {
    PreviewModel table;
    ImportListModel imports;
    GapModel gaps;
    RejectModel rejects;
    for (QAbstractItemModel* model : {static_cast<QAbstractItemModel*>(&table), static_cast<QAbstractItemModel*>(&imports),
                                      static_cast<QAbstractItemModel*>(&gaps), static_cast<QAbstractItemModel*>(&rejects)}) {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    }
    ImportRecord import;
    import.source.name = "orders.csv";
    import.counts = {10, 8, 1, 1, 0};
    for (int round = 0; round < 2; ++round) {
        table.setPreview(preview());
        imports.setImports({import, import});
        gaps.setGaps({{14'613, 14'615, 3, true}});
        rejects.setRejects({{7, "bad_date", "when", "x,y"}}, {QStringLiteral("orders.csv")});
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(imports.index(0, ImportListModel::Rejected).data().toString(), QStringLiteral("1"));
        QCOMPARE(gaps.index(0, GapModel::Days).data().toString(), QStringLiteral("3"));
        QCOMPARE(rejects.index(0, RejectModel::File).data().toString(), QStringLiteral("orders.csv"));
        table.setPreview({});
        imports.setImports({});
        gaps.setGaps({});
        rejects.setRejects({});
    }
}

void ImportModelsTest::aPreviewTintsRowsThatCannotBeImported() {
    PreviewModel model;
    model.setPreview(preview());
    const Theme& theme = Theme::instance();
    QCOMPARE(model.index(1, 0).data(Qt::BackgroundRole).value<QColor>(), theme.color(Role::WarnTint));
    QCOMPARE(model.index(1, 2).data(Qt::ForegroundRole).value<QColor>(), theme.color(Role::Error));
    QVERIFY(!model.index(1, 3).data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(!model.index(0, 0).data(Qt::BackgroundRole).isValid());
    QCOMPARE(model.index(2, 3).data().toString(), QString());
    QCOMPARE(model.index(0, 0).data(Qt::ForegroundRole).value<QColor>(), theme.color(Role::Text3));
}

void ImportModelsTest::codesStandAtTheLeftThoughTheyLookLikeNumbers() {
    PreviewModel model;
    model.setPreview(preview());
    QVERIFY(!model.isNumber(1));
    QVERIFY(model.isNumber(3));
}

void ImportModelsTest::columnsThatAreReadCanBeBroughtToTheLeft() {
    PreviewModel model;
    QTableView table;
    auto* head = new PreviewHeader(model);
    table.setHorizontalHeader(head);
    table.setModel(&model);
    model.setPreview(preview());
    head->putUsedFirst();
    head->rebuild();
    QCOMPARE(head->logicalIndex(0), 2);
    QCOMPARE(head->logicalIndex(1), 3);
    QCOMPARE(head->logicalIndex(2), 1);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!head->combo(column)->accessibleName().isEmpty());
    }
    QCOMPARE(head->combo(3)->currentData().toString(), QStringLiteral("quantity"));
}

void ImportModelsTest::theMonthsBetweenAreShownThoughNothingWasSold() {
    MonthBars bars;
    bars.setMonths({{toDay(2024, 11, 1), 5, 50'000, 0, 3}, {toDay(2025, 2, 1), 7, 70'000, 0, 4}});
    QVERIFY2(bars.textOf(1).contains(QLatin1String("Dec 2024")), qPrintable(bars.textOf(1)));
    QVERIFY(bars.textOf(2).contains(QLatin1String("Jan 2025")));
    QVERIFY(bars.textOf(3).contains(QLatin1String("7")));
    bars.resize(600, 240);
    QVERIFY(!bars.grab().isNull());
}

void ImportModelsTest::exportedCellsAreNeverRunAsFormulas_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("formula") << "=1+2" << "'=1+2";
    QTest::newRow("command") << "@cmd" << "'@cmd";
    QTest::newRow("plus") << "+cmd|x" << "'+cmd|x";
    QTest::newRow("tab") << "\tx" << "'\tx";
    QTest::newRow("negative number") << "-5" << "-5";
    QTest::newRow("true minus") << QStringLiteral("−1,234") << "-1234";
    QTest::newRow("quotes") << "a \"b\", c" << "\"a \"\"b\"\", c\"";
    QTest::newRow("formula with comma") << "=A1,B1" << "\"'=A1,B1\"";
}

void ImportModelsTest::exportedCellsAreNeverRunAsFormulas() {
    QFETCH(QString, cell);
    QFETCH(QString, written);
    QCOMPARE(csvCell(cell), written);
}

void ImportModelsTest::aTableIsExportedAsItIsShown() {
    QTemporaryDir folder;
    RejectModel model;
    model.setRejects({{1234, "bad_date", "when", "=x"}}, {QStringLiteral("a.csv")});
    const QString file = folder.filePath(QStringLiteral("out.csv"));
    exportCsv(model, file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    const QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"));
    QVERIFY2(lines[1].startsWith(QLatin1String("a.csv,1234,")) && lines[1].endsWith(QLatin1String(",'=x")), qPrintable(lines[1]));
    QVERIFY_EXCEPTION_THROWN(exportCsv(model, folder.filePath(QStringLiteral("no/where.csv"))), Error);
}

QTEST_MAIN(ImportModelsTest)
#include "import_models_test.moc"
