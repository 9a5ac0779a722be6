// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/day_row.h"

#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr Day longestRange = 366 * 20;

}  // namespace

DayRowReader::DayRowReader(ImportRun& run, const FileDetection& detection)
    : m_run(run), m_detection(detection), m_dates(detection.dateOrder, detection.serialDates, detection.weekOne) {}

std::string_view DayRowReader::cellAt(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? trimmed(row.cells[column]) : std::string_view();
}

std::string_view DayRowReader::cellAt(const TableRow& row, Field field) const {
    const auto column = m_detection.fields[indexOf(field)];
    return column ? cellAt(row, *column) : std::string_view();
}

RowFault DayRowReader::faultAt(const char* code, Field field) const {
    return {code, m_detection.fields[indexOf(field)].value_or(RowFault::noColumn)};
}

RowFault DayRowReader::readDay(const TableRow& row, Field field, Day& day) {
    DateTime time;
    const DateResult result = m_dates.parse(cellAt(row, field), time);
    if (result == DateResult::Empty) {
        return field == Field::EndDate ? RowFault() : faultAt("no_date", field);
    }
    if (result != DateResult::Ok) {
        return faultAt(result == DateResult::OutOfRange ? "date_out_of_range" : "bad_date", field);
    }
    m_run.clock.toLocal(time);
    day = time.day;
    return {};
}

RowFault DayRowReader::readId(const TableRow& row, Field field, Dictionary& dictionary, std::int32_t& id) {
    const std::string_view code = cleanId(cellAt(row, field));
    if (code.size() > SaleMapper::longestId || hasLostDigits(code)) {
        return faultAt(hasLostDigits(code) ? "id_lost_digits" : "id_too_long", field);
    }
    id = dictionary.idOf(code);
    return {};
}

RowFault DayRowReader::read(const TableRow& row, DayRow& into) {
    into = {};
    if (const RowFault damage = checkRow(row, m_detection)) {
        return damage;
    }
    if (const RowFault bad = readDay(row, Field::Date, into.first)) {
        return bad;
    }
    into.last = into.first;
    if (const RowFault bad = readDay(row, Field::EndDate, into.last)) {
        return bad;
    }
    if (into.last < into.first || into.last - into.first > longestRange) {
        return faultAt("bad_date_range", Field::EndDate);
    }
    if (const RowFault bad = readId(row, Field::Item, m_run.catalogue.items, into.item)) {
        return bad;
    }
    if (const RowFault bad = readId(row, Field::Location, m_run.catalogue.locations, into.location)) {
        return bad;
    }
    return readId(row, Field::Channel, m_run.catalogue.channels, into.channel);
}

}  // namespace foresell
