// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browsing/line_export.h"

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <memory>

#include "core/base/error.h"
#include "core/report/csv_writer.h"
#include "core/report/xlsx_writer.h"

namespace foresell {

namespace {

/// Large, since a page of a searched order may read every chunk; about 60 MB.
constexpr std::int64_t rowsAtOnce = 200'000;

using Kind = XlsxWriter::Kind;

std::vector<XlsxWriter::Column> columnsOf(bool withCustomers) {
    std::vector<XlsxWriter::Column> columns{{"date", Kind::Day, 11},     {"time", Kind::Text, 9},      {"item", Kind::Text, 16},
                                            {"name", Kind::Text, 32},    {"location", Kind::Text, 12}, {"channel", Kind::Text, 12},
                                            {"order", Kind::Text, 20},   {"quantity", Kind::Number, 10}, {"price", Kind::Number, 10},
                                            {"amount", Kind::Number, 12}, {"state", Kind::Text, 10},    {"step", Kind::Text, 16},
                                            {"counts_as", Kind::Number, 10}};
    if (withCustomers) {
        columns.push_back({"customer_key", Kind::Text, 18});
    }
    return columns;
}

std::string fixedText(Fixed value) {
    if (isMissing(value)) {
        return {};
    }
    std::string text = fmt::format("{}{}.{:04}", value < 0 ? "-" : "", std::abs(value / fixedOne), std::abs(value % fixedOne));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

std::string timeText(std::int32_t second) {
    return second < 0 ? std::string() : fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

std::string customerText(std::int64_t customer) {
    return customer == 0 ? std::string() : fmt::format("{:016x}", static_cast<std::uint64_t>(customer));
}

Fixed countedQuantity(const LineRow& row) {
    return row.state == "set_aside" ? 0 : isMissing(row.corrected) ? row.quantity : row.corrected;
}

std::string csvLine(const LineRow& row, bool withCustomers) {
    std::vector<std::string> cells{toIso(row.day),  timeText(row.second),     row.item,  row.name,
                                   row.location,    row.channel,              row.order, fixedText(row.quantity),
                                   fixedText(row.price), fixedText(row.amount), row.state, row.step,
                                   fixedText(countedQuantity(row))};
    if (withCustomers) {
        cells.push_back(customerText(row.customer));
    }
    return csvRow(cells);
}

/// A CSV file that appears when it is finished.
class CsvFile {
public:
    explicit CsvFile(const std::filesystem::path& file)
        : m_file(file), m_partial(file.string() + ".part"), m_stream(m_partial, std::ios::binary) {
        m_stream << "\xEF\xBB\xBF";
    }
    ~CsvFile() {
        std::error_code ignored;
        std::filesystem::remove(m_partial, ignored);
    }
    CsvFile(const CsvFile&) = delete;
    CsvFile& operator=(const CsvFile&) = delete;

    void write(const std::string& row) { m_stream << row; }
    void finish() {
        m_stream.close();
        std::error_code failure;
        if (m_stream) {
            std::filesystem::rename(m_partial, m_file, failure);
        }
        if (!m_stream || failure) {
            throw Error("export.cannot_write", "The file cannot be written: " + m_file.string(), "Choose another place.",
                        {{"file", m_file.string()}});
        }
    }

private:
    std::filesystem::path m_file, m_partial;
    std::ofstream m_stream;
};

void putNumber(XlsxWriter& book, Fixed value) {
    isMissing(value) ? book.empty() : book.number(toDouble(value));
}

void putRow(XlsxWriter& book, const LineRow& row, bool withCustomers) {
    book.day(row.day);
    book.text(timeText(row.second));
    for (const std::string* text : {&row.item, &row.name, &row.location, &row.channel, &row.order}) {
        book.text(*text);
    }
    putNumber(book, row.quantity);
    putNumber(book, row.price);
    putNumber(book, row.amount);
    book.text(row.state);
    book.text(row.step);
    putNumber(book, countedQuantity(row));
    if (withCustomers) {
        book.text(customerText(row.customer));
    }
    book.endRow();
}

std::int64_t forEachRow(LineBrowser& browser, const LineQuery& query, const JobControl& job, const std::function<void(const LineRow&)>& use) {
    std::int64_t offset = 0;
    for (;;) {
        const LinePage page = browser.page(query, offset, rowsAtOnce, job);
        for (const LineRow& row : page.rows) {
            use(row);
        }
        offset += std::ssize(page.rows);
        job.report({.stage = "writing", .done = offset, .total = page.total, .unit = "rows"});
        job.throwIfCancelled();
        if (page.rows.empty() || offset >= page.total) {
            return offset;
        }
    }
}

}  // namespace

std::int64_t exportLines(LineBrowser& browser, const LineQuery& query, const std::filesystem::path& file, bool withCustomers,
                         const JobControl& job) {
    std::int64_t lines = 0;
    if (file.extension() == ".xlsx") {
        XlsxWriter book(file, "Sales", columnsOf(withCustomers));
        lines = forEachRow(browser, query, job, [&](const LineRow& row) { putRow(book, row, withCustomers); });
        book.finish();
        return lines;
    }
    CsvFile csv(file);
    std::vector<std::string> heads;
    for (const XlsxWriter::Column& column : columnsOf(withCustomers)) {
        heads.push_back(column.title);
    }
    csv.write(csvRow(heads));
    lines = forEachRow(browser, query, job, [&](const LineRow& row) { csv.write(csvLine(row, withCustomers)); });
    csv.finish();
    return lines;
}

}  // namespace foresell
