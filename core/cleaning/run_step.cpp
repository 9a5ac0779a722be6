// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <map>

#include "core/cleaning/cleaning_steps.h"

namespace foresell {

void runCleaningStep(CleaningState& state, const RecipeStep& step, const JobControl& job) {
    using Run = std::function<void(CleaningState&, const StepOptions&)>;
    static const std::map<std::string_view, Run> runs = {
        {cleaning_step::merges, mergeItems},
        {cleaning_step::successors, carryHistoryOn},
        {cleaning_step::conversions, convertUnits},
        {cleaning_step::exactRepeats, [](CleaningState& lines, const StepOptions&) { setAsideRepeats(lines); }},
        {cleaning_step::nearRepeats, setAsideNearRepeats},
        {cleaning_step::cancellations, matchCancellations},
        {cleaning_step::returns, treatReturns},
        {cleaning_step::zeroPrices, [](CleaningState& lines, const StepOptions&) { setAsideZeroPrices(lines); }},
        {cleaning_step::nonProducts, setAsideNonProducts},
        {cleaning_step::testOrders, setAsideTestOrders},
        {cleaning_step::bulkOrders, findBulkOrders},
        {cleaning_step::wholesaleOrders, findWholesaleOrders},
        {cleaning_step::clickFarms, findClickFarms},
        {cleaning_step::priceOutliers, findPriceOutliers},
        {cleaning_step::quantityOutliers, findQuantityOutliers},
        {cleaning_step::missingValues, treatMissing},
        {cleaning_step::closedDays, closeDays},
        {cleaning_step::bundles, takeBundlesApart},
        {cleaning_step::styles, sumUpStyles},
    };
    const StepOptions options(step.id, step.options);
    if (step.id == cleaning_step::stockOuts) {
        estimateLostDemand(state, options, job);
    } else {
        runs.at(step.id)(state, options);
    }
}

}  // namespace foresell
