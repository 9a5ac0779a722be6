// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/date.h"
#include "core/catalog/ids.h"

/// What the panel builder keeps while it sums lines. Internal to core/dataset.
namespace foresell {

/// Adds without overflow: a hostile quantity stays a number.
inline void addTo(Fixed& sum, Fixed value) {
    if (__builtin_add_overflow(sum, value, &sum)) {
        sum = value < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
    }
}

/// quantity * price, rounded for each line so that sums do not depend on the order.
inline Fixed product(Fixed quantity, Fixed price) {
    constexpr double most = 9e14;
    return toFixed(std::clamp(toDouble(quantity) * toDouble(price), -most, most));
}

struct SeriesKeyHash {
    std::size_t operator()(const SeriesKey& key) const {
        std::uint64_t hash = static_cast<std::uint32_t>(key.item.value);
        hash = hash * 0x9E3779B97F4A7C15ULL + static_cast<std::uint32_t>(key.location.value);
        hash = hash * 0x9E3779B97F4A7C15ULL + static_cast<std::uint32_t>(key.channel.value);
        return hash ^ (hash >> 29);
    }
};

/// One period while it is being summed, by series as they come; sums are exact, in 1/10,000 units. Lines mostly come in
/// the order of their days, so that a day's cells stay near at hand.
struct PeriodSums {
    std::vector<Fixed> demand, sold;
    std::vector<Fixed> priced, money;  // quantity of kept lines with a price, and what was paid for it
    std::vector<std::uint8_t> rows;    // kept lines in the period, up to 255

    void reach(std::size_t series) {
        if (series >= sold.size()) {
            const std::size_t size = std::max(series + 1, sold.size() + sold.size() / 2);
            demand.resize(size);
            sold.resize(size);
            rows.resize(size);
        }
    }

    void addPriced(std::size_t series, Fixed quantity, Fixed price) {
        if (series >= money.size()) {
            priced.resize(sold.size());
            money.resize(sold.size());
        }
        addTo(priced[series], quantity);
        addTo(money[series], product(quantity, price));
    }
};

/// What is known of one series while lines are summed.
struct SeriesFacts {
    SeriesKey key;
    bool hasKept = false;
    Fixed lastPrice = fixedMissing;
    Day lastPriceDay = noDay;
    std::int32_t lastPriceSecond = -1;
};

/// Numbers the series as they come. Series of an item alone are found without hashing.
class SeriesNumbers {
public:
    std::size_t numberOf(const SeriesKey& key, std::vector<SeriesFacts>& facts) {
        if (key.location || key.channel || key.item.value < 0 || key.item.value >= mostDense) {
            const auto [found, isNew] = m_byKey.try_emplace(key, facts.size());
            if (isNew) {
                facts.push_back({key});
            }
            return found->second;
        }
        const auto item = static_cast<std::size_t>(key.item.value);
        if (item >= m_byItem.size()) {
            m_byItem.resize(std::max(item + 1, 2 * m_byItem.size()), 0);
        }
        if (m_byItem[item] == 0) {
            facts.push_back({key});
            m_byItem[item] = facts.size();
        }
        return m_byItem[item] - 1;
    }

private:
    static constexpr std::int32_t mostDense = 10'000'000;
    std::vector<std::size_t> m_byItem;  // number + 1; 0: none yet
    std::unordered_map<SeriesKey, std::size_t, SeriesKeyHash> m_byKey;
};

}  // namespace foresell
