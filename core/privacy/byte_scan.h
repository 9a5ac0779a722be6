// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foresell {

/// Looks for many byte strings at once, at every place of files and of texts in memory: the proof that something was
/// erased. Knows the strings by their first four bytes; a gigabyte takes about a second.
class ByteScan {
public:
    /// Shorter strings would be found anywhere by chance and are passed over: `add` tells so by false.
    static constexpr std::size_t shortest = 8;

    ByteScan();
    bool add(std::string text);
    std::size_t size() const { return m_needles.size(); }

    /// Where something was found; `what` is the file, or the name of the text in memory.
    struct Find {
        std::string what;
        std::int64_t offset = 0;
    };
    void scanFile(const std::filesystem::path& file);
    /// Every file below the folder; nothing where it is not there.
    void scanFolder(const std::filesystem::path& folder);
    void scanText(const std::string& name, std::string_view text);

    std::int64_t files() const { return m_files; }
    std::int64_t bytes() const { return m_bytes; }
    const std::vector<Find>& finds() const { return m_finds; }  ///< the first hundred

private:
    void scan(const std::string& name, std::string_view text, std::int64_t offset, std::size_t from);
    bool isNeedleAt(std::string_view text, std::size_t at) const;

    std::vector<std::string> m_needles;
    std::unordered_multimap<std::uint32_t, std::size_t> m_byStart;
    std::vector<bool> m_mayStart;  ///< by a hash of the first four bytes
    std::size_t m_longest = 0;
    std::int64_t m_files = 0, m_bytes = 0;
    std::vector<Find> m_finds;
};

}  // namespace foresell
