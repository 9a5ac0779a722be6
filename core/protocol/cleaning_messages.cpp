// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/cleaning_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::asDay;
using json_fields::asNumber;
using nlohmann::json;

bool addsUp(const CleaningSummary& summary) {
    CleaningTotals running = summary.imported;
    for (const CleaningStepResult& step : summary.steps) {
        if (!(step.before == running)) {
            return false;
        }
        running -= step.removed;
        running += step.added;
        if (!(step.after == running)) {
            return false;
        }
    }
    return running == summary.kept;
}

}  // namespace

CleaningSummary CleaningSummary::of(const CleaningResult& result) {
    CleaningSummary summary{result.imported, result.kept,   result.setAside, result.steps,
                            result.facts,    result.weekly, result.seconds,  true};
    summary.isBalanced = addsUp(summary);
    return summary;
}

void to_json(json& to, const CleaningRequest& value) {
    to = {{"recipe", value.recipe ? toJson(*value.recipe) : json(nullptr)}};
}

void from_json(const json& from, CleaningRequest& value) {
    const json* recipe = json_fields::find(from, "recipe");
    value.recipe = recipe == nullptr ? std::nullopt : std::optional(recipeFromJson(*recipe));
}

void fields(JsonArchive& archive, CleaningTotals& value) {
    archive("lines", value.lines);
    archive("units", value.units);
    archive("money", value.money);
}

void fields(JsonArchive& archive, CleaningStepResult& value) {
    archive("id", value.id);
    archive("enabled", value.enabled);
    archive("before", value.before);
    archive("removed", value.removed);
    archive("added", value.added);
    archive("after", value.after);
    archive("set_aside", value.setAside);
    archive("corrected", value.corrected);
    archive("created", value.created);
    archive("lost", value.lost);
    archive("facts", value.facts);
    archive("share_of_units", value.shareOfUnits, asNumber);
    archive("needs_a_look", value.needsALook);
}

void fields(JsonArchive& archive, CleaningFacts& value) {
    archive("lines", value.lines);
    archive("exact_repeats", value.exactRepeats);
    archive("cancellation_lines", value.cancellationLines);
    archive("negative_quantity", value.negativeQuantity);
    archive("zero_or_negative_price", value.zeroOrNegativePrice);
    archive("without_customer", value.withoutCustomer);
    archive("without_item", value.withoutItem);
    archive("without_quantity", value.withoutQuantity);
    archive("without_price", value.withoutPrice);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
}

void fields(JsonArchive& archive, ItemWeeksRequest& value) {
    archive("item", value.item);
}

void fields(JsonArchive& archive, WeeklyTotals& value) {
    archive("first_day", value.firstDay, asDay);
    archive("units", value.units);
    archive("money", value.money);
}

void fields(JsonArchive& archive, CleaningSummary& value) {
    archive("imported", value.imported);
    archive("kept", value.kept);
    archive("set_aside", value.setAside);
    archive("steps", value.steps);
    archive("facts", value.facts);
    archive("weekly", value.weekly);
    archive("seconds", value.seconds, asNumber);
    archive("is_balanced", value.isBalanced);
}

void fields(JsonArchive& archive, ChangedLine& value) {
    archive("order", value.order);
    archive("day", value.day, asDay);
    archive("second", value.second);
    archive("item_code", value.itemCode);
    archive("item_name", value.itemName);
    archive("quantity", value.quantity);
    archive("price", value.price);
    archive("money", value.money);
    archive("quantity_now", value.quantityNow);
    archive("money_now", value.moneyNow);
    archive("is_set_aside", value.isSetAside);
    archive("reason", value.reason);
    archive("other", value.other);
    archive("usual", value.usual);
}

void fields(JsonArchive& archive, ChangedLinesPage& value) {
    archive("total", value.total);
    archive("lines", value.lines);
}

void fields(JsonArchive& archive, LinesRequest& value) {
    archive("step", value.step);
    archive("offset", value.offset);
    archive("limit", value.limit);
    archive("search", value.search);
}

}  // namespace foresell
