// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument spreadsheets, OASIS ODF 1.2 part 1, chapter 9 (tables) and 19.385 (value types).
#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

#include "core/import/serial_date.h"
#include "core/import/workbook.h"
#include "core/import/xml_stream.h"

namespace foresell {

namespace {

std::int64_t countOf(std::string_view text) {
    std::int64_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 1, SheetReader::mostRows);
}

/// The names of the tables of a document.
class TableNames : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table" && m_depth++ == 0) {
            names.emplace_back(attributes["name"]);
        }
    }
    void end(std::string_view name) override { m_depth -= name == "table" ? 1 : 0; }
    std::vector<std::string> names;

private:
    int m_depth = 0;
};

class OdsSheet : public SheetReader, private XmlHandler {
public:
    OdsSheet(std::unique_ptr<ByteSource> bytes, std::size_t sheet, const std::string& name)
        : m_wanted(sheet), m_xml(std::make_unique<XmlStream>(std::move(bytes), static_cast<XmlHandler&>(*this), name)) {}

    bool next(SheetRow& row) override {
        while (m_rows.empty() && !m_isPast && m_xml->step()) {
        }
        if (m_rows.empty()) {
            return false;
        }
        row = std::move(m_rows.front());
        m_rows.pop_front();
        return true;
    }
    const std::vector<MergedCells>& merged() const override { return m_merged; }
    std::int64_t position() const override { return m_xml->position(); }

private:
    bool isWanted() const { return m_depth == 1 && m_table == m_wanted + 1; }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table") {
            m_table += m_depth++ == 0 ? 1 : 0;
        } else if (!isWanted()) {
            return;
        } else if (name == "annotation") {
            ++m_notes;
        } else if (name == "table-row") {
            beginRow(attributes);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            beginCell(attributes);
        } else if (name == "p" && m_isInCell && m_notes == 0) {
            m_text += m_paragraphs++ > 0 ? "\n" : "";
            m_isInText = true;
        } else if (m_isInText && (name == "s" || name == "tab" || name == "line-break")) {
            m_text.append(static_cast<std::size_t>(name == "s" ? std::min<std::int64_t>(countOf(attributes["c"]), 1000) : 1),
                          name == "s" ? ' ' : name == "tab" ? '\t' : '\n');
        }
    }

    void end(std::string_view name) override {
        if (name == "table") {
            m_isPast = m_isPast || isWanted();
            --m_depth;
        } else if (!isWanted()) {
            return;
        } else if (name == "annotation") {
            --m_notes;
        } else if (name == "p") {
            m_isInText = m_isInText && m_notes > 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            endCell();
        } else if (name == "table-row") {
            endRow();
        }
    }

    void text(std::string_view text) override {
        if (m_isInText && m_notes == 0) {
            m_text += text;
        }
    }

    void beginRow(const XmlAttributes& attributes) {
        m_row = SheetRow();
        m_row.number = m_nextRow;
        m_row.repeats = std::min(countOf(attributes["number-rows-repeated"]), mostRows - m_nextRow + 1);
        m_row.isHidden = attributes["visibility"] == "collapse" || attributes["visibility"] == "filter";
        m_column = 0;
    }

    void endRow() {
        m_nextRow += m_row.repeats;
        if (!m_row.cells.empty() && m_row.repeats > 0) {
            m_rows.push_back(std::move(m_row));
        }
        m_row = SheetRow();
    }

    void beginCell(const XmlAttributes& attributes) {
        m_isInCell = true;
        m_isInText = false;
        m_paragraphs = 0;
        m_text.clear();
        m_type = attributes["value-type"];
        m_value = m_type == "date" ? attributes["date-value"] : m_type == "boolean" ? attributes["boolean-value"]
                  : m_type == "string" ? attributes["string-value"] : attributes["value"];
        m_repeats = static_cast<std::size_t>(countOf(attributes["number-columns-repeated"]));
        const std::int64_t columns = countOf(attributes["number-columns-spanned"]);
        const std::int64_t rows = countOf(attributes["number-rows-spanned"]);
        if ((columns > 1 || rows > 1) && m_merged.size() < mostMerged) {
            m_merged.push_back({m_row.number, m_row.number + rows - 1, m_column, m_column + static_cast<std::size_t>(columns) - 1});
        }
    }

    void endCell() {
        m_isInCell = m_isInText = false;
        SheetCell cell = cellValue();
        const std::size_t end = std::min(m_column + m_repeats, mostColumns);
        if (!cell.text.empty() && end > m_column) {
            cell.column = m_column;
            cell.repeats = end - m_column;
            m_row.cells.push_back(std::move(cell));
        }
        m_column = end;
    }

    SheetCell cellValue() const {
        if (m_type == "float" || m_type == "currency" || m_type == "percentage") {
            return {tidyNumber(m_value), true};
        }
        if (m_type == "date" && !m_value.empty()) {
            std::string day = m_value.substr(0, m_value.find('.'));
            if (day.ends_with("T00:00:00")) {
                day.resize(day.size() - 9);
            }
            std::replace(day.begin(), day.end(), 'T', ' ');
            return {std::move(day), false};
        }
        const bool isSaid = (m_type == "boolean" || m_type == "string") && !m_value.empty();
        return {isSaid ? m_value : m_text, false};
    }

    static constexpr std::size_t mostMerged = 500'000;

    std::size_t m_wanted;
    std::unique_ptr<XmlStream> m_xml;
    std::deque<SheetRow> m_rows;
    std::vector<MergedCells> m_merged;
    SheetRow m_row;
    std::int64_t m_nextRow = 1;
    std::size_t m_table = 0;  ///< tables begun
    int m_depth = 0, m_notes = 0, m_paragraphs = 0;
    std::size_t m_column = 0, m_repeats = 1;
    std::string m_type, m_value, m_text;
    bool m_isInCell = false, m_isInText = false, m_isPast = false;
};

class OdsWorkbook : public Workbook {
public:
    OdsWorkbook(std::shared_ptr<const ZipArchive> archive, const ZipArchive::Entry& content) : m_archive(std::move(archive)), m_content(content) {
        TableNames tables;
        readXml(m_archive->open(m_content), tables, m_archive->name());
        for (const std::string& name : tables.names) {
            m_sheets.push_back({name, false, m_content.bytes});
        }
    }

    const std::vector<Sheet>& sheets() const override { return m_sheets; }
    std::unique_ptr<SheetReader> read(std::size_t sheet) const override {
        return std::make_unique<OdsSheet>(m_archive->open(m_content), sheet, m_archive->name());
    }

private:
    std::shared_ptr<const ZipArchive> m_archive;
    const ZipArchive::Entry& m_content;
    std::vector<Sheet> m_sheets;
};

}  // namespace

std::shared_ptr<const Workbook> openOds(std::shared_ptr<const ZipArchive> archive) {
    const ZipArchive::Entry* content = archive->find("content.xml");
    if (content == nullptr) {
        return nullptr;
    }
    auto workbook = std::make_shared<OdsWorkbook>(archive, *content);
    return workbook->sheets().empty() ? nullptr : workbook;
}

}  // namespace foresell
