// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fixed.h"

namespace foresell {

/// How a file writes numbers.
struct NumberFormat {
    char decimal = '.';  ///< '.' or ','; the other one, a space or an apostrophe groups thousands

    bool operator==(const NumberFormat&) const = default;
};

enum class NumberResult { Ok, Empty, Bad, TooLarge };

/// Reads "1,234.50", "1,44,957.78", "(12)", "-3", "5-", "￥12.00", "12元", "1.2万", "15%", full-width digits and 1.5e3 into 1/10,000 units, rounding
/// half away from zero. Empty, "NA", "N/A", "null", "nan", "none" and dashes alone are Empty. Amounts beyond 9e14 are TooLarge.
NumberResult parseNumber(std::string_view text, NumberFormat format, Fixed& value);

/// The format that the values of a file's numeric columns agree with; '.' where they do not tell.
NumberFormat guessNumberFormat(const std::vector<std::string_view>& values);

/// "2.55", "-6": the shortest text of a value, for people.
std::string formatFixed(Fixed value);

}  // namespace foresell
