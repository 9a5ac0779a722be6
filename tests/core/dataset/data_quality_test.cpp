// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/data_quality.h"

#include <QTest>

#include "core/protocol/quality_messages.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

constexpr Day monday = 14'613;  // 2010-01-04

/// Twelve lines of one unit at 2 on each day that is open.
template <typename IsOpen>
std::vector<TestLine> shop(Day from, int days, IsOpen&& isOpen) {
    std::vector<TestLine> lines;
    for (Day day = from; day < from + days; ++day) {
        for (int i = 0; isOpen(day) && i < 12; ++i) {
            lines.push_back({"1", toIso(day), "A", "1", "2"});
        }
    }
    return lines;
}

}  // namespace

class DataQualityTest : public QObject {
    Q_OBJECT

private slots:
    void closedWeekdaysAreNoGapsButClosedWeeksAre();
    void monthsAddUpToTheWhole();
    void wholeWeeksLeaveOutTheIncompleteEnds();
    void nothingImportedIsNothingToTell();
    void theMessageHoldsAllOfIt();
};

void DataQualityTest::closedWeekdaysAreNoGapsButClosedWeeksAre() {
    const LineSource source(shop(monday, 140, [](Day day) { return weekday(day) < 6 && (day < monday + 70 || day >= monday + 77); }));
    const DataQuality quality = qualityOf(source, 0, {});
    QCOMPARE(quality.closedWeekdays, std::vector<int>{6});
    QCOMPARE(quality.gaps.size(), std::size_t(1));
    QCOMPARE(quality.gaps[0].first, monday + 70);
    QCOMPARE(quality.gaps[0].last, monday + 75);
    QCOMPARE(quality.gaps[0].days, 6);
    QVERIFY(quality.gaps[0].isUnusual);
    QCOMPARE(quality.daysWithSales, 19 * 6);
}

void DataQualityTest::monthsAddUpToTheWhole() {
    const LineSource source(shop(monday, 140, [](Day) { return true; }));
    const DataQuality quality = qualityOf(source, 0, {});
    std::int64_t lines = 0;
    Fixed units = 0, money = 0;
    for (const MonthOfSales& month : quality.months) {
        lines += month.lines;
        units += month.units;
        money += month.money;
    }
    QCOMPARE(quality.months.size(), std::size_t(5));
    QCOMPARE(lines, quality.lines);
    QCOMPARE(units, 140 * 12 * fixedOne);
    QCOMPARE(money, 2 * units);
}

void DataQualityTest::wholeWeeksLeaveOutTheIncompleteEnds() {
    const LineSource source(shop(monday + 2, 72, [](Day) { return true; }));
    const DataQuality quality = qualityOf(source, 0, {});
    QCOMPARE(quality.completeFrom, monday + 7);
    QCOMPARE(quality.completeTo, monday + 69);
    // A shop that is closed on Sundays ends its week on Saturday.
    const LineSource closed(shop(monday, 69, [](Day day) { return weekday(day) < 6; }));
    QCOMPARE(qualityOf(closed, 0, {}).completeTo, monday + 69);
}

void DataQualityTest::nothingImportedIsNothingToTell() {
    const DataQuality quality = qualityOf(LineSource({}), 0, {});
    QCOMPARE(quality.lines, std::int64_t(0));
    QCOMPARE(quality.firstDay, noDay);
    QVERIFY(quality.gaps.empty() && quality.months.empty());
}

void DataQualityTest::theMessageHoldsAllOfIt() {
    const DataQuality quality = qualityOf(LineSource(shop(monday, 100, [](Day day) { return day != monday + 30; })), 0, {});
    const nlohmann::json json = quality;
    QVERIFY(nlohmann::json(json.get<DataQuality>()) == json);
    QCOMPARE(json.at("gaps").size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(DataQualityTest)
#include "data_quality_test.moc"
