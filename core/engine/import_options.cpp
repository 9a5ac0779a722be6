// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/import_options.h"

#include "core/base/error.h"

namespace foresell {

namespace {

[[noreturn]] void refuse(const char* option, const std::string& value, const std::string& hint) {
    throw Error(std::string("option.") + option, "\"" + value + "\" is no " + option, hint,
                {{"value", value}});
}

std::optional<char> delimiterOf(const std::string& text) {
    if (text.empty() || text == "auto") {
        return {};
    }
    if (text == "tab" || text == "\\t") {
        return '\t';
    }
    if (text.size() != 1) {
        refuse("delimiter", text, "Give one character, or tab.");
    }
    return text.front();
}

constexpr std::string_view weeksFrom = "weeks from ";

std::optional<DateOrder> dateOrderOf(const std::string& text) {
    if (text.empty() || text == "auto" || text == "year first") {
        return {};
    }
    if (text == "day first") {
        return DateOrder::DayFirst;
    }
    if (text == "month first") {
        return DateOrder::MonthFirst;
    }
    if (text.starts_with("days from ") || text.starts_with(weeksFrom)) {
        return {};
    }
    refuse("date_format", text, "Choose \"day first\", \"month first\", \"days from 1900\", \"days from 1904\" or \"weeks from 2024-01-01\".");
}

std::string shown(char delimiter) {
    return delimiter == '\t' ? "tab" : std::string(1, delimiter);
}

}  // namespace

ImportFiles filesOf(const ImportRequest& request) {
    return {request.files.begin(), request.files.end()};
}

ImportOptions importOptions(const ImportRequest& request) {
    ImportOptions options;
    if (!request.role.empty() && request.role != "auto") {
        options.role = roleFromName(request.role);
        if (!options.role) {
            refuse("role", request.role, "Choose sales, plan, items, locations, stock, behaviour, signals or structure.");
        }
    }
    if (!request.encoding.empty() && request.encoding != "auto") {
        options.encoding = encodingFromName(request.encoding);
        if (!options.encoding) {
            refuse("encoding", request.encoding,
                   "Choose UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5, Shift_JIS or windows-1252.");
        }
    }
    options.delimiter = delimiterOf(request.delimiter);
    options.preset = request.preset;
    if (!request.dateCounts.empty() && request.dateCounts != "auto") {
        options.dateBasis = dateBasisFromName(request.dateCounts);
        if (!options.dateBasis) {
            refuse("date", request.dateCounts, "Choose ordered, paid or shipped.");
        }
    }
    options.sheet = request.sheet;
    options.skipsHiddenRows = request.skipsHiddenRows;
    if (!request.layout.empty() && request.layout != "auto") {
        if (request.layout != "long" && request.layout != "wide") {
            refuse("layout", request.layout, "Choose long or wide.");
        }
        options.isWide = request.layout == "wide";
    }
    options.dateOrder = dateOrderOf(request.dateFormat);
    if (request.dateFormat.starts_with("days from ")) {
        options.dateSystem = request.dateFormat == "days from 1904" ? DateSystem::From1904 : DateSystem::From1900;
    }
    if (request.dateFormat.starts_with(weeksFrom)) {
        options.weekOne = fromIso(request.dateFormat.substr(weeksFrom.size()));
        if (!options.weekOne) {
            refuse("week_one", request.dateFormat.substr(weeksFrom.size()), "Write the day on which week 1 began as 2024-01-01.");
        }
    }
    if (!request.decimalSeparator.empty() && request.decimalSeparator != "auto") {
        if (request.decimalSeparator != "." && request.decimalSeparator != ",") {
            refuse("decimal", request.decimalSeparator, "Choose . or ,");
        }
        options.decimal = request.decimalSeparator.front();
    }
    if (request.headerRow >= 0) {
        options.hasHeader = request.headerRow > 0;
        if (request.headerRow > 0) {
            options.headerRow = request.headerRow;
        }
    }
    options.fields = request.fields;
    options.dryRun = request.isDryRun;
    return options;
}

void describe(const FileDetection& detection, ImportPreviewResult& result) {
    result.role = roleName(detection.role);
    result.encoding = encodingName(detection.encoding.encoding);
    result.delimiter = shown(detection.format.delimiter);
    if (const ImportPreset* preset = detection.preset.preset) {
        result.preset = preset->name;
        result.presetEnglish = preset->english;
        result.presetChinese = preset->chinese;
        result.presetMissing = detection.preset.missing;
        result.presetAdded = detection.preset.added;
    }
    for (const DateBasis basis : detection.dateBases) {
        result.dateChoices.emplace_back(dateBasisName(basis));
    }
    result.dateCounts = detection.dateBasis ? std::string(dateBasisName(*detection.dateBasis)) : std::string();
    result.sheets = detection.sheets;
    result.sheet = detection.sheet;
    result.layout = layoutName(detection.layout);
    result.hiddenRows = detection.hiddenRows;
    result.hasHeader = detection.hasHeader;
    result.headerRow = detection.headerRow;
    result.encodingConfidence = detection.encoding.confidence;
    result.dateFormat = dateFormatName(detection);
    result.isDateOrderOpen = detection.isDateOrderOpen;
    result.decimalSeparator = std::string(1, detection.numbers.decimal);
}

ImportResult resultOf(const ImportSummary& summary) {
    ImportResult result;
    result.counts = summary.counts;
    result.seconds = summary.seconds;
    result.isDryRun = summary.isDryRun;
    for (const FileImport& file : summary.files) {
        result.imports.push_back(file.record);
        for (const Reject& reject : file.firstRejects) {
            if (result.rejects.size() < 200) {
                result.rejects.push_back(reject);
            }
        }
        for (const auto& [reason, count] : file.rejectReasons) {
            result.rejectReasons[reason] += count;
        }
    }
    return result;
}

nlohmann::json summaryOf(const ImportResult& result) {
    nlohmann::json summary = result.counts;
    summary["files"] = result.imports;
    summary["reject_reasons"] = result.rejectReasons;
    summary["dry_run"] = result.isDryRun;
    summary["seconds"] = result.seconds;
    if (result.transferredBytes > 0) {
        summary["transferred_bytes"] = result.transferredBytes;
    }
    return summary;
}

std::map<std::string, std::string> fieldsOf(const std::vector<std::string>& maps) {
    std::map<std::string, std::string> fields;
    for (const std::string& map : maps) {
        const std::size_t equals = map.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error("option.map", "\"" + map + "\" is no mapping",
                        "Write --map FIELD=COLUMN, for instance --map quantity=Qty.");
        }
        fields[map.substr(0, equals)] = map.substr(equals + 1);
    }
    return fields;
}

}  // namespace foresell
