// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_entries.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/base/model_file.h"
#include "core/cleaning/recipe.h"
#include "core/import/date_order_evidence.h"
#include "core/import/file_detection.h"
#include "core/import/order_states.h"
#include "core/import/sale_mapper.h"
#include "core/import/serial_date.h"
#include "core/import/sheet_table.h"
#include "core/import/shop_clock.h"
#include "core/import/text_normal.h"
#include "core/import/text_table.h"
#include "core/import/wide_table.h"

namespace foresell::test {

namespace {

/// Ends the program, so that a fuzzer keeps what led here.
void check(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void readThrough(std::unique_ptr<TableSource> source) {
    WideTable table(std::move(source));
    const DetectedTable found = detectTable(table, {});
    ShopClock clock("UTC");
    SaleMapper mapper(found.detection, clock);
    const auto rows = table.rows();
    TableRow row;
    std::int64_t last = 0;
    while (rows->next(row)) {
        check(row.number >= last);
        last = row.number;
        SaleLine line;
        if (!checkRow(row, found.detection) && missingFields(found.detection).empty()) {
            mapper.map(row, line);
        }
    }
}

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_source_keep(source);
    for (const auto& [name, text] : entries) {
        const zip_int64_t index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
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

std::string xlsxOf(const std::string& sheet, const std::string& strings) {
    const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return zipOf({{"[Content_Types].xml", "<Types/>"},
                  {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + kinds + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                  {"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"b\" Type=\"" + kinds + "worksheet\" Target=\"s.xml\"/><Relationship Id=\"c\" Type=\"" +
                                                     kinds + "sharedStrings\" Target=\"t.xml\"/></Relationships>"},
                  {"xl/s.xml", sheet},
                  {"xl/t.xml", strings}});
}

}  // namespace

void fuzzCsv(std::string_view bytes) {
    try {
        readThrough(TextTable::ofText("fuzz.csv", std::string(bytes)));
    } catch (const Error& error) {
        check(!error.code().empty());
    }
}

/// The first byte says what the others are: an archive, a sheet, shared texts or the content of an ODS file.
void fuzzWorkbook(std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    const std::string rest(bytes.substr(1));
    const std::string archive = bytes[0] == 'z'   ? rest
                                : bytes[0] == 's' ? xlsxOf(rest, "<sst><si><t>Date</t></si><si><t>SKU</t></si><si><t>Quantity</t></si></sst>")
                                : bytes[0] == 't' ? xlsxOf("<worksheet><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></worksheet>", rest)
                                                  : zipOf({{"content.xml", rest}});
    try {
        const auto workbook = Workbook::open(ZipArchive::ofBytes(archive, "fuzz"));
        if (!workbook) {
            return;
        }
        for (auto& table : SheetTable::choose({"fuzz", {}}, workbook, {.sheet = "*"})) {
            readThrough(std::move(table));
        }
    } catch (const Error& error) {
        check(!error.code().empty());
    }
}

void fuzzValues(std::string_view bytes) {
    Fixed number = 0;
    DateTime time;
    for (const char decimal : {'.', ','}) {
        if (parseNumber(bytes, {decimal}, number) == NumberResult::Ok) {
            Fixed again = 0;
            check(parseNumber(formatFixed(number), {'.'}, again) == NumberResult::Ok && again == number);
        }
    }
    for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst}) {
        for (const auto& serials : {std::optional<DateSystem>(), std::optional(DateSystem::From1900), std::optional(DateSystem::From1904)}) {
            if (DateParser(order, serials).parse(bytes, time) == DateResult::Ok) {
                check(time.day != noDay && time.second >= -1 && time.second < 86'400);
            }
        }
    }
    DateOrderEvidence evidence;
    evidence.add(bytes);
    check(toShowable(bytes).size() <= bytes.size() * 3 && isCleanUtf8(toShowable(bytes)));
    check(cleanId(bytes).size() <= bytes.size());
    headerKey(bytes);
    hasLostDigits(bytes);
    stateOf(bytes);
    tidyNumber(bytes);
    isDateFormat(bytes);
    guessEncoding(bytes, true);
}

void fuzzRecipe(std::string_view bytes) {
    try {
        const Recipe recipe = recipeFromJson(parseJson(bytes));
        check(recipeFromJson(parseJson(toJson(recipe).dump())) == recipe);
    } catch (const Error& error) {
        check(error.code() == "cleaning.bad_recipe");
    }
}

void fuzzModel(std::string_view bytes) {
    try {
        const ModelFile file = readModelFile(bytes);
        check(readModelFile(writeModelFile(file)).arrays.size() == file.arrays.size());
    } catch (const Error& error) {
        check(error.code() == "model.damaged");
    }
}

}  // namespace foresell::test
