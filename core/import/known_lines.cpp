// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/known_lines.h"

#include <algorithm>
#include <utility>

namespace foresell {

namespace {

constexpr std::size_t firstSlots = 1024;

bool isFull(std::size_t used, std::size_t slots) {
    return used * 10 >= slots * 7;
}

}  // namespace

std::size_t KnownDigests::slotOf(const Digest& digest) const {
    const std::size_t mask = m_digests.size() - 1;
    std::size_t slot = digest[0] & mask;
    while (m_total[slot] != 0 && m_digests[slot] != digest) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void KnownDigests::add(const Digest& digest) {
    if (m_digests.empty() || isFull(m_used, m_digests.size())) {
        grow();
    }
    const std::size_t slot = slotOf(digest);
    m_used += m_total[slot] == 0 ? 1 : 0;
    m_digests[slot] = digest;
    ++m_total[slot];
    ++m_left[slot];
}

bool KnownDigests::take(const Digest& digest) {
    if (m_digests.empty()) {
        return false;
    }
    std::int32_t& left = m_left[slotOf(digest)];
    if (left == 0) {
        return false;
    }
    --left;
    return true;
}

void KnownDigests::restore() {
    m_left = m_total;
}

void KnownDigests::grow() {
    const std::size_t slots = std::max(firstSlots, m_digests.size() * 2);
    auto digests = std::exchange(m_digests, std::vector<Digest>(slots));
    auto total = std::exchange(m_total, std::vector<std::int32_t>(slots));
    auto left = std::exchange(m_left, std::vector<std::int32_t>(slots));
    for (std::size_t i = 0; i < digests.size(); ++i) {
        if (total[i] != 0) {
            const std::size_t slot = slotOf(digests[i]);
            m_digests[slot] = digests[i];
            m_total[slot] = total[i];
            m_left[slot] = left[i];
        }
    }
}

void HashSet::add(std::uint64_t hash) {
    hash += hash == 0 ? 1 : 0;
    if (m_slots.empty() || isFull(m_used, m_slots.size())) {
        grow();
    }
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0 && m_slots[slot] != hash) {
        slot = (slot + 1) & mask;
    }
    m_used += m_slots[slot] == 0 ? 1 : 0;
    m_slots[slot] = hash;
}

void HashSet::merge(const HashSet& other) {
    for (const std::uint64_t hash : other.m_slots) {
        if (hash != 0) {
            add(hash);
        }
    }
}

bool HashSet::contains(std::uint64_t hash) const {
    if (m_slots.empty()) {
        return false;
    }
    hash += hash == 0 ? 1 : 0;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0 && m_slots[slot] != hash) {
        slot = (slot + 1) & mask;
    }
    return m_slots[slot] == hash;
}

void HashSet::grow() {
    const auto old = std::exchange(m_slots, std::vector<std::uint64_t>(std::max(firstSlots, m_slots.size() * 2)));
    m_used = 0;
    for (const std::uint64_t hash : old) {
        if (hash != 0) {
            add(hash);
        }
    }
}

}  // namespace foresell
