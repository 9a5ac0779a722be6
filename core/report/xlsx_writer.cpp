// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsx_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t longestText = 32'767;  ///< of a cell
constexpr Day excelFirstDay = -25'569;       ///< 1899-12-30, day 0 of the 1900 system after its wrong 29 February

[[noreturn]] void refuse(const std::filesystem::path& file, const char* reason) {
    throw Error("export.cannot_write", "The file cannot be written: " + std::string(reason), "Choose another place.",
                {{"file", file.string()}});
}

}  // namespace

struct XlsxWriter::State {
    std::filesystem::path file, partial;
    std::string sheet;
    std::vector<Column> columns;
    lxw_workbook* book = nullptr;
    lxw_worksheet* page = nullptr;
    lxw_format* dayFormat = nullptr;
    lxw_format* headFormat = nullptr;
    int sheets = 0;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

XlsxWriter::XlsxWriter(std::filesystem::path file, std::string sheet, std::vector<Column> columns) : m_state(std::make_unique<State>()) {
    m_state->partial = file.string() + ".part";
    m_state->file = std::move(file);
    m_state->sheet = std::move(sheet);
    m_state->columns = std::move(columns);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_TRUE};
    m_state->book = workbook_new_opt(m_state->partial.c_str(), &options);
    if (m_state->book == nullptr) {
        refuse(m_state->file, "no memory");
    }
    m_state->dayFormat = workbook_add_format(m_state->book);
    format_set_num_format(m_state->dayFormat, "yyyy-mm-dd");
    m_state->headFormat = workbook_add_format(m_state->book);
    format_set_bold(m_state->headFormat);
    beginSheet();
}

XlsxWriter::~XlsxWriter() {
    if (m_state->book != nullptr) {
        workbook_close(m_state->book);
        std::error_code ignored;
        std::filesystem::remove(m_state->partial, ignored);
    }
}

void XlsxWriter::beginSheet() {
    State& state = *m_state;
    const std::string name = ++state.sheets == 1 ? state.sheet : state.sheet + " " + std::to_string(state.sheets);
    state.page = workbook_add_worksheet(state.book, name.c_str());
    if (state.page == nullptr) {
        refuse(state.file, "too many sheets");
    }
    worksheet_freeze_panes(state.page, 1, 0);
    for (lxw_col_t column = 0; column < state.columns.size(); ++column) {
        const Column& each = state.columns[column];
        worksheet_set_column(state.page, column, column, each.width, nullptr);
        worksheet_write_string(state.page, 0, column, each.title.c_str(), state.headFormat);
    }
    state.row = 1;
    state.column = 0;
}

void XlsxWriter::text(std::string_view value) {
    std::size_t size = std::min(value.size(), longestText);
    while (size > 0 && size < value.size() && (static_cast<unsigned char>(value[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    const std::string cell(value.substr(0, size));
    if (!cell.empty()) {
        worksheet_write_string(m_state->page, m_state->row, m_state->column, cell.c_str(), nullptr);
    }
    ++m_state->column;
}

void XlsxWriter::number(double value) {
    if (std::isfinite(value)) {
        worksheet_write_number(m_state->page, m_state->row, m_state->column, value, nullptr);
    }
    ++m_state->column;
}

void XlsxWriter::day(Day value) {
    if (value > excelFirstDay) {
        worksheet_write_number(m_state->page, m_state->row, m_state->column, value - excelFirstDay, m_state->dayFormat);
    }
    ++m_state->column;
}

void XlsxWriter::empty() {
    ++m_state->column;
}

void XlsxWriter::endRow() {
    m_state->column = 0;
    if (++m_state->row >= rowsOfSheet) {
        beginSheet();
    }
}

void XlsxWriter::finish() {
    lxw_workbook* book = std::exchange(m_state->book, nullptr);
    const lxw_error error = workbook_close(book);
    std::error_code failure;
    if (error == LXW_NO_ERROR) {
        std::filesystem::rename(m_state->partial, m_state->file, failure);
    }
    if (error != LXW_NO_ERROR || failure) {
        std::error_code ignored;
        std::filesystem::remove(m_state->partial, ignored);
        refuse(m_state->file, error != LXW_NO_ERROR ? lxw_strerror(error) : "no permission");
    }
}

}  // namespace foresell
