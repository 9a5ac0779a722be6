// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/sample/sample_random.h"
#include "core/sample/shop_model.h"

namespace foresell {

struct SampleLine {
    std::uint32_t item = 0;
    std::int32_t quantity = 0;
    std::int32_t cents = 0;
};

/// Lines begin .. end - 1 of the day, bought together at one location.
struct SampleOrder {
    std::uint32_t location = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct SampleDay {
    std::vector<SampleLine> lines;
    std::vector<SampleOrder> orders;  ///< in the order of their time; no item twice in one order
};

/// Draws what is wanted and bought, day after day. Units wanted of an item at a location are Poisson with mean
/// base x weight x day factor x trend x price and promotion effect x u, where u is uniform in 0.65 .. 1.35.
class DaySimulator {
public:
    DaySimulator(const ShopModel& model, SampleRandom& random);

    /// Fills `day` with the next day's sales; days must be asked for in order.
    void simulate(Day date, SampleDay& day);

    const std::vector<std::int64_t>& lostByItem() const { return m_lost; }

private:
    void simulateLocation(Day date, std::uint32_t location, SampleDay& day);
    void addUnits(std::uint32_t item, int units, SampleDay& day);
    void cutIntoOrders(std::uint32_t location, std::uint32_t begin, SampleDay& day);
    double wanted(std::uint32_t item, Day date);
    bool isOutOfStock(std::uint32_t item, std::uint32_t location, Day date);

    const ShopModel& m_model;
    SampleRandom& m_random;
    std::vector<ItemState> m_states;
    std::vector<double> m_trend;       ///< factor of the day, by item
    std::vector<double> m_dailyTrend;  ///< by which it grows
    std::vector<double> m_wanted;      ///< of the day at weight 1, by item
    std::vector<std::uint32_t> m_nextStockOut;
    std::vector<std::int64_t> m_lost;
};

}  // namespace foresell
