// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/databases/database_location.h"

namespace foresell {

/// A table or view of a database.
struct DatabaseTableInfo {
    std::string name;  ///< with its schema, where there are several: "public.orders"
    bool isView = false;
    std::int64_t rows = -1;  ///< as the server guesses; -1: it does not
};

/// The answer to a query, batch by batch. Every value comes as the server writes it, so that no digit of a code or an amount
/// is lost; NULL as an empty text.
class DatabaseRows {
public:
    virtual ~DatabaseRows() = default;
    virtual const std::vector<std::string>& names() const = 0;
    /// Reads the next rows; false at the end. They hold until the next call.
    virtual bool nextBatch() = 0;
    virtual std::size_t rowsInBatch() const = 0;
    virtual const std::string& cell(std::size_t row, std::size_t column) const = 0;
};

/// A connection that can only read: in a read-only transaction of one state of the data where the server has such. Throws
/// Error "database.*". What lasts ends with Cancelled soon after `stop` was requested: the server is told to give up.
class DatabaseSession {
public:
    DatabaseSession(const DatabaseLocation& location, const std::string& password, std::stop_token stop = {});
    ~DatabaseSession();
    DatabaseSession(const DatabaseSession&) = delete;
    DatabaseSession& operator=(const DatabaseSession&) = delete;

    const DatabaseLocation& location() const;
    std::vector<DatabaseTableInfo> tables();
    /// `limit` > 0: about so many rows at most. The session must outlive the rows, and one query is open at a time.
    std::unique_ptr<DatabaseRows> query(const std::string& sql, std::int64_t limit = 0);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace foresell
