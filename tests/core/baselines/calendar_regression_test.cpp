// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/calendar_regression.h"

#include <QTest>
#include <cmath>
#include <random>

#include "core/base/error.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr int periods = 420, horizon = 28;

double promotedIn(std::size_t series, int column) {
    return (static_cast<int>(series) * 5 + column) % 17 < 3 ? 1 : 0;
}

/// Level of the series x weekday x 1.8 in promotions.
double expected(std::size_t series, int column) {
    return static_cast<double>(10 + series) * (1 + 0.1 * (column % 7)) * (promotedIn(series, column) > 0 ? 1.8 : 1);
}

Panel shop(std::size_t count, bool tellsPlan) {
    std::mt19937 random(5);
    Rows rows;
    for (std::size_t series = 0; series < count; ++series) {
        std::vector<float> values;
        for (int column = 0; column < periods; ++column) {
            const double noise = 0.9 + 0.2 * static_cast<double>(random() % 1000) / 1000;
            values.push_back(static_cast<float>(expected(series, column) * noise));
        }
        rows.emplace_back("item" + std::to_string(100 + series), std::move(values));
    }
    Panel panel = panelOf(rows);
    panel.futurePeriods = horizon;
    if (tellsPlan) {
        Covariate promotion{.name = "promotion", .shared = false, .isBinary = true, .values = {}, .isKnown = {}};
        for (std::size_t series = 0; series < count; ++series) {
            for (int column = 0; column < periods + horizon; ++column) {
                promotion.values.push_back(static_cast<float>(promotedIn(series, column)));
            }
        }
        panel.knownFuture.push_back(promotion);
    }
    return panel;
}

double errorOf(const Panel& panel) {
    CalendarRegression method;
    method.fit(panel, horizon, {});
    const Forecast forecast = method.predict(panel, horizon, {0.1, 0.5, 0.9}, {});
    double error = 0, size = 0;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int step = 0; step < horizon; ++step) {
            const double truth = expected(series, periods + step);
            error += std::abs(static_cast<double>(forecast.meanAt(series, step)) - truth);
            size += truth;
        }
    }
    return error / size;
}

}  // namespace

class CalendarRegressionTest : public QObject {
    Q_OBJECT

private slots:
    void itFindsTheEffectsOfWeekdayAndPromotion() { QVERIFY(errorOf(shop(20, true)) < 0.02); }

    void withoutThePlanPromotionsAreMissed() { QVERIFY(errorOf(shop(20, false)) > 0.1); }

    void aShortNewSeriesSharesWhatTheOthersTaught() {
        Panel panel = shop(20, true);
        for (int column = 0; column < periods - 14; ++column) {
            panel.state[static_cast<std::size_t>(column)] = CellState::BeforeStart;
            panel.target[static_cast<std::size_t>(column)] = 0;
        }
        panel.begin[0] = periods - 14;
        CalendarRegression method;
        method.fit(panel, horizon, {});
        const Forecast forecast = method.predict(panel, horizon, {0.5}, {});
        for (int step = 0; step < horizon; ++step) {
            QVERIFY(std::abs(static_cast<double>(forecast.meanAt(0, step)) / expected(0, periods + step) - 1) < 0.12);
        }
    }

    void theSamePanelGivesTheSameBits() {
        const Panel panel = shop(40, true);
        CalendarRegression one, two;
        one.fit(panel, horizon, {});
        two.fit(panel, horizon, {});
        const Forecast first = one.predict(panel, horizon, {0.1, 0.9}, {}), second = two.predict(panel, horizon, {0.1, 0.9}, {});
        QVERIFY(first.mean == second.mean && first.quantiles == second.quantiles);
    }

    void itStopsWhenAsked() {
        std::stop_source source;
        source.request_stop();
        JobControl control;
        control.stop = source.get_token();
        CalendarRegression method;
        QVERIFY_EXCEPTION_THROWN(method.fit(shop(3, true), horizon, control), Cancelled);
    }
};

QTEST_APPLESS_MAIN(CalendarRegressionTest)
#include "calendar_regression_test.moc"
