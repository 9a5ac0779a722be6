// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/import/date_order_evidence.h"
#include "core/import/import_run.h"
#include "core/import/reject_log.h"
#include "core/import/sale_mapper.h"
#include "core/import/shop_clock.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

/// Every import of a call, so that all can be taken back.
class BegunImports {
public:
    explicit BegunImports(ProjectWriter& project) : m_project(project) {}
    BegunImports(const BegunImports&) = delete;
    BegunImports& operator=(const BegunImports&) = delete;
    ~BegunImports() {
        for (const ImportId import : m_open) {
            try {
                m_project.abandonImport(import);
            } catch (...) {
                // What is left is invisible and swept when the project is opened again.
            }
        }
    }
    ImportId begin(const ImportSource& source) {
        m_open.push_back(m_project.beginImport(source));
        return m_open.back();
    }
    void finished(ImportId import) { std::erase(m_open, import); }

private:
    ProjectWriter& m_project;
    std::vector<ImportId> m_open;
};

std::string listOf(const std::vector<Field>& fields) {
    std::string text;
    for (const Field field : fields) {
        text += (text.empty() ? "" : ", ") + std::string(fieldName(field));
    }
    return text;
}

void throwIfMissing(const FileDetection& detection, const std::string& name) {
    const std::vector<Field> missing = missingFields(detection);
    if (missing.empty()) {
        return;
    }
    std::string columns;
    for (const ColumnGuess& column : detection.columns) {
        columns += (columns.empty() ? "" : ", ") + column.name;
    }
    const auto weeks = std::find_if(detection.columns.begin(), detection.columns.end(), [](const ColumnGuess& column) { return column.evidence == "week_numbers"; });
    if (missing.front() == Field::Date && weeks != detection.columns.end()) {
        throw Error("import.week_numbers", fmt::format("The column {} of {} numbers its weeks.", weeks->name, name),
                    "Say on which day week 1 began, as with --week-one 2024-01-01.", {{"file", name}, {"column", weeks->name}});
    }
    throw Error("import.missing_field",
                fmt::format("No column of {} could be taken for: {}", name, listOf(missing)),
                fmt::format("Say which column it is, as with --map {}=COLUMN. The columns are: {}", fieldName(missing.front()), columns),
                {{"file", name}, {"fields", listOf(missing)}, {"columns", columns}});
}

/// Where the first rows leave open whether the day or the month stands first, the whole table is asked.
void settleDateOrder(TableSource& table, const JobControl& job, FileDetection& detection) {
    const auto column = detection.fields[indexOf(Field::Date)];
    if (!detection.isDateOrderOpen || !column || !table.canReread()) {
        return;
    }
    const auto rows = table.rows();
    TableRow row;
    DateOrderEvidence evidence;
    for (std::int64_t count = 0; rows->next(row); ++count) {
        if (row.number > detection.headerRow && *column < row.cells.size()) {
            evidence.add(trimmed(row.cells[*column]));
        }
        if (count % 4096 == 0) {
            job.throwIfCancelled();
        }
    }
    detection.dateOrder = evidence.order();
    detection.isDateOrderOpen = evidence.isAmbiguous();
}

ImportSource sourceOf(const TableSource& table, ImportRole role) {
    ImportSource source;
    source.role = roleName(role);
    source.name = table.name();
    source.bytes = table.bytes();
    source.fileDigest = table.digest();
    return source;
}

std::string kindOf(const ColumnLook& look) {
    return look.filled > 0 && look.dates > 0.8 && look.isDateShaped ? "date" : look.filled > 0 && look.numbers > 0.8 ? "number" : "text";
}

/// Tries the rows of the sample as the import would.
void tryRows(const DetectedTable& file, std::size_t shownRows, ImportPreview& preview) {
    preview.sampleRows = static_cast<std::int64_t>(file.sample.rows.size());
    if (file.detection.role != ImportRole::Sales || !preview.missing.empty()) {
        return;
    }
    ShopClock clock("UTC");
    SaleMapper mapper(file.detection, clock);
    TableRow row;
    row.isPlainAscii = false;
    for (const auto& cells : file.sample.rows) {
        row.cells.assign(cells.begin(), cells.end());
        SaleLine line;
        const bool hasDamagedText = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !isCleanUtf8(cell); });
        const RowFault fault = hasDamagedText ? RowFault{"invalid_text"} : mapper.map(row, line);
        if (!fault) {
            continue;
        }
        ++preview.sampleRejected;
        const auto at = static_cast<std::size_t>(&cells - file.sample.rows.data());
        if (at < shownRows) {
            const bool isCell = fault.column < file.detection.columns.size();
            preview.faults.push_back({static_cast<std::int64_t>(at), isCell ? static_cast<std::int64_t>(fault.column) : -1, fault.code});
        }
    }
}

ImportPreview previewOf(TableSource& table, const ImportOptions& options, std::size_t rows) {
    DetectedTable file = detectTable(table, options);
    ImportPreview preview;
    preview.file = table.name();
    preview.bytes = table.bytes();
    preview.missing = missingFields(file.detection);
    for (std::size_t c = 0; c < file.sample.header.size(); ++c) {
        preview.kinds.push_back(kindOf(lookAt(file.sample, c)));
    }
    tryRows(file, rows, preview);
    if (file.isWhole || file.sampleShare > 0) {
        const double share = file.isWhole ? 1 : file.sampleShare;
        preview.estimatedRows = static_cast<std::int64_t>(static_cast<double>(file.sample.rows.size()) / share);
    }
    for (std::size_t r = 0; r < std::min(rows, file.sample.rows.size()); ++r) {
        std::vector<std::string> shown;
        for (const std::string& cell : file.sample.rows[r]) {
            shown.push_back(toShowable(std::string_view(cell).substr(0, 512)));
        }
        preview.rows.push_back(std::move(shown));
    }
    preview.detection = std::move(file.detection);
    return preview;
}

FileImport importTable(ImportRun& run, BegunImports& begun, TableSource& table, ProjectWriter::Dictionaries& dictionaries) {
    run.progress.beginFile(table.name(), table.bytes());
    DetectedTable file = detectTable(table, run.options);
    throwIfMissing(file.detection, table.name());
    settleDateOrder(table, run.job, file.detection);
    FileImport result;
    result.record.source = sourceOf(table, file.detection.role);
    const ImportId import = run.options.dryRun ? ImportId() : begun.begin(result.record.source);
    FileCounts counts;
    switch (file.detection.role) {
        case ImportRole::Sales: counts = importSales(run, table, file.detection, import); break;
        case ImportRole::Plan:
        case ImportRole::Stock:
        case ImportRole::Signals: counts = importPlan(run, table, file.detection, file.sample, import); break;
        case ImportRole::Behaviour: counts = importBehaviour(run, table, file.detection, import); break;
        case ImportRole::Items:
        case ImportRole::Locations: counts = importItems(run, table, file.detection, import); break;
        case ImportRole::Structure: counts = importStructure(run, table, file.detection, import); break;
    }
    dictionaries = run.catalogue.takeChanges();
    result.record.id = import;
    result.record.counts = counts.counts;
    result.rejectReasons = std::move(counts.rejectReasons);
    result.firstRejects = std::move(counts.firstRejects);
    result.detection = std::move(file.detection);
    return result;
}

/// Deposits whose balance came in no file are rejects of theirs; the others count as what became of them.
void settleDeposits(ImportRun& run, ImportSummary& summary) {
    for (auto& [at, settled] : run.deposits.settle(run.knownOrders)) {
        FileImport& file = summary.files[at];
        const auto unpaid = std::ssize(settled.unpaid);
        file.record.counts.imported += settled.paid;
        file.record.counts.duplicate += settled.known;
        file.record.counts.rejected += unpaid;
        if (unpaid > 0 && !run.options.dryRun) {
            run.project.appendRejects(file.record.id, settled.unpaid);
        }
        for (Reject& reject : settled.unpaid) {
            ++file.rejectReasons[reject.reason];
            if (file.firstRejects.size() < RejectLog::firstKept) {
                file.firstRejects.push_back(std::move(reject));
            }
        }
    }
}

std::string detailsOf(const FileImport& file) {
    nlohmann::json details = toJson(file.detection);
    details["reject_reasons"] = file.rejectReasons;
    return details.dump();
}

void addTo(ImportCounts& sum, const ImportCounts& counts) {
    sum.read += counts.read;
    sum.imported += counts.imported;
    sum.rejected += counts.rejected;
    sum.duplicate += counts.duplicate;
    sum.updated += counts.updated;
}

std::int64_t bytesOf(const TableSources& tables) {
    std::int64_t bytes = 0;
    for (const auto& table : tables) {
        bytes += table->bytes();
    }
    return bytes;
}

}  // namespace

std::map<std::string, std::string> knownColumnsOf(const ProjectReader& project) {
    std::map<std::string, std::string> known;
    for (const ImportRecord& import : project.imports()) {
        const nlohmann::json details = parseJson(import.details);
        if (!details.is_object() || !details.contains("columns") || import.state != "done") {
            continue;
        }
        for (const auto& column : details["columns"]) {
            const std::string field = column.value("field", "");
            if (!field.empty() && column.value("evidence", "") != "content") {
                const std::string name = column.value("name", "");
                known[headerKey(name)] = field;
                known[knownColumnKey(details.value("signature", ""), name)] = field;
            }
        }
    }
    return known;
}

std::vector<ImportPreview> previewImport(const TableSources& tables, const ImportOptions& options, std::size_t rows) {
    std::vector<ImportPreview> previews;
    for (const auto& table : tables) {
        previews.push_back(previewOf(*table, options, rows));
    }
    return previews;
}

std::vector<ImportPreview> previewImport(const ImportFiles& files, const ImportOptions& options, std::size_t rows) {
    return previewImport(openTables(files, options), options, rows);
}

ImportSummary runImport(ProjectWriter& project, const ImportFiles& files, const ImportOptions& options, const JobControl& job) {
    return runImport(project, openTables(files, options), options, job);
}

ImportSummary runImport(ProjectWriter& project, const TableSources& tables, const ImportOptions& given, const JobControl& job) {
    const auto start = std::chrono::steady_clock::now();
    ImportOptions options = given;
    ImportRun run(project, options, job, bytesOf(tables));
    options.knownColumns.merge(knownColumnsOf(*run.reader));
    BegunImports begun(project);
    ImportSummary summary;
    summary.isDryRun = options.dryRun;
    std::vector<ProjectWriter::Dictionaries> dictionaries(tables.size());
    summary.files.resize(tables.size());
    std::size_t done = 0;
    for (const std::size_t i : planOrderJoin(run, tables)) {
        run.keepsDigests = ++done < tables.size();
        run.file = i;
        summary.files[i] = importTable(run, begun, *tables[i], dictionaries[i]);
    }
    settleDeposits(run, summary);
    for (FileImport& file : summary.files) {
        file.record.details = detailsOf(file);
        addTo(summary.counts, file.record.counts);
    }
    job.throwIfCancelled();
    for (std::size_t i = 0; i < tables.size() && !options.dryRun; ++i) {
        FileImport& file = summary.files[i];
        project.finishImport(file.record.id, file.record.counts, dictionaries[i], file.record.details);
        file.record.state = "done";
        begun.finished(file.record.id);
    }
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

nlohmann::json toJson(const ImportSummary& summary) {
    const auto put = [](nlohmann::json& json, const ImportCounts& counts) {
        json["read"] = counts.read;
        json["imported"] = counts.imported;
        json["rejected"] = counts.rejected;
        json["duplicate"] = counts.duplicate;
        json["updated"] = counts.updated;
    };
    nlohmann::json json;
    put(json, summary.counts);
    json["seconds"] = summary.seconds;
    json["dry_run"] = summary.isDryRun;
    json["files"] = nlohmann::json::array();
    for (const FileImport& file : summary.files) {
        nlohmann::json entry = {{"file", file.record.source.name},
                                {"role", file.record.source.role},
                                {"import", file.record.id.value},
                                {"reject_reasons", file.rejectReasons},
                                {"detected", toJson(file.detection)}};
        put(entry, file.record.counts);
        json["files"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace foresell
