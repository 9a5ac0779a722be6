// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foresell {

inline constexpr int secondsOfDay = 86'400;

/// From when a spreadsheet counts its days: 1 = 1900-01-01 (with a 29 February 1900 that never was, as serial 60), or
/// 0 = 1904-01-01 (ECMA-376 part 1, 18.17.4.1).
enum class DateSystem { From1900, From1904 };

/// "2025-12-31", "2025-12-31 08:30:00" or, below one day, "08:30:00"; serial 60 of 1900 is "1900-02-29", which no calendar
/// has. Empty where the number is no day up to the year 9999.
std::string textOfSerial(double serial, DateSystem system);

/// True when a number format shows days or times of day: "yyyy-mm-dd", not "0.00" or the elapsed "[h]:mm".
bool isDateFormat(std::string_view code);

/// The same for the formats that spreadsheets know by number alone.
bool isDateFormat(int builtIn);

/// A number as text, without the digits that its binary form adds: "19.99" of "19.989999999999998". Digits alone stay as
/// they are; what has an exponent keeps it only beyond 15 digits, where it has lost some ("2.5111120598062e+17").
std::string tidyNumber(std::string_view raw);

}  // namespace foresell
