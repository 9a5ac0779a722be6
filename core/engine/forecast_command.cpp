// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/run_dataset.h"
#include "core/engine/total_bands.h"
#include "core/forecast/network_forecaster.h"
#include "core/project/week_settings.h"
#include "core/report/fiscal_totals.h"
#include "core/report/size_split.h"

namespace foresell {

namespace {

RunRecord wantedRun(const ProjectReader& reader, std::int32_t run) {
    const RunId wanted = run == 0 ? reader.forecastRun() : RunId{run};
    if (wanted.value == 0) {
        throw Error("forecast.no_run", "nothing has been trained yet", "Run `foresell-cli train` first.");
    }
    const std::optional<RunRecord> record = reader.run(wanted);
    if (!record) {
        throw Error("forecast.no_such_run", "there is no run " + std::to_string(run),
                    "`foresell-cli info` lists the runs.", {{"run", std::to_string(run)}});
    }
    if (record->state != "done") {
        throw Error("forecast.run_not_done", "run " + std::to_string(run) + " did not finish",
                    "Choose another run, or train again.", {{"run", std::to_string(run)}});
    }
    return *record;
}

/// Position of each wanted level among the stored ones; empty where one is missing.
std::vector<std::size_t> findLevels(const std::vector<double>& stored, const std::vector<double>& wanted) {
    std::vector<std::size_t> at;
    for (const double level : wanted) {
        const auto found =
            std::ranges::find_if(stored, [&](double one) { return std::abs(one - level) < 1e-9; });
        if (found == stored.end()) {
            return {};
        }
        at.push_back(static_cast<std::size_t>(found - stored.begin()));
    }
    return at;
}

ForecastRecord partOf(const ForecastRecord& whole, int horizon, const std::vector<double>& levels,
                      const std::vector<std::size_t>& at) {
    ForecastRecord part = whole;
    part.horizon = horizon;
    part.levels = levels;
    part.mean.clear();
    part.quantiles.clear();
    part.totalMean.resize(static_cast<std::size_t>(horizon));
    part.totalQuantiles.clear();
    const auto width = static_cast<std::size_t>(whole.horizon);
    for (std::size_t series = 0; series < whole.keys.size(); ++series) {
        for (std::size_t step = 0; step < static_cast<std::size_t>(horizon); ++step) {
            const std::size_t cell = series * width + step;
            part.mean.push_back(whole.mean[cell]);
            for (const std::size_t level : at) {
                part.quantiles.push_back(whole.quantiles[cell * whole.levels.size() + level]);
            }
        }
    }
    return part;
}

ForecastRecord forecastAnew(const ProjectReader& reader, const RunRecord& run, int horizon,
                            const std::vector<double>& levels, const JobControl& job) {
    const auto result = parseJson(run.result).get<RunResult>();
    auto options = parseJson(run.options).get<TrainingOptions>();
    options.origin = result.origin;
    options.period = result.axis.kind;
    options.horizon = horizon;
    const RunDataset data = loadDataset(reader, options, job);
    if (!result.historyHash.empty() && result.historyHash != data.historyHash) {
        throw Error("forecast.data_changed",
                    "the sales that run " + std::to_string(run.id.value) + " learnt from have changed since: imports or cleaning are others now",
                    "Train again, or learn on from this run.", {{"run", std::to_string(run.id.value)}});
    }
    const Panel& panel = data.built.panel;
    std::unique_ptr<Forecaster> method;
    if (const std::string model = reader.model(run.id); !model.empty()) {
        method = loadMethod(model);
    } else {
        method = makeMethod(result.model, options);
        method->fit(panel, horizon, job);
    }
    const Forecast forecast = method->predict(panel, horizon, levels, job);
    ForecastRecord record{run.id,
                          data.built.lastDay,
                          panel.axis,
                          panel.firstPeriod + panel.periods,
                          horizon,
                          forecast.levels,
                          panel.keys,
                          forecast.mean,
                          forecast.quantiles,
                          {},
                          {}};
    fillTotals(record, assumedSharedError, panel.allowsNegative);
    return record;
}

std::string shortest(double value) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value);
    return {text, end.ptr};
}

std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

struct KeyColumn {
    const char* name = "";
    std::vector<std::string> codes;  ///< by id
    bool isUsed = false;
};

std::vector<KeyColumn> keyColumns(const ProjectReader& reader, const std::vector<SeriesKey>& keys) {
    std::vector<KeyColumn> columns{{"item", {}, false}, {"location", {}, false}, {"channel", {}, false}};
    const auto put = [](KeyColumn& column, std::int32_t id, const std::string& code) {
        column.codes.resize(std::max(column.codes.size(), static_cast<std::size_t>(id) + 1));
        column.codes[static_cast<std::size_t>(id)] = code;
    };
    for (const ItemRecord& item : reader.items()) {
        put(columns[0], item.id.value, item.code);
    }
    for (const PlaceRecord& place : reader.locations()) {
        put(columns[1], place.id, place.code);
    }
    for (const PlaceRecord& place : reader.channels()) {
        put(columns[2], place.id, place.code);
    }
    for (const SeriesKey& key : keys) {
        columns[0].isUsed = columns[0].isUsed || key.item;
        columns[1].isUsed = columns[1].isUsed || key.location;
        columns[2].isUsed = columns[2].isUsed || key.channel;
    }
    return columns;
}

const std::string& codeOf(const KeyColumn& column, std::int32_t id) {
    static const std::string none;
    const auto at = static_cast<std::size_t>(id);
    return id > 0 && at < column.codes.size() ? column.codes[at] : none;
}

std::string rowStart(const std::vector<KeyColumn>& columns, const SeriesKey& key) {
    const std::array ids{key.item.value, key.location.value, key.channel.value};
    std::string row;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].isUsed) {
            row += cell(codeOf(columns[at], ids[at])) + ',';
        }
    }
    return row;
}

/// "style,share," of a series that is one size of a style; nothing where the forecast was not shared out.
std::string sizeCells(const KeyColumn& items, const std::map<ItemId, SizeShare>& sizes, ItemId item) {
    if (sizes.empty()) {
        return {};
    }
    const auto found = sizes.find(item);
    return found == sizes.end() ? ",," : cell(codeOf(items, found->second.style.value)) + ',' + shortest(found->second.share) + ',';
}

void writeCsv(std::ostream& out, const ProjectReader& reader, const ForecastRecord& forecast, const std::vector<SizeShare>& sharedOut) {
    std::map<ItemId, SizeShare> sizes;
    std::vector<SeriesKey> keys = forecast.keys;
    for (const SizeShare& size : sharedOut) {
        sizes.emplace(size.item, size);
        keys.push_back({size.style, {}, {}});
    }
    std::vector<KeyColumn> columns = keyColumns(reader, keys);
    for (const KeyColumn& column : columns) {
        out << (column.isUsed ? std::string(column.name) + ',' : std::string());
    }
    out << (sizes.empty() ? "" : "style,share,");
    const FiscalCalendar weeks = fiscalCalendarOf(reader.settings());
    const bool hasWeeks = weeks.hasWeeks() && forecast.axis.kind != PeriodKind::Month;
    out << "date," << (hasWeeks ? "fiscal_week," : "") << "mean";
    for (const double level : forecast.levels) {
        out << ",q" << shortest(level);
    }
    out << '\n';
    std::size_t at = 0, quantile = 0;
    for (const SeriesKey& key : forecast.keys) {
        const std::string start = rowStart(columns, key) + sizeCells(columns.front(), sizes, key.item);
        for (std::int32_t step = 0; step < forecast.horizon; ++step) {
            const std::int32_t period = forecast.firstPeriod + step;
            out << start << toIso(forecast.axis.label(period)) << ','
                << (hasWeeks ? weekName(fiscalWeekOf(weeks, forecast.axis, period)) + ',' : std::string()) << shortest(static_cast<double>(forecast.mean[at++]));
            for (std::size_t level = 0; level < forecast.levels.size(); ++level) {
                out << ',' << shortest(static_cast<double>(forecast.quantiles[quantile++]));
            }
            out << '\n';
        }
    }
}

/// Written aside and renamed, so that a file is whole or not there.
void writeFile(const std::string& output, const ProjectReader& reader, const ForecastRecord& forecast,
               const std::vector<SizeShare>& sharedOut) {
    const std::string aside = output + ".part";
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    writeCsv(out, reader, forecast, sharedOut);
    out.close();
    std::error_code failed;
    if (out) {
        std::filesystem::rename(aside, output, failed);
    }
    if (!out || failed) {
        std::filesystem::remove(aside, failed);
        throw Error("forecast.cannot_write", "cannot write " + output,
                    "Check the folder and the space left on the disk.", {{"file", output}});
    }
}

void checkLevels(const std::vector<double>& levels) {
    for (std::size_t at = 0; at < levels.size(); ++at) {
        if (!(levels[at] > 0 && levels[at] < 1) || (at > 0 && levels[at] <= levels[at - 1])) {
            throw Error("option.quantiles", "quantiles must lie between 0 and 1 and ascend",
                        "Give for instance --quantiles 0.1,0.5,0.9.");
        }
    }
}

std::vector<SizeShare> sizesOf(const ProjectReader& reader, const RunRecord& run) {
    const std::optional<SeriesHistory> history = reader.history(run.id);
    if (!history || history->sizes.empty()) {
        throw Error("forecast.no_sizes", "Run " + std::to_string(run.id.value) + " has learnt from single items, not from styles.",
                    "Import which size belongs to which style (--as structure), add the step \"styles\" to the cleaning recipe, clean and train.",
                    {{"run", std::to_string(run.id.value)}});
    }
    return history->sizes;
}

}  // namespace

ForecastRecord forecastOf(const ProjectReader& reader, const ForecastRequest& request,
                          const std::vector<double>& levels, const JobControl& job) {
    checkLevels(levels);
    if (request.horizon < 0 || request.horizon > 2000) {
        throw Error("option.horizon", "the horizon must be 1 to 2,000 periods");
    }
    const RunRecord run = wantedRun(reader, request.run);
    const std::optional<ForecastRecord> stored = reader.forecast(run.id);
    const int horizon = request.horizon > 0 ? request.horizon : stored ? stored->horizon : 1;
    if (stored && horizon <= stored->horizon) {
        const std::vector<std::size_t> at = findLevels(stored->levels, levels);
        if (at.size() == levels.size()) {
            return partOf(*stored, horizon, levels, at);
        }
    }
    return forecastAnew(reader, run, horizon, levels, job);
}

ForecastFacts factsOf(const ForecastRecord& forecast, const RunRecord& run) {
    const auto result = parseJson(run.result).get<RunResult>();
    ForecastFacts facts;
    facts.run = forecast.run.value;
    facts.model = result.model;
    facts.period = periodName(forecast.axis.kind);
    facts.origin = forecast.origin;
    facts.horizon = forecast.horizon;
    facts.series = std::ssize(forecast.keys);
    facts.rows = facts.series * forecast.horizon;
    facts.totals.assign(forecast.totalMean.begin(), forecast.totalMean.end());
    return facts;
}

ForecastFacts exportForecast(const ProjectReader& reader, const ExportRequest& request,
                             const JobControl& job) {
    const auto start = std::chrono::steady_clock::now();
    const RunRecord run = wantedRun(reader, request.run);
    ForecastRecord forecast = forecastOf(reader, {request.run, request.horizon}, request.quantiles, job);
    std::vector<SizeShare> sizes;
    if (request.sizes) {
        sizes = sizesOf(reader, run);
        forecast = splitBySize(forecast, sizes);
    }
    writeFile(request.output, reader, forecast, sizes);
    ForecastFacts facts = factsOf(forecast, run);
    facts.output = request.output;
    facts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return facts;
}

}  // namespace foresell
