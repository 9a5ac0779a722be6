// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/privacy_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

using json_fields::asDay;

void fields(JsonArchive& archive, ErasureRequest& value) {
    archive("customer", value.customer);
    archive("order", value.order);
    archive("before", value.before, asDay);
}

void fields(JsonArchive& archive, ErasurePreview& value) {
    archive("lines", value.lines);
    archive("lines_left", value.linesLeft);
    archive("orders", value.orders);
    archive("units", value.units);
    archive("money", value.money);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
    archive("reject_texts", value.rejectTexts);
    archive("undo_steps", value.undoSteps);
    archive("undone_imports", value.undoneImports);
    archive("backups", value.backups);
    archive("runs", value.runs);
}

void fields(JsonArchive& archive, ByteScan::Find& value) {
    archive("what", value.what);
    archive("offset", value.offset);
}

void fields(JsonArchive& archive, ErasureProof& value) {
    archive.tell("is_clean", value.isClean());
    archive("files", value.files);
    archive("bytes", value.bytes);
    archive("searched_for", value.needles);
    archive("lines_left", value.linesLeft);
    archive("finds", value.finds);
}

void fields(JsonArchive& archive, ErasureOutcome& value) {
    archive("lines", value.erased.lines);
    archive("daily_sums", value.erased.standIns);
    archive("chunks", value.erased.chunks);
    archive("reject_texts", value.erased.rejectTexts);
    archive("undo_steps", value.erased.undoSteps);
    archive("undone_imports", value.erased.undoneImports);
    archive("backups", value.purge.backups);
    archive("checkpoints", value.checkpoints);
    archive("bytes_before", value.purge.bytesBefore);
    archive("bytes_after", value.purge.bytesAfter);
    archive("proof", value.proof);
    archive("seconds", value.seconds);
}

void fields(JsonArchive& archive, RetentionRequest& value) {
    archive("months", value.months);
}

void fields(JsonArchive& archive, RetentionPreview& value) {
    archive("from", value.from, asDay);
    archive("lines", value.lines);
    archive("set_aside", value.setAside);
    archive("lines_left", value.linesLeft);
}

}  // namespace foresell
