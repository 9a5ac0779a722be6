// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/day_simulator.h"

#include <algorithm>
#include <array>

#include "core/sample/portable_math.h"

namespace foresell {
namespace {

constexpr std::array<std::int32_t, 16> quantities = {1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 6};
constexpr std::array<std::uint32_t, 8> orderSizes = {1, 1, 1, 2, 2, 2, 3, 4};

template <typename T>
void shuffle(T* begin, std::size_t count, SampleRandom& random) {
    for (std::size_t i = count; i > 1; --i) {
        std::swap(begin[i - 1], begin[random.below(static_cast<std::uint32_t>(i))]);
    }
}

}  // namespace

DaySimulator::DaySimulator(const ShopModel& model, SampleRandom& random)
    : m_model(model),
      m_random(random),
      m_states(model.items.size()),
      m_trend(model.items.size(), 1.0),
      m_wanted(model.items.size()),
      m_nextStockOut(model.stockOuts.size()),
      m_lost(model.items.size()) {
    for (const SampleItem& item : model.items) {
        m_dailyTrend.push_back(portableExp(item.trendPerYear / 365.25));
    }
}

void DaySimulator::simulate(Day date, SampleDay& day) {
    day.lines.clear();
    day.orders.clear();
    const bool isOpen = m_model.isOpen(date);
    for (std::uint32_t item = 0; item < m_model.items.size(); ++item) {
        m_trend[item] *= m_dailyTrend[item];
        m_wanted[item] = isOpen ? wanted(item, date) : 0;
    }
    if (!isOpen) {
        return;
    }
    for (std::uint32_t location = 0; location < m_model.locations.size(); ++location) {
        simulateLocation(date, location, day);
    }
    shuffle(day.orders.data(), day.orders.size(), m_random);
}

double DaySimulator::wanted(std::uint32_t index, Day date) {
    const SampleItem& item = m_model.items[index];
    if (date < item.launch) {
        return 0;
    }
    ItemState& state = m_states[index];
    if (date >= state.changesOn) {
        state = m_model.stateOf(item, date);
    }
    const auto& dayFactor = m_model.dayFactor[static_cast<std::size_t>(item.category)];
    const Day age = date - item.launch;
    const double ramp = item.isNew && age < ShopModel::launchRampDays ? 0.4 + 0.6 * age / ShopModel::launchRampDays : 1;
    return item.base * dayFactor[static_cast<std::size_t>(date - m_model.firstDay)] * m_trend[index] * state.effect * ramp;
}

bool DaySimulator::isOutOfStock(std::uint32_t item, std::uint32_t location, Day date) {
    const std::size_t series = item * m_model.locations.size() + location;
    const auto& spans = m_model.stockOuts[series];
    std::uint32_t& next = m_nextStockOut[series];
    while (next < spans.size() && spans[next].last < date) {
        ++next;
    }
    return next < spans.size() && spans[next].first <= date;
}

void DaySimulator::simulateLocation(Day date, std::uint32_t location, SampleDay& day) {
    const auto begin = static_cast<std::uint32_t>(day.lines.size());
    const double weight = m_model.locations[location].weight;
    for (std::uint32_t item = 0; item < m_model.items.size(); ++item) {
        if (m_wanted[item] <= 0) {
            continue;
        }
        const int units = m_random.poisson(m_wanted[item] * weight * m_random.uniform(0.65, 1.35));
        if (units == 0) {
            continue;
        }
        if (isOutOfStock(item, location, date)) {
            m_lost[item] += units;
        } else {
            addUnits(item, units, day);
        }
    }
    shuffle(day.lines.data() + begin, day.lines.size() - begin, m_random);
    cutIntoOrders(location, begin, day);
}

void DaySimulator::addUnits(std::uint32_t item, int units, SampleDay& day) {
    while (units > 0) {
        const std::int32_t quantity = std::min(units, quantities[m_random.below(quantities.size())]);
        day.lines.push_back({item, quantity, m_states[item].cents});
        units -= quantity;
    }
}

void DaySimulator::cutIntoOrders(std::uint32_t location, std::uint32_t begin, SampleDay& day) {
    const auto end = static_cast<std::uint32_t>(day.lines.size());
    while (begin < end) {
        const std::uint32_t last = std::min(end, begin + orderSizes[m_random.below(orderSizes.size())]);
        std::uint32_t next = begin + 1;
        const auto isInOrder = [&](std::uint32_t item) {
            return std::any_of(day.lines.data() + begin, day.lines.data() + next,
                               [&](const SampleLine& line) { return line.item == item; });
        };
        while (next < last && !isInOrder(day.lines[next].item)) {
            ++next;
        }
        day.orders.push_back({location, begin, next});
        begin = next;
    }
}

}  // namespace foresell
