// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <span>

#include "ui/widgets/messages.h"

namespace foresell {

namespace {

struct Word {
    const char* code;
    const char* text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(foresell::ImportWords)
};

QString find(std::span<const Word> words, const std::string& code) {
    for (const Word& word : words) {
        if (code == word.code) {
            return Words::tr(word.text);
        }
    }
    return {};
}

QString findOr(std::span<const Word> words, const std::string& code) {
    const QString found = find(words, code);
    return found.isEmpty() ? QString::fromStdString(code) : found;
}

constexpr Word fieldWords[] = {
    {"date", QT_TRANSLATE_NOOP("foresell::ImportWords", "Date")},
    {"end_date", QT_TRANSLATE_NOOP("foresell::ImportWords", "Last day")},
    {"quantity", QT_TRANSLATE_NOOP("foresell::ImportWords", "Quantity")},
    {"item", QT_TRANSLATE_NOOP("foresell::ImportWords", "Item code")},
    {"location", QT_TRANSLATE_NOOP("foresell::ImportWords", "Location")},
    {"channel", QT_TRANSLATE_NOOP("foresell::ImportWords", "Channel")},
    {"order", QT_TRANSLATE_NOOP("foresell::ImportWords", "Order")},
    {"customer", QT_TRANSLATE_NOOP("foresell::ImportWords", "Customer")},
    {"price", QT_TRANSLATE_NOOP("foresell::ImportWords", "Price")},
    {"amount", QT_TRANSLATE_NOOP("foresell::ImportWords", "Amount")},
    {"cost", QT_TRANSLATE_NOOP("foresell::ImportWords", "Cost")},
    {"name", QT_TRANSLATE_NOOP("foresell::ImportWords", "Item name")},
    {"category", QT_TRANSLATE_NOOP("foresell::ImportWords", "Category")},
    {"brand", QT_TRANSLATE_NOOP("foresell::ImportWords", "Brand")},
    {"promotion", QT_TRANSLATE_NOOP("foresell::ImportWords", "Promotion")},
    {"stock", QT_TRANSLATE_NOOP("foresell::ImportWords", "Stock")},
    {"availability", QT_TRANSLATE_NOOP("foresell::ImportWords", "Availability")},
    {"views", QT_TRANSLATE_NOOP("foresell::ImportWords", "Views")},
    {"searches", QT_TRANSLATE_NOOP("foresell::ImportWords", "Searches")},
    {"carts", QT_TRANSLATE_NOOP("foresell::ImportWords", "Carts")},
    {"favourites", QT_TRANSLATE_NOOP("foresell::ImportWords", "Favourites")},
    {"orders", QT_TRANSLATE_NOOP("foresell::ImportWords", "Number of orders")},
    {"visitors", QT_TRANSLATE_NOOP("foresell::ImportWords", "Visitors")},
    {"session", QT_TRANSLATE_NOOP("foresell::ImportWords", "Session")},
    {"event", QT_TRANSLATE_NOOP("foresell::ImportWords", "Event")},
    {"lead_time", QT_TRANSLATE_NOOP("foresell::ImportWords", "Lead time")},
    {"pack_size", QT_TRANSLATE_NOOP("foresell::ImportWords", "Pack size")},
    {"image", QT_TRANSLATE_NOOP("foresell::ImportWords", "Image file")},
    {"text", QT_TRANSLATE_NOOP("foresell::ImportWords", "Text")},
    {"parent", QT_TRANSLATE_NOOP("foresell::ImportWords", "Belongs to")},
    {"relation", QT_TRANSLATE_NOOP("foresell::ImportWords", "How it belongs")},
    {"style", QT_TRANSLATE_NOOP("foresell::ImportWords", "Style")},
    {"bundle", QT_TRANSLATE_NOOP("foresell::ImportWords", "Part of bundle")},
    {"gift_of", QT_TRANSLATE_NOOP("foresell::ImportWords", "Gift with")},
    {"replaces", QT_TRANSLATE_NOOP("foresell::ImportWords", "Replaces")},
    {"size", QT_TRANSLATE_NOOP("foresell::ImportWords", "Size")},
    {"share", QT_TRANSLATE_NOOP("foresell::ImportWords", "Share of the money")},
};

constexpr Word absenceWords[] = {
    {"location", QT_TRANSLATE_NOOP("foresell::ImportWords", "none: one shop")},
    {"channel", QT_TRANSLATE_NOOP("foresell::ImportWords", "none: one channel")},
    {"order", QT_TRANSLATE_NOOP("foresell::ImportWords", "none: cancellations match less well")},
    {"price", QT_TRANSLATE_NOOP("foresell::ImportWords", "none: amount ÷ quantity")},
    {"name", QT_TRANSLATE_NOOP("foresell::ImportWords", "none: the code is shown")},
};

constexpr Word roleWords[] = {
    {"sales", QT_TRANSLATE_NOOP("foresell::ImportWords", "Sales")},
    {"plan", QT_TRANSLATE_NOOP("foresell::ImportWords", "Plan")},
    {"items", QT_TRANSLATE_NOOP("foresell::ImportWords", "Item list")},
    {"locations", QT_TRANSLATE_NOOP("foresell::ImportWords", "Locations")},
    {"stock", QT_TRANSLATE_NOOP("foresell::ImportWords", "Stock")},
    {"behaviour", QT_TRANSLATE_NOOP("foresell::ImportWords", "Visits")},
    {"signals", QT_TRANSLATE_NOOP("foresell::ImportWords", "Market signals")},
    {"structure", QT_TRANSLATE_NOOP("foresell::ImportWords", "Item structure")},
};

constexpr Word roleChoices[] = {
    {"plan", QT_TRANSLATE_NOOP("foresell::ImportWords", "Plan (prices, promotions)")},
    {"behaviour", QT_TRANSLATE_NOOP("foresell::ImportWords", "Visits (views, carts)")},
    {"signals", QT_TRANSLATE_NOOP("foresell::ImportWords", "Market (weather, rivals)")},
};

constexpr Word importTitles[] = {
    {"sales", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import sales")},
    {"plan", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import a plan")},
    {"items", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import items")},
    {"locations", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import locations")},
    {"stock", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import stock")},
    {"behaviour", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import visits")},
    {"signals", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import market signals")},
    {"structure", QT_TRANSLATE_NOOP("foresell::ImportWords", "Import item structure")},
};

constexpr Word rejectWords[] = {
    {"no_date", QT_TRANSLATE_NOOP("foresell::ImportWords", "the date is empty")},
    {"bad_date", QT_TRANSLATE_NOOP("foresell::ImportWords", "no date that can be read")},
    {"bad_date_range", QT_TRANSLATE_NOOP("foresell::ImportWords", "the range ends before it begins")},
    {"date_out_of_range", QT_TRANSLATE_NOOP("foresell::ImportWords", "the date is outside 1900 to 2100")},
    {"bad_number", QT_TRANSLATE_NOOP("foresell::ImportWords", "no number that can be read")},
    {"number_too_large", QT_TRANSLATE_NOOP("foresell::ImportWords", "the number is too large")},
    {"invalid_text", QT_TRANSLATE_NOOP("foresell::ImportWords", "bytes that are no text in this encoding")},
    {"not_a_share", QT_TRANSLATE_NOOP("foresell::ImportWords", "the availability is not between 0 and 1")},
    {"no_stock", QT_TRANSLATE_NOOP("foresell::ImportWords", "neither stock nor availability is given")},
    {"negative_count", QT_TRANSLATE_NOOP("foresell::ImportWords", "a count below zero")},
    {"unknown_event", QT_TRANSLATE_NOOP("foresell::ImportWords", "an event that is not known")},
    {"no_item", QT_TRANSLATE_NOOP("foresell::ImportWords", "the item is empty")},
    {"id_lost_digits", QT_TRANSLATE_NOOP("foresell::ImportWords", "the spreadsheet has lost digits of this code")},
    {"id_too_long", QT_TRANSLATE_NOOP("foresell::ImportWords", "the code is too long")},
    {"order_not_paid", QT_TRANSLATE_NOOP("foresell::ImportWords", "the order was never paid")},
    {"order_cancelled", QT_TRANSLATE_NOOP("foresell::ImportWords", "the order was cancelled before anything was sold")},
    {"balance_not_paid", QT_TRANSLATE_NOOP("foresell::ImportWords", "a deposit whose balance was not paid")},
    {"deposit_of_known_order", QT_TRANSLATE_NOOP("foresell::ImportWords", "a deposit of an order that is there already (if without it, take that import back and import both files together)")},
    {"total_row", QT_TRANSLATE_NOOP("foresell::ImportWords", "a row of totals, whose parts are counted already")},
    {"open_quote", QT_TRANSLATE_NOOP("foresell::ImportWords", "a quotation mark is never closed")},
    {"row_too_long", QT_TRANSLATE_NOOP("foresell::ImportWords", "the row is too long")},
    {"nul_byte", QT_TRANSLATE_NOOP("foresell::ImportWords", "bytes that are no text")},
    {"day_not_kept", QT_TRANSLATE_NOOP("foresell::ImportWords", "sales of this day were erased or summed")},
    {"not_above_zero", QT_TRANSLATE_NOOP("foresell::ImportWords", "the number is not above zero")},
    {"no_parent", QT_TRANSLATE_NOOP("foresell::ImportWords", "it does not say what the item belongs to")},
    {"unknown_relation", QT_TRANSLATE_NOOP("foresell::ImportWords", "neither style, bundle, gift nor successor")},
    {"belongs_to_itself", QT_TRANSLATE_NOOP("foresell::ImportWords", "the item belongs to itself")},
    {"too_few_cells", QT_TRANSLATE_NOOP("foresell::ImportWords", "cells are missing")},
    {"too_many_cells", QT_TRANSLATE_NOOP("foresell::ImportWords", "there are cells too many")},
};

constexpr Word useWords[] = {
    {"personal", QT_TRANSLATE_NOOP("foresell::ImportWords", "Personal")},
    {"covariate", QT_TRANSLATE_NOOP("foresell::ImportWords", "As it is")},
    {"attribute", QT_TRANSLATE_NOOP("foresell::ImportWords", "As it is")},
};

constexpr Word evidenceWords[] = {
    {"given", QT_TRANSLATE_NOOP("foresell::ImportWords", "chosen by you")},
    {"known", QT_TRANSLATE_NOOP("foresell::ImportWords", "as in an earlier import")},
    {"name", QT_TRANSLATE_NOOP("foresell::ImportWords", "by its name")},
    {"preset", QT_TRANSLATE_NOOP("foresell::ImportWords", "as this platform exports it")},
    {"content", QT_TRANSLATE_NOOP("foresell::ImportWords", "by its cells")},
    {"country", QT_TRANSLATE_NOOP("foresell::ImportWords", "a customer's country, not a place of sale")},
    {"further_column", QT_TRANSLATE_NOOP("foresell::ImportWords", "another column is taken for it")},
    {"not_needed", QT_TRANSLATE_NOOP("foresell::ImportWords", "not needed")},
    {"payment_stage", QT_TRANSLATE_NOOP("foresell::ImportWords", "deposit and balance become one sale")},
    {"product_list", QT_TRANSLATE_NOOP("foresell::ImportWords", "lists products; each becomes a line")},
    {"week_numbers", QT_TRANSLATE_NOOP("foresell::ImportWords", "numbers of weeks")},
    {"empty", QT_TRANSLATE_NOOP("foresell::ImportWords", "empty")},
    {"personal_name", QT_TRANSLATE_NOOP("foresell::ImportWords", "personal by its name")},
    {"personal_content", QT_TRANSLATE_NOOP("foresell::ImportWords", "personal by its cells")},
};

}  // namespace

QString fieldTitle(const std::string& field) {
    return findOr(fieldWords, field);
}

QStringList fieldsOf(const std::string& role) {
    static constexpr std::pair<const char*, const char*> lists[] = {
        {"sales", "date quantity item name order price amount location channel customer category brand cost promotion"},
        {"plan", "date end_date item location channel"},
        {"items", "item name category brand price cost location lead_time pack_size image text style size"},
        {"structure", "item style size bundle quantity share gift_of replaces parent relation date end_date"},
        {"locations", "location name channel"},
        {"stock", "date end_date item location channel stock availability"},
        {"behaviour", "date item location channel views visitors carts favourites searches orders event session customer"},
        {"signals", "date end_date item location channel"}};
    const auto found = std::ranges::find_if(lists, [&role](const auto& list) { return role == list.first; });
    return QString::fromLatin1((found == std::end(lists) ? lists[0] : *found).second).split(QLatin1Char(' '));
}

QString withoutField(const std::string& field) {
    return find(absenceWords, field);
}

QStringList importRoles() {
    QStringList roles;
    for (const Word& role : roleWords) {
        roles.append(QString::fromLatin1(role.code));
    }
    return roles;
}

QString roleTitle(const std::string& role) {
    return findOr(roleWords, role);
}

QString roleChoice(const std::string& role) {
    const QString choice = find(roleChoices, role);
    return choice.isEmpty() ? roleTitle(role) : choice;
}

QString importTitle(const std::string& role) {
    const QString title = find(importTitles, role);
    return title.isEmpty() ? importTitle("sales") : title;
}

QString rejectReason(const std::string& code) {
    return findOr(rejectWords, code);
}

QString useTitle(const std::string& use) {
    const QString found = find(useWords, use);
    return found.isEmpty() ? Words::tr("Skip") : found;
}

QString evidenceText(const std::string& evidence) {
    return find(evidenceWords, evidence);
}

QString countText(std::int64_t count) {
    return numberText(static_cast<double>(count));
}

}  // namespace foresell
