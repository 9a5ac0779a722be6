// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/privacy_messages.h"

#include "core/base/json_fields.h"
#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::find;
using json_fields::read;
using json_fields::readDay;
using nlohmann::json;

}  // namespace

void to_json(json& to, const ErasureRequest& value) {
    to = {{"customer", value.customer}, {"order", value.order}, {"before", dayJson(value.before)}};
}

void from_json(const json& from, ErasureRequest& value) {
    read(from, "customer", value.customer);
    read(from, "order", value.order);
    readDay(from, "before", value.before);
}

void to_json(json& to, const ErasurePreview& value) {
    to = {{"lines", value.lines},
          {"lines_left", value.linesLeft},
          {"orders", value.orders},
          {"units", value.units},
          {"money", value.money},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)},
          {"reject_texts", value.rejectTexts},
          {"undo_steps", value.undoSteps},
          {"undone_imports", value.undoneImports},
          {"backups", value.backups},
          {"runs", value.runs}};
}

void from_json(const json& from, ErasurePreview& value) {
    read(from, "lines", value.lines);
    read(from, "lines_left", value.linesLeft);
    read(from, "orders", value.orders);
    read(from, "units", value.units);
    read(from, "money", value.money);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
    read(from, "reject_texts", value.rejectTexts);
    read(from, "undo_steps", value.undoSteps);
    read(from, "undone_imports", value.undoneImports);
    read(from, "backups", value.backups);
    read(from, "runs", value.runs);
}

void to_json(json& to, const ErasureOutcome& value) {
    json finds = json::array();
    for (const ByteScan::Find& find : value.proof.finds) {
        finds.push_back({{"what", find.what}, {"offset", find.offset}});
    }
    to = {{"lines", value.erased.lines},
          {"daily_sums", value.erased.standIns},
          {"chunks", value.erased.chunks},
          {"reject_texts", value.erased.rejectTexts},
          {"undo_steps", value.erased.undoSteps},
          {"undone_imports", value.erased.undoneImports},
          {"backups", value.purge.backups},
          {"checkpoints", value.checkpoints},
          {"bytes_before", value.purge.bytesBefore},
          {"bytes_after", value.purge.bytesAfter},
          {"proof",
           {{"is_clean", value.proof.isClean()},
            {"files", value.proof.files},
            {"bytes", value.proof.bytes},
            {"searched_for", value.proof.needles},
            {"lines_left", value.proof.linesLeft},
            {"finds", finds}}},
          {"seconds", value.seconds}};
}

void from_json(const json& from, ErasureOutcome& value) {
    read(from, "lines", value.erased.lines);
    read(from, "daily_sums", value.erased.standIns);
    read(from, "chunks", value.erased.chunks);
    read(from, "reject_texts", value.erased.rejectTexts);
    read(from, "undo_steps", value.erased.undoSteps);
    read(from, "undone_imports", value.erased.undoneImports);
    read(from, "backups", value.purge.backups);
    read(from, "checkpoints", value.checkpoints);
    read(from, "bytes_before", value.purge.bytesBefore);
    read(from, "bytes_after", value.purge.bytesAfter);
    read(from, "seconds", value.seconds);
    if (const json* proof = find(from, "proof")) {
        read(*proof, "files", value.proof.files);
        read(*proof, "bytes", value.proof.bytes);
        read(*proof, "searched_for", value.proof.needles);
        read(*proof, "lines_left", value.proof.linesLeft);
        if (const json* finds = find(*proof, "finds"); finds != nullptr && finds->is_array()) {
            for (const json& each : *finds) {
                ByteScan::Find& found = value.proof.finds.emplace_back();
                read(each, "what", found.what);
                read(each, "offset", found.offset);
            }
        }
    }
}

void to_json(json& to, const RetentionRequest& value) {
    to = {{"months", value.months}};
}

void from_json(const json& from, RetentionRequest& value) {
    read(from, "months", value.months);
}

void to_json(json& to, const RetentionPreview& value) {
    to = {{"from", dayJson(value.from)}, {"lines", value.lines}, {"set_aside", value.setAside}, {"lines_left", value.linesLeft}};
}

void from_json(const json& from, RetentionPreview& value) {
    readDay(from, "from", value.from);
    read(from, "lines", value.lines);
    read(from, "set_aside", value.setAside);
    read(from, "lines_left", value.linesLeft);
}

}  // namespace foresell
