// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/quality_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

using json_fields::asDay;

void fields(JsonArchive& archive, SalesGap& value) {
    archive("first", value.first, asDay);
    archive("last", value.last, asDay);
    archive("days", value.days);
    archive("is_unusual", value.isUnusual);
}

void fields(JsonArchive& archive, MonthOfSales& value) {
    archive("first_day", value.firstDay, asDay);
    archive("lines", value.lines);
    archive("units", value.units);
    archive("money", value.money);
    archive("days_with_sales", value.daysWithSales);
}

void fields(JsonArchive& archive, ItemSummary& value) {
    archive("items", value.items);
    archive("new_items", value.newItems);
    archive("ended_items", value.endedItems);
    archive("sold_out_items", value.soldOutItems);
    archive("days_offered", value.daysOffered);
    archive("days_sold", value.daysSold);
    archive("days_sold_out", value.daysSoldOut);
    archive("stretch", value.stretch);
    archive("knows_stock", value.knowsStock);
}

void fields(JsonArchive& archive, ItemQuality& value) {
    archive("item", value.item);
    archive("code", value.code);
    archive("name", value.name);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
    archive("lines", value.lines);
    archive("days_sold", value.daysSold);
    archive("days_offered", value.daysOffered);
    archive("days_sold_out", value.daysSoldOut);
    archive("is_new", value.isNew);
    archive("is_ended", value.isEnded);
}

void fields(JsonArchive& archive, ItemQualityRequest& value) {
    archive("kind", value.kind);
    archive("limit", value.limit);
}

void fields(JsonArchive& archive, ItemQualityPage& value) {
    archive("total", value.total);
    archive("items", value.items);
}

void fields(JsonArchive& archive, DataQuality& value) {
    archive("lines", value.lines);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
    archive("days_with_sales", value.daysWithSales);
    archive("closed_weekdays", value.closedWeekdays);
    archive("gaps", value.gaps);
    archive("months", value.months);
    archive("complete_from", value.completeFrom, asDay);
    archive("complete_to", value.completeTo, asDay);
    archive("negative_quantity", value.negativeQuantity);
    archive("zero_or_negative_price", value.zeroOrNegativePrice);
    archive("items", value.items);
}

}  // namespace foresell
