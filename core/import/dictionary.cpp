// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/dictionary.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t firstSlots = 1024;

std::uint64_t hashOf(std::string_view code) {
    return XXH3_64bits(code.data(), code.size());
}

}  // namespace

std::size_t Dictionary::slotOf(std::string_view code, std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    const auto high = static_cast<std::uint32_t>(hash >> 32U);
    while (m_slots[slot].entry >= 0 &&
           (m_slots[slot].hash != high || m_codes[static_cast<std::size_t>(m_slots[slot].entry)] != code)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void Dictionary::insert(std::string_view code, std::int32_t id, std::uint64_t hash) {
    if (m_slots.empty() || m_codes.size() * 2 >= m_slots.size()) {
        grow();
    }
    m_slots[slotOf(code, hash)] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::int32_t>(m_codes.size())};
    if (m_entryOfId.size() <= static_cast<std::size_t>(id)) {
        m_entryOfId.resize(static_cast<std::size_t>(id) + 1, -1);
    }
    m_entryOfId[static_cast<std::size_t>(id)] = static_cast<std::int32_t>(m_codes.size());
    m_codes.emplace_back(code);
    m_ids.push_back(id);
    m_lastId = std::max(m_lastId, id);
}

void Dictionary::grow() {
    m_slots.assign(std::max(firstSlots, m_slots.size() * 2), Slot());
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        const std::uint64_t hash = hashOf(m_codes[i]);
        m_slots[slotOf(m_codes[i], hash)] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::int32_t>(i)};
    }
}

void Dictionary::addKnown(std::string_view code, std::int32_t id) {
    insert(code, id, hashOf(code));
}

std::int32_t Dictionary::idOf(std::string_view code) {
    if (code.empty()) {
        return 0;
    }
    if (code == m_recentCode) {
        return m_recentId;
    }
    const std::uint64_t hash = hashOf(code);
    const std::size_t slot = m_slots.empty() ? 0 : slotOf(code, hash);
    if (!m_slots.empty() && m_slots[slot].entry >= 0) {
        m_recentId = m_ids[static_cast<std::size_t>(m_slots[slot].entry)];
    } else {
        m_recentId = m_lastId + 1;
        insert(code, m_recentId, hash);
    }
    m_recentCode.assign(code);
    return m_recentId;
}

std::int32_t Dictionary::find(std::string_view code) const {
    if (code.empty() || m_slots.empty()) {
        return 0;
    }
    const Slot& slot = m_slots[slotOf(code, hashOf(code))];
    return slot.entry < 0 ? 0 : m_ids[static_cast<std::size_t>(slot.entry)];
}

const std::string& Dictionary::codeOf(std::int32_t id) const {
    return m_codes[static_cast<std::size_t>(m_entryOfId[static_cast<std::size_t>(id)])];
}

}  // namespace foresell
