// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/shop_truth.h"

#include <nlohmann/json.hpp>

#include "core/sample/sample_file.h"

namespace foresell {
namespace {

using Json = nlohmann::ordered_json;

Json optionsJson(const SampleOptions& options) {
    return {{"items", options.items}, {"locations", options.locations}, {"days", options.days},
            {"seed", options.seed}, {"last_day", toIso(options.lastDay)}, {"days_ahead", options.daysAhead},
            {"clean", options.isClean}};
}

Json categoriesJson() {
    Json list = Json::array();
    for (const SampleCategory& category : sampleCategories()) {
        list.push_back({{"id", category.id}, {"name", category.name.en}, {"name_zh", category.name.zh},
                        {"elasticity", category.elasticity}, {"promotion_uplift", category.promotionUplift},
                        {"pull_forward", category.pullForward}, {"season_amplitude", category.seasonAmplitude},
                        {"season_peak_day_of_year", category.seasonPeak},
                        {"festival_sensitivity", category.festivalSensitivity}});
    }
    return list;
}

Json festivalsJson(const ShopModel& model) {
    Json list = Json::array();
    for (const SampleFestival& festival : model.festivals) {
        list.push_back({{"id", festival.id}, {"name", festival.nameEn}, {"name_zh", festival.nameZh},
                        {"first", toIso(festival.days.first)}, {"last", toIso(festival.days.last)},
                        {"peak", toIso(festival.peak)}, {"factor", festival.factor}, {"peak_factor", festival.peakFactor}});
    }
    return list;
}

Json itemsJson(const ShopModel& model, const SampleSales& sales) {
    Json list = Json::array();
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const SampleItem& item = model.items[i];
        list.push_back({{"code", item.code}, {"category", sampleCategories()[static_cast<std::size_t>(item.category)].id},
                        {"base", item.base}, {"base_price_cents", item.baseCents}, {"trend_per_year", item.trendPerYear},
                        {"launch", toIso(item.launch)}, {"is_new", item.isNew}, {"is_intermittent", item.isIntermittent},
                        {"price_changes", item.prices.size() - 1}, {"promotions", item.promotions.size()},
                        {"sold_units", sales.soldByItem[i]}, {"lost_units", sales.lostByItem[i]}});
    }
    return list;
}

Json dirtJson(const SampleDirt& dirt) {
    Json outliers = Json::array();
    for (const auto& outlier : dirt.outliers) {
        outliers.push_back({{"order", std::to_string(outlier.order)}, {"item", outlier.item}, {"quantity", outlier.quantity}});
    }
    return {{"broken_rows", dirt.brokenRows},
            {"repeats", dirt.repeats},
            {"repeat_units", dirt.repeatUnits},
            {"cancellation_lines", dirt.cancellationLines},
            {"cancelled_in_full", dirt.cancelledInFull},
            {"cancelled_in_part", dirt.cancelledInPart},
            {"cancelled_without_sale", dirt.cancelledWithoutSale},
            {"cancelled_units", dirt.cancelledUnits},
            {"return_lines", dirt.returnLines},
            {"return_units", dirt.returnUnits},
            {"zero_price_lines", dirt.zeroPriceLines},
            {"non_product_lines", dirt.nonProductLines},
            {"missing_prices", dirt.missingPrices},
            {"missing_customers", dirt.missingCustomers},
            {"outliers", outliers}};
}

Json locationsJson(const ShopModel& model) {
    Json list = Json::array();
    for (const SampleLocation& location : model.locations) {
        list.push_back({{"code", location.code}, {"weight", location.weight}});
    }
    return list;
}

Json closedDaysJson(const ShopModel& model) {
    Json list = Json::array();
    for (const Day day : model.closedDays) {
        list.push_back(toIso(day));
    }
    return list;
}

}  // namespace

void writeTruth(const std::filesystem::path& path, const ShopModel& model, const SampleSales& sales) {
    const Json truth = {
        {"sample_shop", 1},
        {"demand", "Poisson with mean base x location weight x weekday x season x festivals ^ sensitivity x "
                   "exp(trend x years) x (price / base price) ^ elasticity x promotion x u, u uniform in 0.65..1.35; "
                   "promotion is the uplift on its days and 1 - pull_forward on the seven days after; a new item starts "
                   "at 0.4 and reaches 1 after 28 days"},
        {"options", optionsJson(model.options)},
        {"first_day", toIso(model.firstDay)},
        {"weekday_factor_from_monday", model.weekdayFactor},
        {"closed_days", closedDaysJson(model)},
        {"locations", locationsJson(model)},
        {"categories", categoriesJson()},
        {"festivals", festivalsJson(model)},
        {"rows", {{"read", sales.rows}, {"readable", sales.lines}, {"broken", sales.dirt.brokenRows}}},
        {"sales", {{"lines", sales.plainLines}, {"units", sales.plainUnits}, {"lost_units", sales.lostUnits}}},
        {"dirt", dirtJson(sales.dirt)},
        {"items", itemsJson(model, sales)}};
    SampleFile file(path);
    file.text(truth.dump(1)).endRow();
    file.finish();
}

}  // namespace foresell
