// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/import_options.h"
#include "core/engine/text_output.h"
#include "core/import/rejected_rows.h"

namespace foresell {

namespace {

using nlohmann::json;

int weekdayOf(const std::string& name) {
    static const std::vector<std::string> names{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
    const auto found = std::ranges::find(names, CLI::detail::to_lower(name));
    if (found == names.end()) {
        throw Error("option.week_start", "\"" + name + "\" is no day of the week",
                    "Choose monday to sunday.");
    }
    return static_cast<int>(found - names.begin());
}

class DataCommands : public CommandGroup {
public:
    explicit DataCommands(CommandHost& host) : m_host(host) {
        addSample();
        addCreate();
        addImport();
        addRejects();
        addUndoImport();
    }

private:
    void addSample();
    void addCreate();
    void addImport();
    void addRejects();
    void addUndoImport();
    void create();
    void import(const JobControl& job);
    void writeRejects();
    void undoImport();

    CommandHost& m_host;
    SampleRequest m_sample;
    ProjectSettings m_settings;
    std::string m_weekStart = "monday";
    ImportRequest m_import;
    std::vector<std::string> m_maps;
    std::int32_t m_importId = 0;
    std::string m_rejectFile;
};

void DataCommands::addSample() {
    CLI::App* const command = m_host.add("sample", "Write a sample shop's files with known truth",
                                         [this](const JobControl& job) { m_host.print(createSample(m_sample, job)); });
    command->add_option("DIR", m_sample.folder, "The folder to write into")->required();
    command->add_option("--items", m_sample.items, "Number of items (60)")->check(CLI::PositiveNumber);
    command->add_option("--locations", m_sample.locations, "Number of locations (2)")
        ->check(CLI::PositiveNumber);
    command->add_option("--days", m_sample.days, "Number of days (730)")->check(CLI::PositiveNumber);
    command->add_option("--seed", m_sample.seed, "The same seed gives the same bytes");
}

void DataCommands::addCreate() {
    CLI::App* const command = m_host.addForProject("create", "Make a new, empty project", [this](const JobControl&) { create(); });
    command->add_option("--name", m_settings.name, "The shop's name (that of the file)");
    command->add_option("--time-zone", m_settings.timeZone, "IANA name, such as Europe/London (UTC)")
        ->type_name("TZ");
    command->add_option("--country", m_settings.country, "For holidays: CN, DE, FR, GB, JP, US")
        ->type_name("CC");
    command->add_option("--currency", m_settings.currency, "ISO code, such as GBP")->type_name("CUR");
    command->add_option("--week-start", m_weekStart, "First day of the week (monday)")->type_name("DAY");
}

void DataCommands::create() {
    m_settings.weekStart = weekdayOf(m_weekStart);
    if (m_settings.name.empty()) {
        m_settings.name = std::filesystem::path(m_host.projectPath()).stem().string();
    }
    const auto project = OpenProject::create(m_host.projectPath(), m_settings);
    m_host.print(projectFacts(*project->reader(), &project->writer()));
}

void DataCommands::addImport() {
    CLI::App* const command = m_host.addForProject("import", "Import sales, or what else is known: plans, lists, stock, visits, signals",
                                                   [this](const JobControl& job) { import(job); });
    command->add_option("FILE", m_import.files, "CSV, TSV or text, plain or .gz, XLSX, ODS, or a .zip of them; - for standard input; a folder: what is new in it")
        ->required();
    m_import.role.clear();
    command->add_option("--as", m_import.role, "sales, plan, items, locations, stock, behaviour, signals or structure (detected)")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"sales", "plan", "items", "locations", "stock", "behaviour", "signals", "structure"}));
    command
        ->add_option("--map", m_maps,
                     "Take a column for a field; an empty column says the field is not there")
        ->type_name("FIELD=COLUMN")
        ->allow_extra_args(false);
    command->add_option("--encoding", m_import.encoding,
                        "UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5, Shift_JIS, windows-1252 (detected)");
    command->add_option("--preset", m_import.preset, "Take it for the export of this platform, or none (detected by its columns)");
    command->add_option("--date", m_import.dateCounts, "Which day of an order counts (the preset's)")
        ->check(CLI::IsMember({"ordered", "paid", "shipped"}));
    command->add_option("--sheet", m_import.sheet, "Sheet of a workbook: its name or number; \"*\": each (the one with a table)");
    command->add_flag("--skip-hidden-rows", m_import.skipsHiddenRows, "Leave out the rows that the spreadsheet hides");
    command->add_option("--layout", m_import.layout, "long, or wide: days or items side by side (detected)")
        ->check(CLI::IsMember({"long", "wide"}));
    command->add_option("--delimiter", m_import.delimiter, "One character or tab (detected)");
    command->add_option("--decimal", m_import.decimalSeparator, "The decimal mark, . or , (detected)");
    command->add_option("--date-order", m_import.dateFormat, "\"day first\", \"month first\", \"days from 1900\" or \"days from 1904\" (detected)");
    command
        ->add_option_function<std::string>("--week-one", [this](const std::string& day) { m_import.dateFormat = "weeks from " + day; },
                                           "Weeks are bare numbers, and week 1 begins on this day")
        ->type_name("DATE");
    command->add_option("--header-row", m_import.headerRow, "Row with the names of the columns, 1 = first; 0: none (detected)")
        ->check(CLI::Range(0, 1000));
    command->add_flag("--dry-run", m_import.isDryRun, "Read and count, keep nothing");
}

void DataCommands::import(const JobControl& job) {
    m_import.fields = fieldsOf(m_maps);
    const auto project = OpenProject::open(m_host.projectPath());
    const ImportResult result = importFiles(*project, m_import, job);
    m_host.printResult(toText(result), summaryOf(result));
}

void DataCommands::addRejects() {
    CLI::App* const command = m_host.addForProject("rejects", "Write the rejected rows of an import as CSV, to be corrected and imported",
                                                   [this](const JobControl&) { writeRejects(); });
    command->add_option("--import", m_importId, "Number of the import (the last)")->type_name("N");
    command->add_option("--output", m_rejectFile, "The file to write (standard output)")->type_name("FILE.csv");
}

void DataCommands::writeRejects() {
    const auto reader = ProjectReader::open(m_host.projectPath());
    const std::vector<ImportRecord> imports = reader->imports();
    const ImportId import{m_importId != 0 || imports.empty() ? m_importId : imports.back().id.value};
    const std::string text = rejectsAsCsv(*reader, import);
    if (m_rejectFile.empty()) {
        m_host.printResult(text, json{{"import", import.value}, {"csv", text}});
        return;
    }
    std::ofstream file(m_rejectFile, std::ios::binary);
    if (!(file << text << std::flush)) {
        throw Error("export.cannot_write", "Cannot write " + m_rejectFile, "Choose another place.", {{"file", m_rejectFile}});
    }
    m_host.printResult("The rejected rows are in " + m_rejectFile + ".\n", json{{"import", import.value}, {"file", m_rejectFile}});
}

void DataCommands::addUndoImport() {
    CLI::App* const command = m_host.addForProject("undo-import", "Take a whole import back", [this](const JobControl&) { undoImport(); });
    command->add_option("IMPORT", m_importId, "Number of the import, as in info --json")->required();
}

void DataCommands::undoImport() {
    const auto project = OpenProject::open(m_host.projectPath());
    project->writer().undoImport(ImportId{m_importId});
    m_host.printResult("The import is taken back.\n", json{{"import", m_importId}, {"taken_back", true}});
}

}  // namespace

std::unique_ptr<CommandGroup> makeDataCommands(CommandHost& host) {
    return std::make_unique<DataCommands>(host);
}

}  // namespace foresell
