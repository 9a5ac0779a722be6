// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/line_messages.h"

#include "core/base/json_fields.h"
#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::find;
using json_fields::read;
using json_fields::readDay;
using nlohmann::json;

/// In whole 1/10,000; null where it is not known.
json fixedJson(Fixed value) {
    return isMissing(value) ? json(nullptr) : json(value);
}

}  // namespace

void to_json(json& to, const LineQuery& value) {
    to = {{"item", value.item},     {"location", value.location}, {"channel", value.channel}, {"from", dayJson(value.from)},
          {"to", dayJson(value.to)}, {"search", value.search},    {"state", value.state},     {"import", value.import},
          {"sort", value.sort},     {"is_descending", value.isDescending}};
}

void from_json(const json& from, LineQuery& value) {
    read(from, "item", value.item);
    read(from, "location", value.location);
    read(from, "channel", value.channel);
    readDay(from, "from", value.from);
    readDay(from, "to", value.to);
    read(from, "search", value.search);
    read(from, "state", value.state);
    read(from, "import", value.import);
    read(from, "sort", value.sort);
    read(from, "is_descending", value.isDescending);
}

void to_json(json& to, const LineRow& value) {
    to = {{"day", dayJson(value.day)},
          {"second", value.second},
          {"item", value.item},
          {"name", value.name},
          {"location", value.location},
          {"channel", value.channel},
          {"order", value.order},
          {"quantity", fixedJson(value.quantity)},
          {"price", fixedJson(value.price)},
          {"amount", fixedJson(value.amount)},
          {"state", value.state},
          {"step", value.step},
          {"corrected", fixedJson(value.corrected)},
          {"import", value.import},
          {"row", value.row}};
}

void from_json(const json& from, LineRow& value) {
    readDay(from, "day", value.day);
    read(from, "second", value.second);
    read(from, "item", value.item);
    read(from, "name", value.name);
    read(from, "location", value.location);
    read(from, "channel", value.channel);
    read(from, "order", value.order);
    read(from, "quantity", value.quantity);
    read(from, "price", value.price);
    read(from, "amount", value.amount);
    read(from, "state", value.state);
    read(from, "step", value.step);
    read(from, "corrected", value.corrected);
    read(from, "import", value.import);
    read(from, "row", value.row);
}

void to_json(json& to, const LinePage& value) {
    to = {{"total", value.total}, {"rows", value.rows}};
}

void from_json(const json& from, LinePage& value) {
    read(from, "total", value.total);
    read(from, "rows", value.rows);
}

void to_json(json& to, const LineWeeks& value) {
    to = {{"first_day", dayJson(value.firstDay)}, {"sold", value.sold}, {"kept", value.kept}};
}

void from_json(const json& from, LineWeeks& value) {
    readDay(from, "first_day", value.firstDay);
    read(from, "sold", value.sold);
    read(from, "kept", value.kept);
}

void to_json(json& to, const LinePageRequest& value) {
    to = {{"query", value.query}, {"offset", value.offset}, {"limit", value.limit}};
}

void from_json(const json& from, LinePageRequest& value) {
    read(from, "query", value.query);
    read(from, "offset", value.offset);
    read(from, "limit", value.limit);
}

void to_json(json& to, const LineWeeksRequest& value) {
    to = {{"query", value.query}};
}

void from_json(const json& from, LineWeeksRequest& value) {
    read(from, "query", value.query);
}

void to_json(json& to, const LineExportRequest& value) {
    to = {{"query", value.query}, {"output", value.output}, {"with_customers", value.withCustomers}};
}

void from_json(const json& from, LineExportRequest& value) {
    read(from, "query", value.query);
    read(from, "output", value.output);
    read(from, "with_customers", value.withCustomers);
}

void to_json(json& to, const LineExportResult& value) {
    to = {{"lines", value.lines}, {"output", value.output}};
}

void from_json(const json& from, LineExportResult& value) {
    read(from, "lines", value.lines);
    read(from, "output", value.output);
}

}  // namespace foresell
