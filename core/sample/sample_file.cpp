// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_file.h"

#include <charconv>
#include <system_error>

#include "core/base/error.h"

namespace foresell {
namespace {

[[noreturn]] void throwCannotWrite(const std::filesystem::path& path) {
    throw Error("sample.cannot_write", "Cannot write " + path.string() + ".",
                "Check that the folder can be written to and that the disk has room.", {{"file", path.string()}});
}

}  // namespace

SampleFile::SampleFile(std::filesystem::path path) : m_path(std::move(path)), m_temporary(m_path) {
    m_temporary += ".part";
    m_stream.open(m_temporary, std::ios::binary | std::ios::trunc);
    if (!m_stream) {
        throwCannotWrite(m_path);
    }
    m_buffer.reserve(bufferBytes + 4096);
}

SampleFile::~SampleFile() {
    if (!m_isFinished) {
        m_stream.close();
        std::error_code ignored;
        std::filesystem::remove(m_temporary, ignored);
    }
}

SampleFile& SampleFile::number(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return text({digits, static_cast<std::size_t>(end - digits)});
}

SampleFile& SampleFile::cents(std::int64_t value) {
    number(value / 100);
    m_buffer.push_back('.');
    m_buffer.push_back(static_cast<char>('0' + value / 10 % 10));
    m_buffer.push_back(static_cast<char>('0' + value % 10));
    return *this;
}

void SampleFile::flush() {
    m_stream.write(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    if (!m_stream) {
        throwCannotWrite(m_path);
    }
    m_bytes += static_cast<std::int64_t>(m_buffer.size());
    m_buffer.clear();
}

void SampleFile::finish() {
    flush();
    m_stream.close();
    std::error_code failure;
    if (m_stream) {
        std::filesystem::rename(m_temporary, m_path, failure);
    }
    if (!m_stream || failure) {
        throwCannotWrite(m_path);
    }
    m_isFinished = true;
}

std::string quotedCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string cell = "\"";
    for (const char c : text) {
        cell += c;
        if (c == '"') {
            cell += c;
        }
    }
    return cell + '"';
}

}  // namespace foresell
