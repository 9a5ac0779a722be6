// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint_folder.h"

#include <cstdlib>

namespace foresell {

std::filesystem::path checkpointFolder(const ProjectReader& reader) {
    std::filesystem::path state;
    if (const char* const set = std::getenv("XDG_STATE_HOME"); set != nullptr && *set != '\0') {
        state = set;
    } else if (const char* const home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        state = std::filesystem::path(home) / ".local/state";
    } else {
        return {};
    }
    return state / "foresell/checkpoints" / reader.settings().uuid;
}

std::filesystem::path checkpointFolder(const ProjectReader& reader, const std::string& what) {
    const std::filesystem::path folder = checkpointFolder(reader);
    return folder.empty() ? folder : folder / what;
}

}  // namespace foresell
