// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <unordered_map>

#include "core/base/checksum.h"
#include "core/base/error.h"
#include "core/engine/feature_view.h"

namespace foresell {

namespace {

constexpr std::size_t mostEntries = 100'000;
constexpr Day longestPeriod = 366;

using Ids = std::unordered_map<std::string, std::int32_t>;

std::int32_t idOf(const Ids& ids, const std::string& code) {
    if (code.empty()) {
        return 0;
    }
    const auto found = ids.find(code);
    if (found == ids.end()) {
        throw Error("features.unknown_code", "The project does not know \"" + code + "\".", "Use the codes that the sales have.", {{"code", code}});
    }
    return found->second;
}

Ids placeIds(const std::vector<PlaceRecord>& places) {
    Ids ids;
    for (const PlaceRecord& place : places) {
        ids.emplace(place.code, place.id);
    }
    return ids;
}

PlanBatch batchOf(const ProjectReader& reader, const ComingEntries& entries) {
    Ids items;
    for (const ItemRecord& item : reader.items()) {
        items.emplace(item.code, item.id.value);
    }
    const Ids locations = placeIds(reader.locations()), channels = placeIds(reader.channels());
    PlanBatch batch{.names = {entries.feature}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}}};
    for (const ComingEntry& entry : entries.entries) {
        const bool isFine = entry.first != noDay && entry.last >= entry.first && entry.last - entry.first <= longestPeriod && std::isfinite(entry.value);
        if (!isFine) {
            throw Error("features.bad_value", "A value or its days cannot be read.", "Enter numbers, for the periods that are shown.");
        }
        for (Day day = entry.first; day <= entry.last; ++day) {
            batch.item.push_back(idOf(items, entry.item));
            batch.location.push_back(idOf(locations, entry.location));
            batch.channel.push_back(idOf(channels, entry.channel));
            batch.day.push_back(day);
            batch.knownFrom.push_back(noDay);
            batch.values[0].push_back(entry.value);
        }
    }
    return batch;
}

}  // namespace

void enterComingValues(OpenProject& project, const ComingEntries& entries, const JobControl& job) {
    if (entries.entries.empty() || entries.entries.size() > mostEntries) {
        throw Error("protocol.bad_params", "the number of values is out of range");
    }
    const auto reader = project.reader();
    const std::string role = FeatureView::of(*reader, job)->roleOfEntries(entries.feature);
    const PlanBatch batch = batchOf(*reader, entries);
    const auto rows = static_cast<std::int64_t>(entries.entries.size());
    StreamChecksum sum;
    sum.add(nlohmann::json(entries).dump());
    ProjectWriter& writer = project.writer();
    const ImportId import = writer.beginImport({.role = role, .name = entries.feature, .bytes = 0, .fileDigest = sum.hex()});
    try {
        writer.appendPlan(import, batch);
        writer.finishImport(import, {.read = rows, .imported = rows}, {}, R"({"entered":true})");
    } catch (...) {
        writer.abandonImport(import);
        throw;
    }
    project.announce("import");
}

}  // namespace foresell
