// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/line_table.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/base/error.h"
#include "core/cleaning/repeat_finder.h"

namespace foresell {
namespace {

/// Appends `values` to `column`, which stays empty as long as every value is `absent`.
template <typename T>
void appendOrStayEmpty(std::vector<T>& column, const std::vector<T>& values, std::size_t before, std::size_t expected,
                       T absent) {
    if (column.empty()) {
        if (std::all_of(values.begin(), values.end(), [&](T value) { return value == absent; })) {
            return;
        }
        column.reserve(expected);
        column.assign(before, absent);
    }
    column.insert(column.end(), values.begin(), values.end());
}

}  // namespace

LineTable::LineTable(const SaleSource& source, Day asOf, const JobControl& job) {
    const auto expected = static_cast<std::size_t>(std::max<std::int64_t>(0, source.lineCount()));
    for (auto* column : {&m_second, &m_item, &m_place}) {
        column->reserve(expected);
    }
    m_day.reserve(expected);
    m_quantity.reserve(expected);
    m_order.reserve(expected);
    RepeatFinder finder(expected);
    Progress progress;
    progress.stage = "reading";
    progress.unit = "rows";
    progress.total = source.lineCount();
    source.readChunks(asOf, job, [&](std::int64_t chunk, const SaleBatch& batch) {
        job.throwIfCancelled();
        append(chunk, batch);
        const std::size_t digests = batch.digest.size();
        for (std::size_t row = 0; row < batch.size(); ++row) {
            if (row + RepeatFinder::lookAhead < digests) {
                finder.prefetch(batch.digest[row + RepeatFinder::lookAhead], batch.customer[row + RepeatFinder::lookAhead]);
            }
            const bool isSeen = asOf == noDay || batch.day[row] <= asOf;
            m_isSeen.push_back(isSeen);
            m_isRepeat.push_back(isSeen && row < digests && finder.isRepeat(batch.digest[row], batch.customer[row]));
        }
        progress.done = size();
        job.report(progress);
    });
}

void LineTable::requireRoom(std::size_t lines) const {
    if (m_day.size() + lines >= noLine) {
        throw Error("cleaning.too_many_lines", "There are more than four billion sale lines.",
                    "Split the shop into several projects.");
    }
}

LineTable::Line LineTable::addPart(Line line, std::int32_t item, Fixed quantity, Fixed price, Fixed amount) {
    requireRoom(1);
    const std::size_t before = m_day.size();
    m_day.push_back(m_day[line]);
    m_second.push_back(m_second[line]);
    m_place.push_back(m_place[line]);
    m_order.push_back(m_order[line]);
    m_item.push_back(item);
    m_quantity.push_back(quantity);
    m_isSeen.push_back(true);
    m_isRepeat.push_back(false);
    if (!m_customer.empty()) {
        m_customer.push_back(m_customer[line]);
    }
    if (!m_isSum.empty()) {
        m_isSum.push_back(m_isSum[line]);
    }
    appendOrStayEmpty(m_price, {price}, before, before + 1, fixedMissing);
    appendOrStayEmpty(m_amount, {amount}, before, before + 1, fixedMissing);
    m_highestItem = std::max(m_highestItem, item);
    return static_cast<Line>(before);
}

void LineTable::append(std::int64_t chunk, const SaleBatch& batch) {
    const std::size_t before = m_day.size();
    requireRoom(batch.size());
    m_chunks.push_back({chunk, static_cast<Line>(before), static_cast<Line>(before + batch.size())});
    m_day.insert(m_day.end(), batch.day.begin(), batch.day.end());
    m_second.insert(m_second.end(), batch.second.begin(), batch.second.end());
    m_item.insert(m_item.end(), batch.item.begin(), batch.item.end());
    m_quantity.insert(m_quantity.end(), batch.quantity.begin(), batch.quantity.end());
    const std::size_t expected = m_quantity.capacity();
    appendOrStayEmpty(m_customer, batch.customer, before, expected, std::int64_t{0});
    appendOrStayEmpty(m_price, batch.price, before, expected, fixedMissing);
    appendOrStayEmpty(m_amount, batch.amount, before, expected, fixedMissing);
    if (!batch.item.empty()) {
        m_highestItem = std::max(m_highestItem, *std::max_element(batch.item.begin(), batch.item.end()));
    }
    appendPlaces(batch);
    appendOrders(batch);
    appendSums(batch, before);
}

void LineTable::appendSums(const SaleBatch& batch, std::size_t before) {
    if (m_isSum.empty() && std::find(batch.sourceRow.begin(), batch.sourceRow.end(), sumOfDay) == batch.sourceRow.end()) {
        return;
    }
    m_isSum.resize(before);
    for (const std::int64_t row : batch.sourceRow) {
        m_isSum.push_back(row == sumOfDay);
    }
}

void LineTable::appendPlaces(const SaleBatch& batch) {
    std::size_t last = 0;
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const std::pair place(batch.location[row], batch.channel[row]);
        if (last >= m_places.size() || m_places[last] != place) {
            const auto key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(place.first)) << 32U |
                             static_cast<std::uint32_t>(place.second);
            last = m_placeNumbers.emplace(key, m_places.size()).first->second;
            if (last == m_places.size()) {
                m_places.push_back(place);
            }
        }
        m_place.push_back(static_cast<std::int32_t>(last));
    }
}

void LineTable::appendOrders(const SaleBatch& batch) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const std::string_view order = batch.order.at(row);
        if (m_orders.size() == 0 || m_orders.at(m_orders.size() - 1) != order) {
            m_orders.push(order);
        }
        m_order.push_back(static_cast<std::uint32_t>(m_orders.size() - 1));
    }
}

/// The first place with the location and channel stands for all of them.
std::vector<std::int32_t> LineTable::mergedPlaces(const std::vector<std::int32_t>& locations) const {
    std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> firsts;
    std::vector<std::int32_t> now;
    for (const auto& [location, channel] : m_places) {
        const auto id = static_cast<std::size_t>(location);
        const std::pair key(id < locations.size() ? locations[id] : location, channel);
        now.push_back(firsts.emplace(key, static_cast<std::int32_t>(now.size())).first->second);
    }
    return now;
}

std::vector<std::uint64_t> LineTable::orderHashes() const {
    std::vector<std::uint64_t> hashes(m_orders.size());
    for (std::size_t run = 0; run < hashes.size(); ++run) {
        const std::string_view order = m_orders.at(run);
        hashes[run] = order.empty() ? 0 : std::hash<std::string_view>()(order) | 1U;
    }
    return hashes;
}

}  // namespace foresell
