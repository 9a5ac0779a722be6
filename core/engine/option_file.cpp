// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/option_file.h"

#include <fstream>

namespace foresell {

std::optional<std::string> readOptionFile(const std::string& path, std::int64_t most) {
    std::ifstream file(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(most) + 1, '\0');
    file.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(file.gcount()));
    const bool isRead = file.eof() || std::ssize(text) > most;
    return isRead ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace foresell
