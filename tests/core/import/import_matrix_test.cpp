// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "core/base/error.h"
#include "core/import/importer.h"
#include "tests/core/import/file_fixtures.h"

using namespace foresell;
using namespace foresell::test;

namespace {

/// A file and what must become of it.
struct Case {
    std::string name, file, bytes;
    ImportOptions options;
    std::int64_t imported = 0, rejected = 0;
    std::string error;                ///< the code of the error instead
    std::vector<FixtureSale> sales;   ///< that must stand in the project, if given
    std::string encoding, layout;     ///< as found, if given
    std::string preset;               ///< the export that it is, if given; "none": no known one
    std::vector<std::string> lost;    ///< columns that the export had and the file has not
    std::map<std::string, std::int64_t> reasons;
};

std::vector<Case> cases;

Case& add(std::string name, std::string file, std::string bytes, std::vector<FixtureSale> sales) {
    Case made;
    made.name = std::move(name);
    made.file = std::move(file);
    made.bytes = std::move(bytes);
    made.imported = std::ssize(sales);
    made.sales = std::move(sales);
    return cases.emplace_back(std::move(made));
}

/// A file of which only the counts are known: rows imported, and rejects by reason.
Case& addCounted(std::string name, std::string file, std::string bytes, std::int64_t imported, std::map<std::string, std::int64_t> reasons = {}) {
    Case& made = add(std::move(name), std::move(file), std::move(bytes), {});
    made.imported = imported;
    for (const auto& [reason, count] : reasons) {
        made.rejected += count;
    }
    made.reasons = std::move(reasons);
    return made;
}

void addRefused(std::string name, std::string file, std::string bytes, std::string error, ImportOptions options = {}) {
    Case& made = add(std::move(name), std::move(file), std::move(bytes), {});
    made.error = std::move(error);
    made.options = std::move(options);
}

void addEncodings() {
    const struct {
        const char *name, *language, *found;
    } all[] = {{"UTF-8", "zh", "UTF-8"},        {"GB18030", "zh", "GB18030"},    {"Big5", "tw", "Big5"},
               {"Shift-JIS", "ja", "Shift_JIS"}, {"UTF-16LE", "zh", "UTF-16LE"}, {"UTF-16BE", "zh", "UTF-16BE"},
               {"windows-1252", "fr", "windows-1252"}};
    for (const auto& each : all) {
        for (const int count : {3, 60}) {
            const auto sales = fixtureSales(count, each.language);
            add(std::string("encoding ") + each.name + ", " + std::to_string(count) + " rows", "sales.csv",
                encoded(csvOf(cellsOf(sales, each.language)), each.name), sales)
                .encoding = each.found;
        }
    }
    const auto sales = fixtureSales(40, "zh");
    add("encoding UTF-8 with a mark", "sales.csv", "\xEF\xBB\xBF" + csvOf(cellsOf(sales, "zh")), sales).encoding = "UTF-8";
    cases.back().preset = "none";  // its columns are those of many exports
    add("encoding UTF-16 without a mark", "sales.csv", encoded(csvOf(cellsOf(fixtureSales(40))), "UTF-16LE").substr(2), fixtureSales(40)).encoding = "UTF-16LE";
    std::string mixed = csvOf(cellsOf(sales, "zh"));
    mixed += encoded("2599,A9,\xE7\xAB\xB9\xE7\xBA\xA4\xE7\xBB\xB4,2025-01-01,1,1.00\n", "GB18030");
    addCounted("encoding: a GBK row in a UTF-8 file", "sales.csv", mixed, 40, {{"invalid_text", 1}}).encoding = "UTF-8";
    std::string mixedOther = encoded(csvOf(cellsOf(sales, "zh")), "GB18030");
    mixedOther += "2599,A9,\xFF\xFF,2025-01-01,1,1.00\n";
    addCounted("encoding: damaged bytes in a GBK file", "sales.csv", mixedOther, 40, {{"invalid_text", 1}}).encoding = "GB18030";
}

void addDialects() {
    const auto sales = fixtureSales(30);
    const auto cells = cellsOf(sales);
    for (const char delimiter : {',', '\t', ';', '|'}) {
        for (const char* end : {"\n", "\r\n", "\r"}) {
            add(std::string("dialect ") + std::to_string(delimiter) + (end[0] == '\n' ? " LF" : end[1] == '\n' ? " CRLF" : " CR"), "sales.txt",
                csvOf(cells, delimiter, end), sales);
        }
    }
    add("dialect: a preamble of four lines", "sales.csv", "My shop\nReport of sales\n\"printed, 2025-02-01\"\n,,,\n" + csvOf(cells), sales);
    auto lines = cells;
    auto spread = sales;
    spread[3].name = lines[4][2] = "two\nlines, \"quoted\"";
    spread[3].item = lines[4][1] = "X1";
    add("dialect: line ends within cells", "sales.csv", csvOf(lines, ',', "\r\n"), spread);
    auto tabbed = cells;
    for (std::size_t r = 1; r < tabbed.size(); ++r) {
        tabbed[r][0] = r % 3 == 0 ? "\t" + tabbed[r][0] : r % 3 == 1 ? "=\"" + tabbed[r][0] + "\"" : "'" + tabbed[r][0];
    }
    add("ids kept from a spreadsheet by tab, formula and apostrophe", "sales.csv", csvOf(tabbed), sales);
}

void addContainers() {
    const auto sales = fixtureSales(50, "zh");
    const std::string csv = csvOf(cellsOf(sales, "zh"));
    add("packed: gzip", "sales.csv.gz", gzipOf(csv), sales);
    add("packed: gzip of two members", "sales.csv.gz", gzipOf(csv.substr(0, 700)) + gzipOf(csv.substr(700)), sales);
    add("packed: zip with a GBK file and other things", "sales.zip",
        zipOf({{"readme.md", "# hello"}, {"__MACOSX/._orders.csv", "x"}, {"orders/orders.csv", encoded(csv, "GB18030")}}), sales);
    const auto more = fixtureSales(80);
    const std::vector<FixtureSale> first(more.begin(), more.begin() + 40), second(more.begin() + 40, more.end());
    add("packed: zip with two files", "sales.zip", zipOf({{"a.csv", csvOf(cellsOf(first))}, {"b.tsv", csvOf(cellsOf(second), '\t')}}), more);
    std::vector<std::string> strings;
    const std::string sheet = typedSheet(first, strings);
    add("packed: a workbook in a zip", "sales.zip", zipOf({{"book.xlsx", xlsxOf({{{"S", sheet}}, "", strings, {}})}}), first);
    addRefused("packed: an archive in an archive", "sales.zip", zipOf({{"inner.zip", zipOf({{"a.csv", csv}})}}), "import.nested_zip");
    addRefused("packed: a zip without tables", "sales.zip", zipOf({{"a.pdf", "%PDF"}}), "import.empty_zip");
    addRefused("packed: a zip cut short", "sales.zip", zipOf({{"a.csv", csv}}).substr(0, 300), "import.damaged_zip");
    addRefused("packed: a gzip cut short", "sales.csv.gz", gzipOf(csv).substr(0, 300), "import.damaged_gzip");
    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i < 1001; ++i) {
        many.emplace_back(std::to_string(i) + ".csv", "a,b\n");
    }
    addRefused("packed: more than a thousand files", "sales.zip", zipOf(many, true), "import.unsafe_zip");
    addRefused("packed: a bomb of one large file", "sales.zip", zipOf({{"bomb.csv", std::string((std::size_t{256} << 20) + 1, ' ')}}), "import.unsafe_zip");
    std::string broken = zipOf({{"a.csv", csv}}, true);
    broken[broken.find("\xE5")] = 'x';
    addRefused("packed: a changed byte in a zip", "sales.zip", broken, "import.damaged_zip");
}

void addWorkbooks() {
    const auto sales = fixtureSales(30);
    const auto cells = cellsOf(sales);
    std::vector<std::string> strings, of1904;
    const std::string typed = typedSheet(sales, strings);
    const std::string typed1904 = typedSheet(sales, of1904, true);
    const std::string inlined = "<sheetData>" + inlineRows(cells) + "</sheetData>";
    add("workbook: shared texts and typed days", "book.xlsx", xlsxOf({{{"Sales", typed}}, "", strings, {}}), sales);
    add("workbook: days counted from 1904", "book.xlsx", xlsxOf({{{"Sales", typed1904}}, "date1904=\"1\"", of1904, {}}), sales);
    add("workbook: texts within the cells", "book.xlsx", xlsxOf({{{"Sales", inlined}}, "", {}, {}}), sales);
    add("workbook: a CSV's name on a workbook", "book.csv", xlsxOf({{{"Sales", inlined}}, "", {}, {}}), sales);
    const std::string title = "<sheetData>" + inlineRows({{"Sales of the shop"}, {"2025"}}) + inlineRows(cells, 4) +
                              "</sheetData><mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:F2\"/></mergeCells>";
    add("workbook: a joined title above the table", "book.xlsx", xlsxOf({{{"Sales", title}}, "", {}, {}}), sales);
    auto joinedSales = sales;
    auto joined = cells;
    for (std::size_t i = 0; i + 1 < joinedSales.size(); i += 2) {
        joinedSales[i + 1].order = joinedSales[i].order;
        joined[i + 2][0].clear();
    }
    std::string merges;
    for (std::size_t i = 0; i + 1 < joinedSales.size(); i += 2) {
        merges += "<mergeCell ref=\"A" + std::to_string(i + 2) + ":A" + std::to_string(i + 3) + "\"/>";
    }
    add("workbook: an order number joined over its lines", "book.xlsx",
        xlsxOf({{{"Sales", "<sheetData>" + inlineRows(joined) + "</sheetData><mergeCells>" + merges + "</mergeCells>"}}, "", {}, {}}), joinedSales);
    const std::string notes = "<sheetData>" + inlineRows({{"About this file"}, {"made", "by hand"}}) + "</sheetData>";
    const XlsxParts several{{{"Notes", notes}, {"Old", inlined}, {"Sales", typed}}, "", strings, {1}};
    add("workbook: the sheet with the table among several", "book.xlsx", xlsxOf(several), sales);
    add("workbook: a hidden sheet by its name", "book.xlsx", xlsxOf(several), sales).options.sheet = "Old";
    add("workbook: a sheet by its number", "book.xlsx", xlsxOf(several), sales).options.sheet = "3";
    addRefused("workbook: a sheet that is not there", "book.xlsx", xlsxOf(several), "import.no_such_sheet", {.sheet = "March"});
    const std::vector<FixtureSale> january(sales.begin(), sales.begin() + 15), february(sales.begin() + 15, sales.end());
    const XlsxParts months{{{"1", "<sheetData>" + inlineRows(cellsOf(january)) + "</sheetData>"},
                            {"2", "<sheetData>" + inlineRows(cellsOf(february)) + "</sheetData>"}}, "", {}, {}};
    add("workbook: every sheet", "book.xlsx", xlsxOf(months), sales).options.sheet = "*";
    const Cells shown(cells.begin(), cells.begin() + 21), hidden(cells.begin() + 21, cells.end());
    const std::string filtered = "<sheetData>" + inlineRows(shown) + inlineRows(hidden, 22, "hidden=\"1\"") + "</sheetData>";
    add("workbook: hidden rows are rows", "book.xlsx", xlsxOf({{{"Sales", filtered}}, "", {}, {}}), sales);
    add("workbook: hidden rows left out on wish", "book.xlsx", xlsxOf({{{"Sales", filtered}}, "", {}, {}}), {sales.begin(), sales.begin() + 20})
        .options.skipsHiddenRows = true;
    const std::string head = inlineRows({{"Date", "SKU", "Quantity", "Order no"}});
    const std::string day = "<c s=\"1\"><v>45658</v></c>", code = "<c t=\"str\"><f>CONCAT(\"A\",1)</f><v>A1</v></c>";
    std::string formulas = "<sheetData>" + head;
    for (int i = 0; i < 20; ++i) {
        formulas += "<row>" + day + code + "<c><f>1+1</f><v>2</v></c><c t=\"inlineStr\"><is><t>7" + std::to_string(i) + "</t></is></c></row>";
    }
    addCounted("workbook: formulas count as their results", "book.xlsx", xlsxOf({{{"S", formulas + "</sheetData>"}}, "", {}, {}}), 20);
    addCounted("workbook: a formula never computed is told", "book.xlsx",
               xlsxOf({{{"S", formulas + "<row>" + day + code + "<c><f>1+1</f></c></row></sheetData>"}}, "", {}, {}}), 20, {{"bad_number", 1}});
    addCounted("workbook: an order number that lost its digits is told", "book.xlsx",
               xlsxOf({{{"S", formulas + "<row>" + day + code + "<c><v>1</v></c><c><v>2.5111120598061E17</v></c></row></sheetData>"}}, "", {}, {}}), 20,
               {{"id_lost_digits", 1}});
    add("workbook: ODS with a million empty rows behind", "book.ods", odsOf({{"Sales", odsRows(sales)}}), sales);
    add("workbook: an ODS sheet by its name", "book.ods", odsOf({{"Notes", "<table:table-row/>"}, {"Sales", odsRows(sales)}}), sales).options.sheet = "Sales";
    addRefused("workbook: of the old kind", "book.xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, '\0'), "import.old_workbook");
    addRefused("workbook: a web page in truth", "book.xls", "<html><table><tr><td>1</td></tr></table></html>", "import.not_a_table");
    const std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                               "<office:document-content><table:table>&b;</table:table></office:document-content>";
    addRefused("workbook: a billion laughs", "book.ods", zipOf({{"content.xml", laughs}}), "import.unsafe_xml");
    std::string deep;
    for (int i = 0; i < 300; ++i) {
        deep += "<a>";
    }
    addRefused("workbook: nested without end", "book.ods", zipOf({{"content.xml", deep}}), "import.unsafe_xml");
    addRefused("workbook: XML cut short", "book.ods", zipOf({{"content.xml", "<a><table name=\"x\"><table-row>"}}), "import.damaged_workbook");
}

void addLayouts() {
    const std::string dates = "Store,Product,2025-01-06,2025-01-13,2025-01-20,2025-01-27,Total\nN,A1,1,2,,4,7\nN,A2,5,6,7,8,26\nS,A1,0,1,1,1,3\n";
    addCounted("layout: days side by side", "sales.csv", dates, 11).layout = "dates across";
    addCounted("layout: days side by side, with a row of totals", "sales.csv", dates + "Total,,6,9,8,13,36\n", 11, {{"total_row", 1}}).layout = "dates across";
    addCounted("layout: Chinese months side by side", "sales.csv",
               "\xE5\x95\x86\xE5\x93\x81\xE7\xBC\x96\xE7\xA0\x81,2025\xE5\xB9\xB4""1\xE6\x9C\x88,2025\xE5\xB9\xB4""2\xE6\x9C\x88,2025\xE5\xB9\xB4""3\xE6\x9C\x88\nA1,10,20,30\nA2,40,50,60\n", 6)
        .layout = "dates across";
    addCounted("layout: a bad value among days", "sales.csv", dates + "S,A2,1,many,3,4,8\n", 14, {{"bad_number", 1}}).layout = "dates across";
    std::string sheet = "<sheetData><row><c t=\"inlineStr\"><is><t>SKU</t></is></c>";
    for (int day = 45658; day < 45668; ++day) {
        sheet += "<c s=\"1\"><v>" + std::to_string(day) + "</v></c>";
    }
    sheet += "</row>";
    for (int item = 0; item < 8; ++item) {
        sheet += "<row><c t=\"inlineStr\"><is><t>B" + std::to_string(item) + "</t></is></c>";
        for (int day = 0; day < 10; ++day) {
            sheet += "<c><v>" + std::to_string(day % 4) + "</v></c>";
        }
        sheet += "</row>";
    }
    addCounted("layout: a workbook with days side by side", "book.xlsx", xlsxOf({{{"S", sheet + "</sheetData>"}}, "", {}, {}}), 80).layout = "dates across";
    std::string items = "month,10021,10022,10023,10024,10025,10026\n";
    std::string words = "date,Red towel,Blue towel,Soap\n";
    for (int month = 1; month <= 12; ++month) {
        const std::string digits = (month < 10 ? "0" : "") + std::to_string(month);
        items += "2025-" + digits + ",1,2,,4,5,6\n";
        words += "2025-" + digits + "-01,1,2,3\n";
    }
    addCounted("layout: items side by side", "sales.csv", items, 60).layout = "items across";
    Case& said = addCounted("layout: items side by side, because it was said", "sales.csv", words, 36);
    said.layout = "items across";
    said.options.isWide = true;
    addRefused("layout: a long table that is said to be wide", "sales.csv", csvOf(cellsOf(fixtureSales(20))), "import.not_wide", {.isWide = true});
    const auto sales = fixtureSales(20);
    Case& isLong = add("layout: a long table", "sales.csv", csvOf(cellsOf(sales)), sales);
    isLong.layout = "long";
    isLong.options.isWide = false;
}

/// A table with the given dates, and sales of these days.
void addDates(const std::string& name, const std::vector<std::string>& texts, const std::vector<Day>& days) {
    Cells cells{{"Order no", "SKU", "Item name", "Date", "Quantity", "Unit price"}};
    std::vector<FixtureSale> sales;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        cells.push_back({"7" + std::to_string(i), "A1", "Soap", texts[i], "1", "2.00"});
        sales.push_back({"7" + std::to_string(i), "A1", "Soap", days[i], 1, 200});
    }
    add("dates: " + name, "sales.csv", csvOf(cells), sales);
}

void addDatesAndNumbers() {
    const Day first = toDay(2026, 1, 2), second = toDay(2026, 7, 13);
    const std::vector<std::pair<std::string, std::string>> shapes = {
        {"2026-01-02", "2026-07-13"}, {"2026/1/2", "2026/7/13"}, {"2026.01.02", "2026.07.13"}, {"20260102", "20260713"},
        {"2026-01-02 08:26:00", "2026-07-13 23:59:59"}, {"2026/1/2 8:26", "2026/7/13 9:05"}, {"2/1/2026", "13/7/2026"}, {"1/2/2026", "7/13/2026"},
        {"02.01.2026", "13.07.2026"}, {"2-1-26", "13-7-26"}, {"2 Jan 2026", "13 Jul 2026"}, {"Jan 2, 2026", "Jul 13, 2026"},
        {"January 2, 2026", "July 13, 2026"}, {"02-Jan-26", "13-Jul-26"}, {"Fri, 02 Jan 2026 10:00:00 +0000", "Mon, 13 Jul 2026 10:00:00 +0000"},
        {"Jan 2, 2026 4:24:44 AM PST", "Jul 13, 2026 4:24:44 AM PDT"}, {"2026-01-02T10:00:00Z", "2026-07-13T10:00:00.000Z"},
        {"2026-01-02 10:00:00 +0900", "2026-07-13 10:00:00 +0900"},
        {"2026\xE5\xB9\xB4" "1\xE6\x9C\x88" "2\xE6\x97\xA5", "2026\xE5\xB9\xB4" "7\xE6\x9C\x88" "13\xE6\x97\xA5"},
        {"2026\xE5\xB9\xB4" "1\xE6\x9C\x88" "2\xE6\x97\xA5 8\xE6\x97\xB6" "26\xE5\x88\x86", "2026\xE5\xB9\xB4" "7\xE6\x9C\x88" "13\xE6\x97\xA5 23\xE6\x97\xB6" "5\xE5\x88\x86" "9\xE7\xA7\x92"},
        {"46024", "46216"}, {"46024.35", "46216.999"}, {"1767348000", "1783936800"}};
    for (const auto& [one, other] : shapes) {
        addDates(one, {one, other, one, other}, {first, second, first, second});
    }
    const struct {
        const char *name, *quantity, *price;
        int units, cents;
    } numbers[] = {{"Indian groups", "1,44,957", "1,44,957.78", 144'957, 14'495'778}, {"a decimal comma", "12", "1.234,50", 12, 123'450},
                   {"currency signs", "3", "\xEF\xBF\xA5" "12.50", 3, 1'250}, {"a currency behind", "3", "12.50\xE5\x85\x83", 3, 1'250},
                   {"full-width digits", "\xEF\xBC\x91\xEF\xBC\x92", "9.90", 12, 990}, {"brackets for less than nothing", "(4)", "9.90", -4, 990},
                   {"a minus behind", "4-", "9.90", -4, 990}, {"ten thousands", "1.2\xE4\xB8\x87", "9.90", 12'000, 990}, {"apostrophes", "1'200", "9.90", 1'200, 990},
                   {"spaces", "1 200", "9.90", 1'200, 990}};
    for (const auto& each : numbers) {
        Cells cells{{"Order no", "SKU", "Item name", "Date", "Quantity", "Unit price"}};
        std::vector<FixtureSale> sales;
        for (int i = 0; i < 12; ++i) {
            cells.push_back({"7" + std::to_string(i), "A1", "Soap", "2025-01-02", each.quantity, each.price});
            sales.push_back({"7" + std::to_string(i), "A1", "Soap", toDay(2025, 1, 2), each.units, each.cents});
        }
        add(std::string("numbers: ") + each.name, "sales.csv", csvOf(cells, '\t'), sales);
    }
}

void addDamage() {
    const auto sales = fixtureSales(40);
    const std::string csv = csvOf(cellsOf(sales));
    addCounted("damage: a quotation mark never closed", "sales.csv", csv + "7,A1,\"Soap,2025-01-01,1,2\n8,A1,Soap,2025-01-01,1,2\n", 41, {{"open_quote", 1}});
    addCounted("damage: bytes of zero", "sales.csv", csv + std::string("7,A\0001,Soap,2025-01-01,1,2\n", 26), 40, {{"nul_byte", 1}});
    addCounted("damage: cells missing and cells too many", "sales.csv", csv + "7,A1\n8,A1,Soap,2025-01-01,1,2,3,4\n", 40, {{"too_few_cells", 1}, {"too_many_cells", 1}});
    addCounted("damage: no date, no number, no item", "sales.csv",
               csv + "7,A1,Soap,,1,2\n8,A1,Soap,soon,1,2\n9,A1,Soap,2025-01-01,many,2\n10,,Soap,2025-01-01,1,2\n11,A1,Soap,1825-01-01,1,2\n", 40,
               {{"no_date", 1}, {"bad_date", 1}, {"bad_number", 1}, {"no_item", 1}, {"date_out_of_range", 1}});
    addCounted("damage: codes that lost their digits", "sales.csv", csv + "1.23E+18,A1,Soap,2025-01-01,1,2\n", 40, {{"id_lost_digits", 1}});
    addCounted("damage: numbers beyond all bounds", "sales.csv", csv + "7,A1,Soap,2025-01-01,1e300,2\n", 40, {{"number_too_large", 1}});
    addRefused("damage: an empty file", "sales.csv", "", "import.empty_file");
    addRefused("damage: no date at all", "sales.csv", "SKU,Quantity\nA1,2\nA2,3\n", "import.missing_field", {.role = ImportRole::Sales});
}

/// A cell for a column of an export, of the row `r`.
std::string cellFor(const ImportPreset& preset, const std::string& name, int r) {
    const auto has = [&](Field field) {
        const auto names = preset.fields.find(field);
        return names != preset.fields.end() && names->second.front() == name;
    };
    for (const auto& [basis, names] : preset.dates) {
        if (names.front() == name) {
            return "2025-03-0" + std::to_string(1 + r % 9) + " 10:00:00";
        }
    }
    if (std::find(preset.personal.begin(), preset.personal.end(), name) != preset.personal.end()) {
        return "Zhang Wuji";
    }
    return has(Field::Quantity) ? "2" : has(Field::Price) ? "9.90" : has(Field::Amount) ? "19.80" : has(Field::Item) ? "A" + std::to_string(r % 5)
           : has(Field::Order)  ? "90210" + std::to_string(r) : has(Field::Name) ? "Soap" : has(Field::Location) ? "North" : "";
}

/// An export as its platform writes it: every column that the preset knows, backwards.
Cells exportOf(const ImportPreset& preset, int rows) {
    ImportPreset::Names header;
    const auto put = [&](const std::string& name) {
        if (!columnNamed(header, {name})) {
            header.insert(header.begin(), name);
        }
    };
    for (const auto& names : preset.need) {
        put(names.front());
    }
    for (const auto& [field, names] : preset.fields) {
        put(names.front());
    }
    for (const auto& [basis, names] : preset.dates) {
        put(names.front());
    }
    for (const auto* names : {&preset.states, &preset.personal, &preset.unused, &preset.others}) {
        std::for_each(names->begin(), names->end(), put);
    }
    Cells cells{header};
    for (int r = 0; r < rows; ++r) {
        cells.emplace_back();
        for (const std::string& name : header) {
            cells.back().push_back(cellFor(preset, name, r));
        }
    }
    return cells;
}

void addPresets() {
    for (const ImportPreset& preset : importPresets()) {
        addCounted("preset: " + preset.name, "export.csv", csvOf(exportOf(preset, 12)), 12).preset = preset.name;
    }
    Cells renamed = exportOf(*findPreset("jd_orders"), 12);
    for (std::string& name : renamed.front()) {
        name = name == "\u8BA2\u8D2D\u6570\u91CF" ? "\u8D2D\u4E70\u6570\u91CF" : name;  // 订购数量 became 购买数量
    }
    Case& changed = addCounted("preset: JD with a column renamed", "export.csv", csvOf(renamed), 12);
    changed.preset = "jd_orders";
    changed.lost = {"\u8BA2\u8D2D\u6570\u91CF"};
    Case& refused = addCounted("preset: refused by the user", "export.csv", csvOf(exportOf(*findPreset("uci_online_retail"), 12)), 12);
    refused.options.preset = "none";
    refused.preset = "none";
    addRefused("preset: an unknown one", "export.csv", csvOf(renamed), "import.no_such_preset", {.preset = "ebay"});
}

/// Rows of an export given by the cells that matter.
std::string rowsOf(const std::string& presetName, const std::vector<std::map<std::string, std::string>>& rows) {
    const ImportPreset& preset = *findPreset(presetName);
    Cells cells = exportOf(preset, static_cast<int>(rows.size()));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (const auto& [name, value] : rows[r]) {
            cells[r + 1][columnNamed(cells.front(), {name}).value()] = value;
        }
    }
    return csvOf(cells);
}

void addOrderStates() {
    const std::string state = "\u8BA2\u5355\u72B6\u6001", paid = "\u8BA2\u5355\u4ED8\u6B3E\u65F6\u95F4", stages = "\u5206\u9636\u6BB5\u8BA2\u5355\u4FE1\u606F";
    const std::string done = "\u4EA4\u6613\u6210\u529F", closed = "\u4EA4\u6613\u5173\u95ED";
    addCounted("orders: Taobao, closed after and before the payment", "export.csv",
               encoded(rowsOf("taobao_orders", {{{state, done}}, {{state, closed}}, {{state, closed}, {paid, ""}}, {{state, done}}}), "GB18030"), 4,
               {{"order_not_paid", 1}});
    addCounted("orders: Taobao, a presale whose second stage is unpaid", "export.csv",
               rowsOf("taobao_orders", {{{state, done}, {stages, "\u9636\u6BB5\u0031:\u5DF2\u4ED8\u6B3E,\u9636\u6BB5\u0032:\u5DF2\u4ED8\u6B3E"}},
                                        {{state, ""}, {stages, "\u9636\u6BB5\u0031:\u5DF2\u4ED8\u6B3E,\u9636\u6BB5\u0032:\u672A\u4ED8\u6B3E"}}}), 1,
               {{"order_not_paid", 1}});
    addCounted("orders: Pinduoduo, a refund after the sale", "export.csv",
               rowsOf("pinduoduo_orders", {{{"\u552E\u540E\u72B6\u6001", "\u65E0\u552E\u540E"}}, {{"\u552E\u540E\u72B6\u6001", "\u9000\u6B3E\u6210\u529F"}}}), 3);
    addCounted("orders: Shopify, what stands on the first line of an order", "export.csv",
               rowsOf("shopify_orders", {{{"Name", "#1"}, {"Financial Status", "refunded"}}, {{"Name", "#1"}, {"Financial Status", ""}, {"Created at", ""}},
                                         {{"Name", "#2"}, {"Financial Status", "paid"}}, {{"Name", "#2"}, {"Financial Status", ""}, {"Created at", ""}, {"Paid at", ""}},
                                         {{"Name", "#3"}, {"Financial Status", "pending"}, {"Paid at", ""}}, {{"Name", "#4"}, {"Financial Status", "paid"}, {"Cancelled at", "2025-03-09"}}}), 8,
               {{"order_not_paid", 1}});
    addCounted("orders: Amazon, cancelled lines of no quantity", "export.txt",
               rowsOf("amazon_orders", {{{"order-status", "Shipped"}}, {{"order-status", "Cancelled"}, {"quantity", "0"}}, {{"order-status", "Pending"}, {"item-price", ""}}}), 1,
               {{"order_cancelled", 1}, {"order_not_paid", 1}});
    Case& byPayment = addCounted("orders: the day of payment counts on wish", "export.csv",
                                 rowsOf("jd_orders", {{{"\u4ED8\u6B3E\u786E\u8BA4\u65F6\u95F4", "2025-04-01 09:00:00"}}, {{"\u4ED8\u6B3E\u786E\u8BA4\u65F6\u95F4", ""}}}), 2);
    byPayment.options.dateBasis = DateBasis::Paid;
}

QByteArray told(const std::map<std::string, std::int64_t>& reasons) {
    QByteArray text;
    for (const auto& [reason, count] : reasons) {
        text += reason.c_str() + QByteArray(" ") + QByteArray::number(static_cast<qlonglong>(count)) + ", ";
    }
    return text;
}

}  // namespace

/// Every kind of file that a merchandiser may have, beside what must become of it: each row is imported or rejected with its
/// reason, or the whole file is refused with a clear error.
class ImportMatrixTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileComesOutAsExpected_data();
    void everyFileComesOutAsExpected();

private:
    static std::vector<FixtureSale> stored(const std::filesystem::path& project);
};

void ImportMatrixTest::initTestCase() {
    addEncodings();
    addDialects();
    addContainers();
    addWorkbooks();
    addLayouts();
    addDatesAndNumbers();
    addDamage();
    addPresets();
    addOrderStates();
    QVERIFY(cases.size() >= 60);
}

std::vector<FixtureSale> ImportMatrixTest::stored(const std::filesystem::path& project) {
    const auto reader = ProjectReader::open(project);
    std::map<int, ItemRecord> items;
    for (const ItemRecord& item : reader->items()) {
        items[item.id.value] = item;
    }
    std::vector<FixtureSale> sales;
    SaleBatch batch;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const ItemRecord& item = items[batch.item[i]];
            sales.push_back({std::string(batch.order.at(i)), item.code, batch.name.at(i).empty() ? item.name : std::string(batch.name.at(i)), batch.day[i],
                             static_cast<int>(batch.quantity[i] / fixedOne), static_cast<int>(batch.price[i] / 100)});
        }
    }
    std::sort(sales.begin(), sales.end());
    return sales;
}

void ImportMatrixTest::everyFileComesOutAsExpected_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
    }
}

void ImportMatrixTest::everyFileComesOutAsExpected() {
    QFETCH(int, index);
    const Case& file = cases[static_cast<std::size_t>(index)];
    const QTemporaryDir folder;
    const std::filesystem::path base(folder.path().toStdString());
    std::ofstream(base / file.file, std::ios::binary) << file.bytes;
    const auto project = ProjectWriter::create(base / "p.foresell", {.timeZone = "UTC"});
    ImportSummary summary;
    std::string error;
    try {
        summary = runImport(*project, {base / file.file}, file.options, {});
    } catch (const Error& caught) {
        error = caught.code();
        QVERIFY2(!caught.hint().empty(), "no word on what to do");
    }
    QCOMPARE(QString::fromStdString(error), QString::fromStdString(file.error));
    if (!error.empty()) {
        QVERIFY(ProjectReader::open(project->path())->imports().empty());
        return;
    }
    std::map<std::string, std::int64_t> reasons;
    for (const FileImport& each : summary.files) {
        for (const auto& [reason, count] : each.rejectReasons) {
            reasons[reason] += count;
        }
    }
    QCOMPARE(told(reasons), told(file.reasons));
    QCOMPARE(summary.counts.imported, file.imported);
    QCOMPARE(summary.counts.rejected, file.rejected);
    QVERIFY(summary.counts.isBalanced());
    const FileDetection& detection = summary.files.front().detection;
    if (!file.encoding.empty()) {
        QCOMPARE(QString::fromStdString(encodingName(detection.encoding.encoding)), QString::fromStdString(file.encoding));
    }
    if (!file.layout.empty()) {
        QCOMPARE(QString::fromStdString(layoutName(detection.layout)), QString::fromStdString(file.layout));
    }
    if (!file.preset.empty()) {
        const ImportPreset* preset = detection.preset.preset;
        QCOMPARE(QString::fromStdString(preset != nullptr ? preset->name : "none"), QString::fromStdString(file.preset));
        QVERIFY(detection.preset.missing == file.lost);
    }
    std::ifstream stream(project->path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    QVERIFY2(bytes.find("Zhang Wuji") == std::string::npos, "a person's name was stored");
    std::vector<FixtureSale> expected = file.sales;
    std::sort(expected.begin(), expected.end());
    QVERIFY(expected.empty() || stored(project->path()) == expected);
}

QTEST_APPLESS_MAIN(ImportMatrixTest)
#include "import_matrix_test.moc"
