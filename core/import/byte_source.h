// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace foresell {

/// The bytes of a file, unpacked where it is gzip (also of several members), or of the standard input ("-").
/// Not for use by several threads at once, but for `position`.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Fills up to `size` bytes; 0 at the end. Throws Error "import.unreadable" or "import.damaged_gzip".
    virtual std::size_t read(char* into, std::size_t size) = 0;
    /// Bytes of the file used up so far: compressed ones, where it is compressed. Any thread may ask.
    virtual std::int64_t position() const = 0;

    /// Throws Error "import.no_such_file" or "import.unreadable".
    static std::unique_ptr<ByteSource> open(const std::filesystem::path& path);
    /// A source over text in memory, for samples and tests; `step` > 0 hands out at most so many bytes a read.
    static std::unique_ptr<ByteSource> ofText(std::string text, std::size_t step = 0);
};

/// True for "-", the standard input, which can be read once only.
bool isStandardInput(const std::filesystem::path& path);

/// Bytes of the file, 0 for the standard input.
std::int64_t fileSize(const std::filesystem::path& path);

/// XXH3-128 of the bytes of the file in hexadecimal; empty for the standard input.
std::string fileDigest(const std::filesystem::path& path);

}  // namespace foresell
