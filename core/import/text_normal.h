// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foresell {

/// Without the white space at both ends (also the ideographic and the no-break space).
std::string_view trimmed(std::string_view text);

std::string asciiLower(std::string_view text);

/// NFKC: full-width digits become digits, ￥ becomes ¥. Text that is not UTF-8 comes back as it is.
std::string normalForm(std::string_view text);

/// The form in which column names are compared: NFKC, case folded, in simplified characters, without units in brackets, white space and
/// punctuation: "Customer ID" and "customer_id" are "customerid", "商品数量(件)" is "商品数量".
std::string headerKey(std::string_view name);

/// An id as text: trimmed, and without the marks by which exports keep a spreadsheet from changing it: a leading tab
/// or apostrophe, and ="...".
std::string_view cleanId(std::string_view text);

/// True for "1.23E+18": a spreadsheet has lost the digits of this id.
bool hasLostDigits(std::string_view id);

}  // namespace foresell
