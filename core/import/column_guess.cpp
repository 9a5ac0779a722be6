// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/column_guess.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

#include "core/base/error.h"
#include "core/import/date_format.h"
#include "core/import/header_names.h"
#include "core/import/number_format.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t rowsLookedAt = 2000;
constexpr double mostly = 0.8;

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool looksLikeEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find(' ') == std::string_view::npos;
}

/// A Chinese mobile number, or an international one with its sign.
bool looksLikePhone(std::string_view text) {
    if (text.size() == 11 && isDigits(text) && text[0] == '1' && text[1] >= '3') {
        return true;
    }
    return text.size() >= 9 && text.size() <= 18 && text[0] == '+' &&
           std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 8 &&
           text.find_first_not_of("+0123456789 -()") == std::string_view::npos;
}

bool isDateShaped(std::string_view text) {
    return text.size() >= 6 && (!isDigits(text) || (text.size() == 8 && (text.starts_with("19") || text.starts_with("20")))) &&
           text.find_first_of("0123456789") != std::string_view::npos && !(text.find('.') == text.rfind('.') && text.find_first_not_of("0123456789.") == std::string_view::npos && !isDigits(text));
}

struct Tally {
    std::int64_t serials = 0;
    std::int64_t dates = 0, numbers = 0, integers = 0, emails = 0, phones = 0, letters = 0, shaped = 0;
    std::size_t length = 0;
};

void countCell(std::string_view cell, Tally& tally, ColumnLook& look) {
    DateParser dayFirst(DateOrder::DayFirst), monthFirst(DateOrder::MonthFirst);
    DateTime date;
    Fixed number = 0;
    ++look.filled;
    tally.length += cell.size();
    if (dayFirst.parse(cell, date) == DateResult::Ok || monthFirst.parse(cell, date) == DateResult::Ok) {
        ++tally.dates;
        tally.shaped += isDateShaped(cell) ? 1 : 0;
    }
    if (parseNumber(cell, {'.'}, number) == NumberResult::Ok || parseNumber(cell, {','}, number) == NumberResult::Ok) {
        ++tally.numbers;
        tally.integers += number % fixedOne == 0 ? 1 : 0;
        look.hasFractions = look.hasFractions || number % fixedOne != 0;
    }
    tally.serials += isDateSerial(cell) ? 1 : 0;
    tally.emails += looksLikeEmail(cell) ? 1 : 0;
    tally.phones += looksLikePhone(cell) ? 1 : 0;
}

/// A field accepts only columns whose cells can be it.
bool fits(Field field, const ColumnLook& look) {
    switch (field) {
        case Field::Date:
        case Field::EndDate:
            return look.filled > 0 && ((look.dates >= mostly && (look.isDateShaped || look.averageLength >= 6)) || look.serials >= mostly);
        case Field::Quantity:
        case Field::Price:
        case Field::Amount:
        case Field::Cost:
        case Field::Stock:
        case Field::Views:
        case Field::Searches:
        case Field::Carts:
        case Field::Favourites:
        case Field::Orders:
        case Field::Visitors:
        case Field::LeadTime:
        case Field::PackSize:
        case Field::Share:
            return look.filled > 0 && look.numbers >= mostly && !(look.isDateShaped && look.dates > mostly && look.numbers < 1);
        case Field::Name:
            return look.filled > 0 && look.numbers < mostly;
        default:
            return look.filled > 0;
    }
}

std::vector<Field> fieldsOf(ImportRole role) {
    using enum Field;
    switch (role) {
        case ImportRole::Sales:
            return {Date, Quantity, Item, Location, Channel, Order, Customer, Price, Amount, Cost, Name, Category, Brand, Promotion, Stock, Availability};
        case ImportRole::Plan:
        case ImportRole::Signals:
            return {Date, EndDate, Item, Location, Channel};
        case ImportRole::Stock:
            return {Date, EndDate, Item, Location, Channel, Stock, Availability};
        case ImportRole::Behaviour:
            return {Date, Item, Location, Channel, Customer, Views, Searches, Carts, Favourites, Orders, Visitors, Session, Event};
        case ImportRole::Items:
            return {Item, Location, Channel, Name, Category, Brand, Cost, Price, LeadTime, PackSize, Image, Text, Style, Size};
        case ImportRole::Locations:
            return {Location, Channel, Name};
        case ImportRole::Structure:
            return {Item, Parent, Relation, Style, Bundle, GiftOf, Replaces, Quantity, Share, Size, Date, EndDate};
    }
    return {};
}

bool isFieldOf(ImportRole role, Field field) {
    const std::vector<Field> fields = fieldsOf(role);
    return std::ranges::find(fields, field) != fields.end();
}

/// Gives each field to the column with the best claim.
class Assignment {
public:
    Assignment(const SampleTable& table, const ImportOptions& options, const FileKind& kind) : m_options(options), m_kind(kind) {
        for (std::size_t column = 0; column < table.header.size(); ++column) {
            m_looks.push_back(lookAt(table, column));
            if (options.weekOne && m_looks.back().integers >= mostly && !m_looks.back().isDateShaped) {
                m_looks.back().serials = 1;
            }
            m_meanings.push_back(headerMeaning(headerKey(table.header[column])));
            ColumnGuess guess;
            guess.name = table.header[column];
            m_result.columns.push_back(std::move(guess));
        }
    }

    MappingGuess run(const SampleTable& table, const std::string& fileName, bool hasNames) {
        m_result.role = m_options.role.value_or(ImportRole::Sales);
        applyGiven(table);
        if (!m_options.role) {
            m_result.role = m_kind.preset != nullptr ? m_kind.preset->role : guessRole(fileName);
        }
        applyKnown();
        applyPreset(table);
        markPersonal();
        applyNames();
        if (!hasNames || !column(Field::Date)) {
            applyDateContent();
        }
        applyKeys(table);
        if (m_result.role == ImportRole::Sales) {
            applyQuantityContent(hasNames);
        }
        if (m_result.role == ImportRole::Stock) {
            applyStockQuantity();
        }
        finish();
        return std::move(m_result);
    }

private:
    std::optional<std::size_t>& column(Field field) { return m_result.fields[indexOf(field)]; }
    bool isFree(std::size_t index) const { return !m_result.columns[index].field && m_result.columns[index].evidence.empty(); }

    void assign(Field field, std::size_t index, double confidence, const char* evidence) {
        column(field) = index;
        ColumnGuess& guess = m_result.columns[index];
        guess.use = ColumnUse::Field;
        guess.field = field;
        guess.confidence = confidence;
        guess.evidence = evidence;
    }

    bool isRefused(Field field) const {
        const auto given = m_options.fields.find(std::string(fieldName(field)));
        return given != m_options.fields.end();
    }

    void applyGiven(const SampleTable& table) {
        for (const auto& [name, header] : m_options.fields) {
            const auto field = fieldFromName(name);
            if (!field) {
                throw Error("import.no_such_field", "There is no field " + name,
                            "Fields are date, quantity, item, location, channel, order, customer, price, amount, cost, name, "
                            "category, brand, promotion, stock, availability, views, searches, carts, favourites, orders, visitors, session, "
                            "event, lead_time, pack_size, image, text, parent, relation, style, bundle, gift_of, replaces, size and share.", {{"field", name}});
            }
            if (!header.empty()) {
                assign(*field, find(table, header), 1, "given");
            }
        }
    }

    static std::size_t find(const SampleTable& table, const std::string& name) {
        const auto exact = std::find(table.header.begin(), table.header.end(), name);
        if (exact != table.header.end()) {
            return static_cast<std::size_t>(exact - table.header.begin());
        }
        const std::string key = headerKey(name);
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            if (headerKey(table.header[i]) == key) {
                return i;
            }
        }
        std::string all;
        for (const std::string& header : table.header) {
            all += (all.empty() ? "" : ", ") + header;
        }
        throw Error("import.no_such_column", "The file has no column " + name, "Its columns are: " + all,
                    {{"column", name}, {"columns", all}});
    }

    bool claims(std::size_t index, Field field) const {
        const auto& candidates = m_meanings[index].candidates;
        return std::any_of(candidates.begin(), candidates.end(), [&](const auto& c) { return c.field == field; });
    }

    /// An earlier import of a file with the same columns took it for the field.
    bool isRememberedAs(std::size_t index, Field field) const {
        const auto known = m_options.knownColumns.find(m_kind.signature + ' ' + headerKey(m_result.columns[index].name));
        return known != m_options.knownColumns.end() && known->second == fieldName(field);
    }

    bool someClaims(Field field) const {
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            if ((claims(i, field) || isRememberedAs(i, field)) && fits(field, m_looks[i])) {
                return true;
            }
        }
        return m_result.fields[indexOf(field)].has_value();
    }

    /// Counts of visits, or a log that names its sessions or events.
    bool tellsBehaviour() const {
        const auto claimed = [this](Field field) { return someClaims(field); };
        const std::initializer_list<Field> counts{Field::Views, Field::Carts, Field::Favourites, Field::Visitors, Field::Searches};
        const bool hasCounts = std::any_of(counts.begin(), counts.end(), claimed);
        return (hasCounts || claimed(Field::Session) || (claimed(Field::Event) && claimed(Field::Customer))) && !claimed(Field::Price) &&
               !claimed(Field::Promotion);
    }

    /// Stock and nothing that a plan tells: what was on hand is never known ahead.
    bool tellsStockAlone() const {
        const bool hasPlan = std::any_of(m_meanings.begin(), m_meanings.end(), [](const HeaderMeaning& meaning) { return meaning.isCovariate; });
        return (someClaims(Field::Stock) || someClaims(Field::Availability)) && !hasPlan && !someClaims(Field::Promotion) &&
               !someClaims(Field::Price) && !someClaims(Field::Order) && !someClaims(Field::Amount);
    }

    /// A stock list whose figure is headed "quantity".
    void applyStockQuantity() {
        for (std::size_t i = 0; i < m_looks.size() && !column(Field::Stock) && !column(Field::Availability); ++i) {
            if (isFree(i) && !isRefused(Field::Stock) && claims(i, Field::Quantity) && fits(Field::Stock, m_looks[i])) {
                assign(Field::Stock, i, 0.7, "name");
            }
        }
    }

    /// What is in a bundle, comes with an item or takes its place; styles and sizes alone, without what a list of items tells.
    bool tellsStructure() const {
        const auto claimed = [this](Field field) { return someClaims(field); };
        const bool isDated = claimed(Field::Date) && !claimed(Field::EndDate);
        if (!claimed(Field::Item) || isDated || claimed(Field::Order) || claimed(Field::Amount) || claimed(Field::Location)) {
            return false;
        }
        const auto ownItem = [this] {
            for (std::size_t i = 0; i < m_looks.size(); ++i) {
                if (claims(i, Field::Item) && !claims(i, Field::Style)) {
                    return true;
                }
            }
            return false;
        };
        const bool tellsFacts = claimed(Field::Category) || claimed(Field::Price) || claimed(Field::Cost) || claimed(Field::Name);
        return claimed(Field::Bundle) || claimed(Field::GiftOf) || claimed(Field::Replaces) || (claimed(Field::Parent) && !tellsFacts) ||
               (claimed(Field::Style) && ownItem() && !tellsFacts);
    }

    ImportRole guessRole(const std::string& fileName) const {
        const std::string name = asciiLower(fileName);
        const auto has = [&](std::string_view part) { return name.find(part) != std::string::npos; };
        const bool hasDate = someClaims(Field::Date);
        const bool hasQuantity = someClaims(Field::Quantity);
        if (tellsStructure()) {
            return ImportRole::Structure;
        }
        if (hasDate && !hasQuantity && (has("plan") || has("promo") || has("calendar") || has("price") || has("计划"))) {
            return ImportRole::Plan;
        }
        if (hasDate && !hasQuantity && tellsBehaviour()) {
            return ImportRole::Behaviour;
        }
        if (hasDate && !hasQuantity && tellsStockAlone()) {
            return ImportRole::Stock;
        }
        if (!hasDate && !hasQuantity && someClaims(Field::Item)) {
            return ImportRole::Items;
        }
        if (!hasDate && !hasQuantity && someClaims(Field::Location)) {
            return ImportRole::Locations;
        }
        if (!hasDate && (has("item") || has("product") || has("store") || has("商品"))) {
            return ImportRole::Items;
        }
        if (hasDate && !hasQuantity && !someClaims(Field::Order) && !someClaims(Field::Amount)) {
            return ImportRole::Plan;
        }
        return ImportRole::Sales;
    }

    void applyKnown() {
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            auto known = m_options.knownColumns.find(m_kind.signature + ' ' + headerKey(m_result.columns[i].name));
            if (known == m_options.knownColumns.end() && m_kind.preset == nullptr) {
                known = m_options.knownColumns.find(headerKey(m_result.columns[i].name));
            }
            const auto field = known == m_options.knownColumns.end() ? std::nullopt : fieldFromName(known->second);
            if (field && isFree(i) && !column(*field) && !isRefused(*field) && isFieldOf(m_result.role, *field) &&
                fits(*field, m_looks[i])) {
                assign(*field, i, 0.98, "known");
            }
        }
    }

    void applyPreset(const SampleTable& table) {
        const ImportPreset* preset = m_kind.preset;
        if (preset == nullptr || preset->role != m_result.role) {
            return;
        }
        for (const auto& column : preset->personal) {
            markAs(columnNamed(table.header, {column}), ColumnUse::Personal, "personal_name");
        }
        applyPresetDates(*preset, table);
        for (const auto& [field, names] : preset->fields) {
            for (const std::string& name : names) {
                const auto index = columnNamed(table.header, {name});
                if (index && isFree(*index) && !column(field) && !isRefused(field) && isFieldOf(m_result.role, field) && fits(field, m_looks[*index])) {
                    assign(field, *index, 0.97, "preset");
                }
            }
        }
        if (m_result.role == ImportRole::Sales) {
            for (const auto* names : {&preset->unused, &preset->others, &preset->states}) {
                for (const std::string& name : *names) {
                    markAs(columnNamed(table.header, {name}), ColumnUse::Ignored, "not_needed");
                }
            }
        }
    }

    /// The day that was chosen, else that of the preset, else another; the rest stand in where it is empty.
    void applyPresetDates(const ImportPreset& preset, const SampleTable& table) {
        std::vector<DateBasis> order{m_options.dateBasis.value_or(preset.defaultDate), preset.defaultDate, DateBasis::Ordered, DateBasis::Paid, DateBasis::Shipped};
        for (const DateBasis basis : order) {
            const auto names = preset.dates.find(basis);
            const auto index = names == preset.dates.end() ? std::nullopt : columnNamed(table.header, names->second);
            if (!index || !isFree(*index) || isRefused(Field::Date) || !fits(Field::Date, m_looks[*index])) {
                continue;
            }
            m_result.dateBases.push_back(basis);
            if (!column(Field::Date)) {
                assign(Field::Date, *index, 0.97, "preset");
                m_result.dateBasis = basis;
            } else {
                m_result.dateFallbacks.push_back(*index);
                markAs(index, ColumnUse::Ignored, "not_needed");
            }
        }
    }

    void markAs(std::optional<std::size_t> index, ColumnUse use, const char* evidence) {
        if (index && isFree(*index)) {
            m_result.columns[*index].use = use;
            m_result.columns[*index].confidence = 0.97;
            m_result.columns[*index].evidence = evidence;
        }
    }

    void markPersonal() {
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            ColumnGuess& guess = m_result.columns[i];
            const bool byContent = m_looks[i].emails > mostly || (m_looks[i].phones > mostly && !m_meanings[i].isKnown());
            const bool isKnownUnused = guess.use == ColumnUse::Ignored && guess.evidence == "not_needed";
            const bool isSomeone = !isFieldOf(m_result.role, Field::Customer) && (claims(i, Field::Customer) || claims(i, Field::Session));
            if (!guess.field && !isKnownUnused && (m_meanings[i].isPersonal || byContent || isSomeone)) {
                guess.use = ColumnUse::Personal;
                guess.confidence = 0.95;
                guess.evidence = byContent ? "personal_content" : "personal_name";
            } else if (!guess.field && m_meanings[i].isCountry) {
                guess.use = ColumnUse::Country;
                guess.confidence = 0.95;
                guess.evidence = "country";
            }
        }
    }

    void applyNames() {
        struct Claim {
            int weight;
            std::size_t column;
            Field field;
        };
        std::vector<Claim> claimed;
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            for (const auto& [field, weight] : m_meanings[i].candidates) {
                if (isFree(i) && isFieldOf(m_result.role, field) && !isRefused(field) && fits(field, m_looks[i])) {
                    claimed.push_back({weight, i, field});
                }
            }
        }
        std::stable_sort(claimed.begin(), claimed.end(), [](const Claim& a, const Claim& b) { return a.weight > b.weight; });
        for (const Claim& claim : claimed) {
            if (isFree(claim.column) && !column(claim.field) && !isRegionOfCustomer(claim.field, claim.weight)) {
                assign(claim.field, claim.column, std::min(0.99, 0.5 + claim.weight / 200.0), "name");
            }
        }
    }

    /// A region is where the customer lives as soon as orders or customers are listed.
    bool isRegionOfCustomer(Field field, int weight) const {
        return field == Field::Location && weight <= 20 && (someClaims(Field::Order) || someClaims(Field::Customer));
    }

    bool isList() const {
        return m_result.role == ImportRole::Items || m_result.role == ImportRole::Locations || m_result.role == ImportRole::Structure;
    }

    void applyDateContent() {
        if (column(Field::Date) || isRefused(Field::Date) || isList()) {
            return;
        }
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            const ColumnLook& look = m_looks[i];
            if (isFree(i) && look.filled > 0 && look.dates >= mostly && look.isDateShaped && (!best || look.dates > m_looks[*best].dates)) {
                best = i;
            }
        }
        if (best) {
            assign(Field::Date, *best, 0.8, "content");
        }
    }

    bool mayBeKey(std::size_t i, bool mustBeText) const {
        const ColumnLook& look = m_looks[i];
        const std::string key = headerKey(m_result.columns[i].name);
        const bool isNamedId = key.ends_with("id") || key.ends_with("code") || key.ends_with("no") || key.ends_with("key") ||
                               key.find("level") != std::string::npos || key.find("编") != std::string::npos;
        if (!isFree(i) || m_meanings[i].isCovariate || !m_meanings[i].candidates.empty() || look.filled == 0) {
            return false;
        }
        const bool isText = look.numbers < mostly && look.dates < mostly;
        const bool repeats = look.distinct < 0.5 || look.filled < 20;
        return repeats && ((isText && (!look.isConstant || isNamedId)) || (!mustBeText && isNamedId));
    }

    /// Keys without a telling name: text columns that repeat. Where a key is known already they are added only when it
    /// does not tell the rows of a day apart.
    void applyKeys(const SampleTable& table) {
        const bool isTransactions = column(Field::Order) || column(Field::Customer) || column(Field::Name);
        const bool hasNamedKeys = m_result.role == ImportRole::Behaviour || m_result.role == ImportRole::Signals;
        if (isTransactions || !column(Field::Date) || isList() || hasNamedKeys) {
            return;
        }
        const auto isStrong = [&](Field field) { return column(field) && m_result.columns[*column(field)].confidence > 0.65; };
        const bool hasStrongKey = isStrong(Field::Item) || isStrong(Field::Location) || isStrong(Field::Channel);
        for (const Field field : {Field::Item, Field::Location, Field::Channel}) {
            if (column(field) || isRefused(field)) {
                continue;
            }
            for (std::size_t i = 0; i < m_looks.size(); ++i) {
                if (mayBeKey(i, hasStrongKey) && (!hasStrongKey || !keysTellRowsApart(table))) {
                    assign(field, i, 0.6, "repeated_values");
                    break;
                }
            }
        }
    }

    bool keysTellRowsApart(const SampleTable& table) {
        std::unordered_set<std::string> seen;
        std::size_t repeats = 0;
        const std::size_t rows = std::min<std::size_t>(table.rows.size(), 20'000);
        for (std::size_t r = 0; r < rows; ++r) {
            std::string key;
            for (const Field field : {Field::Date, Field::Item, Field::Location, Field::Channel}) {
                if (column(field) && *column(field) < table.rows[r].size()) {
                    key += table.rows[r][*column(field)];
                }
                key += '\x1f';
            }
            repeats += seen.insert(std::move(key)).second ? 0 : 1;
        }
        return repeats * 20 <= rows;
    }

    /// A sales file must have a quantity: the most likely column of numbers.
    void applyQuantityContent(bool hasNames) {
        if (column(Field::Quantity) || isRefused(Field::Quantity)) {
            return;
        }
        if (hasNames && column(Field::Amount) && claims(*column(Field::Amount), Field::Quantity)) {
            const std::size_t index = *column(Field::Amount);
            column(Field::Amount) = std::nullopt;
            assign(Field::Quantity, index, 0.6, "name");
            return;
        }
        std::vector<std::size_t> numeric;
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            const ColumnLook& look = m_looks[i];
            if (isFree(i) && look.filled > 0 && look.numbers >= 0.95 && look.averageLength < 8 && !m_meanings[i].isKnown()) {
                numeric.push_back(i);
            }
        }
        if (numeric.empty()) {
            return;
        }
        const auto whole = std::find_if(numeric.rbegin(), numeric.rend(), [&](std::size_t i) { return m_looks[i].integers > 0.9; });
        const std::size_t chosen = whole != numeric.rend() ? *whole : numeric.back();
        assign(Field::Quantity, chosen, 0.5, "content");
        if (!hasNames) {
            applyHeaderlessRest(chosen);
        }
    }

    /// Without names: decimals after the quantity are the price, the first other column is the item.
    void applyHeaderlessRest(std::size_t) {
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            if (isFree(i) && !column(Field::Price) && m_looks[i].numbers >= 0.95 && m_looks[i].hasFractions) {
                assign(Field::Price, i, 0.5, "content");
            }
        }
        for (const Field field : {Field::Item, Field::Location}) {
            for (std::size_t i = 0; i < m_looks.size() && !column(field); ++i) {
                if (isFree(i) && m_looks[i].filled > 0 && m_looks[i].averageLength < 20 && m_looks[i].distinct < 0.5) {
                    assign(field, i, 0.4, "content");
                }
            }
        }
    }

    /// Where no column holds a date, one that is called so may count weeks.
    bool numbersWeeks(std::size_t i) const {
        return !m_result.fields[indexOf(Field::Date)] && !isList() && claims(i, Field::Date) && m_looks[i].integers >= mostly && m_looks[i].averageLength < 5;
    }

    void finish() {
        for (std::size_t i = 0; i < m_looks.size(); ++i) {
            ColumnGuess& guess = m_result.columns[i];
            if (guess.field || guess.use == ColumnUse::Personal || guess.use == ColumnUse::Country) {
                continue;
            }
            guess.confidence = 0.8;
            guess.evidence = m_looks[i].filled == 0 ? "empty" : numbersWeeks(i) ? "week_numbers" : "not_needed";
            const ImportRole role = m_result.role;
            if (m_looks[i].filled > 0 && (role == ImportRole::Plan || role == ImportRole::Signals)) {
                guess.use = ColumnUse::Covariate;
                guess.evidence = "further_column";
            } else if (m_looks[i].filled > 0 && (role == ImportRole::Items || role == ImportRole::Locations)) {
                guess.use = ColumnUse::Attribute;
                guess.evidence = "further_column";
            }
        }
    }

    const ImportOptions& m_options;
    const FileKind& m_kind;
    std::vector<ColumnLook> m_looks;
    std::vector<HeaderMeaning> m_meanings;
    MappingGuess m_result;
};

}  // namespace

std::string_view columnUseName(ColumnUse use) {
    static constexpr std::array<std::string_view, 6> names = {"field", "covariate", "attribute", "personal", "country", "ignored"};
    return names[static_cast<std::size_t>(use)];
}

ColumnLook lookAt(const SampleTable& table, std::size_t column) {
    ColumnLook look;
    Tally tally;
    std::set<std::string_view> values;
    const std::size_t step = std::max<std::size_t>(1, table.rows.size() / rowsLookedAt);
    for (std::size_t r = 0; r < table.rows.size(); r += step) {
        if (column >= table.rows[r].size()) {
            continue;
        }
        const std::string_view cell = cleanId(table.rows[r][column]);
        Fixed number = 0;
        if (cell.empty() || parseNumber(cell, {'.'}, number) == NumberResult::Empty) {
            continue;
        }
        countCell(cell, tally, look);
        values.insert(cell);
    }
    if (look.filled > 0) {
        const double filled = static_cast<double>(look.filled);
        look.dates = static_cast<double>(tally.dates) / filled;
        look.serials = static_cast<double>(tally.serials) / filled;
        look.numbers = static_cast<double>(tally.numbers) / filled;
        look.integers = static_cast<double>(tally.integers) / filled;
        look.emails = static_cast<double>(tally.emails) / filled;
        look.phones = static_cast<double>(tally.phones) / filled;
        look.averageLength = static_cast<double>(tally.length) / filled;
        look.distinct = static_cast<double>(values.size()) / filled;
        look.isConstant = values.size() == 1;
        look.isDateShaped = static_cast<double>(tally.shaped) >= mostly * filled;
    }
    return look;
}

MappingGuess guessMapping(const SampleTable& table, const ImportOptions& options, const std::string& fileName, const FileKind& kind) {
    const bool hasNames = !table.header.empty() && !table.header.front().starts_with("column ");
    return Assignment(table, options, kind).run(table, fileName, hasNames);
}

}  // namespace foresell
