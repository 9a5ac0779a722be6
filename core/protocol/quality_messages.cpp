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
          {"zero_or_negative_price", value.zeroOrNegativePrice}};
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
}

}  // namespace foresell
