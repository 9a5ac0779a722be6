// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/database_table.h"

#include <utility>

namespace foresell {

namespace {

constexpr std::int64_t sampleRows = 3000;
constexpr char delimiter = '\t';

/// The head, then the rows of the answer.
class DatabaseRowSource : public RowSource {
public:
    DatabaseRowSource(const DatabaseLocation& location, const std::string& password, const std::string& query, std::int64_t limit,
                      std::stop_token stop, std::shared_ptr<std::int64_t> transferred)
        : m_session(location, password, std::move(stop)), m_rows(m_session.query(query, limit)), m_transferred(std::move(transferred)) {}

    bool next(TableRow& row) override {
        if (m_number > 0 && m_at == m_rows->rowsInBatch()) {
            if (!m_rows->nextBatch()) {
                return false;
            }
            m_at = 0;
        }
        row.cells.clear();
        m_text.clear();
        for (std::size_t column = 0; column < m_rows->names().size(); ++column) {
            const std::string& cell = m_number == 0 ? m_rows->names()[column] : m_rows->cell(m_at, column);
            row.cells.emplace_back(cell);
            m_text += column > 0 ? std::string(1, delimiter) : std::string();
            m_text += cell;
            *m_transferred += m_number == 0 ? 0 : std::ssize(cell);
        }
        m_at += m_number > 0 ? 1 : 0;
        row.number = ++m_number;
        row.text = m_text;
        row.position = *m_transferred;
        row.isPlainAscii = false;
        row.damage = TableRow::Damage::None;
        return true;
    }

private:
    DatabaseSession m_session;
    std::unique_ptr<DatabaseRows> m_rows;
    std::shared_ptr<std::int64_t> m_transferred;
    std::size_t m_at = 0;
    std::int64_t m_number = 0;
    std::string m_text;
};

}  // namespace

DatabaseTable::DatabaseTable(const DatabaseLocation& location, std::string password, std::string name, std::string query,
                             std::stop_token stop)
    : m_location(location), m_password(std::move(password)), m_name(std::move(name)), m_query(std::move(query)), m_stop(std::move(stop)) {}

TableLook DatabaseTable::look(const ImportOptions&) {
    TableLook look;
    look.encoding = {Encoding::Utf8, 1, "given"};
    look.format.delimiter = delimiter;
    look.isTyped = true;
    const auto uncounted = std::make_shared<std::int64_t>(0);
    DatabaseRowSource source(m_location, m_password, m_query, sampleRows, m_stop, uncounted);
    TableRow row;
    look.isWhole = true;
    while (source.next(row)) {
        if (std::ssize(look.rows) > sampleRows) {
            look.isWhole = false;
            break;
        }
        look.rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
    }
    look.isWhole = look.isWhole && std::ssize(look.rows) <= sampleRows;
    look.share = look.isWhole ? 1 : 0;
    return look;
}

std::unique_ptr<RowSource> DatabaseTable::rows() {
    return std::make_unique<DatabaseRowSource>(m_location, m_password, m_query, 0, m_stop, m_transferred);
}

}  // namespace foresell
