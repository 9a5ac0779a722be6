// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/chunk_contents.h"

#include <algorithm>
#include <vector>

#include "core/project/database.h"

namespace foresell {

namespace {

void putNumber(std::string& to, std::uint64_t number) {
    while (number >= 128) {
        to.push_back(static_cast<char>(number | 128U));
        number >>= 7U;
    }
    to.push_back(static_cast<char>(number));
}

[[noreturn]] void refuse() {
    throwDamaged("the contents of a chunk of sale lines");
}

std::uint64_t takeNumber(std::string_view& from) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !from.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(from.front());
        from.remove_prefix(1);
        number |= std::uint64_t{byte & 127U} << shift;
        if (byte < 128) {
            return number;
        }
    }
    refuse();
}

void putCounts(std::string& to, std::vector<std::int32_t> values) {
    std::sort(values.begin(), values.end());
    std::string pairs;
    std::uint64_t count = 0;
    std::int64_t last = INT32_MIN;
    for (std::size_t begin = 0, end = 0; begin < values.size(); begin = end) {
        while (end < values.size() && values[end] == values[begin]) {
            ++end;
        }
        putNumber(pairs, static_cast<std::uint64_t>(values[begin] - last));
        putNumber(pairs, end - begin);
        last = values[begin];
        ++count;
    }
    putNumber(to, count);
    putNumber(to, pairs.size());
    to += pairs;
}

/// Takes one list off the front; `use` may be null.
void takeCounts(std::string_view& from, const UseCount* use) {
    const std::uint64_t count = takeNumber(from);
    const std::uint64_t bytes = takeNumber(from);
    if (bytes > from.size()) {
        refuse();
    }
    std::string_view pairs = from.substr(0, bytes);
    from.remove_prefix(bytes);
    std::int64_t value = INT32_MIN;
    for (std::uint64_t i = 0; use != nullptr && i < count; ++i) {
        const std::uint64_t step = takeNumber(pairs);
        const std::uint64_t lines = takeNumber(pairs);
        if (step > UINT32_MAX || value + static_cast<std::int64_t>(step) > INT32_MAX || lines > SaleBatch::capacity) {
            refuse();
        }
        value += static_cast<std::int64_t>(step);
        (*use)(static_cast<std::int32_t>(value), static_cast<std::int64_t>(lines));
    }
}

}  // namespace

std::string encodeContents(const SaleBatch& batch) {
    std::string contents;
    putCounts(contents, batch.day);
    putCounts(contents, batch.item);
    return contents;
}

void forEachDay(std::string_view contents, const UseCount& use) {
    takeCounts(contents, &use);
}

void forEachItem(std::string_view contents, const UseCount& use) {
    takeCounts(contents, nullptr);
    takeCounts(contents, &use);
}

}  // namespace foresell
