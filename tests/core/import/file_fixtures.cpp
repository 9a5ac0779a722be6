// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/import/file_fixtures.h"

#include <zip.h>
#include <zlib.h>

#include <QStringConverter>
#include <map>

namespace foresell::test {

namespace {

const std::map<std::string, std::vector<std::string>> headings = {
    {"en", {"Order no", "SKU", "Item name", "Date", "Quantity", "Unit price"}},
    {"fr", {"Order no", "SKU", "Item name", "Date", "Quantity", "Unit price"}},
    {"zh", {"订单号", "商家编码", "商品名称", "支付时间", "商品数量", "单价"}},
    {"tw", {"訂單編號", "商品編號", "商品名稱", "訂單日期", "數量", "單價"}},
    {"ja", {"注文番号", "商品番号", "商品名", "注文日", "数量", "単価"}}};

const std::map<std::string, std::string> names = {{"en", "Towel, \"soft\""},
                                                  {"fr", "Crème brûlée à la façon Noël"},
                                                  {"zh", "竹纤维毛巾"},
                                                  {"tw", "環保購物袋與訂製禮盒"},
                                                  {"ja", "やわらかいタオルと日本のお茶"}};

std::string money(int cents) {
    char text[32];
    std::snprintf(text, sizeof text, "%d.%02d", cents / 100, cents % 100);
    return text;
}

std::string columnName(std::size_t column) {
    return std::string(1, static_cast<char>('A' + column));
}

}  // namespace

std::vector<FixtureSale> fixtureSales(int count, const std::string& language) {
    std::vector<FixtureSale> sales;
    for (int i = 0; i < count; ++i) {
        sales.push_back({"25111120598061" + std::to_string(1000 + i), "A" + std::to_string(i % 7), names.at(language) + " " + std::to_string(i % 7),
                         toDay(2025, 1, 1) + i % 300, 1 + i % 5, 990 + 10 * (i % 30)});
    }
    return sales;
}

Cells cellsOf(const std::vector<FixtureSale>& sales, const std::string& language) {
    Cells cells{headings.at(language)};
    for (const FixtureSale& sale : sales) {
        cells.push_back({sale.order, sale.item, sale.name, toIso(sale.day), std::to_string(sale.quantity), money(sale.cents)});
    }
    return cells;
}

std::string csvOf(const Cells& cells, char delimiter, const std::string& end) {
    std::string text;
    for (const auto& row : cells) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            text += c == 0 ? std::string() : std::string(1, delimiter);
            if (row[c].find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) {
                text += row[c];
                continue;
            }
            text += '"';
            for (const char each : row[c]) {
                text += each == '"' ? "\"\"" : std::string(1, each);
            }
            text += '"';
        }
        text += end;
    }
    return text;
}

std::string encoded(const std::string& utf8, const char* encoding) {
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return QByteArray(encoder.encode(QString::fromStdString(utf8))).toStdString();
}

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries, bool isStored) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_source_keep(source);
    for (const auto& [name, text] : entries) {
        const zip_int64_t index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    zip_close(archive);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

std::string gzipOf(const std::string& bytes) {
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(bytes.size() + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string xmlEscaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped().toStdString();
}

std::string xlsxOf(const XlsxParts& parts) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string sheets, targets;
    std::vector<std::pair<std::string, std::string>> entries{
        {"[Content_Types].xml", head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", head + relations + "<Relationship Id=\"rId1\" Type=\"" + kinds + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const bool isHidden = std::find(parts.hiddenSheets.begin(), parts.hiddenSheets.end(), static_cast<int>(i)) != parts.hiddenSheets.end();
        sheets += "<sheet name=\"" + parts.sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
                  (isHidden ? " state=\"hidden\"" : "") + "/>";
        targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + kinds + "worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        entries.emplace_back("xl/worksheets/sheet" + number + ".xml", head + "<worksheet " + main + ">" + parts.sheets[i].second + "</worksheet>");
    }
    targets += "<Relationship Id=\"rIdS\" Type=\"" + kinds + "sharedStrings\" Target=\"sharedStrings.xml\"/>";
    targets += "<Relationship Id=\"rIdT\" Type=\"" + kinds + "styles\" Target=\"styles.xml\"/>";
    entries.emplace_back("xl/workbook.xml", head + "<workbook " + main + "><workbookPr " + parts.workbookProperties + "/><sheets>" + sheets + "</sheets></workbook>");
    entries.emplace_back("xl/_rels/workbook.xml.rels", head + relations + targets + "</Relationships>");
    std::string strings;
    for (const std::string& text : parts.strings) {
        strings += "<si><t>" + xmlEscaped(text) + "</t></si>";
    }
    entries.emplace_back("xl/sharedStrings.xml", head + "<sst " + main + ">" + strings + "</sst>");
    entries.emplace_back("xl/styles.xml", head + "<styleSheet " + main + "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                                                 "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                                                 "<xf numFmtId=\"176\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>");
    return zipOf(entries);
}

std::string inlineRows(const Cells& cells, int firstRow, const std::string& rowAttributes) {
    std::string xml;
    for (std::size_t r = 0; r < cells.size(); ++r) {
        const std::string number = std::to_string(firstRow + static_cast<int>(r));
        xml += "<row r=\"" + number + "\" " + rowAttributes + ">";
        for (std::size_t c = 0; c < cells[r].size(); ++c) {
            xml += "<c r=\"" + columnName(c) + number + "\" t=\"inlineStr\"><is><t>" + xmlEscaped(cells[r][c]) + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml;
}

std::string typedSheet(const std::vector<FixtureSale>& sales, std::vector<std::string>& strings, bool is1904) {
    const auto shared = [&](const std::string& text) {
        strings.push_back(text);
        return "<c t=\"s\"><v>" + std::to_string(strings.size() - 1) + "</v></c>";
    };
    const auto numeric = [](const std::string& value, int style) {
        return "<c s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
    };
    std::string xml = "<sheetData><row r=\"1\">";
    for (const std::string& heading : headings.at("en")) {
        xml += shared(heading);
    }
    xml += "</row>";
    const Day origin = is1904 ? toDay(1904, 1, 1) : toDay(1899, 12, 30);
    int style = 1;
    for (const FixtureSale& sale : sales) {
        xml += "<row>" + shared(sale.order) + shared(sale.item) + shared(sale.name) + numeric(std::to_string(sale.day - origin), style) +
               numeric(std::to_string(sale.quantity), 0) + numeric(money(sale.cents) + "0000000001", 3) + "</row>";
        style = 3 - style;  // a built-in format, then one of the workbook's own
    }
    return xml + "</sheetData>";
}

std::string odsOf(const std::vector<std::pair<std::string, std::string>>& tables) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                      "<office:body><office:spreadsheet>";
    for (const auto& [name, rows] : tables) {
        xml += "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
    }
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                  {"content.xml", xml + "</office:spreadsheet></office:body></office:document-content>"}});
}

std::string odsRows(const std::vector<FixtureSale>& sales) {
    const auto text = [](const std::string& value) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + xmlEscaped(value) + "</text:p></table:table-cell>";
    };
    const auto number = [](const std::string& value) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"><text:p>shown</text:p></table:table-cell>";
    };
    std::string xml = "<table:table-row>";
    for (const std::string& heading : headings.at("en")) {
        xml += text(heading);
    }
    xml += "</table:table-row>";
    for (const FixtureSale& sale : sales) {
        xml += "<table:table-row>" + text(sale.order) + text(sale.item) + text(sale.name) +
               "<table:table-cell office:value-type=\"date\" office:date-value=\"" + toIso(sale.day) + "T00:00:00\"><text:p>x</text:p></table:table-cell>" +
               number(std::to_string(sale.quantity)) + number(money(sale.cents)) + "</table:table-row>";
    }
    return xml + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
}

}  // namespace foresell::test
