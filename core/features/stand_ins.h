// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/cleaning/cleaning_result.h"

namespace foresell {

/// Which items' records (stock, visits, attributes) tell of an item's series, where it stands for others: a style for its sizes,
/// an item for those that were merged into it or that it replaced.
class StandIns {
public:
    struct Source {
        std::int32_t item = 0;
        double share = 0;  ///< of the style's demand; 0 where it is no size of a style
    };

    StandIns() = default;
    explicit StandIns(const CleaningResult& cleaned);

    bool empty() const { return m_others.empty(); }
    /// Those that the item stands for, by the number; none for most items.
    const std::vector<Source>& othersOf(std::int32_t item) const;
    /// Whether they are the sizes of a style, each of which serves a part of its demand.
    bool isStyle(std::int32_t item) const;

private:
    std::map<std::int32_t, std::vector<Source>> m_others;
};

}  // namespace foresell
