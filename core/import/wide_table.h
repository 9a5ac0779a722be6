// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/import/table_source.h"

namespace foresell {

/// How a wide table is laid out: which columns name the row, and which hold values, each with what stands above it.
struct WideShape {
    std::int64_t headerRow = 0;
    bool isOfDates = true;                                  ///< days stand above the values; else items
    std::vector<std::pair<std::size_t, std::string>> keys;  ///< column and its name
    std::vector<std::pair<std::size_t, std::string>> values;
};

/// The shape of a table whose days or items stand side by side, from its first rows; nothing where it is long, one row for
/// each item and day. Tables with items side by side are only taken for such where they look it, or `isSaid`.
std::optional<WideShape> findWideShape(const std::vector<SampleRow>& rows, bool isSaid);

/// A table that turns wide ones into long ones: each value becomes a row with the names of its row, its day or item and
/// itself. Empty cells are no rows; columns and rows of totals are left out, the rows as rejects. Long tables pass through.
class WideTable : public TableSource {
public:
    explicit WideTable(std::unique_ptr<TableSource> inner) : m_inner(std::move(inner)) {}

    std::string name() const override { return m_inner->name(); }
    std::int64_t bytes() const override { return m_inner->bytes(); }
    std::string digest() const override { return m_inner->digest(); }
    bool canReread() const override { return m_inner->canReread(); }
    TableLook look(const ImportOptions& options) override;
    std::unique_ptr<RowSource> rows() override;

private:
    std::unique_ptr<TableSource> m_inner;
    std::optional<WideShape> m_shape;
};

}  // namespace foresell
