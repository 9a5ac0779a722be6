// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/cleaning_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::find;
using json_fields::number;
using json_fields::read;
using json_fields::readDay;
using json_fields::readNumber;
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
    const json* recipe = find(from, "recipe");
    value.recipe = recipe == nullptr ? std::nullopt : std::optional(recipeFromJson(*recipe));
}

void to_json(json& to, const CleaningTotals& value) {
    to = {{"lines", value.lines}, {"units", value.units}, {"money", value.money}};
}

void from_json(const json& from, CleaningTotals& value) {
    read(from, "lines", value.lines);
    read(from, "units", value.units);
    read(from, "money", value.money);
}

void to_json(json& to, const CleaningStepResult& value) {
    to = {{"id", value.id},
          {"enabled", value.enabled},
          {"before", value.before},
          {"removed", value.removed},
          {"added", value.added},
          {"after", value.after},
          {"set_aside", value.setAside},
          {"corrected", value.corrected},
          {"created", value.created},
          {"lost", value.lost},
          {"facts", value.facts},
          {"share_of_units", number(value.shareOfUnits)},
          {"needs_a_look", value.needsALook}};
}

void from_json(const json& from, CleaningStepResult& value) {
    read(from, "id", value.id);
    read(from, "enabled", value.enabled);
    read(from, "before", value.before);
    read(from, "removed", value.removed);
    read(from, "added", value.added);
    read(from, "after", value.after);
    read(from, "set_aside", value.setAside);
    read(from, "corrected", value.corrected);
    read(from, "created", value.created);
    read(from, "lost", value.lost);
    read(from, "facts", value.facts);
    readNumber(from, "share_of_units", value.shareOfUnits);
    read(from, "needs_a_look", value.needsALook);
}

void to_json(json& to, const CleaningFacts& value) {
    to = {{"lines", value.lines},
          {"exact_repeats", value.exactRepeats},
          {"cancellation_lines", value.cancellationLines},
          {"negative_quantity", value.negativeQuantity},
          {"zero_or_negative_price", value.zeroOrNegativePrice},
          {"without_customer", value.withoutCustomer},
          {"without_item", value.withoutItem},
          {"without_quantity", value.withoutQuantity},
          {"without_price", value.withoutPrice},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)}};
}

void from_json(const json& from, CleaningFacts& value) {
    read(from, "lines", value.lines);
    read(from, "exact_repeats", value.exactRepeats);
    read(from, "cancellation_lines", value.cancellationLines);
    read(from, "negative_quantity", value.negativeQuantity);
    read(from, "zero_or_negative_price", value.zeroOrNegativePrice);
    read(from, "without_customer", value.withoutCustomer);
    read(from, "without_item", value.withoutItem);
    read(from, "without_quantity", value.withoutQuantity);
    read(from, "without_price", value.withoutPrice);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
}

void to_json(json& to, const ItemWeeksRequest& value) {
    to = {{"item", value.item}};
}

void from_json(const json& from, ItemWeeksRequest& value) {
    read(from, "item", value.item);
}

void to_json(json& to, const WeeklyTotals& value) {
    to = {{"first_day", dayJson(value.firstDay)}, {"units", value.units}, {"money", value.money}};
}

void from_json(const json& from, WeeklyTotals& value) {
    readDay(from, "first_day", value.firstDay);
    read(from, "units", value.units);
    read(from, "money", value.money);
}

void to_json(json& to, const CleaningSummary& value) {
    to = {{"imported", value.imported},
          {"kept", value.kept},
          {"set_aside", value.setAside},
          {"steps", value.steps},
          {"facts", value.facts},
          {"weekly", value.weekly},
          {"seconds", number(value.seconds)},
          {"is_balanced", value.isBalanced}};
}

void from_json(const json& from, CleaningSummary& value) {
    read(from, "imported", value.imported);
    read(from, "kept", value.kept);
    read(from, "set_aside", value.setAside);
    read(from, "steps", value.steps);
    read(from, "facts", value.facts);
    read(from, "weekly", value.weekly);
    readNumber(from, "seconds", value.seconds);
    read(from, "is_balanced", value.isBalanced);
}

void to_json(json& to, const ChangedLine& value) {
    to = {{"order", value.order},
          {"day", dayJson(value.day)},
          {"second", value.second},
          {"item_code", value.itemCode},
          {"item_name", value.itemName},
          {"quantity", value.quantity},
          {"price", value.price},
          {"money", value.money},
          {"quantity_now", value.quantityNow},
          {"money_now", value.moneyNow},
          {"is_set_aside", value.isSetAside},
          {"reason", value.reason},
          {"other", value.other},
          {"usual", value.usual}};
}

void from_json(const json& from, ChangedLine& value) {
    read(from, "order", value.order);
    readDay(from, "day", value.day);
    read(from, "second", value.second);
    read(from, "item_code", value.itemCode);
    read(from, "item_name", value.itemName);
    read(from, "quantity", value.quantity);
    read(from, "price", value.price);
    read(from, "money", value.money);
    read(from, "quantity_now", value.quantityNow);
    read(from, "money_now", value.moneyNow);
    read(from, "is_set_aside", value.isSetAside);
    read(from, "reason", value.reason);
    read(from, "other", value.other);
    read(from, "usual", value.usual);
}

void to_json(json& to, const ChangedLinesPage& value) {
    to = {{"total", value.total}, {"lines", value.lines}};
}

void from_json(const json& from, ChangedLinesPage& value) {
    read(from, "total", value.total);
    read(from, "lines", value.lines);
}

void to_json(json& to, const LinesRequest& value) {
    to = {{"step", value.step}, {"offset", value.offset}, {"limit", value.limit}, {"search", value.search}};
}

void from_json(const json& from, LinesRequest& value) {
    read(from, "step", value.step);
    read(from, "offset", value.offset);
    read(from, "limit", value.limit);
    read(from, "search", value.search);
}

}  // namespace foresell
