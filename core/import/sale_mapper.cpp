// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sale_mapper.h"

#include <algorithm>
#include <cstring>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

/// Cuts a text at a whole character.
std::string_view cutAt(std::string_view text, std::size_t size) {
    if (text.size() <= size) {
        return text;
    }
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size);
}

/// "17850.0" is the customer 17850 after a spreadsheet took it for a number.
std::string_view withoutZeroFraction(std::string_view id) {
    const bool isNumber = id.size() > 2 && id.ends_with(".0") &&
                          std::all_of(id.begin(), id.end() - 2, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? id.substr(0, id.size() - 2) : id;
}

}  // namespace

std::string_view customerId(std::string_view cell) {
    return withoutZeroFraction(cleanId(cell));
}

RowFault checkRow(const TableRow& row, const FileDetection& detection) {
    if (row.damage != TableRow::Damage::None) {
        return {row.damage == TableRow::Damage::OpenQuote ? "open_quote" : row.damage == TableRow::Damage::Total ? "total_row" : "row_too_long"};
    }
    if (!row.isPlainAscii && !isCleanUtf8(row.text)) {
        return {row.text.find('\0') != std::string_view::npos ? "nul_byte" : "invalid_text"};
    }
    const std::size_t columns = detection.columns.size();
    if (row.cells.size() > columns &&
        std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(), [](auto cell) { return !trimmed(cell).empty(); })) {
        return {"too_many_cells"};
    }
    return {};
}

SaleMapper::SaleMapper(const FileDetection& detection, ShopClock& clock)
    : m_detection(detection), m_clock(clock), m_dates(detection.dateOrder, detection.serialDates, detection.weekOne) {
    for (const auto& column : detection.fields) {
        m_cellsNeeded = std::max(m_cellsNeeded, column ? *column + 1 : 0);
    }
}

std::string_view SaleMapper::cell(const TableRow& row, Field field) const {
    const auto& column = m_detection.fields[indexOf(field)];
    return column ? row.cells[*column] : std::string_view();
}

RowFault SaleMapper::fault(const char* code, Field field) const {
    return {code, m_detection.fields[indexOf(field)].value_or(RowFault::noColumn)};
}

RowFault SaleMapper::readTime(const TableRow& row, SaleLine& line) {
    DateResult result = m_dates.parse(cell(row, Field::Date), line.time);
    for (std::size_t i = 0; result == DateResult::Empty && i < m_detection.dateFallbacks.size(); ++i) {
        const std::size_t column = m_detection.dateFallbacks[i];
        result = column < row.cells.size() ? m_dates.parse(row.cells[column], line.time) : DateResult::Empty;
    }
    switch (result) {
        case DateResult::Ok:
            m_clock.toLocal(line.time);
            return {};
        case DateResult::Empty:
            return fault("no_date", Field::Date);
        case DateResult::Bad:
            return fault("bad_date", Field::Date);
        case DateResult::OutOfRange:
            return fault("date_out_of_range", Field::Date);
    }
    return {};
}

RowFault SaleMapper::readNumber(const TableRow& row, Field field, Fixed& value) const {
    const NumberResult result = parseNumber(cell(row, field), m_detection.numbers, value);
    if (result == NumberResult::Ok) {
        return {};
    }
    value = fixedMissing;
    return result == NumberResult::Empty ? RowFault() : fault(result == NumberResult::Bad ? "bad_number" : "number_too_large", field);
}

RowFault SaleMapper::readId(const TableRow& row, Field field, std::string_view& value) const {
    value = cleanId(cell(row, field));
    if (value.size() > longestId) {
        return fault("id_too_long", field);
    }
    return hasLostDigits(value) ? fault("id_lost_digits", field) : RowFault();
}

RowFault SaleMapper::map(const TableRow& row, SaleLine& line) {
    if (const RowFault damage = checkRow(row, m_detection)) {
        return damage;
    }
    if (row.cells.size() < m_cellsNeeded) {
        return {"too_few_cells"};
    }
    if (const RowFault bad = readTime(row, line)) {
        return bad;
    }
    for (const auto& [field, value] : {std::pair(Field::Quantity, &line.quantity), std::pair(Field::Price, &line.price),
                                       std::pair(Field::Amount, &line.amount), std::pair(Field::Cost, &line.cost)}) {
        if (const RowFault bad = readNumber(row, field, *value)) {
            return bad;
        }
    }
    for (const auto& [field, value] : {std::pair(Field::Item, &line.item), std::pair(Field::Location, &line.location),
                                       std::pair(Field::Channel, &line.channel), std::pair(Field::Order, &line.order)}) {
        if (const RowFault bad = readId(row, field, *value)) {
            return bad;
        }
    }
    if (line.item.empty() && m_detection.fields[indexOf(Field::Item)]) {
        return fault("no_item", Field::Item);
    }
    line.customer = customerId(cell(row, Field::Customer));
    line.name = cutAt(trimmed(cell(row, Field::Name)), longestName);
    line.category = cutAt(trimmed(cell(row, Field::Category)), longestName);
    line.brand = cutAt(trimmed(cell(row, Field::Brand)), longestName);
    return {};
}

std::string_view SaleMapper::normalised(const SaleLine& line) {
    const std::int64_t numbers[] = {line.time.day, line.time.second, line.quantity, line.price, line.amount, line.cost};
    m_bytes.assign(reinterpret_cast<const char*>(numbers), sizeof numbers);
    for (const std::string_view text : {line.item, line.location, line.channel, line.order, line.name, line.category, line.brand}) {
        m_bytes.append(text);
        m_bytes.push_back('\x1f');
    }
    return m_bytes;
}

}  // namespace foresell
