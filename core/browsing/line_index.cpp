// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browsing/line_index.h"

#include <algorithm>

#include "core/project/chunk_contents.h"

namespace foresell {

LineIndex::LineIndex(const ProjectReader& reader) : m_chunks(reader.chunks()) {
    for (const ChunkInfo& chunk : m_chunks) {
        const std::string& contents = m_contents.emplace_back(reader.readContents(chunk.id));
        forEachDay(contents, [this](std::int32_t day, std::int64_t lines) { m_days[day] += lines; });
        forEachItem(contents, [this](std::int32_t item, std::int64_t lines) { m_items[item] += lines; });
    }
}

std::vector<LineIndex::Bucket> LineIndex::days(Day from, Day to, bool isDescending) const {
    std::vector<Bucket> buckets;
    for (const auto& [day, lines] : m_days) {
        if ((from == noDay || day >= from) && (to == noDay || day <= to)) {
            buckets.push_back({day, lines});
        }
    }
    if (isDescending) {
        std::reverse(buckets.begin(), buckets.end());
    }
    return buckets;
}

std::vector<LineIndex::Bucket> LineIndex::items(const std::vector<std::int32_t>& order) const {
    std::vector<Bucket> buckets;
    for (const std::int32_t item : order) {
        if (const auto found = m_items.find(item); found != m_items.end()) {
            buckets.push_back({item, found->second});
        }
    }
    return buckets;
}

LineIndex::Parts LineIndex::partsOf(By by, const std::vector<Bucket>& buckets, std::int64_t offset, std::int64_t limit) const {
    /// What is still to be passed over or taken of a bucket, and where it goes.
    struct Wanted {
        std::int64_t skip = 0, take = 0;
        std::size_t at = 0;
    };
    std::unordered_map<std::int32_t, Wanted> wanted;
    std::int64_t before = 0;
    std::int64_t taken = 0;
    for (const Bucket& bucket : buckets) {
        const std::int64_t skip = std::clamp<std::int64_t>(offset - before, 0, bucket.lines);
        const std::int64_t take = std::min(bucket.lines - skip, limit - taken);
        before += bucket.lines;
        if (take > 0) {
            wanted[bucket.value] = {skip, take, static_cast<std::size_t>(taken)};
            taken += take;
        }
        if (taken == limit) {
            break;
        }
    }
    Parts parts;
    for (std::size_t chunk = 0; chunk < m_chunks.size() && !wanted.empty(); ++chunk) {
        const UseCount use = [&](std::int32_t value, std::int64_t lines) {
            const auto found = wanted.find(value);
            if (found == wanted.end()) {
                return;
            }
            Wanted& rest = found->second;
            const std::int64_t skip = std::min(rest.skip, lines);
            const std::int64_t take = std::min(rest.take, lines - skip);
            rest.skip -= skip;
            if (take > 0) {
                parts[chunk].push_back({value, skip, take, rest.at});
                rest.take -= take;
                rest.at += static_cast<std::size_t>(take);
            }
        };
        by == By::Day ? forEachDay(m_contents[chunk], use) : forEachItem(m_contents[chunk], use);
    }
    return parts;
}

bool LineIndex::hasItem(std::size_t chunk, std::int32_t item) const {
    bool isThere = false;
    forEachItem(m_contents[chunk], [&](std::int32_t each, std::int64_t) { isThere = isThere || each == item; });
    return isThere;
}

}  // namespace foresell
