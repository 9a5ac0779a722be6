// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/privacy/erasure.h"
#include "core/privacy/retention.h"

namespace foresell {

/// How long single sale lines are kept.
struct RetentionRequest {
    int months = 0;  ///< 0: for ever
};

void to_json(nlohmann::json& json, const ErasureRequest& value);
void from_json(const nlohmann::json& json, ErasureRequest& value);
void to_json(nlohmann::json& json, const ErasurePreview& value);
void from_json(const nlohmann::json& json, ErasurePreview& value);
void to_json(nlohmann::json& json, const ErasureOutcome& value);
void from_json(const nlohmann::json& json, ErasureOutcome& value);
void to_json(nlohmann::json& json, const RetentionRequest& value);
void from_json(const nlohmann::json& json, RetentionRequest& value);
void to_json(nlohmann::json& json, const RetentionPreview& value);
void from_json(const nlohmann::json& json, RetentionPreview& value);

}  // namespace foresell
