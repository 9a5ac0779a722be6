// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_archive.h"
#include "core/privacy/erasure.h"
#include "core/privacy/retention.h"

namespace foresell {

/// How long single sale lines are kept.
struct RetentionRequest {
    int months = 0;  ///< 0: for ever
};

void fields(JsonArchive& archive, ErasureRequest& value);
void fields(JsonArchive& archive, ErasurePreview& value);
void fields(JsonArchive& archive, ByteScan::Find& value);
void fields(JsonArchive& archive, ErasureProof& value);
void fields(JsonArchive& archive, ErasureOutcome& value);
void fields(JsonArchive& archive, RetentionRequest& value);
void fields(JsonArchive& archive, RetentionPreview& value);

}  // namespace foresell
