// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/size_curve.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

struct Variant {
    std::int32_t style = 0;
    std::string size;
};

/// By variant, as the imported structure and the recipe's own rows say.
std::map<std::int32_t, Variant> readVariants(CleaningState& state, const StepOptions& options) {
    std::map<std::int32_t, Variant> variants;
    if (options.flag("file")) {
        for (const ItemLink& link : state.source().itemLinks()) {
            if (link.kind == LinkKind::Variant) {
                variants[state.itemNow(link.part.value)] = {state.itemNow(link.whole.value), link.size};
            }
        }
    }
    for (const auto& row : options.value("variants")) {
        const std::int32_t style = state.source().findItem(row.at("style"));
        const std::int32_t item = state.source().findItem(row.at("item"));
        if (style == 0 || item == 0) {
            state.addFact("unknown_codes", 1);
            continue;
        }
        variants[state.itemNow(item)] = {state.itemNow(style), row.value("size", std::string())};
    }
    // An item that is a style itself stays one.
    std::erase_if(variants, [](const auto& entry) { return entry.first == entry.second.style; });
    std::vector<std::int32_t> styles;
    for (const auto& [item, variant] : variants) {
        styles.push_back(variant.style);
    }
    for (const std::int32_t style : styles) {
        variants.erase(style);
    }
    return variants;
}

/// Units by item since `from`, with those that were wanted and not there.
std::map<std::int32_t, double> demandSince(const CleaningState& state, Day from) {
    std::map<std::int32_t, double> units;
    for (Line line = 0; line < state.table().size(); ++line) {
        if (state.counts(line) && state.table().day(line) > from && !isMissing(state.quantity(line))) {
            units[state.item(line)] += toDouble(state.quantity(line));
        }
    }
    for (const StockOutDay& day : state.stockOuts()) {
        if (day.day > from) {
            units[day.item] += toDouble(day.lostUnits);
        }
    }
    return units;
}

std::vector<SizeCurve> curvesOf(const std::map<std::int32_t, Variant>& variants, const std::map<std::int32_t, double>& units) {
    std::map<std::int32_t, SizeCurve> byStyle;
    for (const auto& [item, variant] : variants) {
        SizeCurve& curve = byStyle[variant.style];
        curve.style = variant.style;
        const auto sold = units.find(item);
        curve.parts.push_back({.item = item, .size = variant.size, .units = sold == units.end() ? 0 : sold->second});
    }
    std::vector<SizeCurve> curves;
    for (auto& [style, curve] : byStyle) {
        curves.push_back(std::move(curve));
    }
    return curves;
}

/// The style's own, else that of its first variant that has one.
std::string categoryOf(const SaleSource& source, const SizeCurve& curve) {
    std::string category = source.itemGroup(curve.style);
    for (std::size_t i = 0; category.empty() && i < curve.parts.size(); ++i) {
        category = source.itemGroup(curve.parts[i].item);
    }
    return category;
}

/// By what the codes say, never by their numbers.
void sortByCode(const SaleSource& source, std::vector<SizeCurve>& curves) {
    for (SizeCurve& curve : curves) {
        std::ranges::sort(curve.parts, {}, [&source](const SizeCurve::Part& part) { return source.itemCode(part.item); });
    }
    std::ranges::sort(curves, {}, [&source](const SizeCurve& curve) { return source.itemCode(curve.style); });
}

}  // namespace

void sumUpStyles(CleaningState& state, const StepOptions& options) {
    const std::map<std::int32_t, Variant> variants = readVariants(state, options);
    if (variants.empty()) {
        return;
    }
    const Day from = state.facts().lastDay - static_cast<Day>(options.number("days"));
    std::vector<SizeCurve> curves = curvesOf(variants, demandSince(state, from));
    sortByCode(state.source(), curves);
    std::vector<std::string> categories;
    for (const SizeCurve& curve : curves) {
        categories.push_back(categoryOf(state.source(), curve));
    }
    fillShares(curves, categories);
    MergedIds merged;
    for (std::int32_t item = 0; item <= state.highestItem(); ++item) {
        const auto found = variants.find(item);
        merged.items.push_back(found == variants.end() ? item : found->second.style);
    }
    state.setFact("styles", static_cast<std::int64_t>(curves.size()));
    state.setFact("variants", static_cast<std::int64_t>(variants.size()));
    state.merge(merged, {}, CleaningReason::OfStyle);
    state.setSizes(std::move(curves));
}

}  // namespace foresell
