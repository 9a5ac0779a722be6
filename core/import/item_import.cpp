// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/import/import_run.h"
#include "core/import/reject_log.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t mostRows = 5'000'000;

/// A number as number, everything else as text.
nlohmann::json attributeValue(std::string_view cell, NumberFormat numbers) {
    Fixed value = 0;
    const bool isCode = cell.size() > 1 && cell[0] == '0' && cell.find_first_not_of("0123456789") == std::string_view::npos;
    if (!isCode && parseNumber(cell, numbers, value) == NumberResult::Ok) {
        return toDouble(value);
    }
    return std::string(cell);
}

/// Reads a list of items, locations or channels. Where a list is keyed by several of them, an attribute belongs to the
/// first one that alone settles its value; one that needs them all cannot be kept and is left out.
class ItemImport {
public:
    ItemImport(ImportRun& run, const FileDetection& detection, ImportId import)
        : m_run(run), m_detection(detection), m_rejects(import ? &run.project : nullptr, import, detection) {
        for (const Field field : {Field::Item, Field::Location, Field::Channel}) {
            if (detection.fields[indexOf(field)]) {
                m_keys.push_back(field);
            }
        }
        for (std::size_t i = 0; i < detection.columns.size(); ++i) {
            const ColumnGuess& column = detection.columns[i];
            const bool isKey = column.field && std::find(m_keys.begin(), m_keys.end(), *column.field) != m_keys.end();
            if (!isKey && (column.use == ColumnUse::Attribute || column.use == ColumnUse::Field)) {
                m_attributes.push_back(i);
            }
        }
        m_texts.resize(m_attributes.size());
    }

    void take(const TableRow& row) {
        ++m_counts.read;
        std::vector<std::string> keys;
        if (const RowFault fault = readKeys(row, keys)) {
            m_rejects.add(row, fault);
            return;
        }
        if (m_rows.size() >= mostRows) {
            throw Error("import.list_too_long", "An item list may have at most 5,000,000 rows", "Split the list.");
        }
        ++m_counts.imported;
        Row kept{std::move(keys), {}};
        for (std::size_t a = 0; a < m_attributes.size(); ++a) {
            const std::size_t column = m_attributes[a];
            kept.cells.push_back(column < row.cells.size() ? internal(a, trimmed(row.cells[column])) : nullptr);
        }
        m_rows.push_back(std::move(kept));
    }

    FileCounts finish() {
        std::vector<std::optional<std::size_t>> owner;
        for (std::size_t a = 0; a < m_attributes.size(); ++a) {
            owner.push_back(ownerOf(a));
        }
        for (const Row& row : m_rows) {
            for (std::size_t k = 0; k < m_keys.size(); ++k) {
                store(row, k, owner);
            }
        }
        m_rejects.flush();
        m_counts.rejected = m_rejects.count();
        return {m_counts, m_rejects.reasons(), m_rejects.first()};
    }

private:
    struct Row {
        std::vector<std::string> keys;
        std::vector<const std::string*> cells;  ///< null = no such cell
    };

    const std::string* internal(std::size_t attribute, std::string_view text) {
        auto& texts = m_texts[attribute];
        const auto found = texts.find(text);
        return found != texts.end() ? &*found : &*texts.emplace(text.substr(0, SaleMapper::longestName)).first;
    }

    RowFault readKeys(const TableRow& row, std::vector<std::string>& keys) {
        if (const RowFault damage = checkRow(row, m_detection)) {
            return damage;
        }
        bool isEmpty = true;
        for (const Field field : m_keys) {
            const std::size_t column = *m_detection.fields[indexOf(field)];
            if (column >= row.cells.size()) {
                return {"too_few_cells"};
            }
            const std::string_view code = cleanId(row.cells[column]);
            if (code.size() > SaleMapper::longestId || hasLostDigits(code)) {
                return {hasLostDigits(code) ? "id_lost_digits" : "id_too_long", column};
            }
            isEmpty = isEmpty && code.empty();
            keys.emplace_back(code);
        }
        return isEmpty ? RowFault{"no_item", *m_detection.fields[indexOf(m_keys.front())]} : RowFault();
    }

    /// Index of the key that settles the attribute.
    std::optional<std::size_t> ownerOf(std::size_t attribute) const {
        for (std::size_t k = 0; k < m_keys.size(); ++k) {
            std::map<std::string_view, const std::string*> values;
            const bool isSettled = m_keys.size() == 1 || std::all_of(m_rows.begin(), m_rows.end(), [&](const Row& row) {
                const std::string* cell = row.cells[attribute];
                if (cell == nullptr || cell->empty()) {
                    return true;
                }
                return values.try_emplace(row.keys[k], cell).first->second == cell;
            });
            if (isSettled) {
                return k;
            }
        }
        return std::nullopt;
    }

    void store(const Row& row, std::size_t key, const std::vector<std::optional<std::size_t>>& owner) {
        if (row.keys[key].empty()) {
            return;
        }
        ItemRecord item;
        nlohmann::json attributes = nlohmann::json::object();
        for (std::size_t a = 0; a < m_attributes.size(); ++a) {
            const std::string* cell = row.cells[a];
            if (owner[a] != key || cell == nullptr || cell->empty()) {
                continue;
            }
            const ColumnGuess& column = m_detection.columns[m_attributes[a]];
            const bool isOfItem = m_keys[key] == Field::Item || column.field == Field::Name;
            if (!isOfItem || !column.field || !setField(*column.field, *cell, item)) {
                const std::string name = column.field ? std::string(fieldName(*column.field)) : column.name;
                attributes[name] = attributeValue(*cell, m_detection.numbers);
            }
        }
        item.attributes = attributes.dump();
        if (m_keys[key] == Field::Item) {
            linkToStyle(row);
            m_run.catalogue.setItem(m_run.catalogue.items.idOf(row.keys[key]), item);
            return;
        }
        const bool isChannel = m_keys[key] == Field::Channel;
        PlaceRecord place;
        place.name = item.name;
        place.attributes = item.attributes;
        auto& dictionary = isChannel ? m_run.catalogue.channels : m_run.catalogue.locations;
        m_run.catalogue.setPlace(isChannel, dictionary.idOf(row.keys[key]), place);
    }

    /// A list of items with their styles and sizes tells of both at once.
    void linkToStyle(const Row& row) {
        const auto cellOf = [&](Field field) {
            for (std::size_t a = 0; a < m_attributes.size(); ++a) {
                if (m_detection.columns[m_attributes[a]].field == field && row.cells[a] != nullptr) {
                    return std::string(cleanId(*row.cells[a]));
                }
            }
            return std::string();
        };
        const std::string style = cellOf(Field::Style);
        if (style.empty() || style == row.keys.front() || style.size() > SaleMapper::longestId || hasLostDigits(style)) {
            return;
        }
        m_run.catalogue.addLink({.kind = LinkKind::Variant,
                                 .whole = {m_run.catalogue.items.idOf(style)},
                                 .part = {m_run.catalogue.items.idOf(row.keys.front())},
                                 .size = cellOf(Field::Size)});
    }

    bool setField(Field field, const std::string& cell, ItemRecord& item) const {
        switch (field) {
            case Field::Name: item.name = cell; return true;
            case Field::Category: item.category = cell; return true;
            case Field::Brand: item.brand = cell; return true;
            case Field::Cost: return parseNumber(cell, m_detection.numbers, item.cost) == NumberResult::Ok;
            case Field::Price: return parseNumber(cell, m_detection.numbers, item.price) == NumberResult::Ok;
            default: return false;
        }
    }

    ImportRun& m_run;
    const FileDetection& m_detection;
    RejectLog m_rejects;
    std::vector<Field> m_keys;
    std::vector<std::size_t> m_attributes;
    std::vector<std::set<std::string, std::less<>>> m_texts;  ///< by attribute: each text once
    std::vector<Row> m_rows;
    ImportCounts m_counts;
};

}  // namespace

FileCounts importItems(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import) {
    ItemImport items(run, detection, import);
    forEachRow(run, table, detection, [&](const TableRow& row) { items.take(row); });
    return items.finish();
}

}  // namespace foresell
