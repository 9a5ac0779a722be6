// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/project/project_reader.h"

namespace foresell {

/// Where the trainings of a project leave what they need to go on after an interruption; empty where the user has no home.
std::filesystem::path checkpointFolder(const ProjectReader& reader);
/// The folder therein of one training.
std::filesystem::path checkpointFolder(const ProjectReader& reader, const std::string& what);

}  // namespace foresell
