// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders whose parts stand in several rows, several files or one cell, and weeks that are mere numbers.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>

#include "core/base/error.h"
#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/project_sales.h"
#include "core/cleaning/recipe.h"
#include "core/import/importer.h"
#include "core/import/presale.h"
#include "core/import/product_list.h"

using namespace foresell;

class OrderPartsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void depositAndBalanceBecomeOneSale();
    void theDayOfTheOrderIsThatOfTheDeposit();
    void aDepositWithoutBalanceIsNoSaleYet();
    void presalesAreKnownAgain();
    void paymentsInTwoFilesBecomeOneSale_data();
    void paymentsInTwoFilesBecomeOneSale();
    void aBalanceFindsTheDepositOfAnEarlierImport();
    void depositsThatWerePaidAreKnownAgain();
    void aDepositAfterItsBalanceIsToldApart();
    void onePaymentOfAJoinedSaleAddsNothing();
    void aDepositOfAnImportTakenBackIsForgotten();
    void cellsThatSpeakOfBothPaymentsTellNeither();
    void productListsAreRead_data();
    void productListsAreRead();
    void anOrderThatListsProductsBecomesALineEach();
    void listsOfOrdersJoinTheFileOfItems();
    void aListOfOrdersAddsNothingToItemsThatAreThere();
    void itemsOfOrdersThatWereListedBeforeAreJoined();
    void weeksAreCountedFromTheFirst();
    void weeksWithoutAFirstDayAreAskedFor();

private:
    std::filesystem::path put(const std::string& name, const std::string& text) const {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    /// "2026-10-20 1 A 2 298" of each line: day, order, item, units, money; with the location where there is one.
    QStringList lines() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

namespace {

const std::string presales =
    "订单编号,商家编码,数量,实付金额,订单创建时间,付款阶段,订单状态\n"
    "1001,COAT,1,50,2026-10-20 20:05:00,定金,交易成功\n"
    "1002,COAT,2,100,2026-10-20 20:06:00,定金,交易成功\n"
    "1003,HAT,1,30,2026-10-21 09:00:00,,交易成功\n"
    "1001,COAT,1,449,2026-11-01 00:03:00,尾款,交易成功\n"
    "1002,COAT,2,898,2026-11-01 00:04:00,尾款,退款成功\n"
    "1004,COAT,1,50,2026-10-22 20:05:00,定金,交易成功\n"
    "1005,COAT,1,449,2026-11-02 00:03:00,尾款,交易成功\n";

const std::string header = "订单编号,商家编码,数量,实付金额,订单创建时间,付款阶段,订单状态\n";
const std::string deposits = header + "1001,COAT,1,50,2026-10-20 20:05:00,定金,交易成功\n"
                                      "1002,COAT,2,100,2026-10-20 20:06:00,定金,交易成功\n"
                                      "1004,COAT,1,50,2026-10-22 20:05:00,定金,交易成功\n";
const std::string balances = header + "1001,COAT,1,449,2026-11-01 00:03:00,尾款,交易成功\n"
                                      "1002,COAT,2,898,2026-11-01 00:04:00,尾款,退款成功\n"
                                      "1005,COAT,1,449,2026-11-02 00:03:00,尾款,交易成功\n";
const QStringList joined{"2026-11-01 1001 COAT 1 499", "2026-11-01 1002 COAT 2 998", "2026-11-01 1002 COAT -2 -998", "2026-11-02 1005 COAT 1 449"};

QString text(Fixed value) {
    return isMissing(value) ? QStringLiteral("?") : QString::number(toDouble(value));
}

}  // namespace

void OrderPartsTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(std::filesystem::path(m_folder->path().toStdString()) / "p.foresell", {.timeZone = "Asia/Shanghai"});
}

QStringList OrderPartsTest::lines() const {
    const auto reader = ProjectReader::open(m_project->path());
    const ProjectSales sales(*reader);
    QStringList rows;
    sales.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& batch) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            QStringList words{QString::fromStdString(toIso(batch.day[i])), QString::fromStdString(std::string(batch.order.at(i))),
                              QString::fromStdString(sales.itemCode(batch.item[i])), text(batch.quantity[i]), text(batch.amount[i])};
            if (batch.location[i] != 0) {
                words << QString::fromStdString(sales.locationCode(batch.location[i]));
            }
            rows << words.join(' ');
        }
    });
    return rows;
}

void OrderPartsTest::depositAndBalanceBecomeOneSale() {
    const ImportSummary summary = runImport(*m_project, {put("presales.csv", presales)}, {}, {});
    QCOMPARE(lines(), (QStringList{"2026-10-21 1003 HAT 1 30", "2026-11-01 1001 COAT 1 499", "2026-11-01 1002 COAT 2 998", "2026-11-01 1002 COAT -2 -998",
                                   "2026-11-02 1005 COAT 1 449"}));
    // Seven rows, one of them a sale and its return; the deposit without its balance is kept apart.
    QCOMPARE(summary.counts.read, std::int64_t{8});
    QCOMPARE(summary.counts.imported, std::int64_t{7});
    QCOMPARE(summary.counts.rejected, std::int64_t{1});
    QVERIFY(summary.counts.isBalanced());
}

void OrderPartsTest::theDayOfTheOrderIsThatOfTheDeposit() {
    const std::string text = "订单编号,购买数量,商家编码,标题,价格,订单创建时间,订单付款时间,订单状态,付款阶段\n"
                             "1,1,COAT,大衣,50,2026-10-20 20:05:00,2026-10-20 20:06:00,交易成功,定金\n"
                             "1,1,COAT,大衣,449,2026-11-01 00:01:00,2026-11-01 00:03:00,交易成功,尾款\n";
    const auto file = put("items.csv", text);
    runImport(*m_project, {file}, {.dateBasis = DateBasis::Ordered}, {});
    QVERIFY2(lines().front().startsWith("2026-10-20 1 COAT 1"), qPrintable(lines().join("; ")));
    init();
    runImport(*m_project, {put("items.csv", text)}, {.dateBasis = DateBasis::Paid}, {});
    QVERIFY2(lines().front().startsWith("2026-11-01 1 COAT 1"), qPrintable(lines().join("; ")));
    QCOMPARE(lines().size(), 1);
}

void OrderPartsTest::aDepositWithoutBalanceIsNoSaleYet() {
    const ImportSummary summary = runImport(*m_project, {put("presales.csv", presales)}, {}, {});
    QCOMPARE(summary.files.front().rejectReasons.at("balance_not_paid"), std::int64_t{1});
    QCOMPARE(summary.files.front().firstRejects.front().row, std::int64_t{7});
}

void OrderPartsTest::presalesAreKnownAgain() {
    const auto file = put("presales.csv", presales);
    runImport(*m_project, {file}, {}, {});
    const ImportSummary again = runImport(*m_project, {file}, {}, {});
    QCOMPARE(again.counts.imported, std::int64_t{0});
    QCOMPARE(again.counts.duplicate, std::int64_t{7});
    QVERIFY(again.counts.isBalanced());
    QCOMPARE(lines().size(), 5);
}

void OrderPartsTest::paymentsInTwoFilesBecomeOneSale_data() {
    QTest::addColumn<QString>("depositFile");
    QTest::newRow("deposits first") << "a.csv";
    QTest::newRow("balances first") << "z.csv";
}

void OrderPartsTest::paymentsInTwoFilesBecomeOneSale() {
    QFETCH(QString, depositFile);
    const auto first = put(depositFile.toStdString(), deposits), second = put("m.csv", balances);
    const bool isFirst = first < second;
    const ImportFiles files = isFirst ? ImportFiles{first, second} : ImportFiles{second, first};
    const ImportSummary summary = runImport(*m_project, files, {}, {});
    QCOMPARE(lines(), joined);
    const FileImport &ofDeposits = summary.files[isFirst ? 0 : 1], &ofBalances = summary.files[isFirst ? 1 : 0];
    QVERIFY(ofDeposits.record.counts.isBalanced() && ofBalances.record.counts.isBalanced());
    QCOMPARE(ofDeposits.record.counts.imported, std::int64_t{2});
    QCOMPARE(ofDeposits.record.counts.rejected, std::int64_t{1});
    QCOMPARE(ofDeposits.rejectReasons.at("balance_not_paid"), std::int64_t{1});
    QCOMPARE(ofDeposits.firstRejects.front().row, std::int64_t{4});
    QCOMPARE(ofBalances.record.counts.imported, std::int64_t{4});
    const auto reader = ProjectReader::open(m_project->path());
    QCOMPARE(reader->rejects(ofDeposits.record.id, 0, 10).size(), std::size_t{1});
    const ImportSummary again = runImport(*m_project, files, {}, {});
    QCOMPARE(lines(), joined);
    QCOMPARE(again.counts.imported, std::int64_t{0});
    QVERIFY(again.counts.isBalanced());
}

void OrderPartsTest::aBalanceFindsTheDepositOfAnEarlierImport() {
    const auto first = put("october.csv", deposits), second = put("november.csv", balances);
    QCOMPARE(runImport(*m_project, {first}, {}, {}).counts.rejected, std::int64_t{3});
    QVERIFY(lines().isEmpty());
    QCOMPARE(runImport(*m_project, {first}, {}, {}).counts.rejected, std::int64_t{3});  // twice, and counted once below
    QCOMPARE(runImport(*m_project, {second}, {}, {}).counts.imported, std::int64_t{4});
    QCOMPARE(lines(), joined);
    const ImportSummary again = runImport(*m_project, {second}, {}, {});
    QCOMPARE(again.counts.imported, std::int64_t{0});
    QVERIFY(again.counts.isBalanced());
    QCOMPARE(lines(), joined);
}

void OrderPartsTest::depositsThatWerePaidAreKnownAgain() {
    const auto first = put("october.csv", deposits);
    runImport(*m_project, {first}, {}, {});
    runImport(*m_project, {put("november.csv", balances)}, {}, {});
    const ImportSummary again = runImport(*m_project, {first}, {}, {});
    QCOMPARE(again.counts.duplicate, std::int64_t{2});
    QCOMPARE(again.counts.rejected, std::int64_t{1});
    QVERIFY(again.counts.isBalanced());
    QCOMPARE(lines(), joined);
}

void OrderPartsTest::aDepositAfterItsBalanceIsToldApart() {
    runImport(*m_project, {put("november.csv", balances)}, {}, {});
    const ImportSummary late = runImport(*m_project, {put("october.csv", deposits)}, {}, {});
    QCOMPARE(late.files.front().rejectReasons.at("deposit_of_known_order"), std::int64_t{2});
    QCOMPARE(late.files.front().rejectReasons.at("balance_not_paid"), std::int64_t{1});
    QVERIFY(late.counts.isBalanced());
}

void OrderPartsTest::onePaymentOfAJoinedSaleAddsNothing() {
    runImport(*m_project, {put("presales.csv", presales)}, {}, {});
    const QStringList before = lines();
    const ImportSummary balancesAgain = runImport(*m_project, {put("november.csv", balances)}, {}, {});
    QCOMPARE(balancesAgain.counts.duplicate, std::int64_t{3});
    QVERIFY(balancesAgain.counts.isBalanced());
    const ImportSummary depositsAgain = runImport(*m_project, {put("october.csv", deposits)}, {}, {});
    QCOMPARE(depositsAgain.counts.imported, std::int64_t{0});
    QVERIFY(depositsAgain.counts.isBalanced());
    QCOMPARE(lines(), before);
}

void OrderPartsTest::aDepositOfAnImportTakenBackIsForgotten() {
    const ImportSummary first = runImport(*m_project, {put("october.csv", deposits)}, {}, {});
    m_project->undoImport(first.files.front().record.id);
    runImport(*m_project, {put("november.csv", balances)}, {}, {});
    QVERIFY2(lines().front() == "2026-11-01 1001 COAT 1 449", qPrintable(lines().front()));
}

void OrderPartsTest::cellsThatSpeakOfBothPaymentsTellNeither() {
    QVERIFY(paymentStageOf("预售定金") == PaymentStage::Deposit);
    QVERIFY(paymentStageOf("尾款") == PaymentStage::Balance);
    QVERIFY(paymentStageOf("Deposit") == PaymentStage::Deposit);
    QVERIFY(paymentStageOf("Final payment") == PaymentStage::Balance);
    QVERIFY(paymentStageOf("定金+尾款") == PaymentStage::None);
    QVERIFY(paymentStageOf("") == PaymentStage::None);
    QVERIFY(paymentStageOf("一件很长的商品标题，里面提到了定金但不是阶段") == PaymentStage::None);
}

void OrderPartsTest::productListsAreRead_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("read");
    QTest::newRow("count first") << "2× Beanie, 1× T-Shirt" << "2 Beanie|1 T-Shirt";
    QTest::newRow("count last") << "Beanie × 2, T-Shirt × 1" << "2 Beanie|1 T-Shirt";
    QTest::newRow("comma in a name") << "1× Cap, red, 12× Sock, 3 pairs, blue" << "1 Cap, red|12 Sock, 3 pairs, blue";
    QTest::newRow("comma in a name, count last") << "Cap, red × 1, Sock, blue × 12" << "1 Cap, red|12 Sock, blue";
    QTest::newRow("letters") << "2 x Beanie; 1 x Cap" << "2 Beanie|1 Cap";
    QTest::newRow("Chinese") << "毛线帽*2，T恤*1" << "2 毛线帽|1 T恤";
    QTest::newRow("Chinese with space") << "毛线帽 ×2，T恤 ×1" << "2 毛线帽|1 T恤";
    QTest::newRow("one") << "Beanie × 3" << "3 Beanie";
    QTest::newRow("lines") << "2× Beanie\n1× Cap" << "2 Beanie|1 Cap";
    QTest::newRow("a size is no count") << "2x4 board" << "";
    QTest::newRow("a name") << "T-Shirt with Logo" << "";
    QTest::newRow("a name with numbers") << "Mat 90 x 60" << "60 Mat 90";
    QTest::newRow("far too many") << "12345678× Cap" << "";
    QTest::newRow("nothing") << "" << "";
}

void OrderPartsTest::productListsAreRead() {
    QFETCH(QString, cell);
    QFETCH(QString, read);
    const std::string text = cell.toStdString();
    QStringList words;
    for (const ListedProduct& product : readProductList(text)) {
        words << QString::number(toDouble(product.quantity)) + ' ' + QString::fromStdString(std::string(product.name));
    }
    QCOMPARE(words.join('|'), read);
}

void OrderPartsTest::anOrderThatListsProductsBecomesALineEach() {
    const ImportSummary summary = runImport(*m_project,
                                            {put("orders.csv", "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution\n"
                                                               "2026-03-01 10:00:00,11,$45.00,completed,Ann Ho,new,\"2× Beanie, 1× Cap, red\",3,,45,Direct\n"
                                                               "2026-03-02 10:00:00,12,$10.00,completed,Bo Li,new,1× Beanie,1,,10,Direct\n"
                                                               "2026-03-03 10:00:00,13,$20.01,refunded,Bo Li,new,\"1× Beanie, 2× Cap, red\",3,,20.01,Direct\n")},
                                            {}, {});
    QCOMPARE(QString::fromStdString(summary.files.front().detection.preset.preset->name), QString("woocommerce_orders"));
    QCOMPARE(lines(), (QStringList{"2026-03-01 11 Beanie 2 30", "2026-03-01 11 Cap, red 1 15", "2026-03-02 12 Beanie 1 10", "2026-03-03 13 Beanie 1 6.67",
                                   "2026-03-03 13 Beanie -1 -6.67", "2026-03-03 13 Cap, red 2 13.34", "2026-03-03 13 Cap, red -2 -13.34"}));
    QVERIFY(summary.counts.isBalanced());
    QCOMPARE(summary.counts.imported, std::int64_t{7});
}

namespace {

const std::string listText = "订单编号,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称\n"
                                          "1,100,交易成功,2026-05-01 10:00:00,2026-05-01 10:01:00,\"裙子，袜子\",3,旗舰店\n"
                                          "2,50,交易成功,2026-05-02 10:00:00,2026-05-02 10:01:00,裙子,1,分店\n";
const std::string itemsText = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,订单创建时间,订单付款时间\n"
                                          "1,裙子,90,1,SKIRT,,,,交易成功,2026-05-01 10:00:00,2026-05-01 10:01:00\n"
                                          "1,袜子,15,2,SOCK,,,,交易成功,2026-05-01 10:00:00,2026-05-01 10:01:00\n"
                                          "2,裙子,90,1,SKIRT,,,,交易成功,2026-05-02 10:00:00,2026-05-02 10:01:00\n";

}  // namespace

void OrderPartsTest::listsOfOrdersJoinTheFileOfItems() {
    const auto list = put("a_orders.csv", listText), items = put("b_items.csv", itemsText);
    const ImportSummary summary = runImport(*m_project, {list, items}, {}, {});
    QCOMPARE(lines(), (QStringList{"2026-05-01 1 SKIRT 1 75 旗舰店", "2026-05-01 1 SOCK 2 25 旗舰店", "2026-05-02 2 SKIRT 1 50 分店"}));
    QCOMPARE(QString::fromStdString(summary.files[0].record.source.name), QString("a_orders.csv"));
    QCOMPARE(summary.files[0].record.counts.duplicate, std::int64_t{2});
    QCOMPARE(summary.files[1].record.counts.imported, std::int64_t{3});
    QVERIFY(summary.counts.isBalanced());
    // The items alone are known again.
    QCOMPARE(runImport(*m_project, {items}, {}, {}).counts.duplicate, std::int64_t{3});
}

void OrderPartsTest::itemsOfOrdersThatWereListedBeforeAreJoined() {
    runImport(*m_project, {put("a_orders.csv", listText)}, {}, {});
    QCOMPARE(lines().size(), 2);
    const auto items = put("b_items.csv", itemsText);
    const ImportSummary summary = runImport(*m_project, {items}, {}, {});
    QCOMPARE(summary.counts.imported, std::int64_t{3});
    QCOMPARE(summary.counts.updated, std::int64_t{3});
    // As from one call: the money that was paid and the shop, beside the list's own lines.
    QCOMPARE(lines().mid(2), (QStringList{"2026-05-01 1 SKIRT 1 75 旗舰店", "2026-05-01 1 SOCK 2 25 旗舰店", "2026-05-02 2 SKIRT 1 50 分店"}));
    const Recipe recipe{.steps = {{.id = std::string(cleaning_step::exactRepeats)}}};
    const auto reader = ProjectReader::open(m_project->path());
    const ProjectSales sales(*reader);
    const CleaningPreview preview(sales, recipe, {}, {});
    QCOMPARE(preview.result().kept.lines, std::int64_t{3});
    QCOMPARE(preview.result().kept.units, 4 * fixedOne);
    QCOMPARE(preview.result().kept.money, 150 * fixedOne);
    const ChangedLinesPage aside = preview.changedLines(0, 0, 10);
    QCOMPARE(aside.total, std::int64_t{2});
    QCOMPARE(aside.lines.front().reason, std::string("items_are_there"));
    const CleaningResult before = cleanSales(sales, recipe, {.asOf = fromIso("2026-05-01").value()}, {});
    QCOMPARE(before.kept.lines, std::int64_t{2});
    QCOMPARE(runImport(*m_project, {items}, {}, {}).counts.duplicate, std::int64_t{3});
}

void OrderPartsTest::aListOfOrdersAddsNothingToItemsThatAreThere() {
    runImport(*m_project, {put("items.csv", "date,order,sku,quantity,amount\n2026-05-01,1,A,1,10\n2026-05-01,1,B,1,5\n")}, {}, {});
    const ImportSummary summary = runImport(*m_project, {put("orders.csv", "date,order id,quantity,amount\n2026-05-01,1,2,15\n2026-05-02,2,1,7\n")}, {}, {});
    QCOMPARE(summary.counts.duplicate, std::int64_t{1});
    QCOMPARE(summary.counts.imported, std::int64_t{1});
    QCOMPARE(lines().size(), 3);
}

void OrderPartsTest::weeksAreCountedFromTheFirst() {
    const auto file = put("weeks.csv", "store,upc,week,move,price\n2,A,1,3,2.5\n2,A,2,4,2.5\n2,B,400,1,1.5\n2,B,x,1,1.5\n");
    const ImportSummary summary = runImport(*m_project, {file}, {.weekOne = fromIso("1989-09-14"), .fields = {{"quantity", "move"}, {"date", "week"}}}, {});
    QCOMPARE(summary.counts.imported, std::int64_t{3});
    QCOMPARE(summary.files.front().rejectReasons.at("bad_date"), std::int64_t{1});
    const QStringList rows = lines();
    QVERIFY(rows[0].startsWith("1989-09-14") && rows[1].startsWith("1989-09-21"));
    QVERIFY2(rows[2].startsWith(QString::fromStdString(toIso(fromIso("1989-09-14").value() + 7 * 399))), qPrintable(rows[2]));
    QCOMPARE(QString::fromStdString(dateFormatName(summary.files.front().detection)), QString("weeks from 1989-09-14"));
    // The column is found by its name.
    init();
    const auto again = put("weeks.csv", "store,upc,week,quantity\n2,A,1,3\n2,A,2,4\n");
    QCOMPARE(runImport(*m_project, {again}, {.weekOne = fromIso("1989-09-14")}, {}).counts.imported, std::int64_t{2});
}

void OrderPartsTest::weeksWithoutAFirstDayAreAskedFor() {
    const auto file = put("weeks.csv", "store,upc,week,quantity\n2,A,1,3\n2,A,2,4\n2,B,400,1\n");
    try {
        runImport(*m_project, {file}, {.role = ImportRole::Sales}, {});
        QFAIL("imported");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.code()), QString("import.week_numbers"));
    }
    const std::vector<ImportPreview> previews = previewImport({file}, {.role = ImportRole::Sales});
    const auto& columns = previews.front().detection.columns;
    QVERIFY(std::ranges::any_of(columns, [](const ColumnGuess& column) { return column.name == "week" && column.evidence == "week_numbers"; }));
}

QTEST_GUILESS_MAIN(OrderPartsTest)
#include "order_parts_test.moc"
