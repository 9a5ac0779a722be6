// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "tests/core/cleaning/line_source.h"

namespace foresell::test {

/// A shop whose shelves run empty because of demand. All of it is known.
struct StockedShop {
    LineSource source;
    double wanted = 0;        ///< on days on which stock ran out or was out
    double soldOnSuch = 0;
    std::int64_t days = 0;    ///< of items at locations on which stock ran out or was out

    double lost() const { return wanted - soldOnSuch; }
};

/// Each item at two locations is ordered up to a level once a week and arrives four days later, so that a week of high demand
/// ends in a day that sells out and in days without stock. Demand has a season, weekdays, festivals that are in no calendar and
/// to which three groups of items react differently, promotions, trends and more spread than Poisson's law.
StockedShop makeStockedShop(unsigned seed, int items, int days);

/// The sample shop's demand (see core/sample), met from shelves that are filled up once a week by someone who knows the season
/// but neither festivals nor promotions.
StockedShop makeStockedSample(std::uint64_t seed, int items, int days);

}  // namespace foresell::test
