// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/byte_scan.h"

#include <algorithm>
#include <cstring>
#include <fstream>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t block = std::size_t{1} << 20;
constexpr std::size_t mostFinds = 100;
constexpr int hashBits = 18;

std::uint32_t startOf(const char* text) {
    std::uint32_t start = 0;
    std::memcpy(&start, text, sizeof start);
    return start;
}

std::size_t hashOf(std::uint32_t start) {
    return start * 2'654'435'761U >> (32 - hashBits);
}

}  // namespace

ByteScan::ByteScan() : m_mayStart(std::size_t{1} << hashBits) {}

bool ByteScan::add(std::string text) {
    if (text.size() < shortest) {
        return false;
    }
    const std::uint32_t start = startOf(text.data());
    m_mayStart[hashOf(start)] = true;
    m_byStart.emplace(start, m_needles.size());
    m_longest = std::max(m_longest, text.size());
    m_needles.push_back(std::move(text));
    return true;
}

bool ByteScan::isNeedleAt(std::string_view text, std::size_t at) const {
    const auto [first, last] = m_byStart.equal_range(startOf(text.data() + at));
    return std::any_of(first, last, [&](const auto& entry) { return text.substr(at).starts_with(m_needles[entry.second]); });
}

/// `text` begins at `offset` of what it is part of; its first `from` bytes were looked at before.
void ByteScan::scan(const std::string& name, std::string_view text, std::int64_t offset, std::size_t from) {
    for (std::size_t at = 0; at + shortest <= text.size(); ++at) {
        if (m_mayStart[hashOf(startOf(text.data() + at))] && isNeedleAt(text, at) && m_finds.size() < mostFinds) {
            const std::int64_t place = offset + static_cast<std::int64_t>(at);
            // What the last block ended with is seen a second time.
            if (from == 0 || m_finds.empty() || m_finds.back().what != name || m_finds.back().offset < place) {
                m_finds.push_back({name, place});
            }
        }
    }
}

void ByteScan::scanText(const std::string& name, std::string_view text) {
    m_bytes += std::ssize(text);
    scan(name, text, 0, 0);
}

void ByteScan::scanFile(const std::filesystem::path& path) {
    std::error_code missing;
    if (!std::filesystem::is_regular_file(path, missing)) {
        return;
    }
    std::ifstream file(path, std::ios::binary);
    ++m_files;
    std::string text;
    std::int64_t offset = 0;
    for (;;) {
        const std::size_t kept = std::min(text.size(), m_longest);
        offset += static_cast<std::int64_t>(text.size() - kept);
        text.erase(0, text.size() - kept);
        text.resize(kept + block);
        file.read(text.data() + kept, static_cast<std::streamsize>(block));
        const auto got = static_cast<std::size_t>(file.gcount());
        text.resize(kept + got);
        if (got == 0) {
            break;
        }
        m_bytes += static_cast<std::int64_t>(got);
        scan(path.filename().string(), text, offset, kept);
    }
    if (!file.eof()) {
        throw Error("privacy.cannot_scan", path.filename().string() + " cannot be read, so that nothing is proven of it.",
                    "Check that you may read it.", {{"file", path.filename().string()}});
    }
}

void ByteScan::scanFolder(const std::filesystem::path& folder) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, missing)) {
        if (entry.is_regular_file()) {
            scanFile(entry.path());
        }
    }
}

}  // namespace foresell
