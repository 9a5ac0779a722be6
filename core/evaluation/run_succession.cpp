// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_succession.h"

#include <cmath>

namespace foresell {

Succession successionOf(const RunResult& inUse, const RunResult& newer) {
    if (newer.axis.kind != inUse.axis.kind) {
        return Succession::OtherUnit;
    }
    if (newer.origin < inUse.origin) {
        return Succession::SeesLess;
    }
    const MethodScores *used = inUse.scoresOf(inUse.model), *offered = newer.scoresOf(newer.model);
    const auto isTested = [](const MethodScores* scores) { return scores != nullptr && std::isfinite(scores->scores.wape); };
    if (!isTested(offered)) {
        return isTested(used) ? Succession::NotTested : Succession::Replaces;
    }
    const bool isSameTest = newer.testFirst == inUse.testFirst && newer.testLast == inUse.testLast && newer.historyHash == inUse.historyHash;
    const auto shown = [](const MethodScores& scores) { return std::lround(scores.scores.wape * 1000); };
    return isTested(used) && isSameTest && shown(*offered) > shown(*used) ? Succession::Worse : Succession::Replaces;
}

const char* successionName(Succession succession) {
    switch (succession) {
        case Succession::SeesLess:
            return "sees_less";
        case Succession::OtherUnit:
            return "other_unit";
        case Succession::NotTested:
            return "not_tested";
        case Succession::Worse:
            return "worse";
        case Succession::Replaces:
            break;
    }
    return "replaces";
}

}  // namespace foresell
