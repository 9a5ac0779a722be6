// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include <QPdfWriter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtTest>
#include <cmath>
#include <limits>

#include "ui/charts/before_after_chart.h"
#include "ui/charts/loss_chart.h"
#include "ui/charts/overview_strip.h"
#include "ui/charts/time_plot.h"

using namespace foresell;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

TimeChartData weeks(int periods, int horizon) {
    TimeChartData data;
    data.name = QStringLiteral("Jumbo bag");
    data.axis = {PeriodKind::Week, 0, 0, false};
    data.firstPeriod = data.axis.indexOf(toDay(2010, 1, 4));
    for (int i = 0; i < periods; ++i) {
        data.demand.push_back(100 + i);
    }
    data.sold = data.demand;
    data.firstForecast = data.firstPeriod + periods;
    for (int i = 0; i < horizon; ++i) {
        data.median.push_back(200);
        for (int band = 0; band < 3; ++band) {
            data.bands[static_cast<std::size_t>(band)].low.push_back(170 + 10 * band);
            data.bands[static_cast<std::size_t>(band)].high.push_back(230 - 10 * band);
        }
    }
    return data;
}

}  // namespace

class TimeChartTest : public QObject {
    Q_OBJECT

private:
    TimeChart* m_chart = nullptr;
    TimePlot* m_plot = nullptr;

    double span() const { return m_chart->lastVisibleDay() - m_chart->firstVisibleDay(); }
    QPoint middle() const { return m_plot->plot().center().toPoint(); }

private slots:
    void init() {
        QLocale::setDefault(QLocale(QLocale::English));
        m_chart = new TimeChart;
        m_chart->resize(800, 460);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart));
        m_chart->setData(weeks(104, 13));
        m_plot = m_chart->findChild<TimePlot*>();
        QVERIFY(m_plot != nullptr);
    }
    void cleanup() { delete m_chart; }

    void bandsAreThreeOpaqueAreasThatGrowOutOfTheLastSale() {
        QList<QAreaSeries*> areas;
        for (QAbstractSeries* series : m_plot->chart()->series()) {
            if (auto* area = qobject_cast<QAreaSeries*>(series)) {
                areas.append(area);
            }
        }
        QCOMPARE(areas.size(), 3);
        for (const QAreaSeries* area : areas) {
            QCOMPARE(area->brush().color().alpha(), 255);
            QCOMPARE(area->upperSeries()->count(), 14);
            QCOMPARE(area->upperSeries()->at(0).y(), 203.0);
            QVERIFY(area->upperSeries()->at(5).y() > area->lowerSeries()->at(5).y());
        }
    }

    void aGapBreaksTheLine() {
        TimeChartData data = weeks(60, 4);
        data.demand[30] = gap;
        data.sold = data.demand;
        m_chart->setData(data);
        int lines = 0;
        for (QAbstractSeries* series : m_plot->chart()->series()) {
            auto* line = qobject_cast<QLineSeries*>(series);
            lines += line != nullptr && line->isVisible() && line->count() > 0 ? 1 : 0;
        }
        QCOMPARE(lines, 3);  // two of demand, one of the forecast
    }

    void theWheelZoomsAtTheCursor() {
        const double before = span();
        const QPointF at = middle();
        const double day = m_plot->xAt(at.x());
        QWheelEvent wheel(at, m_plot->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_plot->viewport(), &wheel);
        QVERIFY(span() < before * 0.7);
        QVERIFY(std::abs(m_plot->xAt(at.x()) - day) < span() * 0.02);
    }

    void draggingZoomsIntoTheBandAndADoubleClickShowsAll() {
        const double before = span();
        const QPoint from = middle() - QPoint(100, 0), to = middle() + QPoint(100, 0);
        const double first = m_plot->xAt(from.x()), last = m_plot->xAt(to.x());
        QTest::mousePress(m_plot->viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(to), m_plot->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_plot->viewport(), &move);
        QTest::mouseRelease(m_plot->viewport(), Qt::LeftButton, {}, to);
        QVERIFY(std::abs(m_chart->firstVisibleDay() - first) < 1 && std::abs(m_chart->lastVisibleDay() - last) < 1);
        QTest::mouseDClick(m_plot->viewport(), Qt::LeftButton, {}, middle());
        QCOMPARE(span(), before);
    }

    void keysZoomPanAndReset() {
        const double before = span();
        m_plot->setFocus();
        QTest::keyClick(m_plot, Qt::Key_Plus);
        QVERIFY(span() < before);
        const double zoomed = m_chart->firstVisibleDay();
        QTest::keyPress(m_plot, Qt::Key_Space);
        QTest::mousePress(m_plot->viewport(), Qt::LeftButton, {}, middle());
        const QPointF to = middle() + QPoint(40, 0);
        QMouseEvent move(QEvent::MouseMove, to, m_plot->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_plot->viewport(), &move);
        QTest::mouseRelease(m_plot->viewport(), Qt::LeftButton, {}, to.toPoint());
        QTest::keyRelease(m_plot, Qt::Key_Space);
        QVERIFY(m_chart->firstVisibleDay() < zoomed);
        QTest::keyClick(m_plot, Qt::Key_Minus);
        QTest::keyClick(m_plot, Qt::Key_Home);
        QCOMPARE(span(), before);
    }

    void theReadoutFollowsTheArrowKeysAndTheMouse() {
        QVERIFY2(m_chart->readoutText().contains(QStringLiteral("Median 200")), qPrintable(m_chart->readoutText()));
        QVERIFY(m_chart->readoutText().contains(QStringLiteral("80% 180 – 220")));
        QTest::keyClick(m_plot, Qt::Key_Right);  // the cursor appears on the first forecast week
        QTest::keyClick(m_plot, Qt::Key_Left);
        QVERIFY2(m_chart->readoutText().contains(QStringLiteral("Demand 203")), qPrintable(m_chart->readoutText()));
        QVERIFY(m_chart->readoutText().contains(QStringLiteral("Last year 151")));
        QTest::mouseMove(m_plot->viewport(), m_plot->at(m_plot->firstDay(), 0).toPoint() + QPoint(1, -20));
        QMouseEvent move(QEvent::MouseMove, m_plot->at(m_plot->firstDay(), 0) + QPointF(1, -20), QPointF(), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_plot->viewport(), &move);
        QVERIFY2(m_chart->readoutText().contains(QStringLiteral("Week of 4 Jan 2010 · Demand 100")), qPrintable(m_chart->readoutText()));
    }

    void itSaysWhatItShows() {
        QVERIFY(m_plot->accessibleName() == QStringLiteral("Jumbo bag"));
        QVERIFY(m_chart->summary().contains(QStringLiteral("2,600")));
        QCOMPARE(m_chart->lines().size(), 1 + 104 + 13);
        QCOMPARE(m_chart->lines()[1].split(QLatin1Char('\t'))[2], QStringLiteral("100"));
    }

    void coloursFollowThePalette() {
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x181D25));
        dark.setColor(QPalette::WindowText, QColor(0xE8ECF1));
        m_chart->setPalette(dark);
        bool isFound = false;
        for (QAbstractSeries* series : m_plot->chart()->series()) {
            if (auto* area = qobject_cast<QAreaSeries*>(series)) {
                isFound = isFound || area->brush().color() == QColor(0x254561);
            }
        }
        QVERIFY(isFound);
    }

    void twentyYearsOfDaysAreDrawnWithFewPoints() {
        TimeChartData data;
        data.axis = {PeriodKind::Day};
        data.firstPeriod = data.axis.indexOf(toDay(2000, 1, 1));
        for (int i = 0; i < 7300; ++i) {
            data.demand.push_back(i % 7);
        }
        data.sold = data.demand;
        m_chart->setData(data);
        for (QAbstractSeries* series : m_plot->chart()->series()) {
            if (auto* line = qobject_cast<QLineSeries*>(series)) {
                QVERIFY2(line->count() < 4000, qPrintable(QString::number(line->count())));
            }
        }
    }

    void anEmptyChartPaintsNothingAndDoesNotFall() {
        m_chart->setData(TimeChartData());
        QVERIFY(!m_chart->grab().isNull());
        QVERIFY(m_chart->readoutText().isEmpty());
        QTest::keyClick(m_plot, Qt::Key_Right);
    }

    void theOverviewMovesTheChart() {
        m_chart->showLastYears(1);
        QVERIFY(span() < 500 && span() > 366);
        auto* strip = m_chart->findChild<OverviewStrip*>();
        QVERIFY(strip != nullptr);
        const double first = m_chart->firstVisibleDay(), kept = span();
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(m_chart->firstVisibleDay() < first);
        QCOMPARE(span(), kept);
    }

    void theLossChartKeepsTheBestRound() {
        LossChart chart;
        chart.clear(10);
        chart.addRound(1, 0.5, 0.6);
        chart.addRound(2, 0.4, 0.45);
        chart.addRound(3, 0.35, 0.5);
        QCOMPARE(chart.bestRound(), 2);
        QCOMPARE(chart.rounds(), 3);
        chart.setLogarithmic(true);
        chart.resize(400, 240);
        QVERIFY(!chart.grab().isNull());
    }

    void theBeforeAndAfterChartSaysWhatWasTakenOff() {
        BeforeAfterChart chart;
        chart.setData({QStringLiteral("Returns"), {0, 7, 14}, {10, 20, gap}, {8, 15, gap}, QStringLiteral("Before"), QStringLiteral("After")});
        QVERIFY(chart.summary().contains(QStringLiteral("7")));
        chart.resize(400, 240);
        QVERIFY(!chart.grab().isNull());
    }
};

QTEST_MAIN(TimeChartTest)
#include "time_chart_test.moc"
