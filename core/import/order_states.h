// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/import/row_source.h"

namespace foresell {

/// What became of an order line.
enum class OrderState { Sale, NotPaid, Cancelled, Returned };

/// Reads the state that a platform writes, in English or Chinese; whatever it does not know is a sale.
OrderState stateOf(std::string_view cell);

/// True for a column that says when an order was cancelled: filled, it was.
bool isCancellationDate(std::string_view columnName);

/// Tells the state of each row from the columns that hold states: the one that is furthest from a sale. An order that was
/// closed is cancelled where it had been paid, and never was a sale where not.
class OrderStates {
public:
    struct Column {
        std::size_t index = 0;
        bool isDate = false;  ///< says when it was cancelled
    };

    /// `paid` are columns that say when an order was paid; without one an order counts as paid.
    OrderStates(std::vector<Column> states, std::vector<std::size_t> paid) : m_states(std::move(states)), m_paid(std::move(paid)) {}
    bool isNeeded() const { return !m_states.empty(); }
    OrderState of(const TableRow& row) const;

private:
    std::vector<Column> m_states;
    std::vector<std::size_t> m_paid;
};

/// Some exports write what concerns a whole order on its first line alone. Fills these cells in on the lines below it.
class OrderCompletion {
public:
    /// `columns` are filled in while the cell in column `order` stays the same.
    OrderCompletion(std::size_t order, std::vector<std::size_t> columns) : m_order(order), m_columns(std::move(columns)) {}
    bool isNeeded() const { return !m_columns.empty(); }
    void complete(TableRow& row);

private:
    std::size_t m_order;
    std::vector<std::size_t> m_columns;
    std::string m_lastOrder;
    std::vector<std::string> m_last;
};

}  // namespace foresell
