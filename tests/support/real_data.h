// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace foresell::test {

/// The path of a file of the public data sets, below $FORESELL_DATA (default: ../shared/data beside the source tree);
/// none where it is not there, so that the test can skip with a word.
std::optional<std::filesystem::path> realData(const std::string& file);

}  // namespace foresell::test
