// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/shop_model.h"

#include <algorithm>
#include <map>

#include "core/calendar/holiday_calendar.h"
#include "core/sample/portable_math.h"
#include "core/sample/sample_random.h"

namespace foresell {
namespace {

constexpr double pi = 3.14159265358979323846;

constexpr Day presaleFrom = 21, presaleTo = 11;  // days before Double 11

/// The sample's festivals last the same number of days every year, where the calendar's do not.
struct FestivalEffect {
    double factor;
    double peakFactor;
    Day longest = 60;  ///< days before the main day
};

const std::map<std::string, FestivalEffect>& festivalEffects() {
    static const std::map<std::string, FestivalEffect> effects = {
        {"commerce.new_year_goods", {1.3, 1.45}},     {"cn.spring_festival_week", {0.45, 0.3}},
        {"commerce.womens_day", {1.15, 1.6}},         {"commerce.520", {1.4, 1.4}},
        {"commerce.618", {1.25, 2.3, 17}},            {"cn.dragon_boat", {1.2, 1.2}},
        {"cn.qixi", {1.35, 1.35}},                    {"commerce.99", {1.15, 1.3}},
        {"cn.mid_autumn", {1.4, 1.4}},                {"cn.national_day_week", {0.85, 0.85}},
        {"commerce.double_11_presale", {0.92, 0.92}}, {"commerce.double_11", {1.35, 3.0, 10}},
        {"commerce.double_12", {1.7, 1.7, 0}},        {"commerce.black_friday", {1.9, 1.9}},
        {"commerce.cyber_monday", {1.5, 1.5}},        {"gb.mothers_day", {1.25, 1.25}},
        {"commerce.christmas_shopping", {1.2, 1.45}}, {"gb.christmas", {0.4, 0.4}},
    };
    return effects;
}

/// The festivals of one country that touch the days, by their first day, then id.
std::vector<SampleFestival> festivalsOf(const std::string& country, Day first, Day last) {
    std::vector<SampleFestival> festivals;
    const auto add = [&](const EventType& type, const std::string& part, DaySpan days, Day peak) {
        const auto effect = festivalEffects().find(type.id + part);
        if (effect != festivalEffects().end()) {
            days.first = std::max(days.first, peak - effect->second.longest);
        }
        if (effect != festivalEffects().end() && days.first <= last && days.last >= first) {
            festivals.push_back({type.id + part, type.nameEn + (part.empty() ? "" : " presale"),
                                 type.nameZh + (part.empty() ? "" : "预售"), days, peak, effect->second.factor,
                                 effect->second.peakFactor});
        }
    };
    for (const CalendarEvent& event : HolidayCalendar::forCountry(country).eventsBetween(first, last + presaleFrom)) {
        const bool isElsewhere = event.type->id == "commerce.black_friday" && country == "GB";
        if (!isElsewhere) {
            add(*event.type, "", {event.first, event.last}, event.peak);
        }
        if (event.type->id == "commerce.double_11" && toCivil(event.peak).year >= 2015) {
            add(*event.type, "_presale", {event.peak - presaleFrom, event.peak - presaleTo}, event.peak - presaleFrom);
        }
    }
    std::ranges::stable_sort(festivals, [](const SampleFestival& a, const SampleFestival& b) {
        return a.days.first != b.days.first ? a.days.first < b.days.first : a.id < b.id;
    });
    return festivals;
}

std::vector<SampleFestival> festivalsBetween(Day first, Day last) {
    std::vector<SampleFestival> festivals;
    for (const char* country : {"CN", "GB"}) {
        const std::vector<SampleFestival> own = festivalsOf(country, first, last);
        festivals.insert(festivals.end(), own.begin(), own.end());
    }
    return festivals;
}

/// 24.90, 129.90: a shop's prices.
int charmPrice(double cents) {
    return std::max(1, static_cast<int>(cents / 100 + 0.5)) * 100 - 10;
}

void drawPrices(SampleItem& item, const ShopModel& model, SampleRandom& random) {
    const Day changesUntil = model.options.lastDay + 14;
    item.prices.emplace_back(model.firstDay, item.baseCents);
    for (Day day = model.firstDay + random.between(40, 200); day < changesUntil; day += random.between(80, 220)) {
        const int cents = charmPrice(item.baseCents * random.uniform(0.82, 1.2));
        if (cents != item.prices.back().second) {
            item.prices.emplace_back(day, cents);
        }
    }
}

void addPromotion(SampleItem& item, DaySpan days, int percentOff) {
    const bool isFree = std::none_of(item.promotions.begin(), item.promotions.end(), [&](const SamplePromotion& other) {
        return days.first <= other.days.last + ShopModel::pullForwardDays &&
               other.days.first <= days.last + ShopModel::pullForwardDays;
    });
    if (isFree) {
        item.promotions.push_back({days, percentOff});
    }
}

void drawPromotions(SampleItem& item, const ShopModel& model, SampleRandom& random) {
    for (const SampleFestival& festival : model.festivals) {
        const bool isGreat = festival.peakFactor >= 2 || festival.id == "commerce.black_friday";
        if (isGreat && random.chance(0.5)) {
            addPromotion(item, {festival.peak - 2, festival.peak}, 10 + 5 * random.between(0, 4));
        }
    }
    for (Day day = model.firstDay + random.between(5, 70); day < model.planLastDay; day += random.between(30, 110)) {
        addPromotion(item, {day, day + random.between(4, 10) - 1}, 10 + 5 * random.between(0, 3));
    }
    std::sort(item.promotions.begin(), item.promotions.end(),
              [](const auto& a, const auto& b) { return a.days.first < b.days.first; });
}

std::string itemName(const SampleCategory& category, int product, int variant) {
    const BilingualWord& word = category.products[static_cast<std::size_t>(product)];
    std::string en(word.en);
    std::string zh(word.zh);
    if (variant > 0) {
        en += " no. " + std::to_string(variant + 1);
        zh += std::to_string(variant + 1) + "号";
    }
    return en + " / " + zh;
}

void drawDemand(SampleItem& item, int rank, const ShopModel& model, SampleRandom& random) {
    item.base = std::max(0.2, 13 * portablePow(rank + 1, -0.6)) * random.uniform(0.85, 1.15);
    item.isIntermittent = random.chance(0.1);
    if (item.isIntermittent) {
        item.base = random.uniform(0.04, 0.15);
    }
    item.trendPerYear = random.uniform(-0.15, 0.25);
    item.launch = model.firstDay - random.between(30, 1500);
    item.isNew = random.chance(0.1) && model.options.days > 120;
    if (item.isNew) {
        item.launch = model.firstDay + random.between(model.options.days / 4, model.options.days - 40);
    }
}

SampleItem drawItem(int number, int rank, const ShopModel& model, SampleRandom& random) {
    const int categories = static_cast<int>(sampleCategories().size());
    SampleItem item;
    item.category = number % categories;
    const auto& category = sampleCategories()[static_cast<std::size_t>(item.category)];
    const int products = static_cast<int>(productsPerCategory);
    item.name = itemName(category, number / categories % products, number / (categories * products));
    item.code = std::to_string(100'000 + number);
    item.code.front() = static_cast<char>('A' + item.category);
    if (number >= 900'000) {
        item.code = "X" + std::to_string(number);
    }
    item.brand = static_cast<int>(random.below(static_cast<std::uint32_t>(sampleBrands().size())));
    item.baseCents = charmPrice(random.uniform(category.lowestPrice, category.highestPrice) * 100);
    item.costCents = static_cast<int>(item.baseCents * random.uniform(0.4, 0.65));
    drawDemand(item, rank, model, random);
    drawPrices(item, model, random);
    drawPromotions(item, model, random);
    return item;
}

std::vector<int> drawRanks(int count, SampleRandom& random) {
    std::vector<int> ranks(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(i + 1)));
        ranks[static_cast<std::size_t>(i)] = ranks[at];
        ranks[at] = i;
    }
    return ranks;
}

std::vector<DaySpan> drawStockOuts(const ShopModel& model, SampleRandom& random) {
    std::vector<DaySpan> spans;
    for (Day day = model.firstDay + random.between(20, 400); day < model.options.lastDay; day += random.between(90, 420)) {
        const Day last = std::min(day + random.between(3, 14) - 1, model.options.lastDay);
        spans.push_back({day, last});
    }
    return spans;
}

double seasonOf(const SampleCategory& category, Day day) {
    const CivilDate date = toCivil(day);
    const int dayOfYear = day - toDay(date.year, 1, 1);
    return portableExp(category.seasonAmplitude * portableCos(2 * pi * (dayOfYear - category.seasonPeak) / 365.25));
}

double festivalOf(const ShopModel& model, Day day) {
    double factor = 1;
    for (const SampleFestival& festival : model.festivals) {
        if (festival.days.first <= day && day <= festival.days.last) {
            factor *= day == festival.peak ? festival.peakFactor : festival.factor;
        }
    }
    return factor;
}

std::vector<std::vector<double>> dayFactors(const ShopModel& model) {
    std::vector<std::vector<double>> factors;
    for (const SampleCategory& category : sampleCategories()) {
        std::vector<double>& row = factors.emplace_back();
        for (Day day = model.firstDay; day <= model.options.lastDay; ++day) {
            const double festival = portablePow(festivalOf(model, day), category.festivalSensitivity);
            row.push_back(model.weekdayFactor[static_cast<std::size_t>(weekday(day))] * seasonOf(category, day) * festival);
        }
    }
    return factors;
}

}  // namespace

bool ShopModel::isOpen(Day day) const {
    return std::find(closedDays.begin(), closedDays.end(), day) == closedDays.end();
}

ItemState ShopModel::stateOf(const SampleItem& item, Day day) const {
    const auto& category = sampleCategories()[static_cast<std::size_t>(item.category)];
    ItemState state{.cents = item.baseCents, .changesOn = planLastDay + 1};
    const auto noteChange = [&](Day change) {
        if (change > day && change < state.changesOn) {
            state.changesOn = change;
        }
    };
    for (const auto& [from, cents] : item.prices) {
        if (from <= day) {
            state.cents = cents;
        }
        noteChange(from);
    }
    double effect = 1;
    for (const SamplePromotion& promotion : item.promotions) {
        const DaySpan& days = promotion.days;
        if (days.first <= day && day <= days.last) {
            state.isPromoted = true;
            state.cents = (state.cents * (100 - promotion.percentOff) + 50) / 100;
            effect = category.promotionUplift;
        } else if (day > days.last && day <= days.last + pullForwardDays) {
            effect = 1 - category.pullForward;
        }
        noteChange(days.first);
        noteChange(days.last + 1);
        noteChange(days.last + pullForwardDays + 1);
    }
    state.effect = effect * portablePow(static_cast<double>(state.cents) / item.baseCents, category.elasticity);
    return state;
}

ShopModel makeShopModel(const SampleOptions& options) {
    ShopModel model;
    SampleRandom random(options.seed);
    model.options = options;
    model.firstDay = options.lastDay - options.days + 1;
    model.planLastDay = options.lastDay + options.daysAhead;
    model.weekdayFactor = {0.88, 0.86, 0.9, 0.95, 1.08, 1.24, 1.16};
    model.festivals = festivalsBetween(model.firstDay, model.planLastDay);
    for (const SampleFestival& festival : model.festivals) {
        if (festival.id == "cn.spring_festival_week") {
            model.closedDays.push_back(festival.peak);  // nothing is sent on New Year's Day
        }
    }
    for (int number = 0; number < options.locations; ++number) {
        model.locations.push_back(sampleLocation(number));
    }
    const std::vector<int> ranks = drawRanks(options.items, random);
    for (int number = 0; number < options.items; ++number) {
        model.items.push_back(drawItem(number, ranks[static_cast<std::size_t>(number)], model, random));
    }
    const std::size_t series = model.items.size() * model.locations.size();
    for (std::size_t i = 0; i < series; ++i) {
        model.stockOuts.push_back(drawStockOuts(model, random));
    }
    model.dayFactor = dayFactors(model);
    return model;
}

}  // namespace foresell
