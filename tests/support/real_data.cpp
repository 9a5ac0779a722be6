// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/real_data.h"

#include <cstdlib>

namespace foresell::test {

std::optional<std::filesystem::path> realData(const std::string& file) {
    const char* folder = std::getenv("FORESELL_DATA");
    const std::filesystem::path root =
        folder != nullptr ? std::filesystem::path(folder)
                          : std::filesystem::path(FORESELL_SOURCE_DIR).parent_path() / "shared" / "data";
    const std::filesystem::path path = root / file;
    return std::filesystem::exists(path) ? std::optional(path) : std::nullopt;
}

}  // namespace foresell::test
