// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Office Open XML spreadsheets, ECMA-376 part 1: 18.2 workbook, 18.3 worksheets, 18.4 shared strings, 18.8 styles.
#include <fast_float/fast_float.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <utility>

#include "core/base/error.h"
#include "core/import/serial_date.h"
#include "core/import/workbook.h"
#include "core/import/xlsx_text.h"
#include "core/import/xml_stream.h"

namespace foresell {

namespace {

std::int64_t wholeNumber(std::string_view text, std::int64_t otherwise) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

bool isTrue(std::string_view text) {
    return text == "1" || text == "true";
}

/// "/xl/worksheets/sheet1.xml" and "worksheets/sheet1.xml" as names of entries.
std::string entryName(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) {
        return std::string(target.substr(1));
    }
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        folder = folder.substr(0, folder.find_last_of('/', folder.size() - 2) + 1);
    }
    return std::string(folder) + std::string(target);
}

/// Relationships: id -> kind ("worksheet", "styles") and entry.
class Relations : public XmlHandler {
public:
    struct Target {
        std::string kind, entry;
    };
    explicit Relations(std::string folder) : m_folder(std::move(folder)) {}
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship") {
            const std::string_view type = attributes["Type"];
            targets[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                      entryName(m_folder, attributes["Target"])};
        }
    }
    std::string entryOfKind(std::string_view kind) const {
        for (const auto& [id, target] : targets) {
            if (target.kind == kind) {
                return target.entry;
            }
        }
        return {};
    }
    std::map<std::string, Target> targets;

private:
    std::string m_folder;
};

class WorkbookPart : public XmlHandler {
public:
    struct NamedSheet {
        std::string name, relation;
        bool isHidden = false;
    };
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                              attributes["state"].ends_with("idden")});
        } else if (name == "workbookPr" && isTrue(attributes["date1904"])) {
            system = DateSystem::From1904;
        }
    }
    std::vector<NamedSheet> sheets;
    DateSystem system = DateSystem::From1900;
};

/// Which cell formats show days.
class Styles : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            m_isDateCode[wholeNumber(attributes["numFmtId"], -1)] = foresell::isDateFormat(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            m_isInCells = true;
        } else if (name == "xf" && m_isInCells) {
            const std::int64_t id = wholeNumber(attributes["numFmtId"], 0);
            const auto own = m_isDateCode.find(id);
            m_isDate.push_back(own != m_isDateCode.end() ? own->second : id < 100 && foresell::isDateFormat(static_cast<int>(id)));
        }
    }
    void end(std::string_view name) override { m_isInCells = m_isInCells && name != "cellXfs"; }
    bool isDate(std::size_t format) const { return format < m_isDate.size() && m_isDate[format]; }

private:
    std::map<std::int64_t, bool> m_isDateCode;
    std::vector<bool> m_isDate;
    bool m_isInCells = false;
};

/// Every text of the workbook, one behind the other.
class SharedStrings : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes&) override {
        m_isInText = name == "t" && !m_isPhonetic;
        m_isPhonetic = m_isPhonetic || name == "rPh";
    }
    void end(std::string_view name) override {
        m_isInText = false;
        m_isPhonetic = m_isPhonetic && name != "rPh";
        if (name == "si") {
            m_ends.push_back(m_text.size());
        }
    }
    void text(std::string_view text) override {
        if (m_isInText) {
            m_text += text;
        }
    }
    std::string at(std::size_t index) const {
        if (index >= m_ends.size()) {
            return {};
        }
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return withoutEscapes(m_text.substr(begin, m_ends[index] - begin));
    }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
    bool m_isInText = false, m_isPhonetic = false;
};

struct XlsxFacts {
    std::shared_ptr<const ZipArchive> archive;
    DateSystem system = DateSystem::From1900;
    Styles styles;
    std::string stringsEntry;
};

/// The cells of a sheet as they come.
class XlsxSheet : public SheetReader, private XmlHandler {
public:
    XlsxSheet(std::shared_ptr<const XlsxFacts> facts, const ZipArchive::Entry& entry) : m_facts(std::move(facts)) {
        const ZipArchive& archive = *m_facts->archive;
        if (const ZipArchive::Entry* strings = archive.find(m_facts->stringsEntry)) {
            readXml(archive.open(*strings), m_strings, archive.name());
        }
        m_xml = std::make_unique<XmlStream>(archive.open(entry), static_cast<XmlHandler&>(*this), archive.name());
    }

    bool next(SheetRow& row) override {
        while (m_rows.empty() && m_xml->step()) {
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
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            beginRow(attributes);
        } else if (name == "c") {
            beginCell(attributes);
        } else if (name == "v" || (name == "t" && !m_isPhonetic)) {
            m_into = &m_value;
        } else if (name == "f") {
            m_into = &m_formula;
        } else if (name == "rPh") {
            m_isPhonetic = true;
        } else if (name == "mergeCell") {
            noteMerged(attributes["ref"]);
        }
    }

    void end(std::string_view name) override {
        m_into = nullptr;
        if (name == "rPh") {
            m_isPhonetic = false;
        } else if (name == "c") {
            endCell();
        } else if (name == "row" && !m_row.cells.empty()) {
            m_rows.push_back(std::move(m_row));
            m_row.cells.clear();
        }
    }

    void text(std::string_view text) override {
        if (m_into != nullptr) {
            m_into->append(text);
        }
    }

    void beginRow(const XmlAttributes& attributes) {
        const std::int64_t number = wholeNumber(attributes["r"], m_row.number + 1);
        if (number <= m_row.number || number > mostRows) {  // Excel, too, refuses rows that go back
            refuse();
        }
        m_row = SheetRow();
        m_row.number = number;
        m_row.isHidden = isTrue(attributes["hidden"]);
        m_column = 0;
    }

    void beginCell(const XmlAttributes& attributes) {
        if (const auto place = cellOf(attributes["r"])) {
            m_column = place->column;
        }
        if (m_column >= mostColumns) {
            refuse();
        }
        m_type = attributes["t"];
        m_format = static_cast<std::size_t>(wholeNumber(attributes["s"], 0));
        m_value.clear();
        m_formula.clear();
    }

    void endCell() {
        SheetCell cell = cellValue();
        if (!cell.text.empty() && (m_row.cells.empty() || m_row.cells.back().column < m_column)) {
            cell.column = m_column;
            m_row.cells.push_back(std::move(cell));
        }
        ++m_column;
    }

    SheetCell cellValue() const {
        if (m_type == "s") {
            return {m_strings.at(static_cast<std::size_t>(wholeNumber(m_value, -1))), false};
        }
        if (m_type == "b") {
            return {m_value == "1" ? "true" : "false", false};
        }
        if (m_value.empty()) {
            // A formula whose result was never computed says nothing; its text lets the row be rejected instead of lost.
            return {m_formula.empty() ? std::string() : "=" + m_formula, false};
        }
        if (!m_type.empty() && m_type != "n") {
            return {withoutEscapes(m_value), false};
        }
        if (m_facts->styles.isDate(m_format)) {
            double serial = -1;
            fast_float::from_chars(m_value.data(), m_value.data() + m_value.size(), serial);
            if (std::string day = textOfSerial(serial, m_facts->system); !day.empty()) {
                return {std::move(day), false};
            }
        }
        return {tidyNumber(m_value), true};
    }

    void noteMerged(std::string_view range) {
        const std::size_t colon = range.find(':');
        const auto first = cellOf(range.substr(0, colon));
        const auto last = colon == std::string_view::npos ? first : cellOf(range.substr(colon + 1));
        if (first && last && m_merged.size() < mostMerged) {
            m_merged.push_back({first->row, last->row, first->column, last->column});
        }
    }

    [[noreturn]] void refuse() const {
        throw Error("import.damaged_workbook", m_facts->archive->name() + " names cells that no sheet has",
                    "Open the file in a spreadsheet, save it anew and import that.", {{"file", m_facts->archive->name()}});
    }

    static constexpr std::size_t mostMerged = 500'000;

    std::shared_ptr<const XlsxFacts> m_facts;
    SharedStrings m_strings;
    std::unique_ptr<XmlStream> m_xml;
    std::deque<SheetRow> m_rows;
    std::vector<MergedCells> m_merged;
    SheetRow m_row;
    std::size_t m_column = 0, m_format = 0;
    std::string m_type, m_value, m_formula;
    std::string* m_into = nullptr;
    bool m_isPhonetic = false;
};

class XlsxWorkbook : public Workbook {
public:
    XlsxWorkbook(std::shared_ptr<const XlsxFacts> facts, std::vector<Sheet> sheets, std::vector<std::string> entries)
        : m_facts(std::move(facts)), m_sheets(std::move(sheets)), m_entries(std::move(entries)) {}

    const std::vector<Sheet>& sheets() const override { return m_sheets; }
    std::unique_ptr<SheetReader> read(std::size_t sheet) const override {
        return std::make_unique<XlsxSheet>(m_facts, *m_facts->archive->find(m_entries.at(sheet)));
    }

private:
    std::shared_ptr<const XlsxFacts> m_facts;
    std::vector<Sheet> m_sheets;
    std::vector<std::string> m_entries;  ///< by sheet
};

void readPart(const ZipArchive& archive, const std::string& name, XmlHandler& handler) {
    if (const ZipArchive::Entry* entry = archive.find(name)) {
        readXml(archive.open(*entry), handler, archive.name());
    }
}

}  // namespace

std::shared_ptr<const Workbook> openXlsx(std::shared_ptr<const ZipArchive> archive) {
    Relations ofFile{std::string()};
    readPart(*archive, "_rels/.rels", ofFile);
    const std::string workbookEntry = ofFile.entryOfKind("officeDocument");
    if (workbookEntry.empty() || archive->find(workbookEntry) == nullptr || !workbookEntry.ends_with(".xml")) {
        return nullptr;
    }
    const std::size_t slash = workbookEntry.rfind('/') + 1;
    Relations relations(workbookEntry.substr(0, slash));
    readPart(*archive, workbookEntry.substr(0, slash) + "_rels/" + workbookEntry.substr(slash) + ".rels", relations);
    WorkbookPart part;
    readPart(*archive, workbookEntry, part);
    const auto facts = std::make_shared<XlsxFacts>();
    facts->archive = archive;
    facts->system = part.system;
    facts->stringsEntry = relations.entryOfKind("sharedStrings");
    readPart(*archive, relations.entryOfKind("styles"), facts->styles);
    std::vector<Workbook::Sheet> sheets;
    std::vector<std::string> entries;
    for (const auto& sheet : part.sheets) {
        const auto target = relations.targets.find(sheet.relation);
        const ZipArchive::Entry* entry =
            target != relations.targets.end() && target->second.kind == "worksheet" ? archive->find(target->second.entry) : nullptr;
        if (entry != nullptr) {
            sheets.push_back({sheet.name, sheet.isHidden, entry->bytes});
            entries.push_back(entry->name);
        }
    }
    return sheets.empty() ? nullptr : std::make_shared<XlsxWorkbook>(facts, std::move(sheets), std::move(entries));
}

std::shared_ptr<const Workbook> Workbook::open(std::shared_ptr<const ZipArchive> archive) {
    if (archive->find("[Content_Types].xml") != nullptr) {
        return openXlsx(std::move(archive));
    }
    return archive->find("content.xml") != nullptr ? openOds(std::move(archive)) : nullptr;
}

}  // namespace foresell
