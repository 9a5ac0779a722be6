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
class SampleFile {
public:
    explicit SampleFile(std::filesystem::path path);
    /// Removes the temporary file unless `finish` was called.
    ~SampleFile();
    SampleFile(const SampleFile&) = delete;
    SampleFile& operator=(const SampleFile&) = delete;

    SampleFile& text(std::string_view text) {
        m_buffer.append(text);
        return *this;
    }
    SampleFile& number(std::int64_t value);
    /// "12.90" for 1290.
    SampleFile& cents(std::int64_t value);
    SampleFile& day(Day day) { return text(toIso(day)); }
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
std::string quotedCell(std::string_view text);

}  // namespace foresell
