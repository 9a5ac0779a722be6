// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/calendar/date.h"

namespace foresell {

/// A text file that is written through a large buffer under a temporary name and gets its own name when it is complete.
class CsvFile {
public:
    explicit CsvFile(std::filesystem::path path);
    /// Removes the temporary file unless `finish` was called.
    ~CsvFile();
    CsvFile(const CsvFile&) = delete;
    CsvFile& operator=(const CsvFile&) = delete;

    CsvFile& text(std::string_view text) {
        m_buffer.append(text);
        return *this;
    }
    CsvFile& number(std::int64_t value);
    /// "12.90" for 1290.
    CsvFile& cents(std::int64_t value);
    CsvFile& day(Day day) { return text(toIso(day)); }
    void endRow() {
        m_buffer.push_back('\n');
        if (m_buffer.size() >= bufferBytes) {
            flush();
        }
    }

    /// Throws Error "sample.cannot_write" when anything could not be written.
    void finish();
    std::int64_t bytes() const { return m_bytes; }
    const std::filesystem::path& path() const { return m_path; }

private:
    static constexpr std::size_t bufferBytes = 1U << 20U;
    void flush();

    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    std::ofstream m_stream;
    std::string m_buffer;
    std::int64_t m_bytes = 0;
    bool m_isFinished = false;
};

/// The cell in quotes where it needs them.
std::string csvCell(std::string_view text);

}  // namespace foresell
