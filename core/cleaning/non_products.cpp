// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/text_patterns.h"

namespace foresell {

std::vector<std::string> nonProductPatterns(const StepOptions& options) {
    std::vector<std::string> all = options.texts("codes");
    const std::vector<std::string> names = options.texts("names");
    all.insert(all.end(), names.begin(), names.end());
    return all;
}

void setAsideNonProducts(CleaningState& state, const StepOptions& options) {
    const TextPatterns codes(options.texts("codes"));
    const TextPatterns names(options.texts("names"));
    const auto codeCount = static_cast<int>(options.texts("codes").size());
    const SaleSource& source = state.source();
    constexpr int unknown = -2;
    std::vector<int> byItem(static_cast<std::size_t>(state.highestItem()) + 1, unknown);
    byItem[0] = -1;
    for (LineTable::Line line = 0; line < state.table().size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        int& pattern = byItem[static_cast<std::size_t>(state.item(line))];
        if (pattern == unknown) {
            pattern = codes.find(source.itemCode(state.item(line)));
            if (pattern < 0) {
                const int name = names.findInName(source.itemName(state.item(line)));
                pattern = name < 0 ? -1 : codeCount + name;
            }
            state.addFact("items", pattern >= 0 ? 1 : 0);
        }
        if (pattern >= 0) {
            state.setAside(line, CleaningReason::NotAProduct, {.number = pattern});
        }
    }
}

}  // namespace foresell
