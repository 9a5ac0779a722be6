// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_math.h"

#include <QtTest>
#include <cmath>
#include <limits>

#include "ui/charts/chart_text.h"

using namespace foresell;

class PlotMathTest : public QObject {
    Q_OBJECT

private slots:
    void stepsAreOneTwoTwoAndAHalfOrFive() {
        for (const double highest : {0.7, 3.0, 9.0, 17.0, 123.0, 2'898.0, 398'678.0, 1.2e7}) {
            const AxisSteps steps = axisSteps(0, highest);
            const double digit = steps.step / std::pow(10.0, std::floor(std::log10(steps.step)));
            QVERIFY2(std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 2.5) < 1e-9 || std::abs(digit - 5) < 1e-9, qPrintable(QString::number(steps.step)));
            QVERIFY(steps.high >= highest && steps.low == 0);
            QVERIFY(ticksOf(steps).size() >= 4 && ticksOf(steps).size() <= 8);
        }
    }

    void stepsReachBelowZeroForReturns() {
        const AxisSteps steps = axisSteps(-120, 900);
        QVERIFY(steps.low <= -120);
    }

    void decimationKeepsPeaksAndIsShort() {
        QList<QPointF> points;
        for (int i = 0; i < 100'000; ++i) {
            points.append(QPointF(i, i == 54'321 ? 1e6 : i == 12'345 ? -1e6 : std::sin(i * 0.01)));
        }
        const QList<QPointF> few = decimated(points, 800);
        QVERIFY(few.size() <= 800 * 4 + 4);
        QVERIFY(std::any_of(few.begin(), few.end(), [](const QPointF& point) { return point.y() == 1e6 && point.x() == 54'321; }));
        QVERIFY(std::any_of(few.begin(), few.end(), [](const QPointF& point) { return point.y() == -1e6; }));
        QCOMPARE(few.front(), points.front());
        QCOMPARE(few.back(), points.back());
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    }

    void shortLinesStayAsTheyAre() {
        const QList<QPointF> points{{0, 1}, {1, 2}, {2, 3}};
        QCOMPARE(decimated(points, 1), points);
    }

    void gapsCutALineAndShortOnesMayBeJoined() {
        const double gap = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> x{0, 1, 2, 3, 4, 5, 6}, y{1, 2, gap, 3, gap, gap, 4};
        QCOMPARE(segmentsOf(x, y).size(), 3);
        QCOMPARE(segmentsOf(x, y, 1).size(), 2);
        QCOMPARE(segmentsOf(x, y, 2).size(), 1);
    }

    void namesAreNudgedApartWithinThePlot() {
        std::vector<double> positions{90, 92, 95};
        nudgeApart(positions, 14, 0, 100);
        QVERIFY(positions[1] - positions[0] >= 14 && positions[2] - positions[1] >= 14);
        QVERIFY(positions.back() <= 100);
    }

    void numbersAreWrittenAsBothLanguagesDo() {
        const QLocale english(QLocale::English), chinese(QLocale::Chinese);
        QCOMPARE(numberText(-1234.4, english), QStringLiteral("−1,234"));
        QCOMPARE(shortNumber(12'500, english), QStringLiteral("12.5 k"));
        QCOMPARE(shortNumber(1'200'000, english), QStringLiteral("1.2 M"));
        QCOMPARE(shortNumber(12'000, chinese), QStringLiteral("1.2万"));
        QCOMPARE(shortNumber(350'000'000, chinese), QStringLiteral("3.5亿"));
        QCOMPARE(dateText(toDay(2011, 12, 5), english), QStringLiteral("5 Dec 2011"));
        QCOMPARE(dateText(toDay(2011, 12, 5), chinese), QStringLiteral("2011年12月5日"));
        QCOMPARE(changeText(0.494, english), QStringLiteral("+49%"));
        QCOMPARE(changeText(-0.04, english), QStringLiteral("−4%"));
        QCOMPARE(changeText(3.1, english), QStringLiteral("> 200%"));
        QCOMPARE(changeText(std::nan(""), english), QStringLiteral("–"));
        QCOMPARE(shownName(QStringLiteral("JUMBO BAG RED RETROSPOT")), QStringLiteral("Jumbo Bag Red Retrospot"));
        QCOMPARE(shownName(QStringLiteral("iPhone case")), QStringLiteral("iPhone case"));
    }
};

QTEST_GUILESS_MAIN(PlotMathTest)
#include "plot_math_test.moc"
