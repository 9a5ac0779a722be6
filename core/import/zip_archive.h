// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/byte_source.h"

namespace foresell {

/// A zip archive in a file or in memory; nothing of it is ever written to disk. What is unsafe to unpack is refused at
/// once with Error "import.unsafe_zip": too many entries, entries that are or grow too large, more than that in all.
class ZipArchive {
public:
    static constexpr std::int64_t mostEntries = 1'000;
    static constexpr std::int64_t largestEntry = std::int64_t{256} << 20;
    static constexpr std::int64_t largestSum = std::int64_t{1} << 30;
    /// So much more than its packed bytes may the whole be where it is larger than `largestEntry`.
    static constexpr std::int64_t largestRatio = 200;

    struct Entry {
        std::string name;            ///< with its folders, as UTF-8
        std::int64_t bytes = 0;      ///< unpacked, as the archive promises
        std::uint64_t index = 0;
    };

    /// Throws Error "import.damaged_zip", "import.unsafe_zip" or "import.locked_file" (a password).
    static std::shared_ptr<const ZipArchive> ofFile(const std::filesystem::path& path);
    static std::shared_ptr<const ZipArchive> ofBytes(std::string bytes, std::string name);

    const std::string& name() const { return m_name; }
    const std::vector<Entry>& entries() const { return m_entries; }
    /// The entry with this name, else one that differs in case alone; null where there is none.
    const Entry* find(std::string_view name) const;
    /// The bytes of an entry. Any number may be read at a time. Reading throws Error "import.damaged_zip", and
    /// "import.unsafe_zip" where more comes out than was promised.
    std::unique_ptr<ByteSource> open(const Entry& entry) const;

    /// True when the bytes begin as those of a zip archive do.
    static bool isZip(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"); }

private:
    ZipArchive() = default;
    void readDirectory();

    std::string m_name;
    std::filesystem::path m_path;                ///< of the file, or
    std::shared_ptr<const std::string> m_bytes;  ///< the archive itself
    std::vector<Entry> m_entries;
};

/// All of a source as one string. Throws Error "import.unsafe_zip" beyond `most` bytes.
std::string readAll(ByteSource& source, std::int64_t most);

}  // namespace foresell
