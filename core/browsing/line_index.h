// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/project/project_reader.h"

namespace foresell {

/// Where the lines of each day and item are, by chunk: enough to find any page that is sorted by one of them and to read
/// only the chunks that hold it. Small: one or two bytes for each item and day of a chunk.
class LineIndex {
public:
    enum class By { Day, Item };

    explicit LineIndex(const ProjectReader& reader);

    /// The lines of one day or item, in the order that is shown.
    struct Bucket {
        std::int32_t value = 0;  ///< a Day or an item's id
        std::int64_t lines = 0;
    };
    std::vector<Bucket> days(Day from, Day to, bool isDescending) const;
    /// `order`: ids in the order to show; those without lines are left out.
    std::vector<Bucket> items(const std::vector<std::int32_t>& order) const;

    /// Rows of one chunk that belong to a page: of the lines with this value all but the first `skip`, at most `take`, go to
    /// the page from place `at` on.
    struct Part {
        std::int32_t value = 0;
        std::int64_t skip = 0, take = 0;
        std::size_t at = 0;
    };
    using Parts = std::map<std::size_t, std::vector<Part>>;  ///< by chunk, as numbered in `chunks`
    /// The page [offset, offset + limit) of the buckets laid end to end.
    Parts partsOf(By by, const std::vector<Bucket>& buckets, std::int64_t offset, std::int64_t limit) const;

    const std::vector<ChunkInfo>& chunks() const { return m_chunks; }
    bool hasItem(std::size_t chunk, std::int32_t item) const;

private:
    std::vector<ChunkInfo> m_chunks;
    std::vector<std::string> m_contents;  ///< by chunk
    std::map<Day, std::int64_t> m_days;
    std::unordered_map<std::int32_t, std::int64_t> m_items;
};

}  // namespace foresell
