// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace foresell {

/// What a file holds that an option of the command line names; of a longer one the first `most` + 1 bytes, so that the
/// caller sees it is too long, also of a pipe, whose length nobody knows. Nothing where it cannot be read.
std::optional<std::string> readOptionFile(const std::string& path, std::int64_t most);

}  // namespace foresell
