// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/stand_ins.h"

#include <algorithm>

namespace foresell {

StandIns::StandIns(const CleaningResult& cleaned) {
    for (const SizeCurve& curve : cleaned.sizes) {
        for (const SizeCurve::Part& part : curve.parts) {
            m_others[curve.style].push_back({part.item, part.share});
        }
    }
    for (std::size_t item = 0; item < cleaned.merged.items.size(); ++item) {
        const std::int32_t now = cleaned.merged.items[item];
        if (now != static_cast<std::int32_t>(item) && !isStyle(now)) {
            m_others[now].push_back({static_cast<std::int32_t>(item), 0});
        }
    }
}

const std::vector<StandIns::Source>& StandIns::othersOf(std::int32_t item) const {
    static const std::vector<Source> none;
    const auto found = m_others.find(item);
    return found == m_others.end() ? none : found->second;
}

bool StandIns::isStyle(std::int32_t item) const {
    return std::ranges::any_of(othersOf(item), [](const Source& source) { return source.share > 0; });
}

}  // namespace foresell
