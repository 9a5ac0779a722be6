// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/series_features.h"

#include <QTest>
#include <cmath>

#include "core/dataset/panel_builder.h"
#include "core/features/coming_values.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

const Covariate* named(const std::vector<Covariate>& covariates, const std::string& name) {
    const auto found = std::ranges::find(covariates, name, &Covariate::name);
    return found == covariates.end() ? nullptr : &*found;
}

Panel weeks() {
    std::vector<float> first, second, third;
    for (int week = 0; week < 110; ++week) {
        first.push_back(static_cast<float>(10 + week % 7));
        second.push_back(week < 60 ? notYet : 4);
        third.push_back(static_cast<float>(week % 2 == 0 ? 20 : 1));
    }
    Panel panel = panelOf({{"a", first}, {"b", second}, {"c", third}}, PeriodKind::Week, 14'613);
    panel.futurePeriods = 4;
    panel.statics.push_back({.name = "category", .cardinality = 3, .codes = {1, 1, 2}, .values = {}});
    Covariate price{.name = "price", .shared = false, .isBinary = false, .values = {}, .isKnown = {}};
    for (int series = 0; series < 3; ++series) {
        for (int week = 0; week < 114; ++week) {
            price.values.push_back(series == 0 ? (week % 10 == 9 ? 8.0F : 10.0F) : series == 1 ? 30.0F : 5.0F);
        }
    }
    panel.knownFuture.push_back(price);
    return panel;
}

std::set<std::string> all() {
    const auto names = seriesFeatureNames();
    return {names.begin(), names.end()};
}

}  // namespace

class SeriesFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsAddedUnasked();
    void eachIsWhatItsNameSays();
    void noneSeesALaterPeriod();
    void comingValuesAreHeldOrCopiedFromLastYear();
    void aFilledPastOnlyFeatureIsKnownAhead();
};

void SeriesFeaturesTest::nothingIsAddedUnasked() {
    Panel panel = weeks();
    addSeriesFeatures(panel, {});
    QCOMPARE(panel.knownFuture.size(), 1U);
    QVERIFY(panel.pastOnly.empty());
}

void SeriesFeaturesTest::eachIsWhatItsNameSays() {
    Panel panel = weeks();
    addSeriesFeatures(panel, all());
    QCOMPARE(panel.knownFuture.size() + panel.pastOnly.size(), all().size() + 1);
    const std::size_t width = 114, periods = 110;
    const Covariate* age = named(panel.knownFuture, "age");
    QCOMPARE(age->values[52], 1.0F);
    QCOMPARE(age->isKnown[width + 59], 0);
    QCOMPARE(age->values[width + 60 + 26], 0.5F);
    const Covariate* discount = named(panel.knownFuture, "discount");
    QVERIFY(std::abs(discount->values[19] - 0.2F) < 1e-6F && discount->values[20] == 0);
    QVERIFY(std::abs(discount->values[113] - 0) < 1e-6F);
    const Covariate* relative = named(panel.knownFuture, "relative_price");
    QVERIFY(std::abs(relative->values[20] - 0.5F) < 1e-6F && std::abs(relative->values[width + 20] - 1.5F) < 1e-6F);
    QCOMPARE(relative->values[2 * width + 20], 1.0F);
    const Covariate* sine = named(panel.knownFuture, "season_sine");
    QVERIFY(sine->shared && std::abs(sine->values[5] - sine->values[57]) < 0.03F);
    const Covariate* rank = named(panel.pastOnly, "sales_rank");
    QCOMPARE(rank->values[100], 1.0F);
    QCOMPARE(rank->values[periods + 100], 0.0F);
    QCOMPARE(rank->isKnown[2 * periods + 100], 0);  // alone in its category
    const Covariate* lag = named(panel.pastOnly, "lag_year");
    const Covariate* mean = named(panel.pastOnly, "rolling_mean");
    QCOMPARE(lag->isKnown[51], 0);
    const double usual = (10 * 52.0 + [] {
                             double sum = 0;
                             for (int week = 49; week <= 100; ++week) {
                                 sum += week % 7;
                             }
                             return sum;
                         }()) / 52;
    QVERIFY(std::abs(lag->values[100] - (10 + 48 % 7) / usual) < 1e-5);
    QVERIFY(std::abs(mean->values[100] - (10 + (97 % 7 + 98 % 7 + 99 % 7 + 100 % 7) / 4.0) / usual) < 1e-5);
    const Covariate* spread = named(panel.pastOnly, "rolling_spread");
    QVERIFY(std::abs(spread->values[2 * periods + 100] - 9.5 / 10.5) < 1e-5);
}

void SeriesFeaturesTest::noneSeesALaterPeriod() {
    const Panel whole = weeks();
    Panel later = whole, cut = cutPanel(whole, 79);
    addSeriesFeatures(later, all());
    addSeriesFeatures(cut, all());
    QVERIFY(cut.pastOnly.size() == later.pastOnly.size() && !cut.pastOnly.empty());
    for (std::size_t i = 0; i < cut.pastOnly.size(); ++i) {
        for (std::size_t series = 0; series < cut.seriesCount(); ++series) {
            for (std::size_t column = 0; column < 80; ++column) {
                QCOMPARE(cut.pastOnly[i].values[series * 80 + column], later.pastOnly[i].values[series * 110 + column]);
            }
        }
    }
}

void SeriesFeaturesTest::comingValuesAreHeldOrCopiedFromLastYear() {
    Panel panel = weeks();
    Covariate& price = panel.knownFuture[0];
    price.isKnown.assign(price.values.size(), 1);
    for (const std::size_t cell : {111U, 112U, 113U, 225U, 226U, 227U}) {
        price.isKnown[cell] = 0;
        price.values[cell] = 0;
    }
    price.isKnown[61] = 0;
    Panel held = panel, copied = panel;
    fillComing(held, {{"price", ComingFill::HoldLast}, {"other", ComingFill::HoldLast}});
    fillComing(copied, {{"price", ComingFill::LastYear}});
    QCOMPARE(held.knownFuture[0].values[113], held.knownFuture[0].values[110]);
    QCOMPARE(held.knownFuture[0].isKnown[61], 0);  // the history stays as it is
    QCOMPARE(held.knownFuture[0].isKnown[113], 1);
    QCOMPARE(copied.knownFuture[0].values[111], copied.knownFuture[0].values[59]);
    QCOMPARE(copied.knownFuture[0].values[225], 30.0F);
    QCOMPARE(copied.knownFuture[0].isKnown[113], 0);  // unknown a year before, too
}

void SeriesFeaturesTest::aFilledPastOnlyFeatureIsKnownAhead() {
    Panel panel = panelOf({{"a", {1, 2, 3}}});
    panel.futurePeriods = 2;
    panel.pastOnly.push_back({.name = "rain", .shared = true, .isBinary = false, .values = {3, 4, 5}, .isKnown = {1, 1, 0}});
    fillComing(panel, {{"rain", ComingFill::HoldLast}});
    QVERIFY(panel.pastOnly.empty());
    QVERIFY(panel.knownFuture[0].values == std::vector<float>({3, 4, 5, 4, 4}));
    QVERIFY(panel.knownFuture[0].isKnown == std::vector<std::uint8_t>({1, 1, 0, 1, 1}));
}

QTEST_APPLESS_MAIN(SeriesFeaturesTest)
#include "series_features_test.moc"
