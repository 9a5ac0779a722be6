// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/cleaning/cleaning_steps.h"

namespace foresell {
namespace {

// A '*' at an end of a pattern stands for anything. One-letter codes of some shops (M, D, S) are no patterns, since another
// shop's products may be called so: their names tell.
constexpr std::array defaultCodes = {"POST",     "POSTAGE",      "DOT",        "C2",       "C3",     "BANK CHARGES", "AMAZONFEE",
                                     "CRUK",     "gift_0001_*",  "GIFTCARD*",  "GIFT_CARD*", "GIFT CARD*", "VOUCHER*", "SHIPPING",
                                     "FREIGHT",  "DELIVERY",     "ADJUST",     "ADJUST2",  "DISCOUNT", "SURCHARGE"};
constexpr std::array defaultNames = {
    "manual",         "discount",       "samples",         "carriage",      "postage",         "dotcom postage",
    "next day carriage", "bank charges", "amazon fee",     "cruk commission", "adjust bad debt", "adjustment by*",
    "*gift voucher*", "gift card",      "shipping",        "shipping cost", "express shipping", "delivery fee",
    "delivery charge", "handling fee",  "price difference", "邮费",         "运费",            "快递费",
    "补差价",         "差价",           "邮费补差",        "运费险",        "礼品卡",          "代金券",
    "手续费"};

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

bool matches(const std::string& text, std::string_view pattern) {
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

/// The parts of "Postage / 邮费", lower-case and without blanks round them.
std::vector<std::string> nameParts(const std::string& name) {
    std::vector<std::string> parts(1);
    for (const char c : lowered(name)) {
        if (c == '/' || c == '|') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    for (std::string& part : parts) {
        const auto first = part.find_first_not_of(' ');
        part = first == std::string::npos ? "" : part.substr(first, part.find_last_not_of(' ') - first + 1);
    }
    return parts;
}

template <std::size_t size>
std::vector<std::string> patterns(const nlohmann::json& options, const char* name, const std::array<const char*, size>& defaults) {
    if (options.contains(name)) {
        return options.at(name).get<std::vector<std::string>>();
    }
    return {defaults.begin(), defaults.end()};
}

/// The number of the first pattern that fits, codes first; -1: none does.
int patternOf(const std::string& code, const std::string& name, const std::vector<std::string>& codes,
              const std::vector<std::string>& names) {
    const std::string lowCode = lowered(code);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (matches(lowCode, codes[i])) {
            return static_cast<int>(i);
        }
    }
    const std::vector<std::string> parts = nameParts(name);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return matches(part, names[i]); })) {
            return static_cast<int>(codes.size() + i);
        }
    }
    return -1;
}

}  // namespace

std::vector<std::string> nonProductPatterns(const nlohmann::json& options) {
    std::vector<std::string> all = patterns(options, "codes", defaultCodes);
    const std::vector<std::string> names = patterns(options, "names", defaultNames);
    all.insert(all.end(), names.begin(), names.end());
    return all;
}

void setAsideNonProducts(CleaningState& state, const nlohmann::json& options) {
    std::vector<std::string> codes = patterns(options, "codes", defaultCodes);
    std::vector<std::string> names = patterns(options, "names", defaultNames);
    for (auto* list : {&codes, &names}) {
        std::transform(list->begin(), list->end(), list->begin(), [](const std::string& text) { return lowered(text); });
    }
    const LineTable& table = state.table();
    constexpr int unknown = -2;
    std::vector<int> byItem(static_cast<std::size_t>(table.highestItem()) + 1, unknown);
    byItem[0] = -1;
    for (LineTable::Line line = 0; line < table.size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        int& pattern = byItem[static_cast<std::size_t>(table.item(line))];
        if (pattern == unknown) {
            pattern = patternOf(state.source().itemCode(table.item(line)), state.source().itemName(table.item(line)), codes, names);
            state.addFact("items", pattern >= 0 ? 1 : 0);
        }
        if (pattern >= 0) {
            state.setAside(line, CleaningReason::NotAProduct, LineTable::noLine, pattern);
        }
    }
}

}  // namespace foresell
