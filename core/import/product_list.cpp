// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/product_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t mostProducts = 1000;
constexpr std::size_t mostDigits = 6;
constexpr std::array<std::string_view, 5> signs = {"\u00D7", "\u2715", "x", "X", "*"};
constexpr std::array<std::string_view, 6> separators = {",", ";", "\n", "\uFF0C", "\uFF1B", "\u3001"};

std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
    }
    return end - at > mostDigits ? 0 : end - at;
}

std::size_t spacesAt(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of(' ', at);
    return (end == std::string_view::npos ? text.size() : end) - at;
}

std::size_t signAt(std::string_view text, std::size_t at) {
    for (const std::string_view sign : signs) {
        if (text.substr(std::min(at, text.size())).starts_with(sign)) {
            return sign.size();
        }
    }
    return 0;
}

bool isLetter(std::string_view sign) {
    return sign == "x" || sign == "X";
}

Fixed quantityOf(std::string_view digits) {
    return std::stoll(std::string(digits)) * fixedOne;
}

/// "2× Beanie": the product, nothing for anything else.
std::optional<ListedProduct> countFirst(std::string_view part) {
    const std::size_t digits = digitsAt(part, 0);
    const std::size_t at = digits + spacesAt(part, digits);
    const std::size_t sign = signAt(part, at);
    const std::string_view name = sign == 0 ? std::string_view() : trimmed(part.substr(at + sign));
    // "2x4 board" is a name.
    const bool isApart = !isLetter(part.substr(std::min(at, part.size()), sign)) || part.substr(at + sign).starts_with(' ');
    const bool isCount = digits > 0 && sign > 0 && !name.empty() && isApart;
    return isCount ? std::optional(ListedProduct{name, quantityOf(part.substr(0, digits))}) : std::nullopt;
}

/// "Beanie × 2".
std::optional<ListedProduct> countLast(std::string_view part) {
    std::size_t begin = part.size();
    while (begin > 0 && part[begin - 1] >= '0' && part[begin - 1] <= '9') {
        --begin;
    }
    const std::size_t digits = digitsAt(part, begin);
    std::size_t end = begin;
    while (end > 0 && part[end - 1] == ' ') {
        --end;
    }
    for (const std::string_view sign : signs) {
        if (digits == 0 || !part.substr(0, end).ends_with(sign)) {
            continue;
        }
        const std::string_view before = part.substr(0, end - sign.size());
        const bool isApart = !isLetter(sign) || before.ends_with(' ');
        const std::string_view name = trimmed(before);
        return isApart && !name.empty() ? std::optional(ListedProduct{name, quantityOf(part.substr(begin))}) : std::nullopt;
    }
    return std::nullopt;
}

/// Where the parts between separators end, each with where the next begins.
std::vector<std::pair<std::size_t, std::size_t>> endsOf(std::string_view cell) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    for (std::size_t at = 0; at < cell.size();) {
        const auto separator = std::find_if(separators.begin(), separators.end(), [&](std::string_view each) { return cell.substr(at).starts_with(each); });
        if (separator == separators.end()) {
            ++at;
            continue;
        }
        ends.emplace_back(at, at + separator->size());
        at = ends.back().second;
    }
    ends.emplace_back(cell.size(), cell.size());
    return ends;
}

/// The products where each begins, or each ends, with its count; what lies between counts is part of the name.
template <typename Read>
std::vector<ListedProduct> readBy(std::string_view cell, bool isCountFirst, Read read) {
    std::vector<ListedProduct> products;
    std::size_t begin = 0;
    const auto ends = endsOf(cell);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool isLast = i + 1 == ends.size();
        if (isCountFirst && !isLast) {
            const std::size_t nextEnd = ends[i + 1].first;
            if (!read(trimmed(cell.substr(ends[i].second, nextEnd - ends[i].second)))) {
                continue;  // the name goes on
            }
        }
        const auto product = read(trimmed(cell.substr(begin, ends[i].first - begin)));
        if (!product) {
            if (isCountFirst || isLast) {
                return {};
            }
            continue;
        }
        products.push_back(*product);
        begin = ends[i].second;
        if (products.size() > mostProducts) {
            return {};
        }
    }
    return products;
}

}  // namespace

std::vector<ListedProduct> readProductList(std::string_view cell) {
    cell = trimmed(cell);
    std::vector<ListedProduct> products = readBy(cell, true, countFirst);
    return products.empty() ? readBy(cell, false, countLast) : products;
}

}  // namespace foresell
