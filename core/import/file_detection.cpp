// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_detection.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/import/header_names.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t sampleBytes = std::size_t{1} << 20;
constexpr std::size_t probeBytes = std::size_t{256} << 10;
constexpr std::size_t probeRows = 200;
constexpr std::size_t headerSearchRows = 30;
constexpr std::array<char, 4> delimiters = {',', '\t', ';', '|'};

/// The sample that was read already, then the rest.
class RereadSource : public ByteSource {
public:
    RereadSource(std::string head, std::unique_ptr<ByteSource> rest) : m_head(std::move(head)), m_rest(std::move(rest)) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t count = std::min(size, m_head.size() - m_used);
        if (count == 0) {
            return m_rest->read(into, size);
        }
        std::memcpy(into, m_head.data() + m_used, count);
        m_used += count;
        return count;
    }
    std::int64_t position() const override { return m_rest->position(); }

private:
    std::string m_head;
    std::size_t m_used = 0;
    std::unique_ptr<ByteSource> m_rest;
};

struct SampleRow {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};

std::vector<SampleRow> readRows(std::string_view text, CsvFormat format, std::size_t limit) {
    TextSource source(ByteSource::ofText(std::string(text)), {.encoding = Encoding::Utf8});
    CsvReader reader(source, format);
    std::vector<SampleRow> rows;
    CsvRow row;
    while (rows.size() < limit && reader.next(row)) {
        if (row.damage == CsvRow::Damage::None) {
            rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
        }
    }
    return rows;
}

std::string decodeSample(const std::string& raw, bool isWhole, const ImportOptions& options, EncodingGuess& guess) {
    guess = options.encoding ? EncodingGuess{*options.encoding, 1, "given"} : guessEncoding(raw, isWhole);
    std::string text;
    Utf8Decoder(guess.encoding).decode(raw, isWhole, text);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    return text;
}

std::size_t knownNames(const std::vector<std::string>& cells) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
        return !cell.empty() && cell.size() < 80 && headerMeaning(headerKey(cell)).isKnown();
    }));
}

bool isValue(std::string_view cell) {
    Fixed number = 0;
    DateTime date;
    return parseNumber(cell, {'.'}, number) == NumberResult::Ok || parseNumber(cell, {','}, number) == NumberResult::Ok ||
           DateParser(DateOrder::DayFirst).parse(cell, date) == DateResult::Ok ||
           DateParser(DateOrder::MonthFirst).parse(cell, date) == DateResult::Ok;
}

std::size_t usualWidth(const std::vector<SampleRow>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const SampleRow& row : rows) {
        ++counts[row.cells.size()];
    }
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

double delimiterScore(const std::vector<SampleRow>& rows) {
    const std::size_t width = usualWidth(rows);
    if (width < 2) {
        return 0;
    }
    const auto same = std::count_if(rows.begin(), rows.end(), [&](const SampleRow& row) { return row.cells.size() == width; });
    std::size_t hits = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), headerSearchRows); ++i) {
        hits = std::max(hits, knownNames(rows[i].cells));
    }
    return static_cast<double>(same) / static_cast<double>(rows.size()) + 0.01 * static_cast<double>(std::min<std::size_t>(width, 10)) +
           0.2 * static_cast<double>(std::min<std::size_t>(hits, 3));
}

CsvFormat guessFormat(std::string_view text, const ImportOptions& options) {
    CsvFormat best;
    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos) {
        best.lineEnd = '\r';
    }
    if (options.delimiter) {
        best.delimiter = *options.delimiter;
        return best;
    }
    double bestScore = 0;
    CsvFormat candidate = best;
    for (const char delimiter : delimiters) {
        candidate.delimiter = delimiter;
        const double score = delimiterScore(readRows(text.substr(0, probeBytes), candidate, probeRows));
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

/// Index of the header among the rows, or none: the row with the most known names, else a first row of words over
/// columns of values.
std::optional<std::size_t> findHeader(const std::vector<SampleRow>& rows) {
    const std::size_t width = usualWidth(rows);
    std::optional<std::size_t> best;
    std::size_t bestHits = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), headerSearchRows); ++i) {
        const auto& cells = rows[i].cells;
        const std::size_t hits = knownNames(cells);
        const auto values = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), isValue));
        if (hits > bestHits && values * 3 <= cells.size() && cells.size() * 2 > width) {
            best = i;
            bestHits = hits;
        }
    }
    if (best && (bestHits >= 2 || rows[*best].cells.size() <= 3 || *best == 0)) {
        return best;
    }
    for (std::size_t i = 0; i + 1 < std::min(rows.size(), headerSearchRows); ++i) {
        const auto& cells = rows[i].cells;
        if (cells.size() != width) {
            continue;
        }
        const bool areWords = std::none_of(cells.begin(), cells.end(), isValue) &&
                              std::count(cells.begin(), cells.end(), std::string()) * 2 < static_cast<std::ptrdiff_t>(cells.size());
        const auto& next = rows[i + 1].cells;
        return areWords && std::any_of(next.begin(), next.end(), isValue) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

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
    for (const std::string& cell : cells) {
        std::string name(cleanId(cell));
        if (name.empty()) {
            name = "column " + std::to_string(names.size() + 1);
        }
        const std::string plain = name;
        for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n) {
            name = plain + " (" + std::to_string(n) + ")";
        }
        names.push_back(toShowable(name));
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
    for (const Field field : {Field::Quantity, Field::Price, Field::Amount, Field::Cost}) {
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
    detection.numbers = guessNumberFormat(values);
    if (options.decimal) {
        detection.numbers.decimal = *options.decimal;
    }
}

void detectDates(const SampleTable& table, const ImportOptions& options, FileDetection& detection) {
    const auto column = detection.fields[indexOf(Field::Date)];
    DateOrderEvidence evidence;
    for (const auto& row : table.rows) {
        if (column && *column < row.size()) {
            evidence.add(trimmed(row[*column]));
        }
    }
    detection.dateOrder = options.dateOrder.value_or(evidence.order());
    detection.isDateOrderOpen = evidence.isAmbiguous() && !options.dateOrder;
    detection.isDateYearFirst = evidence.either + evidence.dayFirst + evidence.monthFirst == 0;
}

std::string readSample(ByteSource& bytes, bool& isWhole) {
    std::string sample(sampleBytes, '\0');
    std::size_t done = 0;
    isWhole = false;
    while (done < sample.size() && !isWhole) {
        const std::size_t got = bytes.read(sample.data() + done, sample.size() - done);
        isWhole = got == 0;
        done += got;
    }
    sample.resize(done);
    return sample;
}

}  // namespace

DetectedFile detectFile(std::unique_ptr<ByteSource> bytes, const std::string& name, const ImportOptions& options) {
    DetectedFile file;
    const std::string raw = readSample(*bytes, file.isWhole);
    std::string text = decodeSample(raw, file.isWhole, options, file.detection.encoding);
    FileDetection& detection = file.detection;
    detection.format = guessFormat(text, options);
    if (!file.isWhole) {
        const std::size_t end = text.rfind(detection.format.lineEnd);
        text.resize(end == std::string::npos ? text.size() : end + 1);
    }
    std::vector<SampleRow> rows = readRows(text, detection.format, SIZE_MAX);
    if (rows.empty()) {
        throw Error("import.empty_file", name + " holds no rows", "Choose a file with a table in it.", {{"file", name}});
    }
    if (!file.isWhole && rows.size() > 1) {
        rows.pop_back();  // a quoted cell may go on behind the sample
    }
    file.sample = makeTable(rows, detection, options);
    MappingGuess mapping = guessMapping(file.sample, options, name);
    detection.role = mapping.role;
    detection.columns = std::move(mapping.columns);
    detection.fields = mapping.fields;
    detectNumbers(file.sample, options, detection);
    detectDates(file.sample, options, detection);
    file.bytes = std::make_unique<RereadSource>(raw, std::move(bytes));
    return file;
}

DetectedFile detectFile(const std::filesystem::path& path, const ImportOptions& options) {
    DetectedFile file = detectFile(ByteSource::open(path), path.filename().string(), options);
    const std::int64_t size = fileSize(path);
    file.sampleShare = size > 0 ? std::min(1.0, static_cast<double>(file.bytes->position()) / static_cast<double>(size)) : 0;
    return file;
}

std::vector<Field> missingFields(const FileDetection& detection) {
    std::vector<Field> missing;
    const auto need = [&](Field field) {
        if (!detection.fields[indexOf(field)]) {
            missing.push_back(field);
        }
    };
    if (detection.role != ImportRole::Items) {
        need(Field::Date);
    }
    if (detection.role == ImportRole::Sales) {
        need(Field::Quantity);
    }
    if (detection.role == ImportRole::Items && !detection.fields[indexOf(Field::Location)] && !detection.fields[indexOf(Field::Channel)]) {
        need(Field::Item);
    }
    return missing;
}

std::string dateFormatName(const FileDetection& detection) {
    return detection.isDateYearFirst ? "year first" : detection.dateOrder == DateOrder::DayFirst ? "day first" : "month first";
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
            {"header_row", detection.headerRow},
            {"decimal", std::string(1, detection.numbers.decimal)},
            {"date_format", dateFormatName(detection)},
            {"date_order_open", detection.isDateOrderOpen},
            {"columns", columns}};
}

}  // namespace foresell
