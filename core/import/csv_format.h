// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// How a file separates its cells and lines.
struct CsvFormat {
    char delimiter = ',';
    char quote = '"';
    char lineEnd = '\n';  ///< '\n' also reads "\r\n"; '\r' for files of old systems

    bool operator==(const CsvFormat&) const = default;
};

}  // namespace foresell
