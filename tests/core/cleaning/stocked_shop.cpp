// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cleaning/stocked_shop.h"

#include <cmath>
#include <random>

namespace foresell::test {
namespace {

constexpr Day firstDay = 19'723;  // Monday, 1 January 2024
constexpr int reviewEvery = 7;
constexpr int arrivesAfter = 4;

struct ItemModel {
    double base = 0, trend = 0, season = 0, promotion = 1;
    int group = 0;
};

double seasonOf(const ItemModel& item, int day) {
    return std::exp(item.season * std::cos(2 * 3.14159265 * (day - 90 * item.group) / 365.25) + item.trend * day / 365.0);
}

double dayFactor(const ItemModel& item, int day) {
    static constexpr double weekdays[] = {0.85, 0.8, 0.9, 0.95, 1.15, 1.4, 1.1};
    const bool isFestival = day % 180 >= 150 && day % 180 < 155;
    return weekdays[day % 7] * seasonOf(item, day) * (isFestival ? 1.5 + item.group : 1);
}

class Shelf {
public:
    explicit Shelf(double usual) : m_stock(levelFor(usual)) {}

    /// `usual`: what the planner expects a day, who knows the season but neither festivals nor promotions.
    void beginDay(int day, double usual) {
        if (day == m_arrives) {
            m_stock += m_ordered;
            m_ordered = 0;
        }
        if (day % reviewEvery == 0) {
            m_ordered = std::max(0.0, std::floor(levelFor(usual) - m_stock));
            m_arrives = day + arrivesAfter;
        }
    }
    int sell(int wanted) {
        const int sold = std::min(wanted, static_cast<int>(m_stock));
        m_stock -= sold;
        return sold;
    }
    bool isEmpty() const { return m_stock < 1; }

private:
    static double levelFor(double usual) { return usual * (reviewEvery + arrivesAfter) * 1.1; }

    double m_stock, m_ordered = 0;
    int m_arrives = -1;
};

}  // namespace

StockedShop makeStockedShop(unsigned seed, int items, int days) {
    std::mt19937 random(seed);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<>(low, high)(random); };
    StockedShop shop{LineSource({})};
    std::vector<TestLine> lines;
    struct Out {
        std::string item, location, day;
    };
    std::vector<Out> outs;
    std::vector<std::pair<std::string, std::string>> promoted;
    std::vector<int> groups;
    for (int i = 0; i < items; ++i) {
        const ItemModel item{uniform(2, 14), uniform(-0.3, 0.3), uniform(0, 0.35), uniform(1.4, 2.6), i % 3};
        groups.push_back(item.group);
        const std::string code = "I" + std::to_string(100 + i);
        for (const std::string place : {"N", "S"}) {
            Shelf shelf(item.base);
            for (int day = 0; day < days; ++day) {
                const bool isPromoted = (day + 17 * i) % 63 < 4;
                const std::string date = toIso(firstDay + day);
                if (isPromoted && place == "N") {
                    promoted.emplace_back(code, date);
                }
                const double mean = item.base * dayFactor(item, day) * (isPromoted ? item.promotion : 1);
                const int wanted = std::poisson_distribution<int>(mean * uniform(0.6, 1.4))(random);
                shelf.beginDay(day, item.base * seasonOf(item, day));
                const int sold = shelf.sell(wanted);
                if (sold > 0) {
                    lines.push_back({"o", date, code, std::to_string(sold), "5", "c", place});
                }
                if (shelf.isEmpty()) {
                    outs.push_back({code, place, date});
                    shop.wanted += wanted;
                    shop.soldOnSuch += sold;
                    ++shop.days;
                }
            }
        }
    }
    shop.lost = shop.wanted - shop.soldOnSuch;
    shop.source = LineSource(std::move(lines), SaleBatch::capacity);
    for (const Out& out : outs) {
        shop.source.outOfStock(out.item, out.location, out.day, out.day);
    }
    for (const auto& [item, day] : promoted) {
        shop.source.promote(item, day);
    }
    for (int i = 0; i < items; ++i) {
        shop.source.group("I" + std::to_string(100 + i), "group " + std::to_string(groups[static_cast<std::size_t>(i)]));
    }
    return shop;
}

}  // namespace foresell::test
