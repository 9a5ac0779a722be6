// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/quality_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::read;
using json_fields::readDay;
using nlohmann::json;

}  // namespace

void to_json(json& to, const SalesGap& value) {
    to = {{"first", dayJson(value.first)}, {"last", dayJson(value.last)}, {"days", value.days}, {"is_unusual", value.isUnusual}};
}

void from_json(const json& from, SalesGap& value) {
    readDay(from, "first", value.first);
    readDay(from, "last", value.last);
    read(from, "days", value.days);
    read(from, "is_unusual", value.isUnusual);
}

void to_json(json& to, const MonthOfSales& value) {
    to = {{"first_day", dayJson(value.firstDay)},
          {"lines", value.lines},
          {"units", value.units},
          {"money", value.money},
          {"days_with_sales", value.daysWithSales}};
}

void from_json(const json& from, MonthOfSales& value) {
    readDay(from, "first_day", value.firstDay);
    read(from, "lines", value.lines);
    read(from, "units", value.units);
    read(from, "money", value.money);
    read(from, "days_with_sales", value.daysWithSales);
}

void to_json(json& to, const ItemSummary& value) {
    to = {{"items", value.items},
          {"new_items", value.newItems},
          {"ended_items", value.endedItems},
          {"sold_out_items", value.soldOutItems},
          {"days_offered", value.daysOffered},
          {"days_sold", value.daysSold},
          {"days_sold_out", value.daysSoldOut},
          {"stretch", value.stretch},
          {"knows_stock", value.knowsStock}};
}

void from_json(const json& from, ItemSummary& value) {
    read(from, "items", value.items);
    read(from, "new_items", value.newItems);
    read(from, "ended_items", value.endedItems);
    read(from, "sold_out_items", value.soldOutItems);
    read(from, "days_offered", value.daysOffered);
    read(from, "days_sold", value.daysSold);
    read(from, "days_sold_out", value.daysSoldOut);
    read(from, "stretch", value.stretch);
    read(from, "knows_stock", value.knowsStock);
}

void to_json(json& to, const ItemQuality& value) {
    to = {{"item", value.item},
          {"code", value.code},
          {"name", value.name},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)},
          {"lines", value.lines},
          {"days_sold", value.daysSold},
          {"days_offered", value.daysOffered},
          {"days_sold_out", value.daysSoldOut},
          {"is_new", value.isNew},
          {"is_ended", value.isEnded}};
}

void from_json(const json& from, ItemQuality& value) {
    read(from, "item", value.item);
    read(from, "code", value.code);
    read(from, "name", value.name);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
    read(from, "lines", value.lines);
    read(from, "days_sold", value.daysSold);
    read(from, "days_offered", value.daysOffered);
    read(from, "days_sold_out", value.daysSoldOut);
    read(from, "is_new", value.isNew);
    read(from, "is_ended", value.isEnded);
}

void to_json(json& to, const ItemQualityRequest& value) {
    to = {{"kind", value.kind}, {"limit", value.limit}};
}

void from_json(const json& from, ItemQualityRequest& value) {
    read(from, "kind", value.kind);
    read(from, "limit", value.limit);
}

void to_json(json& to, const ItemQualityPage& value) {
    to = {{"total", value.total}, {"items", value.items}};
}

void from_json(const json& from, ItemQualityPage& value) {
    read(from, "total", value.total);
    read(from, "items", value.items);
}

void to_json(json& to, const DataQuality& value) {
    to = {{"lines", value.lines},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)},
          {"days_with_sales", value.daysWithSales},
          {"closed_weekdays", value.closedWeekdays},
          {"gaps", value.gaps},
          {"months", value.months},
          {"complete_from", dayJson(value.completeFrom)},
          {"complete_to", dayJson(value.completeTo)},
          {"negative_quantity", value.negativeQuantity},
          {"zero_or_negative_price", value.zeroOrNegativePrice},
          {"items", value.items}};
}

void from_json(const json& from, DataQuality& value) {
    read(from, "lines", value.lines);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
    read(from, "days_with_sales", value.daysWithSales);
    read(from, "closed_weekdays", value.closedWeekdays);
    read(from, "gaps", value.gaps);
    read(from, "months", value.months);
    readDay(from, "complete_from", value.completeFrom);
    readDay(from, "complete_to", value.completeTo);
    read(from, "negative_quantity", value.negativeQuantity);
    read(from, "zero_or_negative_price", value.zeroOrNegativePrice);
    read(from, "items", value.items);
}

}  // namespace foresell
