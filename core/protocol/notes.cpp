// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/notes.h"

namespace foresell {

using json_fields::asNumber;

void fields(JsonArchive& archive, Progress& value) {
    archive("stage", value.stage);
    archive("done", value.done);
    archive("total", value.total);
    archive("unit", value.unit);
    archive("seconds_left", value.secondsLeft, asNumber);
    archive("message", value.message);
    archive("metrics", value.metrics);
}

void fields(JsonArchive& archive, ProgressNote& value) {
    archive("id", value.id);
    archive("progress", value.progress);
}

void fields(JsonArchive& archive, ChangeNote& value) {
    archive("revision", value.revision);
    archive("what", value.what);
}

void fields(JsonArchive& archive, LogNote& value) {
    archive("level", value.level);
    archive("message", value.message);
}

void fields(JsonArchive& archive, Revision& value) {
    archive("revision", value.revision);
    archive("undo_name", value.undoName);
    archive("redo_name", value.redoName);
}

void fields(JsonArchive& archive, JobRequest& value) {
    archive("id", value.id);
}

}  // namespace foresell
