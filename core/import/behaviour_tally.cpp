// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/behaviour_tally.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>

#include "core/base/error.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::array<std::string_view, deedCount> names = {"views",  "searches", "carts",    "favourites",
                                                           "orders", "visitors", "returning"};

struct EventWord {
    std::string_view word;
    Deed deed;
};

constexpr EventWord eventWords[] = {
    {"view", Deed::Views},          {"pv", Deed::Views},           {"pageview", Deed::Views},      {"productview", Deed::Views},
    {"itemview", Deed::Views},      {"click", Deed::Views},        {"clk", Deed::Views},           {"浏览", Deed::Views},
    {"点击", Deed::Views},          {"1", Deed::Views},            {"search", Deed::Searches},     {"搜索", Deed::Searches},
    {"cart", Deed::Carts},          {"addtocart", Deed::Carts},    {"addcart", Deed::Carts},       {"basket", Deed::Carts},
    {"加购", Deed::Carts},          {"加入购物车", Deed::Carts},   {"fav", Deed::Favourites},      {"favorite", Deed::Favourites},
    {"favourite", Deed::Favourites}, {"wishlist", Deed::Favourites}, {"collect", Deed::Favourites}, {"like", Deed::Favourites},
    {"收藏", Deed::Favourites},     {"buy", Deed::Orders},         {"purchase", Deed::Orders},     {"order", Deed::Orders},
    {"transaction", Deed::Orders},  {"pay", Deed::Orders},         {"下单", Deed::Orders},         {"购买", Deed::Orders},
    {"支付", Deed::Orders},
};

[[noreturn]] void refuseLength() {
    throw Error("import.behaviour_too_long", "The file tells of more visits than can be added up in memory.",
                "Split it by month and import the parts one after the other.");
}

}  // namespace

std::string_view deedName(Deed deed) {
    return names[static_cast<std::size_t>(deed)];
}

std::optional<Deed> deedOfEvent(std::string_view word) {
    std::string key;
    for (const char c : asciiLower(word)) {
        if (c != '_' && c != '-' && c != ' ') {
            key += c;
        }
    }
    const auto found = std::ranges::find(eventWords, key, &EventWord::word);
    return found == std::end(eventWords) ? std::nullopt : std::optional(found->deed);
}

std::size_t BehaviourTally::KeyHash::operator()(const Key& key) const {
    return XXH3_64bits(&key, sizeof key);
}

std::uint32_t BehaviourTally::cellOf(const DayRow& row) {
    const Key key{row.item, row.location, row.channel, row.first};
    const auto [found, isNew] = m_cells.try_emplace(key, static_cast<std::uint32_t>(m_keys.size()));
    if (isNew) {
        if (m_keys.size() >= mostCells) {
            refuseLength();
        }
        m_keys.push_back(key);
        m_sums.emplace_back();
    }
    return found->second;
}

void BehaviourTally::add(const DayRow& row, Deed deed, double count) {
    m_sums[cellOf(row)][static_cast<std::size_t>(deed)] += count;
    note(deed);
}

void BehaviourTally::addVisit(const DayRow& row, std::uint64_t visitor, bool isLasting) {
    const std::array<std::uint64_t, 3> parts{visitor, static_cast<std::uint64_t>(row.item),
                                             static_cast<std::uint64_t>(row.location) << 32U | static_cast<std::uint32_t>(row.channel)};
    m_visits.push_back({XXH3_64bits(parts.data(), sizeof parts), row.first, cellOf(row), isLasting});
    note(Deed::Visitors);
    if (isLasting) {
        note(Deed::Returning);
    }
    if (m_visits.size() >= m_compactAt) {
        compact();
    }
}

/// Several visits of a day are one visitor.
void BehaviourTally::compact() {
    std::ranges::sort(m_visits);
    m_visits.erase(std::unique(m_visits.begin(), m_visits.end()), m_visits.end());
    if (m_visits.size() > mostVisits) {
        refuseLength();
    }
    m_compactAt = std::max(std::size_t{1} << 20, m_visits.size() * 2);
}

void BehaviourTally::countVisitors() {
    compact();
    for (std::size_t i = 0; i < m_visits.size(); ++i) {
        const Visit& visit = m_visits[i];
        Sums& sums = m_sums[visit.cell];
        sums[static_cast<std::size_t>(Deed::Visitors)] += 1;
        const bool wasThere = i > 0 && m_visits[i - 1].visitorOfItem == visit.visitorOfItem && visit.isLasting;
        sums[static_cast<std::size_t>(Deed::Returning)] += wasThere ? 1 : 0;
    }
    m_visits.clear();
}

PlanBatch BehaviourTally::take() {
    countVisitors();
    std::vector<std::uint32_t> order(m_keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](std::uint32_t cell) { return m_keys[cell]; });
    PlanBatch batch;
    for (const std::uint32_t cell : order) {
        batch.item.push_back(m_keys[cell].item);
        batch.location.push_back(m_keys[cell].location);
        batch.channel.push_back(m_keys[cell].channel);
        batch.day.push_back(m_keys[cell].day);
        batch.knownFrom.push_back(noDay);
    }
    for (std::size_t deed = 0; deed < deedCount; ++deed) {
        if (!m_isTold[deed]) {
            continue;
        }
        batch.names.emplace_back(names[deed]);
        std::vector<double>& values = batch.values.emplace_back();
        for (const std::uint32_t cell : order) {
            values.push_back(m_sums[cell][deed]);
        }
    }
    return batch;
}

}  // namespace foresell
