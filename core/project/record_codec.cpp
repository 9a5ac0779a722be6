// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/record_codec.h"

#include <algorithm>

#include "core/base/blob.h"
#include "core/project/database.h"

namespace foresell {

namespace {

void putAxis(BlobWriter& writer, const PeriodAxis& axis) {
    writer.put(static_cast<std::int32_t>(axis.kind));
    writer.put(static_cast<std::int32_t>(axis.firstWeekday));
    writer.put(static_cast<std::int32_t>(axis.labelWeekday));
    writer.put(static_cast<std::int32_t>(axis.labelAtMonthEnd ? 1 : 0));
}

PeriodAxis getAxis(BlobReader& reader) {
    PeriodAxis axis;
    axis.kind = static_cast<PeriodKind>(reader.get<std::int32_t>());
    axis.firstWeekday = reader.get<std::int32_t>();
    axis.labelWeekday = reader.get<std::int32_t>();
    axis.labelAtMonthEnd = reader.get<std::int32_t>() != 0;
    return axis;
}

void require(bool holds, const char* what) {
    if (!holds) {
        throwDamaged(what);
    }
}

}  // namespace

std::string encodePlan(const PlanBatch& batch) {
    BlobWriter writer;
    writer.put(static_cast<std::uint64_t>(batch.names.size()));
    for (const std::string& name : batch.names) {
        writer.putText(name);
    }
    writer.putVector(batch.item);
    writer.putVector(batch.location);
    writer.putVector(batch.channel);
    writer.putVector(batch.day);
    writer.putVector(batch.knownFrom);
    for (const std::vector<double>& values : batch.values) {
        writer.putVector(values);
    }
    return compress(writer.take());
}

PlanBatch decodePlan(std::string_view bytes) {
    const std::string plain = decompress(bytes);
    BlobReader reader(plain);
    PlanBatch batch;
    const auto names = reader.get<std::uint64_t>();
    require(names < 100'000, "the plan");
    for (std::uint64_t i = 0; i < names; ++i) {
        batch.names.emplace_back(reader.getText());
    }
    reader.getVector(batch.item);
    reader.getVector(batch.location);
    reader.getVector(batch.channel);
    reader.getVector(batch.day);
    reader.getVector(batch.knownFrom);
    batch.values.resize(names);
    const std::size_t rows = batch.size();
    bool fits = batch.item.size() == rows && batch.location.size() == rows && batch.channel.size() == rows &&
                batch.knownFrom.size() == rows;
    for (std::vector<double>& values : batch.values) {
        reader.getVector(values);
        fits = fits && values.size() == rows;
    }
    require(fits && reader.atEnd(), "the plan");
    return batch;
}

std::string encodeHistory(const SeriesHistory& history) {
    BlobWriter writer;
    putAxis(writer, history.axis);
    writer.put(history.firstPeriod);
    writer.put(history.periods);
    writer.putVector(history.keys);
    writer.putVector(history.sold);
    writer.putVector(history.demand);
    writer.putVector(history.state);
    writer.putVector(history.price);
    writer.putVector(history.heldOutError);
    writer.putVector(history.heldOutSales);
    writer.put(static_cast<std::uint64_t>(history.sizes.size()));
    for (const SizeShare& size : history.sizes) {
        writer.put(size.style.value);
        writer.put(size.item.value);
        writer.putText(size.size);
        writer.put(size.units);
        writer.put(size.share);
    }
    return compress(writer.take());
}

SeriesHistory decodeHistory(std::string_view bytes) {
    const std::string plain = decompress(bytes);
    BlobReader reader(plain);
    SeriesHistory history;
    history.axis = getAxis(reader);
    history.firstPeriod = reader.get<std::int32_t>();
    history.periods = reader.get<std::int32_t>();
    reader.getVector(history.keys);
    reader.getVector(history.sold);
    reader.getVector(history.demand);
    reader.getVector(history.state);
    reader.getVector(history.price);
    reader.getVector(history.heldOutError);
    reader.getVector(history.heldOutSales);
    const auto sizes = reader.get<std::uint64_t>();
    for (std::uint64_t i = 0; i < sizes; ++i) {  // throws where they are not all there
        SizeShare& size = history.sizes.emplace_back();
        size.style = {reader.get<std::int32_t>()};
        size.item = {reader.get<std::int32_t>()};
        size.size = reader.getText();
        size.units = reader.get<double>();
        size.share = reader.get<double>();
    }
    const std::size_t cells = history.keys.size() * static_cast<std::size_t>(std::max(history.periods, 0));
    require(reader.atEnd() && history.periods >= 0 && history.sold.size() == cells && history.demand.size() == cells &&
                history.state.size() == cells && history.price.size() == history.keys.size() &&
                (history.heldOutError.empty() || history.heldOutError.size() == history.keys.size()) &&
                history.heldOutSales.size() == history.heldOutError.size(),
            "the history");
    return history;
}

std::string encodeForecast(const ForecastRecord& forecast) {
    BlobWriter writer;
    writer.put(forecast.run.value);
    writer.put(forecast.origin);
    putAxis(writer, forecast.axis);
    writer.put(forecast.firstPeriod);
    writer.put(forecast.horizon);
    writer.putVector(forecast.levels);
    writer.putVector(forecast.keys);
    writer.putVector(forecast.mean);
    writer.putVector(forecast.quantiles);
    writer.putVector(forecast.totalMean);
    writer.putVector(forecast.totalQuantiles);
    return compress(writer.take());
}

ForecastRecord decodeForecast(std::string_view bytes) {
    const std::string plain = decompress(bytes);
    BlobReader reader(plain);
    ForecastRecord forecast;
    forecast.run.value = reader.get<std::int32_t>();
    forecast.origin = reader.get<Day>();
    forecast.axis = getAxis(reader);
    forecast.firstPeriod = reader.get<std::int32_t>();
    forecast.horizon = reader.get<std::int32_t>();
    reader.getVector(forecast.levels);
    reader.getVector(forecast.keys);
    reader.getVector(forecast.mean);
    reader.getVector(forecast.quantiles);
    reader.getVector(forecast.totalMean);
    reader.getVector(forecast.totalQuantiles);
    const auto horizon = static_cast<std::size_t>(std::max(forecast.horizon, 0));
    const std::size_t cells = forecast.keys.size() * horizon;
    const std::size_t levels = forecast.levels.size();
    require(reader.atEnd() && forecast.horizon >= 0 && forecast.mean.size() == cells &&
                forecast.quantiles.size() == cells * levels && forecast.totalMean.size() == horizon &&
                forecast.totalQuantiles.size() == horizon * levels,
            "the forecast");
    return forecast;
}

std::string encodeMarks(const ChunkMarks& marks) {
    BlobWriter writer;
    std::vector<std::int32_t> lines;
    std::vector<Fixed> quantities;
    for (const auto& [line, quantity] : marks.corrected) {
        lines.push_back(line);
        quantities.push_back(quantity);
    }
    writer.putVector(marks.step);
    writer.putVector(lines);
    writer.putVector(quantities);
    lines.clear();
    std::vector<Fixed> prices;
    std::vector<Fixed> amounts;
    for (const RepricedLine& line : marks.repriced) {
        lines.push_back(line.line);
        prices.push_back(line.price);
        amounts.push_back(line.amount);
    }
    writer.putVector(lines);
    writer.putVector(prices);
    writer.putVector(amounts);
    return compress(writer.take());
}

ChunkMarks decodeMarks(std::string_view bytes, std::int64_t chunk) {
    const std::string plain = decompress(bytes, std::size_t{64} << 20);
    BlobReader reader(plain);
    ChunkMarks marks;
    marks.chunk = chunk;
    std::vector<std::int32_t> lines;
    std::vector<Fixed> quantities;
    reader.getVector(marks.step);
    reader.getVector(lines);
    reader.getVector(quantities);
    require(lines.size() == quantities.size(), "the cleaning of a chunk");
    const auto isInChunk = [&](std::int32_t line) { return line >= 0 && static_cast<std::size_t>(line) < marks.step.size(); };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        require(isInChunk(lines[i]), "the cleaning of a chunk");
        marks.corrected.emplace_back(lines[i], quantities[i]);
    }
    std::vector<Fixed> prices;
    std::vector<Fixed> amounts;
    reader.getVector(lines);
    reader.getVector(prices);
    reader.getVector(amounts);
    require(reader.atEnd() && lines.size() == prices.size() && lines.size() == amounts.size(), "the cleaning of a chunk");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        require(isInChunk(lines[i]), "the cleaning of a chunk");
        marks.repriced.push_back({lines[i], prices[i], amounts[i]});
    }
    return marks;
}

}  // namespace foresell
