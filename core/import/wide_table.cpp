// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/wide_table.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/error.h"
#include "core/import/date_format.h"
#include "core/import/header_names.h"
#include "core/import/header_row.h"
#include "core/import/number_format.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t headerSearchRows = 30;
constexpr std::size_t rowsLookedAt = 200;
constexpr std::size_t fewestDates = 3;
constexpr std::size_t fewestItems = 5;
constexpr std::size_t mostSampleRows = 20'000;

bool isDay(std::string_view cell) {
    DateTime day;
    const bool isLong = cell.size() >= 6 && cell.find_first_not_of("0123456789") != std::string_view::npos;
    const bool isCompact = (cell.size() == 6 || cell.size() == 8) && (cell.starts_with("19") || cell.starts_with("20"));
    return (isLong || isCompact) && (DateParser(DateOrder::DayFirst).parse(cell, day) == DateResult::Ok ||
                                     DateParser(DateOrder::MonthFirst).parse(cell, day) == DateResult::Ok);
}

bool isNumber(std::string_view cell) {
    Fixed value = 0;
    return parseNumber(cell, {'.'}, value) == NumberResult::Ok || parseNumber(cell, {','}, value) == NumberResult::Ok;
}

bool isTotal(std::string_view cell) {
    static constexpr std::array<std::string_view, 8> words = {"total",      "totals",       "grandtotal", "sum",
                                                              "\u5408\u8BA1", "\u603B\u8BA1", "\u5C0F\u8BA1", "\u6C47\u603B"};
    return std::find(words.begin(), words.end(), headerKey(cell)) != words.end();
}

std::string_view cellAt(const std::vector<std::string>& cells, std::size_t column) {
    return column < cells.size() ? trimmed(cells[column]) : std::string_view();
}

/// The share of filled cells of the column, in the rows below the header, for which the test holds; 1 where none is filled.
template <typename Test>
double share(const std::vector<SampleRow>& rows, std::size_t header, std::size_t column, Test&& test) {
    std::size_t filled = 0, passed = 0;
    for (std::size_t r = header + 1; r < std::min(rows.size(), header + 1 + rowsLookedAt); ++r) {
        const std::string_view cell = cellAt(rows[r].cells, column);
        filled += cell.empty() ? 0 : 1;
        passed += !cell.empty() && test(cell) ? 1 : 0;
    }
    return filled == 0 ? 1 : static_cast<double>(passed) / static_cast<double>(filled);
}

std::optional<WideShape> datesAcross(const std::vector<SampleRow>& rows) {
    for (std::size_t h = 0; h + 1 < std::min(rows.size(), headerSearchRows); ++h) {
        WideShape shape{rows[h].number, true, {}, {}};
        std::set<std::string_view> days;
        std::size_t filled = 0;
        for (std::size_t c = 0; c < rows[h].cells.size(); ++c) {
            const std::string_view cell = cellAt(rows[h].cells, c);
            filled += cell.empty() ? 0 : 1;
            if (isDay(cell)) {
                days.insert(cell);
                shape.values.emplace_back(c, std::string(cell));
            } else if (!cell.empty() && !isTotal(cell)) {
                shape.keys.emplace_back(c, std::string(cell));
            }
        }
        if (shape.values.size() < fewestDates || days.size() != shape.values.size() || shape.values.size() * 2 < filled) {
            continue;
        }
        const auto numeric = std::count_if(shape.values.begin(), shape.values.end(),
                                           [&](const auto& value) { return share(rows, h, value.first, isNumber) >= 0.8; });
        if (static_cast<std::size_t>(numeric) * 2 >= shape.values.size()) {
            return shape;
        }
    }
    return std::nullopt;
}

std::optional<WideShape> itemsAcross(const std::vector<SampleRow>& rows, bool isSaid) {
    const auto header = findHeader(rows);
    const std::size_t h = header.value_or(0);
    if (rows.size() < h + 2 || share(rows, h, 0, isDay) < 0.9) {
        return std::nullopt;
    }
    WideShape shape{rows[h].number, false, {{0, std::string(cellAt(rows[h].cells, 0))}}, {}};
    std::size_t codes = 0;
    for (std::size_t c = 1; c < rows[h].cells.size(); ++c) {
        const std::string_view cell = cellAt(rows[h].cells, c);
        if (cell.empty() || isTotal(cell)) {
            continue;
        }
        if (headerMeaning(headerKey(cell)).isKnown() || share(rows, h, c, isNumber) < 0.9) {
            return std::nullopt;
        }
        codes += cell.find_first_of("0123456789") != std::string_view::npos ? 1 : 0;
        shape.values.emplace_back(c, std::string(cell));
    }
    const bool looksIt = shape.values.size() >= fewestItems && codes * 2 >= shape.values.size();
    shape.keys.front().second = "Date";
    return looksIt || (isSaid && shape.values.size() > 1) ? std::optional(shape) : std::nullopt;
}

/// The long rows of a wide table.
class LongRows : public RowSource {
public:
    LongRows(std::unique_ptr<RowSource> wide, const WideShape& shape) : m_wide(std::move(wide)), m_shape(shape) {
        m_at = m_shape.values.size();
    }

    bool next(TableRow& row) override {
        if (!m_hasHeader) {
            m_hasHeader = true;
            row.cells.clear();
            for (const auto& key : m_shape.keys) {
                row.cells.push_back(key.second);
            }
            row.cells.push_back(m_shape.isOfDates ? "Date" : "Item");
            row.cells.push_back("Quantity");
            row.number = m_shape.headerRow;
            return true;
        }
        for (;;) {
            if (m_at >= m_shape.values.size() && !readWide(row)) {
                return false;
            }
            if (m_row.damage != TableRow::Damage::None) {
                row = m_row;
                m_at = m_shape.values.size();
                return true;
            }
            const auto& [column, above] = m_shape.values[m_at++];
            const std::string_view value = column < m_row.cells.size() ? trimmed(m_row.cells[column]) : std::string_view();
            if (!value.empty()) {
                hand(row, above, value);
                return true;
            }
        }
    }
    EncodingGuess encoding() const override { return m_wide->encoding(); }

private:
    bool readWide(TableRow&) {
        do {
            if (!m_wide->next(m_row)) {
                return false;
            }
        } while (m_row.number <= m_shape.headerRow);
        m_at = 0;
        const bool isOfTotals = std::any_of(m_shape.keys.begin(), m_shape.keys.end(), [&](const auto& key) {
            return key.first < m_row.cells.size() && isTotal(m_row.cells[key.first]);
        });
        if (isOfTotals && m_row.damage == TableRow::Damage::None) {
            m_row.damage = TableRow::Damage::Total;
        }
        return true;
    }

    void hand(TableRow& row, std::string_view above, std::string_view value) const {
        row.cells.clear();
        for (const auto& key : m_shape.keys) {
            row.cells.push_back(key.first < m_row.cells.size() ? m_row.cells[key.first] : std::string_view());
        }
        row.cells.push_back(above);
        row.cells.push_back(value);
        row.number = m_row.number;
        row.text = {};
        row.position = m_row.position;
        row.isPlainAscii = true;
        row.damage = TableRow::Damage::None;
        for (const std::string_view cell : row.cells) {
            if (!m_row.isPlainAscii && !isCleanUtf8(cell)) {
                row.text = m_row.text;
                row.isPlainAscii = false;
            }
        }
    }

    std::unique_ptr<RowSource> m_wide;
    const WideShape& m_shape;
    TableRow m_row;
    std::size_t m_at = 0;
    bool m_hasHeader = false;
};

/// Hands out rows that were read already.
class SampleRows : public RowSource {
public:
    explicit SampleRows(const std::vector<SampleRow>& rows) : m_rows(rows) {}
    bool next(TableRow& row) override {
        if (m_next == m_rows.size()) {
            return false;
        }
        const SampleRow& from = m_rows[m_next++];
        row.cells.assign(from.cells.begin(), from.cells.end());
        row.number = from.number;
        return true;
    }

private:
    const std::vector<SampleRow>& m_rows;
    std::size_t m_next = 0;
};

}  // namespace

std::optional<WideShape> findWideShape(const std::vector<SampleRow>& rows, bool isSaid) {
    auto shape = datesAcross(rows);
    return shape ? shape : itemsAcross(rows, isSaid);
}

TableLook WideTable::look(const ImportOptions& options) {
    TableLook look = m_inner->look(options);
    m_shape.reset();
    if (options.isWide.value_or(true)) {
        m_shape = findWideShape(look.rows, options.isWide.has_value());
    }
    if (!m_shape) {
        if (options.isWide.value_or(false)) {
            throw Error("import.not_wide", name() + " has neither days nor items side by side",
                        "Import it as a long table, or check the row with the names of the columns.", {{"file", name()}});
        }
        return look;
    }
    look.layout = m_shape->isOfDates ? TableLayout::DatesAcross : TableLayout::ItemsAcross;
    LongRows source(std::make_unique<SampleRows>(look.rows), *m_shape);
    std::vector<SampleRow> rows;
    TableRow row;
    while (rows.size() < mostSampleRows && source.next(row)) {
        if (row.damage == TableRow::Damage::None) {
            rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
        }
    }
    const auto last = rows.empty() ? 0 : rows.back().number;
    const auto used = std::count_if(look.rows.begin(), look.rows.end(), [&](const SampleRow& each) { return each.number <= last; });
    look.isWhole = look.isWhole && rows.size() < mostSampleRows;
    look.share *= static_cast<double>(used) / static_cast<double>(std::max<std::size_t>(1, look.rows.size()));
    look.rows = std::move(rows);
    return look;
}

std::unique_ptr<RowSource> WideTable::rows() {
    auto rows = m_inner->rows();
    return m_shape ? std::make_unique<LongRows>(std::move(rows), *m_shape) : std::move(rows);
}

}  // namespace foresell
