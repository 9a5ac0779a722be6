// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/line_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::asDay;
using nlohmann::json;

/// In whole 1/10,000; null where it is not known.
json fixedJson(Fixed value) {
    return isMissing(value) ? json(nullptr) : json(value);
}

constexpr JsonFormat asFixed{fixedJson, json_fields::read<Fixed>};

}  // namespace

void fields(JsonArchive& archive, LineQuery& value) {
    archive("item", value.item);
    archive("location", value.location);
    archive("channel", value.channel);
    archive("from", value.from, asDay);
    archive("to", value.to, asDay);
    archive("search", value.search);
    archive("state", value.state);
    archive("import", value.import);
    archive("sort", value.sort);
    archive("is_descending", value.isDescending);
}

void fields(JsonArchive& archive, LineRow& value) {
    archive("day", value.day, asDay);
    archive("second", value.second);
    archive("item", value.item);
    archive("name", value.name);
    archive("location", value.location);
    archive("channel", value.channel);
    archive("order", value.order);
    archive("quantity", value.quantity, asFixed);
    archive("price", value.price, asFixed);
    archive("amount", value.amount, asFixed);
    archive("state", value.state);
    archive("step", value.step);
    archive("corrected", value.corrected, asFixed);
    archive("import", value.import);
    archive("row", value.row);
}

void fields(JsonArchive& archive, LinePage& value) {
    archive("total", value.total);
    archive("rows", value.rows);
}

void fields(JsonArchive& archive, LineWeeks& value) {
    archive("first_day", value.firstDay, asDay);
    archive("sold", value.sold);
    archive("kept", value.kept);
}

void fields(JsonArchive& archive, LinePageRequest& value) {
    archive("query", value.query);
    archive("offset", value.offset);
    archive("limit", value.limit);
}

void fields(JsonArchive& archive, LineWeeksRequest& value) {
    archive("query", value.query);
}

void fields(JsonArchive& archive, LineExportRequest& value) {
    archive("query", value.query);
    archive("output", value.output);
    archive("with_customers", value.withCustomers);
}

void fields(JsonArchive& archive, LineExportResult& value) {
    archive("lines", value.lines);
    archive("output", value.output);
}

}  // namespace foresell
