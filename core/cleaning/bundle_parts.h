// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/cleaning/sale_source.h"
#include "core/cleaning/step_catalog.h"

namespace foresell {

/// What is in one unit of a bundle, or comes with one unit of an item.
struct BundlePart {
    std::int32_t item = 0;
    double quantity = 1;
    double share = -1;                ///< of the bundle's money, on whatever scale; below 0: not told
    Day first = noDay, last = noDay;  ///< noDay: always

    bool isInForce(Day day) const { return (first == noDay || day >= first) && (last == noDay || day <= last); }
};

/// Bundles and gifts by item, as the imported structure and the recipe's own rows say.
class BundleParts {
public:
    static constexpr std::size_t mostParts = 500;  ///< of one bundle, with the bundles in it taken apart

    /// `unknownCodes`: rows of the recipe that name an item which is not there. Throws Error "cleaning.bad_recipe" where
    /// a bundle holds itself or far too much.
    BundleParts(const SaleSource& source, const StepOptions& options);

    bool empty() const { return m_bundles.empty() && m_gifts.empty(); }
    bool isBundle(std::int32_t item) const { return m_bundles.contains(item); }
    /// What a bundle holds on a day, bundles in it taken apart; empty: nothing is told of that day.
    std::vector<BundlePart> partsOf(std::int32_t bundle, Day day) const;
    const std::map<std::int32_t, std::vector<BundlePart>>& gifts() const { return m_gifts; }
    std::int64_t unknownCodes() const { return m_unknownCodes; }

private:
    void readFile(const SaleSource& source, bool withGifts);
    void readRecipe(const SaleSource& source, const nlohmann::json& rows);
    void refuseCircles(const SaleSource& source) const;
    void append(std::int32_t bundle, Day day, double quantity, double share, std::size_t depth, std::vector<BundlePart>& parts) const;

    std::map<std::int32_t, std::vector<BundlePart>> m_bundles, m_gifts;
    std::int64_t m_unknownCodes = 0;
};

}  // namespace foresell
