// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/job.h"
#include "core/import/sale_mapper.h"
#include "core/import/table_source.h"

namespace foresell {

/// Some platforms export a shop's orders in two files: a list with a row for each order (what was paid, in which shop) and
/// one with a row for each item. Where both are imported in one call they are brought together by order number: the lines of
/// items get the order's location and their part of what was paid, by price times quantity, to the last fraction; rows of the
/// list whose items are there count as known.
class OrderJoin {
public:
    static constexpr std::size_t mostOrders = 5'000'000;

    /// From the list of orders; false: there are too many, nothing is joined.
    bool addOrder(const SaleLine& line);
    /// From the file of items, before any of them is completed.
    void addItem(const SaleLine& line);
    /// Fills in what the line's own file does not say. The views hold as long as this object.
    void complete(SaleLine& line);
    /// From an earlier import: an order of one line, whose money is its own; of several lines the location alone is taken.
    void addEarlier(const SaleLine& line);
    bool empty() const { return m_orders.empty(); }
    void clear() { m_orders.clear(); }

private:
    struct Order {
        std::string location;
        Fixed amount = fixedMissing;
        double value = 0, told = 0;  ///< price times quantity of all its items, and of those completed so far
        Fixed given = 0;             ///< of the amount, to those
        bool isEarlier = false;
    };

    std::unordered_map<std::string, Order> m_orders;
};

struct ImportRun;

/// The order in which the tables are to be imported: deposits of presales before their balances, lists of orders after files of
/// items; fills `run.orders` where there are both.
std::vector<std::size_t> planOrderJoin(ImportRun& run, const TableSources& tables);

/// Fills `run.orders` for a file of items with what earlier imports listed of its orders as a whole. Those lines stay as they
/// are: cleaning sets them aside.
void joinEarlierOrders(ImportRun& run, TableSource& table, const FileDetection& detection);

}  // namespace foresell
