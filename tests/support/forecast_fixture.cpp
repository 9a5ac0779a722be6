// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forecast_fixture.h"

#include <nlohmann/json.hpp>

namespace foresell::test {

namespace {

constexpr int periods = 104;
constexpr int horizon = 13;

RunResult resultOf(const PeriodAxis& axis, int items) {
    RunResult result;
    result.model = result.learner = "lstm";
    result.asked = "auto";
    result.baseline = "seasonal_naive";
    result.axis = axis;
    result.horizon = horizon;
    result.periods = periods;
    result.series = items;
    result.testOrigins = 6;
    result.testFirst = toDay(2011, 9, 5);
    result.testLast = toDay(2011, 12, 4);
    result.verdict = Verdict::LearnerBetter;
    Scores own, simple;
    own.wape = 0.379, own.coverage80 = 0.83;
    simple.wape = 0.461, simple.coverage80 = 0.8;
    result.scores = {{"lstm", own, 20}, {"seasonal_naive", simple, 0.1}};
    result.dataHash = "9f3c51aa00112233";
    result.seed = 42;
    result.device = "cpu";
    result.threads = 2;
    result.version = "0.1.0";
    return result;
}

ItemRecord itemOf(int number) {
    ItemRecord item;
    item.id.value = number + 1;
    item.code = "SKU" + std::to_string(10'000 + number);
    item.name = number == 0 ? "JUMBO BAG RED" : number == 6 ? "抱枕套 棉麻" : "Item " + std::to_string(number);
    item.category = std::vector<std::string>{"Bags", "Home", "Garden", "Kitchen"}[static_cast<std::size_t>(number % 4)];
    return item;
}

}  // namespace

ForecastFixture::ForecastFixture(int count) {
    settings.name = "Corner shop 街角小店";
    settings.currency = "GBP";
    settings.country = "GB";
    history.axis = {PeriodKind::Week, 0, 0, false};
    history.firstPeriod = history.axis.indexOf(toDay(2009, 12, 7));
    history.periods = periods;
    forecast.axis = history.axis;
    forecast.firstPeriod = history.firstPeriod + periods;
    forecast.horizon = horizon;
    forecast.origin = history.axis.lastDay(history.firstPeriod + periods - 1);
    forecast.levels = storedLevels();
    for (int item = 0; item < count; ++item) {
        items.push_back(itemOf(item));
        const SeriesKey key{ItemId{item + 1}, {}, {}};
        history.keys.push_back(key);
        forecast.keys.push_back(key);
        history.price.push_back(2.5F);
        for (int period = 0; period < periods; ++period) {
            const float units = static_cast<float>(10 + item % 7 + period % 4);
            history.sold.push_back(units);
            history.demand.push_back(units);
            history.state.push_back(1);
        }
        for (int step = 0; step < horizon; ++step) {
            const float mean = static_cast<float>(12 + item % 7);
            forecast.mean.push_back(mean);
            for (const double level : forecast.levels) {
                forecast.quantiles.push_back(mean + static_cast<float>((level - 0.5) * 10));
            }
        }
    }
    run.id.value = 1;
    run.state = "done";
    run.createdAt = 1'323'000'000;
    run.result = nlohmann::json(resultOf(history.axis, count)).dump();
    forecast.run = run.id;
}

std::shared_ptr<const ForecastView> ForecastFixture::view() const {
    return ForecastView::make(settings, run, history, forecast, items);
}

void ForecastFixture::write(const std::filesystem::path& path) const {
    const auto writer = ProjectWriter::create(path, settings);
    const ImportId import = writer->beginImport({"items", "items.csv", 1, "digest"});
    ImportCounts counts;
    counts.read = counts.imported = static_cast<std::int64_t>(items.size());
    writer->finishImport(import, counts, {items, {}, {}}, "{}");
    ForecastRecord issued = forecast;
    for (int step = 0; step < horizon; ++step) {
        float total = 0;
        for (std::size_t series = 0; series < forecast.keys.size(); ++series) {
            total += forecast.mean[series * horizon + static_cast<std::size_t>(step)];
        }
        issued.totalMean.push_back(total);
        for (const double level : forecast.levels) {
            issued.totalQuantiles.push_back(total + static_cast<float>((level - 0.5) * 100));
        }
    }
    issued.run = writer->beginRun("{}", "9f3c51aa00112233");
    writer->storeHistory(issued.run, history);
    writer->storeForecast(issued);
    writer->finishRun(issued.run, "done", run.result);
    writer->close();
}

}  // namespace foresell::test
