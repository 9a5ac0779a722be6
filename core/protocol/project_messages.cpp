// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/project_messages.h"

#include "core/base/json_text.h"
#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::find;
using json_fields::read;
using json_fields::readDay;
using nlohmann::json;

}  // namespace

void to_json(json& to, const ProjectSettings& value) {
    to = {{"name", value.name},         {"time_zone", value.timeZone},   {"country", value.country},
          {"currency", value.currency}, {"week_start", value.weekStart}, {"weeks", value.weeks},
          {"fiscal_month", value.fiscalMonth}, {"keep_months", value.keepMonths}, {"uuid", value.uuid}};
}

void from_json(const json& from, ProjectSettings& value) {
    read(from, "name", value.name);
    read(from, "time_zone", value.timeZone);
    read(from, "country", value.country);
    read(from, "currency", value.currency);
    read(from, "week_start", value.weekStart);
    read(from, "weeks", value.weeks);
    read(from, "fiscal_month", value.fiscalMonth);
    read(from, "keep_months", value.keepMonths);
    read(from, "uuid", value.uuid);
}

void to_json(json& to, const ImportCounts& value) {
    to = {{"read", value.read},
          {"imported", value.imported},
          {"rejected", value.rejected},
          {"duplicate", value.duplicate},
          {"updated", value.updated}};
}

void from_json(const json& from, ImportCounts& value) {
    read(from, "read", value.read);
    read(from, "imported", value.imported);
    read(from, "rejected", value.rejected);
    read(from, "duplicate", value.duplicate);
    read(from, "updated", value.updated);
}

void to_json(json& to, const ImportRecord& value) {
    to_json(to, value.counts);
    to["import"] = value.id.value;
    to["role"] = value.source.role;
    to["file"] = value.source.name;
    to["bytes"] = value.source.bytes;
    to["file_digest"] = value.source.fileDigest;
    to["state"] = value.state;
    to["finished_at"] = value.finishedAt;
    to["erased"] = value.erased;
    const json details = parseJson(value.details);
    to["details"] = details.is_discarded() ? json::object() : details;
}

void from_json(const json& from, ImportRecord& value) {
    from_json(from, value.counts);
    read(from, "import", value.id.value);
    read(from, "role", value.source.role);
    read(from, "file", value.source.name);
    read(from, "bytes", value.source.bytes);
    read(from, "file_digest", value.source.fileDigest);
    read(from, "state", value.state);
    read(from, "finished_at", value.finishedAt);
    read(from, "erased", value.erased);
    if (const json* details = find(from, "details")) {
        value.details = details->dump();
    }
}

void to_json(json& to, const HelloResult& value) {
    to = {{"name", value.name},     {"version", value.version},  {"protocol", value.protocol},
          {"device", value.device}, {"has_cuda", value.hasCuda}, {"threads", value.threads},
          {"models", value.models}, {"pid", value.pid}};
}

void from_json(const json& from, HelloResult& value) {
    read(from, "name", value.name);
    read(from, "version", value.version);
    read(from, "protocol", value.protocol);
    read(from, "device", value.device);
    read(from, "has_cuda", value.hasCuda);
    read(from, "threads", value.threads);
    read(from, "models", value.models);
    read(from, "pid", value.pid);
}

void to_json(json& to, const SampleRequest& value) {
    to = {{"folder", value.folder},
          {"items", value.items},
          {"locations", value.locations},
          {"days", value.days},
          {"seed", value.seed}};
}

void from_json(const json& from, SampleRequest& value) {
    read(from, "folder", value.folder);
    read(from, "items", value.items);
    read(from, "locations", value.locations);
    read(from, "days", value.days);
    read(from, "seed", value.seed);
}

void to_json(json& to, const SampleResult& value) {
    to = {{"files", value.files},
          {"items", value.items},
          {"locations", value.locations},
          {"rows", value.rows},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)}};
}

void from_json(const json& from, SampleResult& value) {
    read(from, "files", value.files);
    read(from, "items", value.items);
    read(from, "locations", value.locations);
    read(from, "rows", value.rows);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
}

void to_json(json& to, const PathRequest& value) {
    to = {{"path", value.path}};
}

void from_json(const json& from, PathRequest& value) {
    read(from, "path", value.path);
}

void to_json(json& to, const CreateRequest& value) {
    to = {{"path", value.path}, {"settings", value.settings}};
}

void from_json(const json& from, CreateRequest& value) {
    read(from, "path", value.path);
    read(from, "settings", value.settings);
}

void to_json(json& to, const ProjectFacts& value) {
    to = {{"path", value.path},
          {"settings", value.settings},
          {"revision", value.revision},
          {"undo_name", value.undoName},
          {"redo_name", value.redoName},
          {"lines", value.lines},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)},
          {"items", value.items},
          {"locations", value.locations},
          {"channels", value.channels},
          {"counts", value.counts},
          {"imports", value.imports},
          {"recipe", value.recipe},
          {"cleaning", value.cleaning},
          {"is_cleaned", value.isCleaned},
          {"runs", value.runs},
          {"is_balanced", value.isBalanced}};
}

void from_json(const json& from, ProjectFacts& value) {
    read(from, "path", value.path);
    read(from, "settings", value.settings);
    read(from, "revision", value.revision);
    read(from, "undo_name", value.undoName);
    read(from, "redo_name", value.redoName);
    read(from, "lines", value.lines);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
    read(from, "items", value.items);
    read(from, "locations", value.locations);
    read(from, "channels", value.channels);
    read(from, "counts", value.counts);
    read(from, "imports", value.imports);
    if (const json* member = find(from, "recipe")) {
        value.recipe = *member;
    }
    if (const json* member = find(from, "cleaning")) {
        value.cleaning = *member;
    }
    read(from, "is_cleaned", value.isCleaned);
    read(from, "runs", value.runs);
    read(from, "is_balanced", value.isBalanced);
}

void to_json(json& to, const RunFacts& value) {
    to = {{"run", value.run},         {"created_at", value.createdAt},
          {"state", value.state},     {"has_network", value.hasNetwork},
          {"options", value.options}, {"result", value.result}};
}

void from_json(const json& from, RunFacts& value) {
    read(from, "run", value.run);
    read(from, "created_at", value.createdAt);
    read(from, "state", value.state);
    read(from, "has_network", value.hasNetwork);
    read(from, "options", value.options);
    read(from, "result", value.result);
}

void to_json(json& to, const VerifyOutcome& value) {
    to = {{"is_sound", value.isSound},
          {"problems", value.problems},
          {"checked", value.checked},
          {"rescued", value.rescued}};
}

void from_json(const json& from, VerifyOutcome& value) {
    read(from, "is_sound", value.isSound);
    read(from, "problems", value.problems);
    read(from, "checked", value.checked);
    read(from, "rescued", value.rescued);
}

}  // namespace foresell
