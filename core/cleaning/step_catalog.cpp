// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/step_catalog.h"

#include <algorithm>

#include "core/cleaning/day_spans.h"
#include "core/cleaning/recipe.h"
#include "core/cleaning/text_patterns.h"

namespace foresell {
namespace {

using nlohmann::json;
namespace step = cleaning_step;

constexpr std::size_t mostTexts = 10'000;
constexpr std::size_t mostRows = 100'000;
constexpr std::size_t longestText = 500;

OptionInfo flag(const char* name, bool standard) {
    return {.name = name, .kind = OptionKind::Flag, .standard = standard};
}

OptionInfo number(const char* name, double standard, double lowest, double highest) {
    return {.name = name, .kind = OptionKind::Number, .standard = standard, .lowest = lowest, .highest = highest};
}

OptionInfo choice(const char* name, std::vector<std::string> choices) {
    return {.name = name, .kind = OptionKind::Choice, .standard = choices.front(), .choices = std::move(choices)};
}

OptionInfo texts(const char* name, const std::vector<std::string>& standard) {
    return {.name = name, .kind = OptionKind::Texts, .standard = standard};
}

OptionInfo table(const char* name, std::vector<OptionColumn> columns) {
    return {.name = name, .kind = OptionKind::Table, .standard = json::array(), .columns = std::move(columns)};
}

std::string idOf(std::string_view id) {
    return std::string(id);
}

std::vector<StepInfo> mappingSteps() {
    const OptionColumn from{.name = "from"};
    const OptionColumn to{.name = "to"};
    const OptionColumn units{.name = "units", .isNumber = true, .mayBeAbsent = true};
    return {{.id = idOf(step::merges), .options = {table("items", {from, to, units}), table("locations", {from, to})}},
            {.id = idOf(step::successors),
             .options = {flag("file", true), table("items", {from, to, units})},
             .after = {idOf(step::merges)}},
            {.id = idOf(step::conversions),
             .options = {table("units", {{.name = "item"}, {.name = "units", .isNumber = true}}),
                         table("money", {{.name = "place"}, {.name = "rate", .isNumber = true}})}}};
}

std::vector<StepInfo> pairSteps() {
    const std::string repeats = idOf(step::exactRepeats);
    const std::string near = idOf(step::nearRepeats);
    const std::string cancellations = idOf(step::cancellations);
    return {{.id = repeats, .isStandard = true},
            {.id = near,
             .options = {flag("same_order", true), flag("same_customer", true), flag("same_quantity", true),
                         flag("same_price", false), number("minutes", 10, 0, 1440)},
             .after = {repeats}},
            {.id = cancellations,
             .isStandard = true,
             .options = {texts("prefixes", {"C"}), flag("partial", true)},
             .after = {repeats, near}},
            {.id = idOf(step::returns),
             .isStandard = true,
             .options = {choice("treatment", {"set_aside", "net"}), number("days", 60, 1, 400), flag("expect", false)},
             .after = {repeats, near, cancellations}}};
}

std::vector<StepInfo> kindSteps() {
    return {{.id = idOf(step::zeroPrices), .isStandard = true},
            {.id = idOf(step::nonProducts),
             .isStandard = true,
             .options = {texts("codes", usualNonProductCodes()), texts("names", usualNonProductNames())}},
            {.id = idOf(step::testOrders),
             .options = {texts("orders", {"TEST*", "测试*"}), texts("items", {"test", "test order", "test product", "测试*", "*测试商品*"}),
                         texts("places", {"test*", "internal*", "staff*", "测试*", "内部*", "内购*", "员工*"}),
                         number("price_up_to", 0, 0, 1e6)}}};
}

std::vector<StepInfo> judgingSteps() {
    const std::vector<std::string> mapped = {idOf(step::merges), idOf(step::conversions)};
    return {{.id = idOf(step::wholesaleOrders),
             .options = {number("times", 20, 2, 1e6), number("score", 3, 1, 100), number("smallest", 24, 0, 1e9),
                         flag("customers", true)},
             .after = mapped},
            {.id = idOf(step::clickFarms),
             .options = {number("score", 5, 1, 100), number("fewest_orders", 10, 2, 1e6), number("first_orders", 0.8, 0, 1)},
             .after = mapped},
            {.id = idOf(step::bulkOrders),
             .isStandard = true,
             .options = {number("times", 60, 1, 1e9), number("spread", 5, 0, 1e9), number("smallest", 12, 0, 1e9),
                         number("fewest_lines", 8, 1, 1e9), choice("treatment", {"set_aside", "cap"})},
             .after = mapped},
            {.id = idOf(step::priceOutliers),
             .options = {number("score", 6, 1, 100), number("times", 3, 1.1, 1e6), choice("treatment", {"usual", "set_aside"})},
             .after = mapped},
            {.id = idOf(step::quantityOutliers),
             .options = {number("score", 6, 1, 100), number("times", 4, 1.1, 1e6), number("smallest", 12, 0, 1e9),
                         choice("treatment", {"cap", "set_aside"})},
             .after = mapped}};
}

std::vector<StepInfo> endingSteps() {
    const std::vector<std::string> filled = {"constant", "forward", "interpolate", "seasonal"};
    OptionInfo quantity = choice("quantity", {"set_aside"});
    OptionInfo price = choice("price", {"keep", "set_aside"});
    quantity.choices.insert(quantity.choices.end(), filled.begin(), filled.end());
    price.choices.insert(price.choices.end(), filled.begin(), filled.end());
    return {{.id = idOf(step::missingValues),
             .isStandard = true,
             .options = {quantity, number("quantity_value", 1, 0, 1e9), price, number("price_value", 0, 0, 1e9),
                         choice("item", {"set_aside", "keep"})},
             .after = {idOf(step::merges)}},
            {.id = idOf(step::closedDays),
             .options = {{.name = "days", .kind = OptionKind::Days, .standard = json::array()},
                         choice("treatment", {"set_aside", "keep"})}},
            {.id = idOf(step::bundles),
             .options = {flag("file", true),
                         table("parts", {{.name = "bundle"},
                                         {.name = "item"},
                                         {.name = "quantity", .isNumber = true, .mayBeAbsent = true},
                                         {.name = "share", .isNumber = true, .mayBeAbsent = true}}),
                         choice("money", {"price", "quantity"}), flag("gifts", true)}},
            {.id = idOf(step::stockOuts),
             .isStandard = true,
             .options = {number("days", 56, 14, 400), number("fewest_days", 10, 1, 400)}},
            {.id = idOf(step::styles),
             .options = {flag("file", true),
                         table("variants", {{.name = "style"}, {.name = "item"}, {.name = "size", .mayBeAbsent = true}}),
                         number("days", 365, 7, 3660)}}};
}

std::vector<StepInfo> makeCatalog() {
    std::vector<StepInfo> all;
    for (const auto& part : {mappingSteps(), pairSteps(), kindSteps(), judgingSteps(), endingSteps()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    // Bundles are judged as they were sold, demand is estimated from what all others leave, sizes are told by demand.
    constexpr std::size_t lastOnes = 3;
    for (std::size_t last = all.size() - lastOnes; last < all.size(); ++last) {
        for (std::size_t i = 0; i < last; ++i) {
            all[last].after.push_back(all[i].id);
        }
    }
    return all;
}

bool isText(const json& value) {
    return value.is_string() && !value.get_ref<const std::string&>().empty() &&
           value.get_ref<const std::string&>().size() <= longestText;
}

bool isRow(const json& row, const std::vector<OptionColumn>& columns) {
    if (!row.is_object()) {
        return false;
    }
    const bool knowsAll = std::all_of(row.items().begin(), row.items().end(), [&](const auto& cell) {
        return std::any_of(columns.begin(), columns.end(), [&](const OptionColumn& column) { return column.name == cell.key(); });
    });
    return knowsAll && std::all_of(columns.begin(), columns.end(), [&](const OptionColumn& column) {
        if (!row.contains(column.name)) {
            return column.mayBeAbsent;
        }
        const json& cell = row.at(column.name);
        return column.isNumber ? cell.is_number() && cell.get<double>() > 0 && cell.get<double>() <= 1e9 : isText(cell);
    });
}

}  // namespace

const OptionInfo* StepInfo::option(std::string_view name) const {
    const auto found = std::find_if(options.begin(), options.end(), [&](const OptionInfo& each) { return each.name == name; });
    return found == options.end() ? nullptr : &*found;
}

const std::vector<StepInfo>& cleaningStepCatalog() {
    static const std::vector<StepInfo> catalog = makeCatalog();
    return catalog;
}

const StepInfo* findCleaningStep(std::string_view id) {
    const std::vector<StepInfo>& all = cleaningStepCatalog();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StepInfo& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

json catalogToJson() {
    static constexpr const char* kinds[] = {"flag", "number", "choice", "texts", "days", "table"};
    json steps = json::array();
    for (const StepInfo& info : cleaningStepCatalog()) {
        json options = json::array();
        for (const OptionInfo& option : info.options) {
            json entry = {{"name", option.name}, {"kind", kinds[static_cast<int>(option.kind)]}, {"standard", option.standard}};
            if (option.kind == OptionKind::Number) {
                entry["lowest"] = option.lowest;
                entry["highest"] = option.highest;
            } else if (option.kind == OptionKind::Choice) {
                entry["choices"] = option.choices;
            } else if (option.kind == OptionKind::Table) {
                for (const OptionColumn& column : option.columns) {
                    entry["columns"].push_back(column.name);
                }
            }
            options.push_back(std::move(entry));
        }
        steps.push_back({{"id", info.id}, {"standard", info.isStandard}, {"after", info.after}, {"options", options}});
    }
    return steps;
}

std::string problemOf(const OptionInfo& option, const json& value) {
    const auto isListOf = [&](std::size_t most, auto&& isRight) {
        return value.is_array() && value.size() <= most && std::all_of(value.begin(), value.end(), isRight);
    };
    bool isRight = false;
    switch (option.kind) {
        case OptionKind::Flag:
            isRight = value.is_boolean();
            break;
        case OptionKind::Number:
            isRight = value.is_number() && value.get<double>() >= option.lowest && value.get<double>() <= option.highest;
            break;
        case OptionKind::Choice:
            isRight = value.is_string() &&
                      std::find(option.choices.begin(), option.choices.end(), value.get<std::string>()) != option.choices.end();
            break;
        case OptionKind::Texts:
            isRight = isListOf(mostTexts, isText);
            break;
        case OptionKind::Days:
            isRight = isListOf(mostTexts, [](const json& text) { return isText(text) && parseDaySpan(text.get<std::string>()); });
            break;
        case OptionKind::Table:
            isRight = isListOf(mostRows, [&](const json& row) { return isRow(row, option.columns); });
            break;
    }
    return isRight ? std::string() : "has no option " + option.name + " with such a value";
}

StepOptions::StepOptions(std::string_view id, const json& options) : m_step(*findCleaningStep(id)), m_options(options) {}

const json& StepOptions::value(std::string_view name) const {
    const auto given = m_options.find(name);
    return given != m_options.end() ? *given : m_step.option(name)->standard;
}

}  // namespace foresell
