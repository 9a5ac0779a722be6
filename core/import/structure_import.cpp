// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/import/import_run.h"
#include "core/import/reject_log.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

struct RelationWord {
    std::string_view word;
    LinkKind kind;
};

/// Parts of what relations are called, without regard to case; gifts first, since there are gift bundles.
constexpr std::array relationWords = {
    RelationWord{"gift", LinkKind::Gift}, RelationWord{"赠", LinkKind::Gift},
    RelationWord{"success", LinkKind::Successor}, RelationWord{"replac", LinkKind::Successor}, RelationWord{"predecess", LinkKind::Successor}, RelationWord{"替", LinkKind::Successor},
    RelationWord{"接替", LinkKind::Successor}, RelationWord{"换代", LinkKind::Successor}, RelationWord{"升级", LinkKind::Successor}, RelationWord{"旧", LinkKind::Successor},
    RelationWord{"variant", LinkKind::Variant}, RelationWord{"style", LinkKind::Variant}, RelationWord{"size", LinkKind::Variant}, RelationWord{"款", LinkKind::Variant},
    RelationWord{"尺码", LinkKind::Variant}, RelationWord{"规格", LinkKind::Variant}, RelationWord{"变体", LinkKind::Variant},
    RelationWord{"bundle", LinkKind::Bundle}, RelationWord{"kit", LinkKind::Bundle}, RelationWord{"set", LinkKind::Bundle}, RelationWord{"component", LinkKind::Bundle}, RelationWord{"combo", LinkKind::Bundle},
    RelationWord{"套", LinkKind::Bundle}, RelationWord{"组合", LinkKind::Bundle}, RelationWord{"组件", LinkKind::Bundle}, RelationWord{"捆绑", LinkKind::Bundle}, RelationWord{"成分", LinkKind::Bundle}};

std::optional<LinkKind> relationOf(std::string_view cell) {
    const std::string lower = asciiLower(cell);
    const auto found = std::find_if(relationWords.begin(), relationWords.end(), [&](const RelationWord& each) { return lower.find(each.word) != std::string::npos; });
    return found == relationWords.end() ? std::nullopt : std::optional(found->kind);
}

/// Reads rows that say what an item belongs to: one link for each column that names a style, a bundle, an item that it is a
/// gift of or one that it replaces.
class StructureImport {
public:
    StructureImport(ImportRun& run, const FileDetection& detection, ImportId import)
        : m_run(run), m_detection(detection), m_rejects(import ? &run.project : nullptr, import, detection),
          m_dates(detection.dateOrder, detection.serialDates, detection.weekOne) {}

    void take(const TableRow& row) {
        ++m_counts.read;
        m_links.clear();
        if (const RowFault fault = read(row)) {
            m_rejects.add(row, fault);
            return;
        }
        ++m_counts.imported;
        for (const Found& found : m_links) {
            ItemLink link = m_common;
            link.kind = found.kind;
            link.whole = {m_run.catalogue.items.idOf(found.whole)};
            link.part = {m_run.catalogue.items.idOf(found.part)};
            m_run.catalogue.addLink(link);
        }
    }

    FileCounts finish() {
        m_rejects.flush();
        m_counts.rejected = m_rejects.count();
        return {m_counts, m_rejects.reasons(), m_rejects.first()};
    }

private:
    struct Found {
        LinkKind kind = LinkKind::Bundle;
        std::string_view whole, part;
    };

    bool has(Field field) const { return m_detection.fields[indexOf(field)].has_value(); }

    std::string_view cellOf(const TableRow& row, Field field) const {
        const auto column = m_detection.fields[indexOf(field)];
        return column && *column < row.cells.size() ? cleanId(row.cells[*column]) : std::string_view();
    }

    RowFault faultAt(const char* code, Field field) const { return {code, m_detection.fields[indexOf(field)].value_or(RowFault::noColumn)}; }

    RowFault read(const TableRow& row) {
        if (const RowFault damage = checkRow(row, m_detection)) {
            return damage;
        }
        m_common = {};
        for (const Field field : {Field::Item, Field::Parent, Field::Style, Field::Bundle, Field::GiftOf, Field::Replaces}) {
            const std::string_view code = cellOf(row, field);
            if (code.size() > SaleMapper::longestId || hasLostDigits(code)) {
                return faultAt(hasLostDigits(code) ? "id_lost_digits" : "id_too_long", field);
            }
        }
        if (cellOf(row, Field::Item).empty()) {
            return faultAt("no_item", Field::Item);
        }
        m_common.size = std::string(cellOf(row, Field::Size).substr(0, SaleMapper::longestId));
        for (const auto& readPart : {&StructureImport::readNumbers, &StructureImport::readDays, &StructureImport::readLinks}) {
            if (const RowFault fault = (this->*readPart)(row)) {
                return fault;
            }
        }
        return {};
    }

    /// Units must be above zero; a share may be none at all.
    RowFault readNumbers(const TableRow& row) {
        for (const auto& [field, into] : {std::pair(Field::Quantity, &m_common.quantity), std::pair(Field::Share, &m_common.share)}) {
            Fixed value = 0;
            const NumberResult result = has(field) ? parseNumber(cellOf(row, field), m_detection.numbers, value) : NumberResult::Empty;
            if (result == NumberResult::Empty) {
                continue;
            }
            if (result != NumberResult::Ok) {
                return faultAt("bad_number", field);
            }
            if (value < 0 || (value == 0 && field == Field::Quantity)) {
                return faultAt("not_above_zero", field);
            }
            *into = value;
        }
        return {};
    }

    RowFault readDays(const TableRow& row) {
        for (const auto& [field, into] : {std::pair(Field::Date, &m_common.first), std::pair(Field::EndDate, &m_common.last)}) {
            DateTime time;
            const DateResult result = has(field) ? m_dates.parse(cellOf(row, field), time) : DateResult::Empty;
            if (result == DateResult::Empty) {
                continue;
            }
            if (result != DateResult::Ok) {
                return faultAt(result == DateResult::OutOfRange ? "date_out_of_range" : "bad_date", field);
            }
            m_run.clock.toLocal(time);
            *into = time.day;
        }
        const bool isBackwards = m_common.first != noDay && m_common.last != noDay && m_common.last < m_common.first;
        return isBackwards ? faultAt("bad_date_range", Field::EndDate) : RowFault();
    }

    RowFault readLinks(const TableRow& row) {
        const std::string_view item = cellOf(row, Field::Item);
        addLink(LinkKind::Variant, cellOf(row, Field::Style), item);
        addLink(LinkKind::Bundle, cellOf(row, Field::Bundle), item);
        addLink(LinkKind::Gift, cellOf(row, Field::GiftOf), item);
        addLink(LinkKind::Successor, item, cellOf(row, Field::Replaces));
        if (const std::string_view parent = cellOf(row, Field::Parent); !parent.empty()) {
            const std::optional<LinkKind> kind = kindOf(row);
            if (!kind) {
                return faultAt("unknown_relation", Field::Relation);
            }
            addLink(*kind, parent, item);
        }
        if (m_links.empty()) {
            return {"no_parent"};
        }
        const bool isOwn = std::any_of(m_links.begin(), m_links.end(), [](const Found& found) { return found.whole == found.part; });
        return isOwn ? faultAt("belongs_to_itself", Field::Item) : RowFault();
    }

    /// As the row says, else what the columns beside it tell.
    std::optional<LinkKind> kindOf(const TableRow& row) const {
        if (has(Field::Relation)) {
            return relationOf(cellOf(row, Field::Relation));
        }
        return has(Field::Size) ? LinkKind::Variant : LinkKind::Bundle;
    }

    void addLink(LinkKind kind, std::string_view whole, std::string_view part) {
        if (!whole.empty() && !part.empty()) {
            m_links.push_back({kind, whole, part});
        }
    }

    ImportRun& m_run;
    const FileDetection& m_detection;
    RejectLog m_rejects;
    DateParser m_dates;
    ItemLink m_common;  ///< what the row says of all its links
    std::vector<Found> m_links;
    ImportCounts m_counts;
};

}  // namespace

FileCounts importStructure(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import) {
    StructureImport structure(run, detection, import);
    forEachRow(run, table, detection, [&](const TableRow& row) { structure.take(row); });
    return structure.finish();
}

}  // namespace foresell
