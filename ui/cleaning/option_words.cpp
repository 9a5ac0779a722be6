// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_words.h"

namespace foresell {

namespace {

/// By "step.option"; an option that several steps share stands as "*.option".
struct OptionTexts {
    const char* key;
    const char* name;
    const char* help;
};

constexpr OptionTexts optionTexts[] = {
    {"merges.items", QT_TRANSLATE_NOOP("foresell::StepWords", "Items: old code, code now, units of the new in one of the old"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "Leave the units empty where one is one.")},
    {"merges.locations", QT_TRANSLATE_NOOP("foresell::StepWords", "Locations: old code, code now"), nullptr},
    {"successors.items", QT_TRANSLATE_NOOP("foresell::StepWords", "Further successors: old code, code now, units of the new in one of the old"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "Leave the units empty where one is one.")},
    {"bundles.parts", QT_TRANSLATE_NOOP("foresell::StepWords", "Further bundles and what is in them"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "A row for each part. Rows of a bundle replace what the file says of it. Leave the share empty to share the money by price.")},
    {"bundles.money", QT_TRANSLATE_NOOP("foresell::StepWords", "Money is shared"), nullptr},
    {"bundles.gifts", QT_TRANSLATE_NOOP("foresell::StepWords", "Count gifts that stand in no line of their own"), nullptr},
    {"styles.variants", QT_TRANSLATE_NOOP("foresell::StepWords", "Further styles and their sizes"), nullptr},
    {"styles.days", QT_TRANSLATE_NOOP("foresell::StepWords", "Latest days that tell the size curve"), nullptr},
    {"*.file", QT_TRANSLATE_NOOP("foresell::StepWords", "Use the imported item structure"), nullptr},
    {"conversions.units", QT_TRANSLATE_NOOP("foresell::StepWords", "Items that are counted in packs"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "A * at the end of a code stands for anything: BOX*.")},
    {"conversions.money", QT_TRANSLATE_NOOP("foresell::StepWords", "Locations or channels with other money"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "The rate is what one of their money is worth in the project's. * stands for all.")},
    {"near_repeats.same_order", QT_TRANSLATE_NOOP("foresell::StepWords", "Same order number"), nullptr},
    {"near_repeats.same_customer", QT_TRANSLATE_NOOP("foresell::StepWords", "Same customer"), nullptr},
    {"near_repeats.same_quantity", QT_TRANSLATE_NOOP("foresell::StepWords", "Same quantity"), nullptr},
    {"near_repeats.same_price", QT_TRANSLATE_NOOP("foresell::StepWords", "Same price"), nullptr},
    {"near_repeats.minutes", QT_TRANSLATE_NOOP("foresell::StepWords", "Minutes apart, at most"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "Where the file gives no time of day, the same day counts.")},
    {"cancellations.prefixes", QT_TRANSLATE_NOOP("foresell::StepWords", "Cancelling order numbers begin with"), QT_TRANSLATE_NOOP("foresell::StepWords", "One a line.")},
    {"cancellations.partial", QT_TRANSLATE_NOOP("foresell::StepWords", "A cancellation may take a part of a sale"), nullptr},
    {"returns.treatment", QT_TRANSLATE_NOOP("foresell::StepWords", "Returns are"), nullptr},
    {"returns.days", QT_TRANSLATE_NOOP("foresell::StepWords", "Days that a return looks back for its sale"), nullptr},
    {"returns.expect", QT_TRANSLATE_NOOP("foresell::StepWords", "Lower the latest days by the returns still to come"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "The latest days look too good until their returns arrive. How long that takes is learnt from the returns so far.")},
    {"non_products.codes", QT_TRANSLATE_NOOP("foresell::StepWords", "Item codes"), QT_TRANSLATE_NOOP("foresell::StepWords", "One a line; a * at an end stands for anything.")},
    {"non_products.names", QT_TRANSLATE_NOOP("foresell::StepWords", "Item names"), QT_TRANSLATE_NOOP("foresell::StepWords", "One a line; a * at an end stands for anything.")},
    {"test_orders.orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Order numbers"), QT_TRANSLATE_NOOP("foresell::StepWords", "One a line; a * at an end stands for anything.")},
    {"test_orders.items", QT_TRANSLATE_NOOP("foresell::StepWords", "Item codes or names"), nullptr},
    {"test_orders.places", QT_TRANSLATE_NOOP("foresell::StepWords", "Locations or channels"), nullptr},
    {"test_orders.price_up_to", QT_TRANSLATE_NOOP("foresell::StepWords", "Also lines with a price up to"), QT_TRANSLATE_NOOP("foresell::StepWords", "0: the price does not matter.")},
    {"bulk_orders.times", QT_TRANSLATE_NOOP("foresell::StepWords", "Times the item's usual line"), nullptr},
    {"bulk_orders.spread", QT_TRANSLATE_NOOP("foresell::StepWords", "Times its usual spread"), QT_TRANSLATE_NOOP("foresell::StepWords", "Higher finds fewer.")},
    {"bulk_orders.fewest_lines", QT_TRANSLATE_NOOP("foresell::StepWords", "Lines an item needs to be judged"), nullptr},
    {"wholesale_orders.times", QT_TRANSLATE_NOOP("foresell::StepWords", "Times the usual order"), nullptr},
    {"wholesale_orders.customers", QT_TRANSLATE_NOOP("foresell::StepWords", "All orders of customers whose usual order is that large"), nullptr},
    {"click_farms.fewest_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Orders of an item in a day, at least"), nullptr},
    {"click_farms.first_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Share of them by customers who buy once"), nullptr},
    {"price_outliers.times", QT_TRANSLATE_NOOP("foresell::StepWords", "Times above or below the usual price"), nullptr},
    {"price_outliers.treatment", QT_TRANSLATE_NOOP("foresell::StepWords", "Such lines"), nullptr},
    {"quantity_outliers.times", QT_TRANSLATE_NOOP("foresell::StepWords", "Times what was to be expected"), nullptr},
    {"missing_values.quantity", QT_TRANSLATE_NOOP("foresell::StepWords", "Lines without quantity"), nullptr},
    {"missing_values.quantity_value", QT_TRANSLATE_NOOP("foresell::StepWords", "Quantity for the fixed value"), nullptr},
    {"missing_values.price", QT_TRANSLATE_NOOP("foresell::StepWords", "Lines without price"), nullptr},
    {"missing_values.price_value", QT_TRANSLATE_NOOP("foresell::StepWords", "Price for the fixed value"), nullptr},
    {"missing_values.item", QT_TRANSLATE_NOOP("foresell::StepWords", "Lines without item"), nullptr},
    {"closed_days.days", QT_TRANSLATE_NOOP("foresell::StepWords", "Closed days"),
     QT_TRANSLATE_NOOP("foresell::StepWords", "One a line: 2026-02-17, or from to: 2026-02-17..2026-02-23.")},
    {"closed_days.treatment", QT_TRANSLATE_NOOP("foresell::StepWords", "Lines of these days"), nullptr},
    {"stock_outs.days", QT_TRANSLATE_NOOP("foresell::StepWords", "Days before and after that tell the usual"), nullptr},
    {"stock_outs.fewest_days", QT_TRANSLATE_NOOP("foresell::StepWords", "Of these with stock, at least"), nullptr},
    {"*.score", QT_TRANSLATE_NOOP("foresell::StepWords", "Strictness"), QT_TRANSLATE_NOOP("foresell::StepWords", "How far outside the usual spread; higher finds fewer.")},
    {"*.smallest", QT_TRANSLATE_NOOP("foresell::StepWords", "Units, at least"), nullptr},
    {"*.treatment", QT_TRANSLATE_NOOP("foresell::StepWords", "What goes beyond"), nullptr},
};

const OptionTexts* textsOf(const std::string& step, const std::string& option) {
    for (const std::string& key : {step + "." + option, "*." + option}) {
        for (const OptionTexts& texts : optionTexts) {
            if (key == texts.key) {
                return &texts;
            }
        }
    }
    return nullptr;
}

}  // namespace

QString StepWords::option(const std::string& step, const std::string& option) {
    const OptionTexts* texts = textsOf(step, option);
    return texts == nullptr ? QString::fromStdString(option) : tr(texts->name);
}

QString StepWords::optionHelp(const std::string& step, const std::string& option) {
    const OptionTexts* texts = textsOf(step, option);
    return texts == nullptr || texts->help == nullptr ? QString() : tr(texts->help);
}

QString StepWords::choice(const std::string& step, const std::string& option, const std::string& choice) {
    if (step == "returns" && choice == "net") {
        return tr("taken off the sale they belong to");
    }
    if (option == "treatment" && choice == "cap") {
        return tr("lowered to the most that is usual");
    }
    static const std::pair<const char*, const char*> words[] = {
        {"price", QT_TRANSLATE_NOOP("foresell::StepWords", "by the usual prices of the parts")},
        {"quantity", QT_TRANSLATE_NOOP("foresell::StepWords", "by the quantities of the parts")},
        {"set_aside", QT_TRANSLATE_NOOP("foresell::StepWords", "set aside")},
        {"keep", QT_TRANSLATE_NOOP("foresell::StepWords", "kept as they are")},
        {"usual", QT_TRANSLATE_NOOP("foresell::StepWords", "get the usual price")},
        {"constant", QT_TRANSLATE_NOOP("foresell::StepWords", "get a fixed value")},
        {"forward", QT_TRANSLATE_NOOP("foresell::StepWords", "get the item's last value")},
        {"interpolate", QT_TRANSLATE_NOOP("foresell::StepWords", "get a value between the item's last and next")},
        {"seasonal", QT_TRANSLATE_NOOP("foresell::StepWords", "get the item's usual value of the weekday")},
    };
    for (const auto& [id, word] : words) {
        if (choice == id) {
            return tr(word);
        }
    }
    return QString::fromStdString(choice);
}

QString StepWords::column(const std::string& column) {
    static const std::pair<const char*, const char*> words[] = {
        {"from", QT_TRANSLATE_NOOP("foresell::StepWords", "Old code")},
        {"to", QT_TRANSLATE_NOOP("foresell::StepWords", "Code now")},
        {"units", QT_TRANSLATE_NOOP("foresell::StepWords", "Units")},
        {"item", QT_TRANSLATE_NOOP("foresell::StepWords", "Item code")},
        {"bundle", QT_TRANSLATE_NOOP("foresell::StepWords", "Bundle")},
        {"quantity", QT_TRANSLATE_NOOP("foresell::StepWords", "Quantity")},
        {"share", QT_TRANSLATE_NOOP("foresell::StepWords", "Share")},
        {"style", QT_TRANSLATE_NOOP("foresell::StepWords", "Style")},
        {"size", QT_TRANSLATE_NOOP("foresell::StepWords", "Size")},
        {"place", QT_TRANSLATE_NOOP("foresell::StepWords", "Location or channel")},
        {"rate", QT_TRANSLATE_NOOP("foresell::StepWords", "Rate")},
    };
    for (const auto& [id, word] : words) {
        if (column == id) {
            return tr(word);
        }
    }
    return QString::fromStdString(column);
}

}  // namespace foresell
