// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/project_messages.h"

#include <algorithm>

#include "core/base/json_text.h"
#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::asDay;
using nlohmann::json;

json objectJson(const std::string& text) {
    const json object = parseJson(text);
    return object.is_discarded() ? json::object() : object;
}

void readObject(const json& from, const char* key, std::string& into) {
    if (const json* object = json_fields::find(from, key)) {
        into = object->dump();
    }
}

/// A text of JSON, which stands as the object that it is.
constexpr JsonFormat asObject{objectJson, readObject};

}  // namespace

void fields(JsonArchive& archive, ProjectSettings& value) {
    archive("name", value.name);
    archive("time_zone", value.timeZone);
    archive("country", value.country);
    archive("currency", value.currency);
    archive("week_start", value.weekStart);
    archive("weeks", value.weeks);
    archive("fiscal_month", value.fiscalMonth);
    archive("keep_months", value.keepMonths);
    archive("uuid", value.uuid);
}

void fields(JsonArchive& archive, ImportCounts& value) {
    archive("read", value.read);
    archive("imported", value.imported);
    archive("rejected", value.rejected);
    archive("duplicate", value.duplicate);
    archive("updated", value.updated);
}

void fields(JsonArchive& archive, ImportRecord& value) {
    fields(archive, value.counts);
    archive("import", value.id.value);
    archive("role", value.source.role);
    archive("file", value.source.name);
    archive("bytes", value.source.bytes);
    archive("file_digest", value.source.fileDigest);
    archive("state", value.state);
    archive("finished_at", value.finishedAt);
    archive("erased", value.erased);
    archive("details", value.details, asObject);
}

void fields(JsonArchive& archive, HelloResult& value) {
    archive("name", value.name);
    archive("version", value.version);
    archive("protocol", value.protocol);
    archive("device", value.device);
    archive("has_cuda", value.hasCuda);
    archive("threads", value.threads);
    archive("models", value.models);
    archive("pid", value.pid);
}

void fields(JsonArchive& archive, SampleRequest& value) {
    archive("folder", value.folder);
    archive("items", value.items);
    archive("locations", value.locations);
    archive("days", value.days);
    archive("seed", value.seed);
}

void fields(JsonArchive& archive, SampleResult& value) {
    archive("files", value.files);
    archive("items", value.items);
    archive("locations", value.locations);
    archive("rows", value.rows);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
}

void fields(JsonArchive& archive, PathRequest& value) {
    archive("path", value.path);
}

void fields(JsonArchive& archive, CreateRequest& value) {
    archive("path", value.path);
    archive("settings", value.settings);
}

void fields(JsonArchive& archive, ProjectFacts& value) {
    archive("path", value.path);
    archive("settings", value.settings);
    archive("revision", value.revision);
    archive("undo_name", value.undoName);
    archive("redo_name", value.redoName);
    archive("lines", value.lines);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
    archive("items", value.items);
    archive("locations", value.locations);
    archive("channels", value.channels);
    archive("counts", value.counts);
    archive("imports", value.imports);
    archive("recipe", value.recipe);
    archive("cleaning", value.cleaning);
    archive("is_cleaned", value.isCleaned);
    archive("runs", value.runs);
    archive("forecast_run", value.forecastRun);
    archive("is_balanced", value.isBalanced);
}

void fields(JsonArchive& archive, RunFacts& value) {
    archive("run", value.run);
    archive("created_at", value.createdAt);
    archive("state", value.state);
    archive("has_network", value.hasNetwork);
    archive("options", value.options);
    archive("result", value.result);
    if (archive.isReading() || !value.error.message.empty()) {
        archive("error", value.error);
    }
}

void fields(JsonArchive& archive, RunError& value) {
    archive("message", value.message);
    archive("code", value.code);
    archive("details", value.details);
}

const RunFacts* ProjectFacts::usedRun() const {
    const auto found = std::find_if(runs.begin(), runs.end(), [this](const RunFacts& one) { return one.run == forecastRun; });
    return found == runs.end() ? nullptr : &*found;
}

void fields(JsonArchive& archive, VerifyOutcome& value) {
    archive("is_sound", value.isSound);
    archive("problems", value.problems);
    archive("checked", value.checked);
    archive("rescued", value.rescued);
}

}  // namespace foresell
