// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/item_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "core/project/database.h"

namespace foresell {

namespace {

constexpr std::array kindNames = {"variant", "bundle", "gift", "successor"};

/// What the last import to tell of it settles: a bundle, an item with gifts, a variant, a replaced item.
std::pair<LinkKind, std::int32_t> subjectOf(const ItemLink& link) {
    const bool isOfWhole = link.kind == LinkKind::Bundle || link.kind == LinkKind::Gift;
    return {link.kind, isOfWhole ? link.whole.value : link.part.value};
}

void bindOrNull(SQLite::Statement& statement, int index, std::int64_t value, bool isNull) {
    if (isNull) {
        statement.bind(index);
    } else {
        statement.bind(index, value);
    }
}

ItemLink linkOf(SQLite::Statement& row) {
    const std::optional<LinkKind> kind = linkKindFromName(row.getColumn(1).getString());
    if (!kind) {
        throwDamaged("the structure of items");
    }
    const auto dayOf = [&row](int column) { return row.getColumn(column).isNull() ? noDay : row.getColumn(column).getInt(); };
    return {*kind,
            {row.getColumn(2).getInt()},
            {row.getColumn(3).getInt()},
            row.getColumn(4).getInt64(),
            row.getColumn(5).isNull() ? fixedMissing : row.getColumn(5).getInt64(),
            row.getColumn(6).getString(),
            dayOf(7),
            dayOf(8)};
}

}  // namespace

const char* linkKindName(LinkKind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<LinkKind> linkKindFromName(std::string_view name) {
    const auto found = std::find(kindNames.begin(), kindNames.end(), name);
    return found == kindNames.end() ? std::nullopt : std::optional(static_cast<LinkKind>(found - kindNames.begin()));
}

void storeLinks(SQLite::Database& database, ImportId import, const std::vector<ItemLink>& links) {
    SQLite::Statement insert(database,
                             "INSERT INTO item_link (import, kind, whole, part, quantity, share, size, first_day, last_day) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const ItemLink& link : links) {
        insert.bind(1, import.value);
        insert.bind(2, linkKindName(link.kind));
        insert.bind(3, link.whole.value);
        insert.bind(4, link.part.value);
        insert.bind(5, link.quantity);
        bindOrNull(insert, 6, link.share, isMissing(link.share));
        insert.bind(7, link.size);
        bindOrNull(insert, 8, link.first, link.first == noDay);
        bindOrNull(insert, 9, link.last, link.last == noDay);
        insert.exec();
        insert.reset();
    }
}

std::vector<ItemLink> readLinks(const SQLite::Database& database) {
    SQLite::Statement row(database,
                          "SELECT import, kind, whole, part, quantity, share, size, first_day, last_day FROM item_link "
                          "JOIN import ON import.id = item_link.import AND import.state = 'done' ORDER BY import, item_link.id");
    std::map<std::pair<LinkKind, std::int32_t>, std::pair<std::int32_t, std::vector<ItemLink>>> bySubject;
    while (row.executeStep()) {
        ItemLink link = linkOf(row);
        auto& [import, links] = bySubject[subjectOf(link)];
        if (import != row.getColumn(0).getInt()) {
            import = row.getColumn(0).getInt();
            links.clear();
        }
        // A variant has one style and an item one successor: the last row holds.
        if (link.kind == LinkKind::Variant || link.kind == LinkKind::Successor) {
            links.clear();
        }
        links.push_back(std::move(link));
    }
    std::vector<ItemLink> all;
    for (auto& [subject, entry] : bySubject) {
        all.insert(all.end(), std::make_move_iterator(entry.second.begin()), std::make_move_iterator(entry.second.end()));
    }
    std::stable_sort(all.begin(), all.end(), [](const ItemLink& a, const ItemLink& b) {
        return std::tuple(a.kind, a.whole.value, a.part.value) < std::tuple(b.kind, b.whole.value, b.part.value);
    });
    return all;
}

namespace {

ItemRecord* findItem(std::vector<ItemRecord>& items, ItemId id) {
    const auto found = std::lower_bound(items.begin(), items.end(), id, [](const ItemRecord& item, ItemId wanted) { return item.id < wanted; });
    return found == items.end() || found->id != id ? nullptr : &*found;
}

/// What both begin with, up to a whole character.
std::string commonBegin(const std::string& a, const std::string& b) {
    const auto until = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    std::size_t end = until;
    while (end > 0 && end < a.size() && (static_cast<unsigned char>(a[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return a.substr(0, end);
}

std::string withoutTail(std::string name) {
    const std::size_t last = name.find_last_not_of(" \t,;:-_/(");
    return name.substr(0, last == std::string::npos ? 0 : last + 1);
}

}  // namespace

void describeStyles(const std::vector<ItemLink>& links, std::vector<ItemRecord>& items) {
    std::map<ItemId, std::string> names;
    for (const ItemLink& link : links) {
        ItemRecord* style = link.kind == LinkKind::Variant ? findItem(items, link.whole) : nullptr;
        const ItemRecord* part = findItem(items, link.part);
        if (style == nullptr || part == nullptr) {
            continue;
        }
        style->category = style->category.empty() ? part->category : style->category;
        style->brand = style->brand.empty() ? part->brand : style->brand;
        style->cost = isMissing(style->cost) ? part->cost : style->cost;
        style->price = isMissing(style->price) ? part->price : style->price;
        const auto [name, isFirst] = names.try_emplace(link.whole, part->name);
        name->second = isFirst ? name->second : commonBegin(name->second, part->name);
    }
    for (auto& [id, name] : names) {
        ItemRecord* style = findItem(items, id);
        style->name = style->name.empty() ? withoutTail(name) : style->name;
    }
}

}  // namespace foresell
