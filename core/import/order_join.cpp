// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/order_join.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/import/import_run.h"
#include "core/import/presale.h"

namespace foresell {

namespace {

double valueOf(const SaleLine& line) {
    const bool isKnown = !isMissing(line.price) && !isMissing(line.quantity);
    return isKnown ? std::max(0.0, toDouble(line.price) * toDouble(line.quantity)) : 0;
}

bool isListOfOrders(const FileDetection& detection) {
    return detection.role == ImportRole::Sales && !detection.hasProductLists && detection.fields[indexOf(Field::Order)] &&
           !detection.fields[indexOf(Field::Item)];
}

bool isFileOfItems(const FileDetection& detection) {
    return detection.role == ImportRole::Sales && detection.fields[indexOf(Field::Order)] && detection.fields[indexOf(Field::Item)];
}

void readLines(ImportRun& run, TableSource& table, const FileDetection& detection, const std::function<bool(const SaleLine&)>& use) {
    const auto rows = table.rows();
    SaleMapper mapper(detection, run.clock);
    TableRow row;
    SaleLine line;
    for (std::int64_t count = 0; rows->next(row); ++count) {
        if (count % 4096 == 0) {
            run.job.throwIfCancelled();
        }
        line = {};
        if (row.number > detection.headerRow && !mapper.map(row, line) && !line.order.empty() && !use(line)) {
            return;
        }
    }
}

}  // namespace

bool OrderJoin::addOrder(const SaleLine& line) {
    if (m_orders.size() >= mostOrders) {
        m_orders.clear();
        return false;
    }
    Order& order = m_orders[std::string(line.order)];
    order.location = line.location;
    order.amount = line.amount;
    return true;
}

void OrderJoin::addEarlier(const SaleLine& line) {
    const auto [at, isNew] = m_orders.try_emplace(std::string(line.order));
    Order& order = at->second;
    order.amount = isNew ? line.amount : order.isEarlier ? fixedMissing : order.amount;
    order.location = isNew ? line.location : std::string_view(order.location);
    order.isEarlier = order.isEarlier || isNew;
}

void OrderJoin::addItem(const SaleLine& line) {
    if (const auto found = m_orders.find(std::string(line.order)); found != m_orders.end()) {
        found->second.value += valueOf(line);
    }
}

void OrderJoin::complete(SaleLine& line) {
    const auto found = line.order.empty() ? m_orders.end() : m_orders.find(std::string(line.order));
    if (found == m_orders.end()) {
        return;
    }
    Order& order = found->second;
    if (line.location.empty()) {
        line.location = order.location;
    }
    if (isMissing(line.amount) && !isMissing(order.amount) && order.value > 0) {
        order.told += valueOf(line);
        const bool isLast = order.told >= order.value * (1 - 1e-9);
        const Fixed until = isLast ? order.amount : toFixed(toDouble(order.amount) * order.told / order.value);
        line.amount = until - order.given;
        order.given = until;
    }
}

std::vector<std::size_t> planOrderJoin(ImportRun& run, const TableSources& tables) {
    std::vector<std::size_t> order(tables.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool canLookTwice = std::all_of(tables.begin(), tables.end(), [](const auto& table) { return table->canReread(); });
    if (tables.size() < 2 || !canLookTwice) {
        return order;
    }
    std::vector<FileDetection> detections;
    std::vector<bool> bringsDeposits;
    for (const auto& table : tables) {
        DetectedTable file = detectTable(*table, run.options);
        bringsDeposits.push_back(file.detection.stages && isMostlyDeposits(file.sample.rows, *file.detection.stages));
        detections.push_back(std::move(file.detection));
    }
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return bringsDeposits[i]; });
    const bool hasItems = std::any_of(detections.begin(), detections.end(), isFileOfItems);
    const bool hasLists = std::any_of(detections.begin(), detections.end(), isListOfOrders);
    if (!hasItems || !hasLists) {
        return order;
    }
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return !isListOfOrders(detections[i]); });
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (isListOfOrders(detections[i])) {
            readLines(run, *tables[i], detections[i], [&](const SaleLine& line) { return run.orders.addOrder(line); });
        }
    }
    for (std::size_t i = 0; i < tables.size() && !run.orders.empty(); ++i) {
        if (isFileOfItems(detections[i])) {
            readLines(run, *tables[i], detections[i], [&](const SaleLine& line) {
                run.orders.addItem(line);
                return true;
            });
        }
    }
    return order;
}

void joinEarlierOrders(ImportRun& run, TableSource& table, const FileDetection& detection) {
    if (!isFileOfItems(detection) || !run.orders.empty() || run.listedOrders.empty() || !table.canReread()) {
        return;
    }
    HashSet wanted;
    readLines(run, table, detection, [&](const SaleLine& line) {
        if (const std::uint64_t order = orderHash(line.order); run.listedOrders.contains(order)) {
            wanted.add(order);
        }
        return true;
    });
    if (wanted.empty()) {
        return;
    }
    SaleBatch batch;
    for (const ChunkInfo& chunk : run.reader->chunks()) {
        run.job.throwIfCancelled();
        run.reader->readChunk(chunk.id, batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.item[i] != 0 || batch.quantity[i] <= 0 || !wanted.contains(orderHash(batch.order.at(i)))) {
                continue;  // what came back is told by the items' own states
            }
            SaleLine line;
            line.order = batch.order.at(i);
            line.location = batch.location[i] == 0 ? std::string_view() : run.catalogue.locations.codeOf(batch.location[i]);
            line.amount = batch.amount[i];
            run.orders.addEarlier(line);
        }
    }
    readLines(run, table, detection, [&](const SaleLine& line) {
        run.orders.addItem(line);
        return true;
    });
}

}  // namespace foresell
