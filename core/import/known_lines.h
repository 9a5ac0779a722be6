// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/catalog/sale_batch.h"

namespace foresell {

/// How often each line digest was seen in earlier imports. Open addressing, 20 bytes a slot.
class KnownDigests {
public:
    void add(const Digest& digest);
    /// True when an earlier line with this digest was left over to match; it is then used up.
    bool take(const Digest& digest);
    /// Back to what it was after the last `add`: every earlier line can be matched again.
    void restore();
    bool empty() const { return m_used == 0; }

private:
    std::size_t slotOf(const Digest& digest) const;
    void grow();

    std::vector<Digest> m_digests;
    std::vector<std::int32_t> m_total, m_left;
    std::size_t m_used = 0;
};

/// A set of 64-bit hashes, such as of the order numbers of earlier imports.
class HashSet {
public:
    void add(std::uint64_t hash);
    void merge(const HashSet& other);
    bool contains(std::uint64_t hash) const;
    bool empty() const { return m_used == 0; }

private:
    void grow();

    std::vector<std::uint64_t> m_slots;  ///< 0 = free
    std::size_t m_used = 0;
};

}  // namespace foresell
