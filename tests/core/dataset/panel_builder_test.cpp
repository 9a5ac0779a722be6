// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/panel_builder.h"

#include <QTest>
#include <algorithm>
#include <random>

#include "core/base/error.h"
#include "core/cleaning/cleaning_preview.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

PanelCodes codesOf(const LineSource& source) {
    PanelCodes codes;
    source.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& lines) {
        for (const std::int32_t id : lines.item) {
            codes.items.resize(std::max(codes.items.size(), static_cast<std::size_t>(id) + 1));
            codes.items[static_cast<std::size_t>(id)] = source.itemCode(id);
        }
    });
    codes.locations = {"", "north", "south"};
    return codes;
}

BuiltPanel build(const LineSource& source, const PanelOptions& options = {}, const std::vector<ChunkMarks>& marks = {},
                 const std::vector<ClosedDay>& closed = {}) {
    CleaningResult cleaned;
    cleaned.marks = marks;
    return buildPanel(source, cleaned, codesOf(source), closed, options, {});
}

TestLine line(Day day, const std::string& item, int quantity, const std::string& time = "", const std::string& place = "") {
    return {"1", toIso(day) + (time.empty() ? "" : " " + time), item, std::to_string(quantity), "2", "1", place};
}

std::vector<float> rowOf(const Panel& panel, std::size_t series) {
    const auto row = panel.targetOf(series);
    return {row.begin(), row.end()};
}

constexpr Day monday = 14'613;  // 2010-01-04

/// A shop that sells 12 lines of two items on each day that `isOpen`, the last at 18:30.
template <typename IsOpen>
std::vector<TestLine> shop(int days, IsOpen&& isOpen) {
    std::vector<TestLine> lines;
    for (Day day = monday; day < monday + days; ++day) {
        for (int i = 0; isOpen(day) && i < 12; ++i) {
            lines.push_back(line(day, i % 2 ? "A" : "B", 1, i == 0 ? "18:30:00" : "10:00:00"));
        }
    }
    return lines;
}

bool onWeekdays(Day day) {
    return weekday(day) < 6;
}

}  // namespace

class PanelBuilderTest : public QObject {
    Q_OBJECT

private slots:
    void linesOfADayAreAddedUp();
    void returnsLowerADayButNotBelowZero();
    void theOrderOfLinesDoesNotMatter();
    void itemNumbersDoNotMatter();
    void seriesAreInTheOrderOfTheirCodes();
    void linesSetAsideAreNotDemand();
    void closedSaturdaysAreNoZeroSales();
    void aSilentWeekOfAShopIsAGap();
    void aMissingRowOfOneItemIsAZeroSale();
    void oneRowAPeriodMakesMissingRowsGaps();
    void aFileThatEndsOnFridayNoonLosesThatDay();
    void aFileThatEndsOnFridayNoonLosesThatWeek();
    void aCompleteLastDayIsKept();
    void aWeekThatEndsBeforeClosedDaysIsComplete();
    void aWeekThatBeginsInItsMiddleIsLeftOut();
    void datesOnWednesdaysAreWeeks();
    void datesOnTheFirstAreMonths();
    void datesOnTheLastAreMonthsLabelledByTheirEnd();
    void anOriginHidesWhatCameLater();
    void thePlanClosesDays();
    void withoutSalesThereIsNoPanel();
    void aWrongDateIsToldAndNotLaidOut();
    void hugeQuantitiesStayNumbers();
    void itCanBeStopped();
};

void PanelBuilderTest::linesOfADayAreAddedUp() {
    const BuiltPanel built = build(LineSource({line(monday, "A", 2), line(monday + 1, "A", 1), line(monday, "A", 3)}));
    QCOMPARE(rowOf(built.panel, 0), (std::vector<float>{5, 1}));
    QCOMPARE(built.panel.labelOf(0), monday);
    QCOMPARE(built.lastDay, monday + 1);
    QCOMPARE(built.lastPrice, (std::vector<float>{2}));
}

void PanelBuilderTest::returnsLowerADayButNotBelowZero() {
    const LineSource source({line(monday, "A", 5), line(monday, "A", -2), line(monday + 1, "A", -4), line(monday + 2, "A", 1)});
    QCOMPARE(rowOf(build(source).panel, 0), (std::vector<float>{3, 0, 1}));
    const BuiltPanel net = build(source, {.netOfReturns = true});
    QVERIFY(net.panel.allowsNegative);
    QCOMPARE(rowOf(net.panel, 0), (std::vector<float>{3, -4, 1}));
    QCOMPARE(build(source).sold, (std::vector<float>{3, -4, 1}));
}

void PanelBuilderTest::theOrderOfLinesDoesNotMatter() {
    std::vector<TestLine> lines = shop(60, onWeekdays);
    const BuiltPanel built = build(LineSource(lines, 100));
    std::mt19937 random(5);
    std::ranges::shuffle(lines, random);
    const BuiltPanel shuffled = build(LineSource(lines, 37));
    QVERIFY(built.panel.target == shuffled.panel.target && built.panel.state == shuffled.panel.state);
    QVERIFY(built.panel.itemCodes == shuffled.panel.itemCodes && built.lastPrice == shuffled.lastPrice);
}

void PanelBuilderTest::itemNumbersDoNotMatter() {
    const std::vector<TestLine> lines = shop(60, onWeekdays);
    const BuiltPanel built = build(LineSource(lines, 100));
    const BuiltPanel other = build(LineSource(lines, 100, 90));
    QVERIFY(built.panel.keys != other.panel.keys);
    QVERIFY(built.panel.itemCodes == other.panel.itemCodes && built.panel.target == other.panel.target);
}

void PanelBuilderTest::seriesAreInTheOrderOfTheirCodes() {
    const BuiltPanel built = build(LineSource({line(monday, "b", 1, "", "north"), line(monday, "B", 1, "", "south"),
                                               line(monday, "10", 1, "", "south"), line(monday, "9", 1, "", "north"),
                                               line(monday, "b", 1, "", "south")}));
    QCOMPARE(built.panel.itemCodes, (std::vector<std::string>{"10", "9", "B", "b", "b"}));
    QCOMPARE(built.panel.locationCodes[3], std::string("north"));
    QCOMPARE(built.panel.locationCodes[4], std::string("south"));
}

void PanelBuilderTest::linesSetAsideAreNotDemand() {
    const LineSource source({line(monday, "A", 2), line(monday, "A", 3), line(monday + 1, "A", 7), line(monday + 1, "B", 1)}, 100);
    std::vector<ChunkMarks> marks;
    source.readChunks(noDay, {}, [&marks](std::int64_t chunk, const SaleBatch&) {
        marks.push_back({chunk, {0, 1, 0, 4}, {{2, toFixed(6)}}});
    });
    const BuiltPanel built = build(source, {}, marks);
    QCOMPARE(built.panel.seriesCount(), std::size_t{1});
    QCOMPARE(rowOf(built.panel, 0), (std::vector<float>{2, 6}));
    QCOMPARE(built.sold, (std::vector<float>{5, 7}));
}

void PanelBuilderTest::closedSaturdaysAreNoZeroSales() {
    const BuiltPanel built = build(LineSource(shop(84, [](Day day) { return weekday(day) != 5; }), 1000));
    QCOMPARE(built.closedWeekdays, (std::vector<int>{5}));
    for (int column = 0; column < built.panel.periods; ++column) {
        const bool isSaturday = weekday(built.panel.labelOf(column)) == 5;
        QCOMPARE(built.panel.stateOf(0)[static_cast<std::size_t>(column)], isSaturday ? CellState::Closed : CellState::Sold);
    }
}

void PanelBuilderTest::aSilentWeekOfAShopIsAGap() {
    const auto isOpen = [](Day day) { return day < monday + 30 || day >= monday + 37; };
    const BuiltPanel built = build(LineSource(shop(84, isOpen), 1000));
    QCOMPARE(std::ranges::count(built.panel.stateOf(0), CellState::Gap), 7);
    QCOMPARE(built.panel.stateOf(1)[33], CellState::Gap);
}

void PanelBuilderTest::aMissingRowOfOneItemIsAZeroSale() {
    std::vector<TestLine> lines = shop(84, onWeekdays);
    std::erase_if(lines, [](const TestLine& each) { return each.item == "A" && each.time.substr(0, 10) == toIso(monday + 8); });
    const BuiltPanel built = build(LineSource(lines, 1000));
    QCOMPARE(built.panel.stateOf(0)[8], CellState::Sold);
    QCOMPARE(built.panel.targetOf(0)[8], 0.0F);
    QCOMPARE(built.panel.targetOf(1)[8], 6.0F);
}

void PanelBuilderTest::oneRowAPeriodMakesMissingRowsGaps() {
    std::vector<TestLine> lines;
    for (int week = 0; week < 30; ++week) {
        for (const char* item : {"A", "B"}) {
            if (week != 9 || *item == 'A') {
                lines.push_back(line(monday + 7 * week, item, 4));
            }
        }
    }
    const BuiltPanel built = build(LineSource(lines));
    QCOMPARE(built.gaps, GapRule::Missing);
    QCOMPARE(built.panel.stateOf(1)[9], CellState::Gap);
    const BuiltPanel zeros = build(LineSource(lines), {.gaps = GapRule::Zero});
    QCOMPARE(zeros.panel.stateOf(1)[9], CellState::Sold);
}

void PanelBuilderTest::aFileThatEndsOnFridayNoonLosesThatDay() {
    std::vector<TestLine> lines = shop(60, onWeekdays);  // ends on a Thursday
    QCOMPARE(weekday(monday + 59), 3);
    lines.push_back(line(monday + 60, "A", 1, "12:50:00"));
    const LineSource source(lines, 1000);
    const BuiltPanel built = build(source);
    QVERIFY(built.droppedLast);
    QCOMPARE(built.lastDay, monday + 59);
    QCOMPARE(lastCompleteDay(source, {}, {}), monday + 59);
}

void PanelBuilderTest::aFileThatEndsOnFridayNoonLosesThatWeek() {
    std::vector<TestLine> lines = shop(60, onWeekdays);
    lines.push_back(line(monday + 60, "A", 1, "12:50:00"));
    const LineSource source(lines, 1000);
    const BuiltPanel built = build(source, {.period = PeriodKind::Week});
    QVERIFY(built.droppedLast && !built.droppedFirst);
    QCOMPARE(built.panel.periods, 8);
    QCOMPARE(built.lastDay, monday + 55);
    QCOMPARE(lastCompleteDay(source, {.period = PeriodKind::Week}, {}), monday + 55);
}

void PanelBuilderTest::aCompleteLastDayIsKept() {
    const BuiltPanel built = build(LineSource(shop(61, onWeekdays), 1000));
    QVERIFY(!built.droppedLast);
    QCOMPARE(built.lastDay, monday + 60);
    // Without times of day there is nothing to judge by.
    std::vector<TestLine> lines = shop(60, onWeekdays);
    for (TestLine& each : lines) {
        each.time.resize(10);
    }
    lines.push_back(line(monday + 60, "A", 1));
    QCOMPARE(build(LineSource(lines, 1000)).lastDay, monday + 60);
}

void PanelBuilderTest::aWeekThatEndsBeforeClosedDaysIsComplete() {
    const BuiltPanel built = build(LineSource(shop(69, onWeekdays), 1000), {.period = PeriodKind::Week});  // to a Saturday
    QVERIFY(!built.droppedLast);
    QCOMPARE(built.panel.periods, 10);
    QCOMPARE(built.lastDay, monday + 69);
}

void PanelBuilderTest::aWeekThatBeginsInItsMiddleIsLeftOut() {
    const auto lines = shop(70, [](Day day) { return onWeekdays(day) && day >= monday + 2; });
    const BuiltPanel built = build(LineSource(lines, 1000), {.period = PeriodKind::Week});
    QVERIFY(built.droppedFirst);
    QCOMPARE(built.panel.labelOf(0), monday + 7);
    const BuiltPanel fromWednesday = build(LineSource(lines, 1000), {.period = PeriodKind::Week, .weekStart = 2});
    QVERIFY(!fromWednesday.droppedFirst);
}

void PanelBuilderTest::datesOnWednesdaysAreWeeks() {
    std::vector<TestLine> lines;
    for (int week = 0; week < 12; ++week) {
        lines.push_back(line(monday + 2 + 7 * week, "A", week + 1));
    }
    const BuiltPanel built = build(LineSource(lines));
    QCOMPARE(built.panel.axis.kind, PeriodKind::Week);
    QCOMPARE(built.panel.periods, 12);
    QCOMPARE(built.panel.labelOf(0), monday + 2);
    QCOMPARE(built.panel.targetOf(0)[11], 12.0F);
    QVERIFY(!built.droppedFirst && !built.droppedLast);
}

void PanelBuilderTest::datesOnTheFirstAreMonths() {
    std::vector<TestLine> lines;
    for (int month = 0; month < 40; ++month) {
        lines.push_back(line(toDay(2010 + month / 12, month % 12 + 1, 1), "A", month == 20 ? 0 : 5));
    }
    lines.erase(lines.begin() + 30);
    const BuiltPanel built = build(LineSource(lines));
    QCOMPARE(built.panel.axis.kind, PeriodKind::Month);
    QCOMPARE(built.panel.periods, 40);
    QCOMPARE(built.panel.labelOf(39), toDay(2013, 4, 1));
    QCOMPARE(built.panel.stateOf(0)[20], CellState::Sold);
    QCOMPARE(built.panel.stateOf(0)[30], CellState::Gap);
}

void PanelBuilderTest::datesOnTheLastAreMonthsLabelledByTheirEnd() {
    std::vector<TestLine> lines;
    for (int month = 1; month < 12; ++month) {
        lines.push_back(line(toDay(2012, month + 1, 1) - 1, "A", month));
    }
    const BuiltPanel built = build(LineSource(lines));
    QCOMPARE(built.panel.axis.kind, PeriodKind::Month);
    QCOMPARE(built.panel.labelOf(1), toDay(2012, 2, 29));
}

void PanelBuilderTest::anOriginHidesWhatCameLater() {
    const LineSource all(shop(120, onWeekdays), 1000);
    for (const Day origin : {monday + 69, monday + 73}) {
        const LineSource early = all.upTo(origin, 77, 50);
        for (const auto period : {PeriodKind::Day, PeriodKind::Week}) {
            const BuiltPanel cut = build(all, {.period = period, .origin = origin});
            const BuiltPanel truly = build(early, {.period = period, .origin = origin});
            QVERIFY(cut.panel.target == truly.panel.target && cut.panel.state == truly.panel.state);
            QCOMPARE(cut.lastDay, truly.lastDay);
            QVERIFY(cut.lastDay <= origin);
        }
    }
}

void PanelBuilderTest::thePlanClosesDays() {
    const LineSource source({line(monday, "A", 2), line(monday + 3, "A", 2), line(monday, "B", 2), line(monday + 3, "B", 2)});
    const SeriesKey onlyA{{1}, {}, {}};
    const BuiltPanel built = build(source, {.gaps = GapRule::Zero}, {}, {{onlyA, monday + 1}, {{}, monday + 2}, {{}, monday + 3}});
    QCOMPARE(built.panel.stateOf(0)[1], CellState::Closed);
    QCOMPARE(built.panel.stateOf(1)[1], CellState::Sold);
    QCOMPARE(built.panel.stateOf(1)[2], CellState::Closed);
    QCOMPARE(built.panel.stateOf(0)[3], CellState::Sold);  // it did sell
}

void PanelBuilderTest::withoutSalesThereIsNoPanel() {
    QVERIFY_EXCEPTION_THROWN(build(LineSource({})), Error);
    QVERIFY_EXCEPTION_THROWN(build(LineSource({line(monday, "A", 1)}), {.origin = monday - 1}), Error);
    QVERIFY_EXCEPTION_THROWN(build(LineSource({line(monday + 1, "A", 1), line(monday + 2, "A", 1)}), {.period = PeriodKind::Week}), Error);
}

void PanelBuilderTest::aWrongDateIsToldAndNotLaidOut() {
    try {
        build(LineSource({line(toDay(1201, 3, 4), "A", 1), line(monday, "A", 1)}));
        QFAIL("809 years of days were laid out");
    } catch (const Error& error) {
        QCOMPARE(error.code(), std::string("panel.dates"));
        QCOMPARE(error.details().at("first"), std::string("1201-03-04"));
    }
}

void PanelBuilderTest::hugeQuantitiesStayNumbers() {
    TestLine huge = line(monday, "A", 1);
    huge.quantity = "900000000000000";
    TestLine back = huge;
    back.quantity = "-900000000000000";
    const BuiltPanel built = build(LineSource({huge, huge, huge, line(monday + 1, "A", 1), back, back, back}));
    for (const float value : built.panel.target) {
        QVERIFY(std::isfinite(value) && value >= 0);
    }
}

void PanelBuilderTest::itCanBeStopped() {
    std::stop_source stop;
    stop.request_stop();
    JobControl job;
    job.stop = stop.get_token();
    const LineSource source({line(monday, "A", 1)});
    bool isCancelled = false;
    try {
        buildPanel(source, {}, codesOf(source), {}, {}, job);
    } catch (const Cancelled&) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
}

QTEST_APPLESS_MAIN(PanelBuilderTest)
#include "panel_builder_test.moc"
