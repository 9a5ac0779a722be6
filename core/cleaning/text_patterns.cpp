// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/text_patterns.h"

#include <algorithm>

namespace foresell {
namespace {

bool fits(std::string_view text, std::string_view pattern) {
    const bool anyBefore = pattern.starts_with('*');
    const bool anyAfter = pattern.size() > 1 && pattern.ends_with('*');
    pattern.remove_prefix(anyBefore ? 1 : 0);
    pattern.remove_suffix(anyAfter ? 1 : 0);
    if (pattern.empty()) {
        return false;
    }
    if (anyBefore && anyAfter) {
        return text.find(pattern) != std::string::npos;
    }
    return anyBefore ? text.ends_with(pattern) : anyAfter ? text.starts_with(pattern) : text == pattern;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

TextPatterns::TextPatterns(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
        m_patterns.push_back(loweredText(pattern));
    }
}

int TextPatterns::findLowered(std::string_view text) const {
    const auto found =
        std::find_if(m_patterns.begin(), m_patterns.end(), [&](const std::string& pattern) { return fits(text, pattern); });
    return found == m_patterns.end() ? -1 : static_cast<int>(found - m_patterns.begin());
}

int TextPatterns::find(std::string_view text) const {
    return text.empty() ? -1 : findLowered(loweredText(text));
}

int TextPatterns::findInName(std::string_view name) const {
    const std::string whole = loweredText(name);
    std::string_view left = whole;
    int best = -1;
    while (!left.empty()) {
        const auto end = std::min(left.find_first_of("/|"), left.size());
        const int found = findLowered(trimmed(left.substr(0, end)));
        best = best < 0 || (found >= 0 && found < best) ? found : best;
        left.remove_prefix(std::min(left.size(), end + 1));
    }
    return best;
}

std::string loweredText(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

// One-letter codes of some shops (M, D, S) are no patterns, since another shop's products may be called so: their names
// tell.
std::vector<std::string> usualNonProductCodes() {
    return {"POST",        "POSTAGE",    "DOT",       "C2",       "C3",      "BANK CHARGES", "AMAZONFEE",
            "CRUK",        "gift_0001_*", "GIFTCARD*", "GIFT_CARD*", "GIFT CARD*", "VOUCHER*", "SHIPPING",
            "FREIGHT",     "DELIVERY",   "ADJUST",    "ADJUST2",  "DISCOUNT", "SURCHARGE"};
}

std::vector<std::string> usualNonProductNames() {
    return {"manual",          "discount",       "samples",         "carriage",         "postage",        "dotcom postage",
            "next day carriage", "bank charges", "amazon fee",      "cruk commission",  "adjust bad debt", "adjustment by*",
            "*gift voucher*",  "gift card",      "shipping",        "shipping cost",    "express shipping", "delivery fee",
            "delivery charge", "handling fee",   "price difference", "邮费",            "运费",           "快递费",
            "补差价",          "差价",           "邮费补差",        "运费险",           "礼品卡",         "代金券",
            "手续费"};
}

}  // namespace foresell
