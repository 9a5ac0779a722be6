// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/catalog/sale_batch.h"

namespace foresell {

/// Tells whether a line was there before, by its digest and customer: an open hash table of 16 bytes a line.
class RepeatFinder {
public:
    explicit RepeatFinder(std::size_t lines) {
        std::size_t slots = 1024;
        while (slots < lines * 3 / 2) {
            slots *= 2;
        }
        m_slots.resize(slots);
    }

    bool isRepeat(const Digest& digest, std::int64_t customer) {
        if (m_used * 4 > m_slots.size() * 3) {
            grow();
        }
        const Digest key = keyOf(digest, customer);
        Digest& slot = find(key);
        if (isSame(slot, key)) {
            return true;
        }
        slot = key;
        ++m_used;
        return false;
    }

    /// How many lines ahead `prefetch` is worth its while.
    static constexpr std::size_t lookAhead = 24;

    /// Asks for the memory that `isRepeat` of this line will need.
    void prefetch(const Digest& digest, std::int64_t customer) const {
        __builtin_prefetch(&m_slots[static_cast<std::size_t>(keyOf(digest, customer)[0]) & (m_slots.size() - 1)], 1);
    }

private:
    static Digest keyOf(const Digest& digest, std::int64_t customer) {
        // Digests leave the customer out.
        const std::uint64_t mixed = (static_cast<std::uint64_t>(customer) ^ 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
        const Digest key = {digest[0] ^ mixed, digest[1] + (mixed ^ mixed >> 32U)};
        return isFree(key) ? Digest{0, 1} : key;  // all zero means a free slot
    }

    // Word by word: the comparison of arrays is a call of memcmp.
    static bool isSame(const Digest& a, const Digest& b) { return a[0] == b[0] && a[1] == b[1]; }
    static bool isFree(const Digest& slot) { return (slot[0] | slot[1]) == 0; }

    Digest& find(const Digest& key) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = static_cast<std::size_t>(key[0]) & mask;
        while (!isFree(m_slots[at]) && !isSame(m_slots[at], key)) {
            at = (at + 1) & mask;
        }
        return m_slots[at];
    }

    void grow() {
        std::vector<Digest> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Digest& key : old) {
            if (!isFree(key)) {
                find(key) = key;
            }
        }
    }

    std::vector<Digest> m_slots;
    std::size_t m_used = 0;
};

}  // namespace foresell
