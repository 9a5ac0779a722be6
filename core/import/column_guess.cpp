// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/column_guess.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "core/base/error.h"
#include "core/import/column_claims.h"
#include "core/import/role_guess.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

/// Gives each field to the column with the best claim.
class Assignment {
public:
    Assignment(const SampleTable& table, const ImportOptions& options, const FileKind& kind)
        : m_options(options), m_kind(kind), m_columns(table, options, kind.signature) {
        for (const std::string& name : table.header) {
            m_result.columns.emplace_back().name = name;
        }
    }

    MappingGuess run(const SampleTable& table, const std::string& fileName, bool hasNames) {
        m_result.role = m_options.role.value_or(ImportRole::Sales);
        applyGiven(table);
        if (!m_options.role) {
            m_result.role = m_kind.preset != nullptr ? m_kind.preset->role : guessRole(m_columns, m_result.fields, fileName);
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
        if (const auto alike = columnNamed(table.header, {name})) {
            return *alike;
        }
        std::string all;
        for (const std::string& header : table.header) {
            all += (all.empty() ? "" : ", ") + header;
        }
        throw Error("import.no_such_column", "The file has no column " + name, "Its columns are: " + all,
                    {{"column", name}, {"columns", all}});
    }

    /// A stock list whose figure is headed "quantity".
    void applyStockQuantity() {
        for (std::size_t i = 0; i < m_columns.size() && !column(Field::Stock) && !column(Field::Availability); ++i) {
            if (isFree(i) && !isRefused(Field::Stock) && m_columns.claims(i, Field::Quantity) && m_columns.canBe(i, Field::Stock)) {
                assign(Field::Stock, i, 0.7, "name");
            }
        }
    }

    void applyKnown() {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            auto known = m_options.knownColumns.find(m_kind.signature + ' ' + headerKey(m_result.columns[i].name));
            if (known == m_options.knownColumns.end() && m_kind.preset == nullptr) {
                known = m_options.knownColumns.find(headerKey(m_result.columns[i].name));
            }
            const auto field = known == m_options.knownColumns.end() ? std::nullopt : fieldFromName(known->second);
            if (field && isFree(i) && !column(*field) && !isRefused(*field) && isFieldOf(m_result.role, *field) &&
                m_columns.canBe(i, *field)) {
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
                if (index && isFree(*index) && !column(field) && !isRefused(field) && isFieldOf(m_result.role, field) && m_columns.canBe(*index, field)) {
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
            if (!index || !isFree(*index) || isRefused(Field::Date) || !m_columns.canBe(*index, Field::Date)) {
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
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            ColumnGuess& guess = m_result.columns[i];
            const bool byContent = m_columns.look(i).emails > mostly || (m_columns.look(i).phones > mostly && !m_columns.meaning(i).isKnown());
            const bool isKnownUnused = guess.use == ColumnUse::Ignored && guess.evidence == "not_needed";
            const bool isSomeone = !isFieldOf(m_result.role, Field::Customer) && (m_columns.claims(i, Field::Customer) || m_columns.claims(i, Field::Session));
            if (!guess.field && !isKnownUnused && (m_columns.meaning(i).isPersonal || byContent || isSomeone)) {
                guess.use = ColumnUse::Personal;
                guess.confidence = 0.95;
                guess.evidence = byContent ? "personal_content" : "personal_name";
            } else if (!guess.field && m_columns.meaning(i).isCountry) {
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
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            for (const auto& [field, weight] : m_columns.meaning(i).candidates) {
                if (isFree(i) && isFieldOf(m_result.role, field) && !isRefused(field) && m_columns.canBe(i, field)) {
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

    bool isThere(Field field) const { return m_result.fields[indexOf(field)].has_value() || m_columns.someClaims(field); }

    /// A region is where the customer lives as soon as orders or customers are listed.
    bool isRegionOfCustomer(Field field, int weight) const {
        return field == Field::Location && weight <= 20 && (isThere(Field::Order) || isThere(Field::Customer));
    }

    bool isList() const {
        return m_result.role == ImportRole::Items || m_result.role == ImportRole::Locations || m_result.role == ImportRole::Structure;
    }

    void applyDateContent() {
        if (column(Field::Date) || isRefused(Field::Date) || isList()) {
            return;
        }
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const ColumnLook& look = m_columns.look(i);
            if (isFree(i) && look.filled > 0 && look.dates >= mostly && look.isDateShaped && (!best || look.dates > m_columns.look(*best).dates)) {
                best = i;
            }
        }
        if (best) {
            assign(Field::Date, *best, 0.8, "content");
        }
    }

    bool mayBeKey(std::size_t i, bool mustBeText) const {
        const ColumnLook& look = m_columns.look(i);
        const std::string key = headerKey(m_result.columns[i].name);
        const bool isNamedId = key.ends_with("id") || key.ends_with("code") || key.ends_with("no") || key.ends_with("key") ||
                               key.find("level") != std::string::npos || key.find("编") != std::string::npos;
        if (!isFree(i) || m_columns.meaning(i).isCovariate || !m_columns.meaning(i).candidates.empty() || look.filled == 0) {
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
            for (std::size_t i = 0; i < m_columns.size(); ++i) {
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
        if (hasNames && column(Field::Amount) && m_columns.claims(*column(Field::Amount), Field::Quantity)) {
            const std::size_t index = *column(Field::Amount);
            column(Field::Amount) = std::nullopt;
            assign(Field::Quantity, index, 0.6, "name");
            return;
        }
        std::vector<std::size_t> numeric;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const ColumnLook& look = m_columns.look(i);
            if (isFree(i) && look.filled > 0 && look.numbers >= 0.95 && look.averageLength < 8 && !m_columns.meaning(i).isKnown()) {
                numeric.push_back(i);
            }
        }
        if (numeric.empty()) {
            return;
        }
        const auto whole = std::find_if(numeric.rbegin(), numeric.rend(), [&](std::size_t i) { return m_columns.look(i).integers > 0.9; });
        const std::size_t chosen = whole != numeric.rend() ? *whole : numeric.back();
        assign(Field::Quantity, chosen, 0.5, "content");
        if (!hasNames) {
            applyHeaderlessRest();
        }
    }

    /// Without names: decimals after the quantity are the price, the first other column is the item.
    void applyHeaderlessRest() {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (isFree(i) && !column(Field::Price) && m_columns.look(i).numbers >= 0.95 && m_columns.look(i).hasFractions) {
                assign(Field::Price, i, 0.5, "content");
            }
        }
        for (const Field field : {Field::Item, Field::Location}) {
            for (std::size_t i = 0; i < m_columns.size() && !column(field); ++i) {
                if (isFree(i) && m_columns.look(i).filled > 0 && m_columns.look(i).averageLength < 20 && m_columns.look(i).distinct < 0.5) {
                    assign(field, i, 0.4, "content");
                }
            }
        }
    }

    /// Where no column holds a date, one that is called so may count weeks.
    bool numbersWeeks(std::size_t i) const {
        return !m_result.fields[indexOf(Field::Date)] && !isList() && m_columns.claims(i, Field::Date) && m_columns.look(i).integers >= mostly && m_columns.look(i).averageLength < 5;
    }

    void finish() {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            ColumnGuess& guess = m_result.columns[i];
            if (guess.field || guess.use == ColumnUse::Personal || guess.use == ColumnUse::Country) {
                continue;
            }
            guess.confidence = 0.8;
            guess.evidence = m_columns.look(i).filled == 0 ? "empty" : numbersWeeks(i) ? "week_numbers" : "not_needed";
            const ImportRole role = m_result.role;
            if (m_columns.look(i).filled > 0 && (role == ImportRole::Plan || role == ImportRole::Signals)) {
                guess.use = ColumnUse::Covariate;
                guess.evidence = "further_column";
            } else if (m_columns.look(i).filled > 0 && (role == ImportRole::Items || role == ImportRole::Locations)) {
                guess.use = ColumnUse::Attribute;
                guess.evidence = "further_column";
            }
        }
    }

    const ImportOptions& m_options;
    const FileKind& m_kind;
    const ColumnClaims m_columns;
    MappingGuess m_result;
};

}  // namespace

std::string_view columnUseName(ColumnUse use) {
    static constexpr std::array<std::string_view, 6> names = {"field", "covariate", "attribute", "personal", "country", "ignored"};
    return names[static_cast<std::size_t>(use)];
}

MappingGuess guessMapping(const SampleTable& table, const ImportOptions& options, const std::string& fileName, const FileKind& kind) {
    const bool hasNames = !table.header.empty() && !table.header.front().starts_with("column ");
    return Assignment(table, options, kind).run(table, fileName, hasNames);
}

}  // namespace foresell
