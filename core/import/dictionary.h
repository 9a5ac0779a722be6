// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// Numbers codes in the order in which they first appear, after those that the project knows already. Open addressing
/// over XXH3; remembers the last code, since neighbouring rows often share it.
class Dictionary {
public:
    /// A code of the project with its id. Before the first `idOf`.
    void addKnown(std::string_view code, std::int32_t id);
    /// The id of the code; a new one where it was not known. Empty text is 0, "absent".
    std::int32_t idOf(std::string_view code);
    /// The id of a known code, 0 for another.
    std::int32_t find(std::string_view code) const;

    std::int32_t lastId() const { return m_lastId; }
    /// The code of an id that was given out or known.
    const std::string& codeOf(std::int32_t id) const;

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t entry = -1;
    };
    std::size_t slotOf(std::string_view code, std::uint64_t hash) const;
    void insert(std::string_view code, std::int32_t id, std::uint64_t hash);
    void grow();

    std::deque<std::string> m_codes;
    std::vector<std::int32_t> m_ids;            ///< by entry
    std::vector<std::int32_t> m_entryOfId;      ///< by id; -1 = none
    std::vector<Slot> m_slots;
    std::int32_t m_lastId = 0;
    std::string m_recentCode;
    std::int32_t m_recentId = 0;
};

}  // namespace foresell
