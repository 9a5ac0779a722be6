// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar/date.h"
#include "core/sample/sample_shop.h"
#include "core/sample/shop_words.h"

namespace foresell {

/// Days, both included.
struct DaySpan {
    Day first = noDay;
    Day last = noDay;
};

struct SamplePromotion {
    DaySpan days;
    int percentOff = 10;
};

struct SampleItem {
    std::string code;
    std::string name;  ///< "Jasmine tea / 茉莉花茶"
    int category = 0;
    int brand = 0;
    int costCents = 0;
    int baseCents = 0;       ///< the price at which elasticity is 1 times
    double base = 1;         ///< units a day at a location of weight 1
    double trendPerYear = 0;  ///< on the log scale
    Day launch = noDay;      ///< no sales before
    bool isNew = false;      ///< launched inside the span
    bool isIntermittent = false;
    std::vector<std::pair<Day, int>> prices;   ///< list price in cents from this day on; the first is at the first day
    std::vector<SamplePromotion> promotions;   ///< sorted, apart from one another
};

struct SampleFestival {
    std::string id, nameEn, nameZh;
    DaySpan days;
    Day peak = noDay;
    double factor = 1;
    double peakFactor = 1;
};

/// What an item costs on a day and what that does to demand.
struct ItemState {
    int cents = 0;
    bool isPromoted = false;
    double effect = 1;          ///< of price, promotion and pull-forward
    Day changesOn = noDay;      ///< the first later day on which any of it differs
};

/// Everything that is true of a sample shop, drawn from the seed before the first sale.
struct ShopModel {
    static constexpr int pullForwardDays = 7;
    static constexpr int launchRampDays = 28;

    SampleOptions options;
    Day firstDay = noDay;
    Day planLastDay = noDay;
    std::array<double, 7> weekdayFactor{};  ///< Monday first
    std::vector<SampleItem> items;
    std::vector<SampleLocation> locations;
    std::vector<SampleFestival> festivals;
    std::vector<Day> closedDays;
    std::vector<std::vector<double>> dayFactor;    ///< [category][day - firstDay]: weekday x season x festivals
    std::vector<std::vector<DaySpan>> stockOuts;   ///< [item * locations + location], sorted

    bool isOpen(Day day) const;
    ItemState stateOf(const SampleItem& item, Day day) const;
};

ShopModel makeShopModel(const SampleOptions& options);

}  // namespace foresell
