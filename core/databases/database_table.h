// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include "core/databases/database_session.h"
#include "core/import/table_source.h"

namespace foresell {

/// The answer to a query as a table to import. The query runs on the server for each reading; where one is cancelled, the
/// server is told to give up.
class DatabaseTable : public TableSource {
public:
    /// `name`: of the table or "query".
    DatabaseTable(const DatabaseLocation& location, std::string password, std::string name, std::string query, std::stop_token stop);

    std::string name() const override { return m_name + " · " + shownName(m_location); }
    std::int64_t bytes() const override { return 0; }
    std::string digest() const override { return {}; }
    TableLook look(const ImportOptions& options) override;
    std::unique_ptr<RowSource> rows() override;

    const std::string& query() const { return m_query; }
    /// Bytes of the values that came over the connection so far.
    std::int64_t transferredBytes() const { return *m_transferred; }

private:
    DatabaseLocation m_location;
    std::string m_password, m_name, m_query;
    std::stop_token m_stop;
    std::shared_ptr<std::int64_t> m_transferred = std::make_shared<std::int64_t>(0);
};

}  // namespace foresell
