// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cleaning/stocked_shop.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "core/sample/sample_random.h"
#include "core/sample/shop_model.h"

namespace foresell::test {
namespace {

constexpr Day firstDay = 19'723;  // Monday, 1 January 2024
constexpr int reviewEvery = 7;

/// What stands on the shelf of an item at a location.
class Shelf {
public:
    Shelf(double level, int orderedOn, int arrivesAfter) : m_stock(level), m_orderedOn(orderedOn), m_arrivesAfter(arrivesAfter) {}

    /// `level`: up to which is ordered.
    void beginDay(int day, double level) {
        if (day == m_arrives) {
            m_stock += m_ordered;
            m_ordered = 0;
        }
        if (day % reviewEvery == m_orderedOn) {
            m_ordered = std::max(0.0, std::floor(level - m_stock));
            m_arrives = day + m_arrivesAfter;
        }
    }
    int sell(int wanted) {
        const int sold = std::min(wanted, static_cast<int>(m_stock));
        m_stock -= sold;
        return sold;
    }
    bool isEmpty() const { return m_stock < 1; }

private:
    double m_stock, m_ordered = 0;
    int m_orderedOn, m_arrivesAfter;
    int m_arrives = -1;
};

/// Notes what is sold, and when shelves are empty.
class ShopBuilder {
public:
    void group(const std::string& item, const std::string& name) { m_groups.emplace_back(item, name); }
    void promote(const std::string& item, Day day) { m_promoted.emplace_back(item, toIso(day)); }
    void sell(const std::string& item, const std::string& place, Day day, int wanted, const std::string& price, Shelf& shelf) {
        const int sold = shelf.sell(wanted);
        if (sold > 0) {
            m_lines.push_back({"o", toIso(day), item, std::to_string(sold), price, "c", place});
        }
        if (shelf.isEmpty()) {
            m_out.push_back({item, place, toIso(day)});
            m_shop.wanted += wanted;
            m_shop.soldOnSuch += sold;
            ++m_shop.days;
        }
    }
    StockedShop finish() {
        m_shop.source = LineSource(std::move(m_lines), SaleBatch::capacity);
        for (const Out& out : m_out) {
            m_shop.source.outOfStock(out.item, out.place, out.day, out.day);
        }
        for (const auto& [item, day] : m_promoted) {
            m_shop.source.promote(item, day);
        }
        for (const auto& [item, name] : m_groups) {
            m_shop.source.group(item, name);
        }
        return std::move(m_shop);
    }

private:
    struct Out {
        std::string item, place, day;
    };

    StockedShop m_shop{LineSource({})};
    std::vector<TestLine> m_lines;
    std::vector<Out> m_out;
    std::vector<std::pair<std::string, std::string>> m_promoted, m_groups;
};

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

/// What the sample's demand for an item is from day to day at a location of weight 1, and what is known of its price.
struct SampleDemand {
    std::vector<double> mean;
    std::vector<std::string> price;
    std::vector<bool> isPromoted;
};

SampleDemand demandOf(const ShopModel& model, const SampleItem& item) {
    const auto days = static_cast<std::size_t>(model.options.days);
    SampleDemand demand{std::vector<double>(days), std::vector<std::string>(days, "1"), std::vector<bool>(days)};
    for (std::size_t day = 0; day < days; ++day) {
        const Day date = model.firstDay + static_cast<Day>(day);
        if (date < item.launch || !model.isOpen(date)) {
            continue;
        }
        const ItemState state = model.stateOf(item, date);
        const Day age = date - item.launch;
        const double ramp = item.isNew && age < ShopModel::launchRampDays ? 0.4 + 0.6 * age / ShopModel::launchRampDays : 1;
        demand.mean[day] = item.base * model.dayFactor[static_cast<std::size_t>(item.category)][day] * state.effect * ramp *
                           std::exp(item.trendPerYear * static_cast<double>(day) / 365.25);
        demand.price[day] = std::to_string(state.cents / 100.0);
        demand.isPromoted[day] = state.isPromoted;
    }
    return demand;
}

/// The median of ten weeks around each day.
std::vector<double> withoutFestivals(const std::vector<double>& factors) {
    constexpr std::size_t around = 35;
    std::vector<double> season;
    for (std::size_t day = 0; day < factors.size(); ++day) {
        std::vector<double> near(factors.begin() + static_cast<std::ptrdiff_t>(day < around ? 0 : day - around),
                                 factors.begin() + static_cast<std::ptrdiff_t>(std::min(factors.size(), day + around)));
        const auto middle = near.begin() + static_cast<std::ptrdiff_t>(near.size() / 2);
        std::nth_element(near.begin(), middle, near.end());
        season.push_back(*middle);
    }
    return season;
}

}  // namespace

StockedShop makeStockedShop(unsigned seed, int items, int days) {
    std::mt19937 random(seed);
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<>(low, high)(random); };
    constexpr int arrivesAfter = 4;
    const auto levelFor = [](double usual) { return usual * (reviewEvery + arrivesAfter) * 1.1; };
    ShopBuilder shop;
    for (int i = 0; i < items; ++i) {
        const ItemModel item{uniform(2, 14), uniform(-0.3, 0.3), uniform(0, 0.35), uniform(1.4, 2.6), i % 3};
        const std::string code = "I" + std::to_string(100 + i);
        shop.group(code, "group " + std::to_string(item.group));
        for (const std::string place : {"N", "S"}) {
            Shelf shelf(levelFor(item.base), 0, arrivesAfter);
            for (int day = 0; day < days; ++day) {
                const bool isPromoted = (day + 17 * i) % 63 < 4;
                if (isPromoted) {
                    shop.promote(code, firstDay + day);
                }
                const double mean = item.base * dayFactor(item, day) * (isPromoted ? item.promotion : 1);
                const int wanted = std::poisson_distribution<int>(mean * uniform(0.6, 1.4))(random);
                shelf.beginDay(day, levelFor(item.base * seasonOf(item, day)));
                shop.sell(code, place, firstDay + day, wanted, "5", shelf);
            }
        }
    }
    return shop.finish();
}

StockedShop makeStockedSample(std::uint64_t seed, int items, int days) {
    const ShopModel model = makeShopModel({.items = items, .days = days, .seed = seed});
    SampleRandom random(seed ^ 0x1234567U);
    ShopBuilder shop;
    for (const SampleItem& item : model.items) {
        const SampleDemand demand = demandOf(model, item);
        const std::vector<double> season = withoutFestivals(model.dayFactor[static_cast<std::size_t>(item.category)]);
        const int begin = std::max(0, item.launch - model.firstDay);
        shop.group(item.code, "category " + std::to_string(item.category));
        for (int day = begin; day < days; ++day) {
            if (demand.isPromoted[static_cast<std::size_t>(day)]) {
                shop.promote(item.code, model.firstDay + day);
            }
        }
        for (const SampleLocation& place : model.locations) {
            const double coverDays = 9 + random.uniform(0, 6);
            const auto levelOn = [&](int day) {
                const double usual = item.base * season[static_cast<std::size_t>(day)] * place.weight * coverDays;
                return std::ceil(usual + std::sqrt(usual));
            };
            Shelf shelf(begin < days ? levelOn(begin) : 0, random.between(0, reviewEvery - 1), 3);
            for (int day = begin; day < days; ++day) {
                const double mean = demand.mean[static_cast<std::size_t>(day)] * place.weight;
                const int wanted = mean > 0 ? random.poisson(mean * random.uniform(0.65, 1.35)) : 0;
                shelf.beginDay(day, levelOn(day));
                shop.sell(item.code, place.code, model.firstDay + day, wanted, demand.price[static_cast<std::size_t>(day)], shelf);
            }
        }
    }
    return shop.finish();
}

}  // namespace foresell::test
