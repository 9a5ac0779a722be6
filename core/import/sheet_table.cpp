// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sheet_table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/error.h"
#include "core/import/header_row.h"

namespace foresell {

namespace {

constexpr std::size_t sampleRows = 5'000;
constexpr std::size_t sampleCells = 1'000'000;
constexpr std::size_t rowsToChoose = 30;
constexpr std::int64_t mostCells = 200'000'000;
constexpr std::int64_t alwaysCells = 4'000'000, cellsAByte = 100;  // a few bytes can say that a row is there a million times

/// The rows of a sheet with its joined cells filled in.
class SheetRows : public RowSource {
public:
    SheetRows(std::unique_ptr<SheetReader> reader, const std::vector<MergedCells>& merged, bool skipsHidden, std::string name,
              std::int64_t bytes)
        : m_reader(std::move(reader)), m_merged(merged), m_skipsHidden(skipsHidden), m_name(std::move(name)),
          m_cellsLeft(std::min(mostCells, alwaysCells + cellsAByte * std::clamp<std::int64_t>(bytes, 0, mostCells))) {}

    bool next(TableRow& row) override {
        do {
            if (m_left == 0 && !read()) {
                return false;
            }
            --m_left;
            ++m_row.number;
        } while (m_skipsHidden && m_row.isHidden);
        fill();
        row.cells.assign(m_cells.begin(), m_cells.end());
        row.number = m_row.number - 1;
        row.text = {};
        row.position = m_reader->position();
        row.isPlainAscii = true;  // expat hands out whole characters alone
        row.damage = TableRow::Damage::None;
        return true;
    }

private:
    struct Joined {
        MergedCells cells;
        std::string text;
        bool isNumber = false;
    };

    bool read() {
        if (!m_reader->next(m_row)) {
            return false;
        }
        m_left = m_row.repeats;
        return true;
    }

    void fill() {
        // A spreadsheet leaves out the empty cells at the end of a row: all rows are as wide as the widest before.
        const std::size_t width = std::max(m_cells.size(), m_row.cells.back().column + m_row.cells.back().repeats);
        m_cellsLeft -= static_cast<std::int64_t>(width);
        if (m_cellsLeft < 0) {
            throw Error("import.sheet_too_large", m_name + " has a sheet with too many cells",
                        "Split the sheet, or save it as CSV.", {{"file", m_name}});
        }
        m_cells.assign(width, {});
        for (const SheetCell& cell : m_row.cells) {
            std::fill_n(m_cells.begin() + static_cast<std::ptrdiff_t>(cell.column), cell.repeats, std::string_view(cell.text));
        }
        fillJoined(m_row.number - 1);
    }

    void fillJoined(std::int64_t number) {
        std::erase_if(m_open, [&](const Joined& joined) { return joined.cells.lastRow < number; });
        for (; m_nextMerged < m_merged.size() && m_merged[m_nextMerged].firstRow <= number; ++m_nextMerged) {
            begin(m_merged[m_nextMerged], number);
        }
        for (const Joined& joined : m_open) {
            if (joined.isNumber && joined.cells.firstRow < number) {
                continue;
            }
            const std::size_t last = std::min(joined.cells.lastColumn, SheetReader::mostColumns - 1);
            if (m_cells.size() <= last) {
                m_cells.resize(last + 1);
            }
            for (std::size_t column = joined.cells.firstColumn; column <= last; ++column) {
                m_cells[column] = m_cells[column].empty() ? std::string_view(joined.text) : m_cells[column];
            }
        }
    }

    void begin(const MergedCells& merged, std::int64_t number) {
        const auto cell = std::find_if(m_row.cells.begin(), m_row.cells.end(),
                                       [&](const SheetCell& each) { return each.column == merged.firstColumn; });
        if (merged.firstRow == number && merged.lastRow >= number && cell != m_row.cells.end()) {
            m_open.push_back({merged, cell->text, cell->isNumber});
        }
    }

    std::unique_ptr<SheetReader> m_reader;
    const std::vector<MergedCells>& m_merged;
    bool m_skipsHidden;
    std::string m_name;
    SheetRow m_row;
    std::int64_t m_cellsLeft;
    std::int64_t m_left = 0;  ///< repeats of the row that are still to come
    std::size_t m_nextMerged = 0;
    std::vector<Joined> m_open;
    std::vector<std::string_view> m_cells;
};

/// How much the first rows of a sheet look like a table: known names of columns, else rows and columns at all.
int tableScore(const Workbook& workbook, std::size_t sheet) {
    const auto reader = workbook.read(sheet);
    SheetRow row;
    int score = 0;
    std::size_t rows = 0;
    for (; rows < rowsToChoose && reader->next(row); ++rows) {
        std::vector<std::string> cells;
        for (const SheetCell& cell : row.cells) {
            cells.push_back(cell.text);
        }
        score = std::max(score, 10 * static_cast<int>(knownNames(cells)) + (row.cells.size() > 1 ? 1 : 0));
    }
    return rows > 1 ? score : 0;
}

std::size_t sheetNamed(const Workbook& workbook, const std::string& file, const std::string& wanted) {
    std::string all;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (workbook.sheets()[i].name == wanted) {
            return i;
        }
        all += (all.empty() ? "" : ", ") + workbook.sheets()[i].name;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size() && number >= 1 && number <= workbook.sheets().size()) {
        return number - 1;
    }
    throw Error("import.no_such_sheet", file + " has no sheet " + wanted, "Its sheets are: " + all,
                {{"file", file}, {"sheet", wanted}, {"sheets", all}});
}

}  // namespace

SheetTable::SheetTable(Facts facts, std::shared_ptr<const Workbook> workbook, std::size_t sheet, bool skipsHiddenRows)
    : m_facts(std::move(facts)), m_workbook(std::move(workbook)), m_sheet(sheet), m_skipsHiddenRows(skipsHiddenRows) {}

TableSources SheetTable::choose(const Facts& facts, const std::shared_ptr<const Workbook>& workbook, const ImportOptions& options) {
    const auto table = [&](std::size_t sheet) { return std::make_unique<SheetTable>(facts, workbook, sheet, options.skipsHiddenRows); };
    TableSources tables;
    if (!options.sheet.empty() && options.sheet != "*") {
        tables.push_back(table(sheetNamed(*workbook, facts.name, options.sheet)));
        return tables;
    }
    std::size_t best = 0;
    int bestScore = -1;
    for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
        const int score = workbook->sheets()[i].isHidden ? 0 : tableScore(*workbook, i);
        if (options.sheet == "*" && score > 0) {
            tables.push_back(table(i));
        }
        best = score > bestScore ? i : best;
        bestScore = std::max(score, bestScore);
    }
    if (tables.empty()) {
        tables.push_back(table(best));
    }
    return tables;
}

std::string SheetTable::name() const {
    return m_workbook->sheets().size() > 1 ? m_facts.name + " / " + m_workbook->sheets()[m_sheet].name : m_facts.name;
}

std::int64_t SheetTable::bytes() const {
    return m_workbook->sheets()[m_sheet].bytes;
}

/// Joined cells stand behind the rows, so the sheet is read through once for them.
void SheetTable::readMerged() {
    if (std::exchange(m_hasMerged, true)) {
        return;
    }
    const auto reader = m_workbook->read(m_sheet);
    SheetRow row;
    while (reader->next(row)) {
        m_rowCount += row.repeats;
        m_hiddenRows += row.isHidden ? row.repeats : 0;
    }
    m_merged = reader->merged();
    std::erase_if(m_merged, [](const MergedCells& cells) { return cells.lastColumn < cells.firstColumn; });
    std::stable_sort(m_merged.begin(), m_merged.end(), [](const auto& a, const auto& b) { return a.firstRow < b.firstRow; });
}

TableLook SheetTable::look(const ImportOptions&) {
    readMerged();
    TableLook look;
    look.isTyped = true;
    look.encoding.evidence = "workbook";
    look.hiddenRows = m_hiddenRows;
    for (const Workbook::Sheet& sheet : m_workbook->sheets()) {
        look.sheets.push_back(sheet.name);
    }
    look.sheet = m_workbook->sheets()[m_sheet].name;
    const auto source = rows();
    TableRow row;
    std::size_t cells = 0;
    while (look.rows.size() < sampleRows && cells < sampleCells && source->next(row)) {
        look.rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
        cells += row.cells.size();
    }
    const std::int64_t all = m_rowCount - (m_skipsHiddenRows ? m_hiddenRows : 0);
    look.isWhole = static_cast<std::int64_t>(look.rows.size()) == all;
    look.share = all > 0 ? static_cast<double>(look.rows.size()) / static_cast<double>(all) : 1;
    return look;
}

std::unique_ptr<RowSource> SheetTable::rows() {
    readMerged();
    return std::make_unique<SheetRows>(m_workbook->read(m_sheet), m_merged, m_skipsHiddenRows, name(), bytes());
}

}  // namespace foresell
