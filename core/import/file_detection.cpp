// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_detection.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/import/date_order_evidence.h"
#include "core/import/header_row.h"
#include "core/import/presale.h"
#include "core/import/product_list.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

std::optional<std::size_t> chooseHeader(const std::vector<SampleRow>& rows, const ImportOptions& options) {
    if (options.headerRow) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const SampleRow& row) { return row.number == *options.headerRow; });
        return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
    }
    if (options.hasHeader) {
        return *options.hasHeader ? std::optional(findHeader(rows).value_or(0)) : std::nullopt;
    }
    return findHeader(rows);
}

/// Names the columns: trimmed, made different from one another, "column 3" where the cell is empty.
std::vector<std::string> columnNames(const std::vector<std::string>& cells) {
    std::vector<std::string> names;
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string, int> numbers;  // the last one given to a name: thousands of columns can have the same
    for (const std::string& cell : cells) {
        std::string name(cleanId(cell));
        if (name.empty()) {
            name = "column " + std::to_string(names.size() + 1);
        }
        const std::string plain = name;
        for (int& number = numbers.try_emplace(plain, 1).first->second; taken.contains(name);) {
            name = plain + " (" + std::to_string(++number) + ")";
        }
        names.push_back(toShowable(name));
        taken.insert(names.back());
    }
    return names;
}

SampleTable makeTable(std::vector<SampleRow>& rows, FileDetection& detection, const ImportOptions& options) {
    SampleTable table;
    const auto header = chooseHeader(rows, options);
    detection.hasHeader = header.has_value();
    detection.headerRow = header ? rows[*header].number : 0;
    if (header) {
        table.header = columnNames(rows[*header].cells);
    } else {
        table.header = columnNames(std::vector<std::string>(usualWidth(rows)));
    }
    for (std::size_t i = header ? *header + 1 : 0; i < rows.size(); ++i) {
        table.rows.push_back(std::move(rows[i].cells));
    }
    return table;
}

void detectNumbers(const SampleTable& table, const ImportOptions& options, FileDetection& detection) {
    std::vector<std::string_view> values;
    for (const Field field : {Field::Quantity, Field::Share, Field::Price, Field::Amount, Field::Cost, Field::Stock, Field::Availability, Field::Views, Field::Carts}) {
        const auto column = detection.fields[indexOf(field)];
        for (const auto& row : table.rows) {
            if (column && *column < row.size()) {
                values.push_back(row[*column]);
            }
        }
    }
    if (detection.role != ImportRole::Sales) {
        for (std::size_t c = 0; c < detection.columns.size(); ++c) {
            for (const auto& row : table.rows) {
                if (!detection.columns[c].field && c < row.size()) {
                    values.push_back(row[c]);
                }
            }
        }
    }
    detection.numbers = detection.isTyped ? NumberFormat() : guessNumberFormat(values);
    if (options.decimal) {
        detection.numbers.decimal = *options.decimal;
    }
}

void detectDates(const SampleTable& table, const ImportOptions& options, FileDetection& detection) {
    const auto column = detection.fields[indexOf(Field::Date)];
    DateOrderEvidence evidence;
    std::size_t filled = 0, serials = 0;
    for (const auto& row : table.rows) {
        if (column && *column < row.size()) {
            const std::string_view cell = trimmed(row[*column]);
            evidence.add(cell);
            filled += cell.empty() ? 0 : 1;
            serials += isDateSerial(cell) ? 1 : 0;
        }
    }
    if (options.dateSystem || (filled > 0 && serials * 10 >= filled * 8)) {
        detection.serialDates = options.dateSystem.value_or(DateSystem::From1900);
    }
    detection.weekOne = options.weekOne;
    detection.dateOrder = options.dateOrder.value_or(evidence.order());
    detection.isDateOrderOpen = evidence.isAmbiguous() && !options.dateOrder;
    detection.isDateYearFirst = evidence.either + evidence.dayFirst + evidence.monthFirst == 0;
}

PresetMatch presetFor(const std::vector<std::string>& header, const ImportOptions& options) {
    if (options.preset == "none") {
        return {};
    }
    if (options.preset.empty() || options.preset == "auto") {
        return matchPreset(header);
    }
    const ImportPreset* preset = findPreset(options.preset);
    if (preset == nullptr) {
        std::string all;
        for (const ImportPreset& each : importPresets()) {
            all += (all.empty() ? "" : ", ") + each.name;
        }
        throw Error("import.no_such_preset", "There is no preset " + options.preset, "The presets are: " + all, {{"preset", options.preset}});
    }
    return matchPreset(*preset, header);
}

std::string signatureOf(const std::vector<std::string>& header) {
    std::vector<std::string> keys;
    for (const std::string& name : header) {
        keys.push_back(headerKey(name));
    }
    std::sort(keys.begin(), keys.end());
    std::string all;
    for (const std::string& key : keys) {
        all += key + '\n';
    }
    return fmt::format("{:016x}", XXH3_64bits(all.data(), all.size()));
}

bool isStateName(const std::string& key) {
    static constexpr std::array<std::string_view, 5> names = {"orderstatus", "financialstatus", "\u8BA2\u5355\u72B6\u6001",
                                                              "\u552E\u540E\u72B6\u6001", "\u9000\u6B3E\u72B6\u6001"};
    return std::find(names.begin(), names.end(), key) != names.end();
}

/// What the preset and the names of the columns say of orders: their states, when they were paid, what stands once only.
void detectOrders(const std::vector<std::string>& header, FileDetection& detection) {
    if (detection.role != ImportRole::Sales) {
        return;
    }
    const ImportPreset* preset = detection.preset.preset;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool isOfPreset = preset != nullptr && !preset->states.empty() && columnNamed({header[i]}, preset->states).has_value();
        if (!detection.columns[i].field && (isOfPreset || isStateName(headerKey(header[i])))) {
            detection.states.push_back({i, isCancellationDate(header[i])});
        }
        if (preset != nullptr && preset->dates.contains(DateBasis::Paid) && columnNamed({header[i]}, preset->dates.at(DateBasis::Paid))) {
            detection.paidColumns.push_back(i);
        }
        if (preset != nullptr && columnNamed({header[i]}, preset->repeatsDown) && detection.fields[indexOf(Field::Order)]) {
            detection.repeatsDown.push_back(i);
        }
    }
}

template <typename Tells>
std::size_t countCells(const SampleTable& table, std::size_t column, Tells&& tells) {
    return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return column < row.size() && !trimmed(row[column]).empty() && tells(trimmed(row[column]));
    }));
}

/// What one row or cell does not tell alone: both payments of a presale, several products of an order.
void detectParts(const SampleTable& table, FileDetection& detection) {
    if (detection.role != ImportRole::Sales || !detection.fields[indexOf(Field::Order)]) {
        return;
    }
    for (std::size_t i = 0; i < table.header.size() && !detection.stages; ++i) {
        ColumnGuess& column = detection.columns[i];
        const std::size_t deposits = countCells(table, i, [](std::string_view cell) { return paymentStageOf(cell) == PaymentStage::Deposit; });
        const std::size_t balances = countCells(table, i, [](std::string_view cell) { return paymentStageOf(cell) == PaymentStage::Balance; });
        const bool isTold = isStageName(table.header[i]) ? deposits + balances > 0 : deposits > 0 && balances > 0;
        if (!column.field && column.use != ColumnUse::Personal && (isTold || isStageName(table.header[i]))) {
            detection.stages = i;
            column.evidence = isTold ? "payment_stage" : column.evidence;
        }
    }
    const auto name = detection.fields[indexOf(Field::Name)];
    if (!name || detection.fields[indexOf(Field::Item)]) {
        return;
    }
    const std::size_t lists = countCells(table, *name, [](std::string_view cell) { return !readProductList(cell).empty(); });
    const std::size_t filled = countCells(table, *name, [](std::string_view) { return true; });
    detection.hasProductLists = lists > 0 && lists * 10 >= filled * 8;
    if (detection.hasProductLists) {
        detection.columns[*name].evidence = "product_list";
    }
}

}  // namespace

DetectedTable detectTable(TableSource& source, const ImportOptions& options) {
    DetectedTable table;
    TableLook look = source.look(options);
    if (look.rows.empty()) {
        throw Error("import.empty_file", source.name() + " holds no rows", "Choose a file with a table in it.", {{"file", source.name()}});
    }
    FileDetection& detection = table.detection;
    detection.encoding = look.encoding;
    detection.format = look.format;
    detection.isTyped = look.isTyped;
    detection.layout = look.layout;
    detection.sheets = look.sheets;
    detection.sheet = look.sheet;
    detection.hiddenRows = look.hiddenRows;
    table.isWhole = look.isWhole;
    table.sampleShare = look.share;
    table.sample = makeTable(look.rows, detection, options);
    detection.signature = signatureOf(table.sample.header);
    detection.preset = detection.hasHeader ? presetFor(table.sample.header, options) : PresetMatch();
    MappingGuess mapping = guessMapping(table.sample, options, source.name(), {detection.preset.preset, detection.signature});
    detection.dateBases = mapping.dateBases;
    detection.dateBasis = mapping.dateBasis;
    detection.dateFallbacks = mapping.dateFallbacks;
    detection.role = mapping.role;
    detection.columns = std::move(mapping.columns);
    detection.fields = mapping.fields;
    detectNumbers(table.sample, options, detection);
    detectDates(table.sample, options, detection);
    detectOrders(table.sample.header, detection);
    detectParts(table.sample, detection);
    return table;
}

namespace {

/// Counts, or a log whose rows are visits.
bool tellsBehaviour(const FileDetection& detection) {
    return std::ranges::any_of(std::initializer_list<Field>{Field::Views, Field::Searches, Field::Carts, Field::Favourites, Field::Orders,
                                                            Field::Visitors, Field::Session, Field::Event, Field::Customer},
                               [&detection](Field field) { return detection.fields[indexOf(field)].has_value(); });
}

}  // namespace

std::vector<Field> missingFields(const FileDetection& detection) {
    std::vector<Field> missing;
    const auto need = [&](Field field) {
        if (!detection.fields[indexOf(field)]) {
            missing.push_back(field);
        }
    };
    const bool isList = detection.role == ImportRole::Items || detection.role == ImportRole::Locations || detection.role == ImportRole::Structure;
    if (!isList) {
        need(Field::Date);
    }
    if (detection.role == ImportRole::Behaviour && !tellsBehaviour(detection)) {
        need(Field::Views);
    }
    if (detection.role == ImportRole::Locations && !detection.fields[indexOf(Field::Channel)]) {
        need(Field::Location);
    }
    if (detection.role == ImportRole::Sales) {
        need(Field::Quantity);
    }
    if (detection.role == ImportRole::Structure) {
        const auto has = [&](Field field) { return detection.fields[indexOf(field)].has_value(); };
        need(Field::Item);
        if (!has(Field::Style) && !has(Field::Bundle) && !has(Field::GiftOf) && !has(Field::Replaces)) {
            need(Field::Parent);
        }
        if (has(Field::Parent) && !has(Field::Quantity) && !has(Field::Share) && !has(Field::Size)) {
            need(Field::Relation);
        }
    }
    if (detection.role == ImportRole::Stock && !detection.fields[indexOf(Field::Availability)]) {
        need(Field::Stock);
    }
    if (detection.role == ImportRole::Items && !detection.fields[indexOf(Field::Location)] && !detection.fields[indexOf(Field::Channel)]) {
        need(Field::Item);
    }
    return missing;
}

std::string dateFormatName(const FileDetection& detection) {
    if (detection.weekOne) {
        return "weeks from " + toIso(*detection.weekOne);
    }
    if (detection.serialDates) {
        return *detection.serialDates == DateSystem::From1900 ? "days from 1900" : "days from 1904";
    }
    return detection.isDateYearFirst ? "year first" : detection.dateOrder == DateOrder::DayFirst ? "day first" : "month first";
}

std::string knownColumnKey(const std::string& signature, const std::string& columnName) {
    return signature + ' ' + headerKey(columnName);
}

std::string layoutName(TableLayout layout) {
    return layout == TableLayout::Long ? "long" : layout == TableLayout::DatesAcross ? "dates across" : "items across";
}

nlohmann::json toJson(const FileDetection& detection) {
    nlohmann::json columns = nlohmann::json::array();
    for (const ColumnGuess& column : detection.columns) {
        columns.push_back({{"name", column.name},
                           {"use", columnUseName(column.use)},
                           {"field", column.field ? fieldName(*column.field) : ""},
                           {"confidence", column.confidence},
                           {"evidence", column.evidence}});
    }
    return {{"role", roleName(detection.role)},
            {"encoding", encodingName(detection.encoding.encoding)},
            {"encoding_evidence", detection.encoding.evidence},
            {"encoding_confidence", detection.encoding.confidence},
            {"delimiter", std::string(1, detection.format.delimiter)},
            {"sheet", detection.sheet},
            {"layout", layoutName(detection.layout)},
            {"preset", detection.preset.preset != nullptr ? detection.preset.preset->name : ""},
            {"preset_missing", detection.preset.missing},
            {"date_counts", detection.dateBasis ? dateBasisName(*detection.dateBasis) : ""},
            {"signature", detection.signature},
            {"header_row", detection.headerRow},
            {"decimal", std::string(1, detection.numbers.decimal)},
            {"date_format", dateFormatName(detection)},
            {"date_order_open", detection.isDateOrderOpen},
            {"columns", columns}};
}

}  // namespace foresell
