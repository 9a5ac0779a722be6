// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/column_look.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/base/fixed.h"
#include "core/import/date_format.h"
#include "core/import/number_format.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t rowsLookedAt = 2000;

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool looksLikeEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find(' ') == std::string_view::npos;
}

/// A Chinese mobile number, or an international one with its sign.
bool looksLikePhone(std::string_view text) {
    if (text.size() == 11 && isDigits(text) && text[0] == '1' && text[1] >= '3') {
        return true;
    }
    return text.size() >= 9 && text.size() <= 18 && text[0] == '+' &&
           std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 8 &&
           text.find_first_not_of("+0123456789 -()") == std::string_view::npos;
}

bool isDateShaped(std::string_view text) {
    return text.size() >= 6 && (!isDigits(text) || (text.size() == 8 && (text.starts_with("19") || text.starts_with("20")))) &&
           text.find_first_of("0123456789") != std::string_view::npos && !(text.find('.') == text.rfind('.') && text.find_first_not_of("0123456789.") == std::string_view::npos && !isDigits(text));
}

struct Tally {
    std::int64_t serials = 0;
    std::int64_t dates = 0, numbers = 0, integers = 0, emails = 0, phones = 0, shaped = 0;
    std::size_t length = 0;
};

void countCell(std::string_view cell, Tally& tally, ColumnLook& look) {
    DateParser dayFirst(DateOrder::DayFirst), monthFirst(DateOrder::MonthFirst);
    DateTime date;
    Fixed number = 0;
    ++look.filled;
    tally.length += cell.size();
    if (dayFirst.parse(cell, date) == DateResult::Ok || monthFirst.parse(cell, date) == DateResult::Ok) {
        ++tally.dates;
        tally.shaped += isDateShaped(cell) ? 1 : 0;
    }
    if (parseNumber(cell, {'.'}, number) == NumberResult::Ok || parseNumber(cell, {','}, number) == NumberResult::Ok) {
        ++tally.numbers;
        tally.integers += number % fixedOne == 0 ? 1 : 0;
        look.hasFractions = look.hasFractions || number % fixedOne != 0;
    }
    tally.serials += isDateSerial(cell) ? 1 : 0;
    tally.emails += looksLikeEmail(cell) ? 1 : 0;
    tally.phones += looksLikePhone(cell) ? 1 : 0;
}

ColumnLook sharesOf(const Tally& tally, ColumnLook look, std::size_t values) {
    const double filled = static_cast<double>(look.filled);
    look.dates = static_cast<double>(tally.dates) / filled;
    look.serials = static_cast<double>(tally.serials) / filled;
    look.numbers = static_cast<double>(tally.numbers) / filled;
    look.integers = static_cast<double>(tally.integers) / filled;
    look.emails = static_cast<double>(tally.emails) / filled;
    look.phones = static_cast<double>(tally.phones) / filled;
    look.averageLength = static_cast<double>(tally.length) / filled;
    look.distinct = static_cast<double>(values) / filled;
    look.isConstant = values == 1;
    look.isDateShaped = static_cast<double>(tally.shaped) >= mostly * filled;
    return look;
}

}  // namespace

ColumnLook lookAt(const SampleTable& table, std::size_t column) {
    ColumnLook look;
    Tally tally;
    std::set<std::string_view> values;
    const std::size_t step = std::max<std::size_t>(1, table.rows.size() / rowsLookedAt);
    for (std::size_t r = 0; r < table.rows.size(); r += step) {
        if (column >= table.rows[r].size()) {
            continue;
        }
        const std::string_view cell = cleanId(table.rows[r][column]);
        Fixed number = 0;
        if (cell.empty() || parseNumber(cell, {'.'}, number) == NumberResult::Empty) {
            continue;
        }
        countCell(cell, tally, look);
        values.insert(cell);
    }
    return look.filled > 0 ? sharesOf(tally, look, values.size()) : look;
}

bool canBe(Field field, const ColumnLook& look) {
    switch (field) {
        case Field::Date:
        case Field::EndDate:
            return look.filled > 0 && ((look.dates >= mostly && (look.isDateShaped || look.averageLength >= 6)) || look.serials >= mostly);
        case Field::Quantity:
        case Field::Price:
        case Field::Amount:
        case Field::Cost:
        case Field::Stock:
        case Field::Views:
        case Field::Searches:
        case Field::Carts:
        case Field::Favourites:
        case Field::Orders:
        case Field::Visitors:
        case Field::LeadTime:
        case Field::PackSize:
        case Field::Share:
            return look.filled > 0 && look.numbers >= mostly && !(look.isDateShaped && look.dates > mostly && look.numbers < 1);
        case Field::Name:
            return look.filled > 0 && look.numbers < mostly;
        default:
            return look.filled > 0;
    }
}

}  // namespace foresell
