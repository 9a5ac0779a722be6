// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_words.h"

#include "ui/widgets/messages.h"

namespace foresell {

namespace {

QString count(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

using Texts = std::pair<const char*, const char*>;

template <std::size_t size>
QString wordOf(const std::string& key, const Texts (&texts)[size]) {
    for (const auto& [id, text] : texts) {
        if (key == id) {
            return StepWords::tr(text);
        }
    }
    return {};
}

std::int64_t factOf(const CleaningStepResult& step, const char* name) {
    const auto found = step.facts.find(name);
    return found == step.facts.end() ? 0 : found->second;
}

}  // namespace

QString StepWords::name(const std::string& id) {
    static constexpr Texts names[] = {
        {"merges", QT_TRANSLATE_NOOP("foresell::StepWords", "Merged items and locations")},
        {"successors", QT_TRANSLATE_NOOP("foresell::StepWords", "Successors")},
        {"conversions", QT_TRANSLATE_NOOP("foresell::StepWords", "Units and currencies")},
        {"exact_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "Exact repeats")},
        {"near_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "Near repeats")},
        {"cancellations", QT_TRANSLATE_NOOP("foresell::StepWords", "Cancellations")},
        {"returns", QT_TRANSLATE_NOOP("foresell::StepWords", "Returns")},
        {"zero_prices", QT_TRANSLATE_NOOP("foresell::StepWords", "Zero or negative price")},
        {"non_products", QT_TRANSLATE_NOOP("foresell::StepWords", "Not products")},
        {"test_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Test and internal orders")},
        {"bulk_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Bulk orders")},
        {"wholesale_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Wholesale orders")},
        {"click_farms", QT_TRANSLATE_NOOP("foresell::StepWords", "Click-farm orders")},
        {"price_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "Odd prices")},
        {"quantity_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "Odd days")},
        {"missing_values", QT_TRANSLATE_NOOP("foresell::StepWords", "Missing values")},
        {"closed_days", QT_TRANSLATE_NOOP("foresell::StepWords", "Closed days")},
        {"bundles", QT_TRANSLATE_NOOP("foresell::StepWords", "Bundles and gifts")},
        {"stock_outs", QT_TRANSLATE_NOOP("foresell::StepWords", "Days without stock")},
        {"styles", QT_TRANSLATE_NOOP("foresell::StepWords", "Styles instead of sizes")},
    };
    const QString name = wordOf(id, names);
    return name.isEmpty() ? QString::fromStdString(id) : name;
}

QString StepWords::name(const RecipeStep& step) {
    return step.name.empty() ? name(step.id) : QString::fromStdString(step.name);
}

QString StepWords::purpose(const std::string& id) {
    static constexpr Texts texts[] = {
        {"merges", QT_TRANSLATE_NOOP("foresell::StepWords", "Gives the sales of re-coded items, predecessors and moved shops to the code that is used now.")},
        {"successors", QT_TRANSLATE_NOOP("foresell::StepWords", "Lets a new item carry on the sales of the one that it replaces.")},
        {"conversions", QT_TRANSLATE_NOOP("foresell::StepWords", "Counts cartons as pieces and turns foreign money into the project's.")},
        {"exact_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "Keeps one of lines that are the same in every cell. Of an order that came as a whole and item by item, the items stay.")},
        {"near_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds order lines that were sent twice within minutes.")},
        {"cancellations", QT_TRANSLATE_NOOP("foresell::StepWords", "Sets cancelling orders aside together with the sales they cancel.")},
        {"returns", QT_TRANSLATE_NOOP("foresell::StepWords", "Keeps returns apart, or takes them off the sale they belong to.")},
        {"zero_prices", QT_TRANSLATE_NOOP("foresell::StepWords", "Sets samples, gifts and stock corrections aside.")},
        {"non_products", QT_TRANSLATE_NOOP("foresell::StepWords", "Sets postage, fees and vouchers aside, known by code or name.")},
        {"test_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Sets orders aside that were placed to try the shop or by its own people.")},
        {"bulk_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds single lines far above what customers usually take of the item.")},
        {"wholesale_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds whole orders, and customers, far larger than the shop's usual order.")},
        {"click_farms", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds bursts of small orders for one item by customers who never buy again.")},
        {"price_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds prices far from the item's prices around them, such as a lost decimal point.")},
        {"quantity_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "Finds days on which an item sold far beyond its season and weekday. Promotions and festivals are left alone.")},
        {"missing_values", QT_TRANSLATE_NOOP("foresell::StepWords", "Fills empty quantities and prices, or sets their lines aside.")},
        {"closed_days", QT_TRANSLATE_NOOP("foresell::StepWords", "Names days on which the shop was closed, so that they do not count as days without demand.")},
        {"bundles", QT_TRANSLATE_NOOP("foresell::StepWords", "Counts sold bundles as sales of what is in them, and gifts as sold with the item that brings them. Units and money add up.")},
        {"styles", QT_TRANSLATE_NOOP("foresell::StepWords", "Adds sizes and colours up to their style. The forecast is made for the style and shared out by its size curve.")},
        {"stock_outs", QT_TRANSLATE_NOOP("foresell::StepWords", "Estimates what would have been sold while there was no stock. The estimate is kept apart from the sales.")},
    };
    return wordOf(id, texts);
}

QString StepWords::note(const CleaningStepResult& step) {
    static constexpr Texts notes[] = {
        {"merges", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines under another code now")},
        {"successors", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines carried on by a new item")},
        {"conversions", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines in other units or money")},
        {"bundles", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines of bundles taken apart")},
        {"styles", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines of sizes count for their style")},
        {"exact_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines, the same order line again")},
        {"near_repeats", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines, sent twice within minutes")},
        {"cancellations", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines with the sales they cancel")},
        {"returns", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 negative lines: write-offs, damage")},
        {"zero_prices", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines: samples, stock corrections")},
        {"non_products", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines: postage, fees, vouchers")},
        {"test_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines of trials or own people")},
        {"bulk_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines far above the item's usual")},
        {"wholesale_orders", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines of very large orders")},
        {"click_farms", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines in bursts of first orders")},
        {"price_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines far from the usual price")},
        {"quantity_outliers", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines of days far above season")},
        {"missing_values", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines without item or quantity")},
        {"closed_days", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 lines on days the shop was closed")},
    };
    if (!step.enabled) {
        return tr("switched off");
    }
    if (step.id == "stock_outs") {
        return step.lost.lines == 0 ? tr("no stock-outs are known") : tr("%1 days of items, demand estimated").arg(count(step.lost.lines));
    }
    if (step.id == "returns" && factOf(step, "matched_returns") > 0) {
        return tr("%1 returns taken off their sales").arg(count(factOf(step, "matched_returns")));
    }
    if (const auto filled = factOf(step, "quantities_filled") + factOf(step, "prices_filled"); filled > 0) {
        return tr("%1 values filled, %2 lines set aside").arg(count(filled), count(step.setAside));
    }
    if ((step.id == "merges" || step.id == "conversions" || step.id == "closed_days") && step.setAside + step.corrected == 0) {
        return tr("nothing named yet, see Options");
    }
    if ((step.id == "successors" || step.id == "bundles" || step.id == "styles") && step.setAside + step.corrected + step.created == 0) {
        return tr("import the item structure, or see Options");
    }
    if (step.id == "bundles" && step.setAside == 0) {
        return tr("%1 gifts counted").arg(count(step.created));
    }
    return wordOf(step.id, notes).arg(count(step.setAside + step.corrected));
}

QString StepWords::findings(const CleaningStepResult& step) {
    QStringList found;
    if (factOf(step, "matched_returns") > 0) {
        found << tr("%1 of the units come back, half of them within %2 days, 90% within %3")
                     .arg(percentText(static_cast<double>(factOf(step, "return_share_per_10000")) / 10'000, 1), count(factOf(step, "lag_median_days")),
                          count(factOf(step, "lag_90_days")));
    }
    if (const auto units = factOf(step, "units_still_expected"); units > 0) {
        found << tr("%1 units of the latest days are expected back").arg(count(units));
    }
    if (const auto codes = factOf(step, "unknown_codes"); codes > 0) {
        found << tr("%1 codes lead to an item or location that is not there").arg(count(codes));
    }
    if (const auto gifts = factOf(step, "gift_lines"); gifts > 0 || step.created > 0) {
        found << tr("%1 lines of parts, %2 of gifts").arg(count(step.created - gifts), count(gifts));
    }
    if (const auto lines = factOf(step, "shared_by_quantity"); lines > 0) {
        found << tr("money of %1 lines shared by quantity, since prices are not known").arg(count(lines));
    }
    if (const auto styles = factOf(step, "styles"); styles > 0) {
        found << tr("%1 styles with %2 sizes").arg(count(styles), count(factOf(step, "variants")));
    }
    if (factOf(step, "needs_customers") > 0) {
        found << tr("needs a column that tells customers apart");
    }
    if (step.id == "stock_outs" && step.lost.lines > 0) {
        found << tr("about %1 units were wanted and not sold").arg(numberText(toDouble(step.lost.units)));
    }
    return found.join(QStringLiteral(" · "));
}

QString StepWords::reason(const ChangedLine& line) {
    static constexpr Texts reasons[] = {
        {"exact_repeat", QT_TRANSLATE_NOOP("foresell::StepWords", "the same line again")},
        {"items_are_there", QT_TRANSLATE_NOOP("foresell::StepWords", "the items of this order are there")},
        {"near_repeat", QT_TRANSLATE_NOOP("foresell::StepWords", "sent again shortly after %1")},
        {"cancelled_by", QT_TRANSLATE_NOOP("foresell::StepWords", "cancelled by %1")},
        {"cancels", QT_TRANSLATE_NOOP("foresell::StepWords", "cancels %1")},
        {"no_earlier_sale", QT_TRANSLATE_NOOP("foresell::StepWords", "no earlier sale found")},
        {"partly_cancelled_by", QT_TRANSLATE_NOOP("foresell::StepWords", "partly cancelled by %1")},
        {"return_without_sale", QT_TRANSLATE_NOOP("foresell::StepWords", "a return without its sale")},
        {"returned_by", QT_TRANSLATE_NOOP("foresell::StepWords", "returned by %1")},
        {"partly_returned_by", QT_TRANSLATE_NOOP("foresell::StepWords", "partly returned by %1")},
        {"returns", QT_TRANSLATE_NOOP("foresell::StepWords", "returns %1")},
        {"returns_expected", QT_TRANSLATE_NOOP("foresell::StepWords", "%1% of it is still expected back")},
        {"price_zero", QT_TRANSLATE_NOOP("foresell::StepWords", "the price is zero")},
        {"price_negative", QT_TRANSLATE_NOOP("foresell::StepWords", "the price is negative")},
        {"not_a_product", QT_TRANSLATE_NOOP("foresell::StepWords", "no product: %1")},
        {"test_order", QT_TRANSLATE_NOOP("foresell::StepWords", "a trial or own order: %1")},
        {"bulk_order", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 times the usual")},
        {"wholesale_order", QT_TRANSLATE_NOOP("foresell::StepWords", "an order of %2 units, %1 times the usual")},
        {"wholesale_customer", QT_TRANSLATE_NOOP("foresell::StepWords", "a customer who usually takes %2 units")},
        {"click_farm", QT_TRANSLATE_NOOP("foresell::StepWords", "one of %1 such orders that day, usually %2")},
        {"price_outlier", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 times the usual price")},
        {"price_too_low", QT_TRANSLATE_NOOP("foresell::StepWords", "the usual price is %1 times as high")},
        {"quantity_outlier", QT_TRANSLATE_NOOP("foresell::StepWords", "the day sold %1 times the expected %2")},
        {"merged", QT_TRANSLATE_NOOP("foresell::StepWords", "counts as %1 now")},
        {"unit_converted", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 units each")},
        {"money_converted", QT_TRANSLATE_NOOP("foresell::StepWords", "money times %1")},
        {"no_quantity", QT_TRANSLATE_NOOP("foresell::StepWords", "no quantity")},
        {"no_price", QT_TRANSLATE_NOOP("foresell::StepWords", "no price")},
        {"no_item", QT_TRANSLATE_NOOP("foresell::StepWords", "no item")},
        {"quantity_filled", QT_TRANSLATE_NOOP("foresell::StepWords", "quantity filled")},
        {"price_filled", QT_TRANSLATE_NOOP("foresell::StepWords", "price filled")},
        {"closed_day", QT_TRANSLATE_NOOP("foresell::StepWords", "the shop was closed")},
        {"out_of_stock", QT_TRANSLATE_NOOP("foresell::StepWords", "out of stock: this much was wanted")},
        {"succeeded", QT_TRANSLATE_NOOP("foresell::StepWords", "%1 carries it on")},
        {"taken_apart", QT_TRANSLATE_NOOP("foresell::StepWords", "a bundle of %1 parts")},
        {"part_of", QT_TRANSLATE_NOOP("foresell::StepWords", "part of %1")},
        {"gift_with", QT_TRANSLATE_NOOP("foresell::StepWords", "gift with %1")},
        {"of_style", QT_TRANSLATE_NOOP("foresell::StepWords", "counts for the style %1")},
    };
    QString phrase = wordOf(line.reason, reasons);
    if (line.reason == "test_order" && line.other.empty()) {
        return tr("a price of next to nothing");
    }
    if (phrase.contains(QLatin1String("%1"))) {
        phrase.replace(QLatin1String("%1"), QString::fromStdString(line.other));
    }
    if (phrase.contains(QLatin1String("%2"))) {
        phrase.replace(QLatin1String("%2"), count(line.usual));
    }
    return phrase.isEmpty() ? QString::fromStdString(line.reason) : phrase;
}

}  // namespace foresell
