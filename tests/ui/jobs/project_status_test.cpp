// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/project_status.h"

#include <QTest>

using namespace foresell;

/// What the foot of the window says while nothing runs, and where the work goes on.
class ProjectStatusTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAProjectThereIsNothingToTell();
    void eachStepOfTheWorkLeadsToTheNext();
    void salesAPeriodPastTheForecastMakeItOld();
};

namespace {

ProjectFacts projectWithSales() {
    ProjectFacts facts;
    facts.path = "shop.foresell";
    facts.lines = 100;
    facts.firstDay = 19'000;
    facts.lastDay = 19'400;
    return facts;
}

RunFacts runTo(Day origin) {
    RunFacts run;
    run.run = 3;
    run.state = "done";
    run.result.model = "lstm";
    run.result.axis.kind = PeriodKind::Week;
    run.result.origin = run.result.axis.lastDay(run.result.axis.indexOf(origin));
    return run;
}

}  // namespace

void ProjectStatusTest::withoutAProjectThereIsNothingToTell() {
    const ProjectStatus status = statusOf({});
    QVERIFY(!status.text.isEmpty());
    QVERIFY(status.glyph.isEmpty());
    QCOMPARE(nextPage({}), PageId::Data);
}

void ProjectStatusTest::eachStepOfTheWorkLeadsToTheNext() {
    ProjectFacts facts = projectWithSales();
    QCOMPARE(nextPage(facts), PageId::Cleaning);
    QCOMPARE(statusOf(facts).glyph, QStringLiteral("warn"));
    facts.isCleaned = true;
    QCOMPARE(nextPage(facts), PageId::Training);
    QCOMPARE(statusOf(facts).glyph, QStringLiteral("info"));
    facts.runs = {runTo(facts.lastDay - 7)};
    facts.forecastRun = 3;
    QCOMPARE(nextPage(facts), PageId::Forecast);
    facts.forecastRun = 0;
    QCOMPARE(nextPage(facts), PageId::Training);
}

void ProjectStatusTest::salesAPeriodPastTheForecastMakeItOld() {
    ProjectFacts facts = projectWithSales();
    facts.isCleaned = true;
    facts.runs = {runTo(19'390)};
    facts.forecastRun = 3;
    const Day end = facts.runs.front().result.origin;
    facts.lastDay = end + 6;
    QCOMPARE(statusOf(facts).glyph, QStringLiteral("ok"));
    QVERIFY(!isForecastOutdated(facts));
    facts.lastDay = end + 7;
    QVERIFY(isForecastOutdated(facts));
    QCOMPARE(statusOf(facts).glyph, QStringLiteral("warn"));
    QVERIFY2(statusOf(facts).text.contains(QLatin1String("7")), qPrintable(statusOf(facts).text));
}

QTEST_GUILESS_MAIN(ProjectStatusTest)
#include "project_status_test.moc"
