// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/project_status.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/method_names.h"

namespace foresell {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(foresell::ProjectStatus)
};

QString salesUntil(Day day) {
    return Texts::tr("sales to %1").arg(dateText(day, QLocale()));
}

}  // namespace

bool isForecastOutdated(const ProjectFacts& facts) {
    const RunFacts* run = facts.usedRun();
    if (run == nullptr) {
        return false;
    }
    const PeriodAxis& axis = run->result.axis;
    return facts.lastDay >= axis.lastDay(axis.indexOf(run->result.origin) + 1);
}

PageId nextPage(const ProjectFacts& facts) {
    return facts.lines == 0                             ? PageId::Data
           : facts.usedRun() != nullptr               ? PageId::Forecast
           : facts.isCleaned                           ? PageId::Training
                                                       : PageId::Cleaning;
}

ProjectStatus statusOf(const ProjectFacts& facts) {
    if (facts.path.empty()) {
        return {{}, Texts::tr("No project is open"), {}};
    }
    if (facts.lines == 0) {
        return {QStringLiteral("info"), Texts::tr("No sales yet"), {}};
    }
    const RunFacts* run = facts.usedRun();
    if (!facts.isCleaned) {
        return {QStringLiteral("warn"), Texts::tr("Sales wait for cleaning"),
                salesUntil(facts.lastDay)};
    }
    if (run == nullptr) {
        return {QStringLiteral("info"), Texts::tr("Sales are clean, no forecast yet"),
                salesUntil(facts.lastDay)};
    }
    const RunResult& result = run->result;
    if (isForecastOutdated(facts)) {
        return {QStringLiteral("warn"),
                Texts::tr("Sales are %n day(s) newer than the forecast", nullptr, static_cast<int>(facts.lastDay - result.origin)),
                salesUntil(facts.lastDay)};
    }
    const QStringList parts{Texts::tr("run %1").arg(run->run),
                            methodName(result.model, result.axis.kind), salesUntil(result.origin)};
    return {QStringLiteral("ok"), Texts::tr("Forecast is up to date"),
            parts.join(QStringLiteral(" · "))};
}

}  // namespace foresell
