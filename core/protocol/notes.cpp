// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/notes.h"

#include "core/base/json_fields.h"

namespace foresell {

namespace {

using json_fields::find;
using json_fields::number;
using json_fields::read;
using json_fields::readNumber;
using nlohmann::json;

}  // namespace

void to_json(json& to, const Progress& value) {
    to = {{"stage", value.stage},
          {"done", value.done},
          {"total", value.total},
          {"unit", value.unit},
          {"seconds_left", number(value.secondsLeft)},
          {"message", value.message},
          {"metrics", value.metrics}};
}

void from_json(const json& from, Progress& value) {
    read(from, "stage", value.stage);
    read(from, "done", value.done);
    read(from, "total", value.total);
    read(from, "unit", value.unit);
    readNumber(from, "seconds_left", value.secondsLeft);
    read(from, "message", value.message);
    read(from, "metrics", value.metrics);
}

void to_json(json& to, const ProgressNote& value) {
    to = {{"id", value.id}, {"progress", value.progress}};
}

void from_json(const json& from, ProgressNote& value) {
    if (const json* member = find(from, "id")) {
        value.id = *member;
    }
    read(from, "progress", value.progress);
}

void to_json(json& to, const ChangeNote& value) {
    to = {{"revision", value.revision}, {"what", value.what}};
}

void from_json(const json& from, ChangeNote& value) {
    read(from, "revision", value.revision);
    read(from, "what", value.what);
}

void to_json(json& to, const LogNote& value) {
    to = {{"level", value.level}, {"message", value.message}};
}

void from_json(const json& from, LogNote& value) {
    read(from, "level", value.level);
    read(from, "message", value.message);
}

void to_json(json& to, const Revision& value) {
    to = {{"revision", value.revision}, {"undo_name", value.undoName}, {"redo_name", value.redoName}};
}

void from_json(const json& from, Revision& value) {
    read(from, "revision", value.revision);
    read(from, "undo_name", value.undoName);
    read(from, "redo_name", value.redoName);
}

void to_json(json& to, const JobRequest& value) {
    to = {{"id", value.id}};
}

void from_json(const json& from, JobRequest& value) {
    if (const json* member = find(from, "id")) {
        value.id = *member;
    }
}

}  // namespace foresell
