// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/role_guess.h"

#include <algorithm>
#include <string_view>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

class RoleGuess {
public:
    RoleGuess(const ColumnClaims& columns, const FieldColumns& given, const std::string& fileName)
        : m_columns(columns), m_given(given), m_fileName(asciiLower(fileName)) {}

    ImportRole role() const {
        const bool hasDate = tells(Field::Date);
        const bool hasQuantity = tells(Field::Quantity);
        if (tellsStructure()) {
            return ImportRole::Structure;
        }
        if (hasDate && !hasQuantity && (isCalled("plan") || isCalled("promo") || isCalled("calendar") || isCalled("price") || isCalled("计划"))) {
            return ImportRole::Plan;
        }
        if (hasDate && !hasQuantity && tellsBehaviour()) {
            return ImportRole::Behaviour;
        }
        if (hasDate && !hasQuantity && tellsStockAlone()) {
            return ImportRole::Stock;
        }
        if (!hasDate && !hasQuantity && tells(Field::Item)) {
            return ImportRole::Items;
        }
        if (!hasDate && !hasQuantity && tells(Field::Location)) {
            return ImportRole::Locations;
        }
        if (!hasDate && (isCalled("item") || isCalled("product") || isCalled("store") || isCalled("商品"))) {
            return ImportRole::Items;
        }
        if (hasDate && !hasQuantity && !tells(Field::Order) && !tells(Field::Amount)) {
            return ImportRole::Plan;
        }
        return ImportRole::Sales;
    }

private:
    bool tells(Field field) const { return m_given[indexOf(field)].has_value() || m_columns.someClaims(field); }
    bool isCalled(std::string_view part) const { return m_fileName.find(part) != std::string::npos; }

    /// A column is called as what a plan tells: a promotion, a holiday.
    bool namesPlan() const {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns.meaning(i).isCovariate) {
                return true;
            }
        }
        return false;
    }

    /// A column that names the item itself, not its style.
    bool hasOwnItem() const {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns.claims(i, Field::Item) && !m_columns.claims(i, Field::Style)) {
                return true;
            }
        }
        return false;
    }

    /// Counts of visits, or a log that names its sessions or events.
    bool tellsBehaviour() const {
        const std::initializer_list<Field> counts{Field::Views, Field::Carts, Field::Favourites, Field::Visitors, Field::Searches};
        const bool hasCounts = std::any_of(counts.begin(), counts.end(), [this](Field field) { return tells(field); });
        return (hasCounts || tells(Field::Session) || (tells(Field::Event) && tells(Field::Customer))) && !tells(Field::Price) &&
               !tells(Field::Promotion);
    }

    /// Stock and nothing that a plan tells: what was on hand is never known ahead.
    bool tellsStockAlone() const {
        return (tells(Field::Stock) || tells(Field::Availability)) && !namesPlan() && !tells(Field::Promotion) &&
               !tells(Field::Price) && !tells(Field::Order) && !tells(Field::Amount);
    }

    /// What is in a bundle, comes with an item or takes its place; styles and sizes alone, without what a list of items tells.
    bool tellsStructure() const {
        const bool isDated = tells(Field::Date) && !tells(Field::EndDate);
        if (!tells(Field::Item) || isDated || tells(Field::Order) || tells(Field::Amount) || tells(Field::Location)) {
            return false;
        }
        const bool tellsFacts = tells(Field::Category) || tells(Field::Price) || tells(Field::Cost) || tells(Field::Name);
        return tells(Field::Bundle) || tells(Field::GiftOf) || tells(Field::Replaces) || (tells(Field::Parent) && !tellsFacts) ||
               (tells(Field::Style) && hasOwnItem() && !tellsFacts);
    }

    const ColumnClaims& m_columns;
    const FieldColumns& m_given;
    std::string m_fileName;
};

}  // namespace

ImportRole guessRole(const ColumnClaims& columns, const FieldColumns& given, const std::string& fileName) {
    return RoleGuess(columns, given, fileName).role();
}

}  // namespace foresell
