// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was in stock, from its file to the panel; the sample shop knows the truth.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <fstream>

#include "core/cleaning/project_sales.h"
#include "core/features/project_panel.h"
#include "core/import/importer.h"
#include "core/sample/sample_shop.h"
#include "core/sample/shop_model.h"

using namespace foresell;

class StockImportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aStockFileIsToldByItsColumns_data();
    void aStockFileIsToldByItsColumns();
    void everyRowIsStoredOrRejectedWithItsReason();
    void wordsAndPercentsTellAvailability();
    void aQuantityIsStockWhereThePersonSaysSo();
    void everyStockOutOfTheSampleShopIsMaskedAndNothingElse();
    void anUndoneStockImportLeavesNoMask();

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    std::filesystem::path put(const std::string& name, const std::string& text) const {
        std::ofstream(folder() / name, std::ios::binary) << text;
        return folder() / name;
    }
    ImportSummary importStock(const std::string& text, bool isTold = true) {
        const auto path = put("list.csv", text);
        return runImport(*m_project, {path}, {.role = isTold ? std::optional(ImportRole::Stock) : std::nullopt}, {});
    }
    /// "A 2024-01-02 stock 0", ... in the order of the file.
    std::vector<std::string> stored() const;
    Panel panel() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

void StockImportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(folder() / "p.foresell", {});
}

std::vector<std::string> StockImportTest::stored() const {
    const auto reader = ProjectReader::open(m_project->path());
    const PanelCodes codes = readCodes(*reader);
    std::vector<std::string> rows;
    reader->readDays("stock", [&](const PlanBatch& batch) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            std::string text = (batch.item[row] > 0 ? codes.items[static_cast<std::size_t>(batch.item[row])] : "*") + " " + toIso(batch.day[row]);
            for (std::size_t name = 0; name < batch.names.size(); ++name) {
                if (!std::isnan(batch.values[name][row])) {
                    text += " " + batch.names[name] + " " + QString::number(batch.values[name][row]).toStdString();
                }
            }
            rows.push_back(text);
        }
    });
    return rows;
}

Panel StockImportTest::panel() const {
    const auto reader = ProjectReader::open(m_project->path());
    const ProjectSales sales(*reader);
    return buildCleanPanel(*reader, sales, nullptr, {}, {}).panel;
}

void StockImportTest::aStockFileIsToldByItsColumns_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("role");
    QTest::newRow("stock") << QByteArray("Item code,Location,Date,Stock") << "stock";
    QTest::newRow("availability") << QByteArray("sku,date,availability") << "stock";
    QTest::newRow("Chinese") << QByteArray("商品编码,仓库,日期,库存数量") << "stock";
    QTest::newRow("a plan that also tells stock") << QByteArray("sku,date,stock,promotion") << "plan";
}

void StockImportTest::aStockFileIsToldByItsColumns() {
    QFETCH(QByteArray, header);
    QFETCH(QString, role);
    const qsizetype columns = header.count(',') + 1;
    std::string text = header.toStdString() + "\n";
    for (int day = 1; day < 29; ++day) {
        const std::string date = "2024-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        text += columns == 3 ? "A1," + date + ",1\n" : header.startsWith("sku") ? "A1," + date + ",5,1\n" : "A1,S1," + date + "," + std::to_string(day) + "\n";
    }
    const ImportSummary summary = importStock(text, false);
    QCOMPARE(QString::fromStdString(summary.files.front().record.source.role), role);
    QCOMPARE(summary.counts.imported, 28);
}

void StockImportTest::everyRowIsStoredOrRejectedWithItsReason() {
    const ImportSummary summary = importStock(
        "item,date,end date,stock,availability\nA,2024-01-01,,12,\nA,2024-01-02,2024-01-03,0,\nB,soon,,1,\nB,2024-01-01,,,\n"
        "B,2024-01-01,,,1.5\nB,2024-01-01,,many,\n,2024-01-05,,-2,0.5\n");
    QVERIFY(summary.counts.isBalanced());
    QCOMPARE(summary.counts.imported, 3);
    const std::map<std::string, std::int64_t> reasons{{"bad_date", 1}, {"bad_number", 1}, {"no_stock", 1}, {"not_a_share", 1}};
    QVERIFY(summary.files.front().rejectReasons == reasons);
    const std::vector<std::string> rows{"A 2024-01-01 stock 12", "A 2024-01-02", "A 2024-01-02 stock 0", "A 2024-01-03 stock 0",
                                        "A 2024-01-04",          "* 2024-01-05 stock -2 availability 0.5", "* 2024-01-06"};
    QVERIFY(stored() == rows);
}

void StockImportTest::wordsAndPercentsTellAvailability() {
    const ImportSummary summary = importStock("商品编码,日期,是否有货\nA,2024-01-01,有货\nA,2024-01-02,缺货\nA,2024-01-03,25%\nA,2024-01-04,是\n");
    QCOMPARE(summary.counts.rejected, 0);
    const std::vector<std::string> rows{"A 2024-01-01 availability 1", "A 2024-01-02 availability 0", "A 2024-01-03 availability 0.25",
                                        "A 2024-01-04 availability 1"};
    QVERIFY(stored() == rows);
}

void StockImportTest::aQuantityIsStockWhereThePersonSaysSo() {
    importStock("商品编码,日期,数量\nA,2024-01-01,7\n");
    QVERIFY(stored() == std::vector<std::string>{"A 2024-01-01 stock 7"});
}

void StockImportTest::everyStockOutOfTheSampleShopIsMaskedAndNothingElse() {
    SampleOptions options;
    options.items = 20;
    options.days = 500;
    options.isClean = true;
    writeSampleShop(folder() / "shop", options, {});
    const ShopModel model = makeShopModel(options);
    runImport(*m_project, {folder() / "shop" / "plan.csv", folder() / "shop" / "sales.csv"}, {}, {});
    const ImportSummary stock = runImport(*m_project, {folder() / "shop" / "stock.csv"}, {}, {});
    QCOMPARE(QString::fromStdString(stock.files.front().record.source.role), QStringLiteral("stock"));
    QCOMPARE(stock.counts.rejected, 0);
    const Panel built = panel();
    std::size_t outs = 0;
    for (std::size_t series = 0; series < built.seriesCount(); ++series) {
        const auto item = std::ranges::find(model.items, built.itemCodes[series], &SampleItem::code) - model.items.begin();
        const auto location = std::ranges::find(model.locations, built.locationCodes[series], &SampleLocation::code) - model.locations.begin();
        const auto& spans = model.stockOuts[static_cast<std::size_t>(item) * model.locations.size() + static_cast<std::size_t>(location)];
        for (int column = built.begin[series]; column < built.periods; ++column) {
            const Day day = built.labelOf(column);
            const bool isOut = std::ranges::any_of(spans, [day](const DaySpan& span) { return span.first <= day && day <= span.last; });
            const CellState state = built.stateOf(series)[static_cast<std::size_t>(column)];
            const CellState truth = !model.isOpen(day) ? CellState::Closed : isOut ? CellState::StockOut : CellState::Sold;
            QVERIFY2(state == truth, (built.itemCodes[series] + " " + toIso(day)).c_str());
            outs += truth == CellState::StockOut ? 1 : 0;
        }
    }
    QVERIFY(outs > 200);
    QVERIFY(built.censored.empty());  // the sample's shelves are empty for whole days
}

void StockImportTest::anUndoneStockImportLeavesNoMask() {
    const auto sales = put("sales.csv", "date,item,quantity\n2024-01-01,A,3\n2024-01-02,A,3\n2024-01-04,A,3\n");
    runImport(*m_project, {sales}, {}, {});
    const ImportSummary stock = importStock("item,date,stock\nA,2024-01-03,0\nA,2024-01-04,9\n");
    QVERIFY(panel().state[2] == CellState::StockOut);
    m_project->undoImport(stock.files.front().record.id);
    QVERIFY(panel().state[2] != CellState::StockOut);
    QVERIFY(m_project->undo());
    QVERIFY(panel().state[2] == CellState::StockOut);
}

QTEST_APPLESS_MAIN(StockImportTest)
#include "stock_import_test.moc"
