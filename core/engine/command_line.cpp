// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <sstream>

#include "core/base/version.h"
#include "core/engine/calendar_command.h"
#include "core/cleaning/step_catalog.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/import_options.h"
#include "core/engine/interrupt.h"
#include "core/engine/method_registry.h"
#include "core/engine/progress_display.h"
#include "core/engine/service.h"
#include "core/engine/text_output.h"
#include "core/engine/thread_waiting.h"
#include "core/import/rejected_rows.h"
#include "core/networks/networks.h"
#include "core/training/learning_settings.h"

namespace foresell {

namespace {

using nlohmann::json;

constexpr int exitFailed = 1, exitUsage = 2, exitCancelled = 130;

Recipe readRecipe(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const json parsed = json::parse(text.str(), nullptr, false);
    if (!file || parsed.is_discarded()) {
        throw Error("option.recipe", "cannot read a recipe from " + path, "A recipe is a JSON file.",
                    {{"file", path}});
    }
    // A preview as JSON holds its recipe.
    const bool isPreview = parsed.is_object() && parsed.contains("recipe") && parsed.at("recipe").is_object();
    return recipeFromJson(isPreview ? parsed.at("recipe") : parsed);
}

/// "NAME=WHAT" as pairs, in their order; the name ends at the first "=".
std::vector<std::pair<std::string, std::string>> pairsOf(const std::vector<std::string>& texts, const char* option, const std::string& usage) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error(std::string("option.") + option, "\"" + text + "\" has no name before a =", "Write " + usage + ".");
        }
        pairs.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    }
    return pairs;
}

std::vector<std::string> lossNames() {
    std::vector<std::string> names;
    for (const LossInfo& info : availableLosses()) {
        names.push_back(info.name);
    }
    return names;
}

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

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

/// What the arguments say; each command has a function that does it.
class CommandLine : private CommandHost {
public:
    CommandLine();
    int run(int argc, char** argv);

private:
    CLI::App* add(const std::string& name, const std::string& text, Action action);
    CLI::App* addForProject(const std::string& name, const std::string& text, Action action) override;
    const std::string& projectPath() const override { return m_project; }
    void printResult(const std::string& text, const json& asJson) override;
    void setStatus(int status) override { m_status = status; }
    void addSample();
    void addCreate();
    void addImport();
    void addRejects();
    void addClean();
    void addInfo();
    void addCalendar();
    void showCalendar();
    void addFeatures();
    void showFeatures(const JobControl& job);
    void previewClean(const CleaningRequest& request, const JobControl& job);
    json changedLines(const CleaningPreview& preview) const;
    void addTrain();
    void addRuns();
    void addModelFiles();
    void addForecast();
    void addBacktest();
    void addRefresh();
    void addVerify();
    void addModel(CLI::App& command);
    void addTrainingOptions(CLI::App& command);
    void addReport();
    int act();

    template <typename Result>
    void print(const Result& result, const json& asJson);
    template <typename Result>
    void print(const Result& result) {
        print(result, json(result));
    }
    void finishTrainingOptions();

    CLI::App m_app{"Foresell: demand forecasts for shops, made on this computer", "foresell-cli"};
    bool m_isJson = false, m_isQuiet = false;
    std::string m_progress = "auto";
    Action m_action;
    bool m_isService = false;
    int m_status = 0;
    std::vector<std::unique_ptr<CommandGroup>> m_groups;
    ProgressDisplay* m_display = nullptr;

    std::string m_project, m_folder, m_recipe, m_origin, m_weekStart = "monday", m_period = "auto", m_models;
    bool m_isPreview = false, m_listsSteps = false, m_wantsQuality = false;
    std::string m_itemCode, m_itemKind, m_linesOfStep;
    int m_linesLimit = 100;
    int m_resumeRun = 0;
    int m_year = 0;
    CalendarChange m_calendarChange;
    std::string m_weeks;
    int m_fiscalMonth = 0;
    CompareRequest m_compare;
    ModelExportRequest m_modelExport;
    ModelImportRequest m_modelImport;
    std::string m_retrain = "auto";
    FeatureChange m_features;
    ComingValuesRequest m_coming;
    std::vector<std::string> m_formulas, m_fills;
    std::vector<std::string> m_maps;
    SampleRequest m_sample;
    ProjectSettings m_settings;
    ImportRequest m_import;
    std::int32_t m_importId = 0;
    std::string m_rejectFile;
    TrainingOptions m_training;
    bool m_onlyEstimates = false;
    ExportRequest m_export;
    BacktestRequest m_backtest;
};

CommandLine::CommandLine() {
    m_app.set_version_flag("--version", version());
    m_app.require_subcommand(1);
    m_app.fallthrough();
    m_app.add_flag("--json", m_isJson, "Write the result as one JSON object");
    m_app.add_flag("-q,--quiet", m_isQuiet, "Show no progress");
    m_app
        .add_option("--progress", m_progress,
                    "auto (a bar on a terminal), bar, json (lines on standard error) or none")
        ->type_name("STYLE");
    m_app.footer(
        "Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled.\n"
        "`foresell-cli COMMAND --help` tells the options of a command.");
    addSample();
    addCreate();
    addImport();
    addRejects();
    addClean();
    addInfo();
    addCalendar();
    addFeatures();
    addTrain();
    addRuns();
    addModelFiles();
    addForecast();
    addBacktest();
    addRefresh();
    addReport();
    addVerify();
    m_groups.push_back(makeDatabaseCommands(*this));
    m_groups.push_back(makeLineCommands(*this));
    m_groups.push_back(makePrivacyCommands(*this));
    m_app.add_subcommand("serve", "Be the engine of the window: JSON-RPC on standard input and output")
        ->callback([this] { m_isService = true; });
}

CLI::App* CommandLine::add(const std::string& name, const std::string& text, Action action) {
    CLI::App* const command = m_app.add_subcommand(name, text);
    command->callback([this, action = std::move(action)] { m_action = action; });
    return command;
}

CLI::App* CommandLine::addForProject(const std::string& name, const std::string& text, Action action) {
    CLI::App* const command = add(name, text, std::move(action));
    command->add_option("PROJECT", m_project, "The project file")->required();
    return command;
}

void CommandLine::addSample() {
    CLI::App* const command = add("sample", "Write a sample shop's files with known truth",
                                  [this](const JobControl& job) { print(createSample(m_sample, job)); });
    command->add_option("DIR", m_sample.folder, "The folder to write into")->required();
    command->add_option("--items", m_sample.items, "Number of items (60)")->check(CLI::PositiveNumber);
    command->add_option("--locations", m_sample.locations, "Number of locations (2)")
        ->check(CLI::PositiveNumber);
    command->add_option("--days", m_sample.days, "Number of days (730)")->check(CLI::PositiveNumber);
    command->add_option("--seed", m_sample.seed, "The same seed gives the same bytes");
}

void CommandLine::addCreate() {
    CLI::App* const command = addForProject("create", "Make a new, empty project", [this](const JobControl&) {
        m_settings.weekStart = weekdayOf(m_weekStart);
        if (m_settings.name.empty()) {
            m_settings.name = std::filesystem::path(m_project).stem().string();
        }
        const auto project = OpenProject::create(m_project, m_settings);
        print(projectFacts(*project->reader(), &project->writer()));
    });
    command->add_option("--name", m_settings.name, "The shop's name (that of the file)");
    command->add_option("--time-zone", m_settings.timeZone, "IANA name, such as Europe/London (UTC)")
        ->type_name("TZ");
    command->add_option("--country", m_settings.country, "For holidays: CN, DE, FR, GB, JP, US")
        ->type_name("CC");
    command->add_option("--currency", m_settings.currency, "ISO code, such as GBP")->type_name("CUR");
    command->add_option("--week-start", m_weekStart, "First day of the week (monday)")->type_name("DAY");
}

void CommandLine::addImport() {
    CLI::App* const command =
        addForProject("import", "Import sales, or what else is known: plans, lists, stock, visits, signals", [this](const JobControl& job) {
            m_import.fields = fieldsOf(m_maps);
            const auto project = OpenProject::open(m_project);
            const ImportResult result = importFiles(*project, m_import, job);
            print(result, summaryOf(result));
        });
    command->add_option("FILE", m_import.files, "CSV, TSV or text, plain or .gz, XLSX, ODS, or a .zip of them; - for standard input; a folder: what is new in it")
        ->required();
    m_import.role.clear();
    command->add_option("--as", m_import.role, "sales, plan, items, locations, stock, behaviour or signals (detected)")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"sales", "plan", "items", "locations", "stock", "behaviour", "signals"}));
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
    command->add_option("--header-row", m_import.headerRow, "Row with the names of the columns, 1 = first; 0: none (detected)")
        ->check(CLI::Range(0, 1000));
    command->add_flag("--dry-run", m_import.isDryRun, "Read and count, keep nothing");
}

void CommandLine::addRejects() {
    CLI::App* const rejects = addForProject("rejects", "Write the rejected rows of an import as CSV, to be corrected and imported", [this](const JobControl&) {
        const auto reader = ProjectReader::open(m_project);
        const std::vector<ImportRecord> imports = reader->imports();
        const ImportId import{m_importId != 0 || imports.empty() ? m_importId : imports.back().id.value};
        const std::string text = rejectsAsCsv(*reader, import);
        if (m_rejectFile.empty()) {
            m_display->clear();
            const std::string asJson = json{{"import", import.value}, {"csv", text}}.dump(-1, ' ', false, json::error_handler_t::replace) + '\n';
            std::fputs(m_isJson ? asJson.c_str() : text.c_str(), stdout);
            return;
        }
        std::ofstream file(m_rejectFile, std::ios::binary);
        if (!(file << text << std::flush)) {
            throw Error("export.cannot_write", "Cannot write " + m_rejectFile, "Choose another place.", {{"file", m_rejectFile}});
        }
    });
    rejects->add_option("--import", m_importId, "Number of the import (the last)")->type_name("N");
    rejects->add_option("--output", m_rejectFile, "The file to write (standard output)")->type_name("FILE.csv");
    CLI::App* const undo = addForProject("undo-import", "Take a whole import back", [this](const JobControl&) {
        const auto project = OpenProject::open(m_project);
        project->writer().undoImport(ImportId{m_importId});
        m_display->clear();
        std::puts(m_isJson ? json{{"import", m_importId}, {"taken_back", true}}.dump().c_str() : "The import is taken back.");
    });
    undo->add_option("IMPORT", m_importId, "Number of the import, as in info --json")->required();
}

void CommandLine::addClean() {
    CLI::App* const command =
        addForProject("clean", "Clean the sales by the recipe", [this](const JobControl& job) {
            CleaningRequest request;
            if (!m_recipe.empty()) {
                request.recipe = readRecipe(m_recipe);
            }
            if (m_listsSteps) {
                print(StepCatalog{}, json{{"steps", catalogToJson()}});
                return;
            }
            if (m_isPreview) {
                previewClean(request, job);
                return;
            }
            print(applyCleaning(*OpenProject::open(m_project), request, job));
        });
    command->add_option("--recipe", m_recipe, "The steps, as JSON (the project's, else the default ones)")
        ->type_name("FILE");
    command->add_flag("--steps", m_listsSteps, "List every step there is with its options, and do nothing");
    CLI::Option* const preview = command->add_flag("--preview", m_isPreview, "Count what it would do, change nothing");
    command->add_option("--lines", m_linesOfStep, "With --json also the lines that this step changes, the largest first")
        ->type_name("STEP")
        ->needs(preview);
    command->add_option("--limit", m_linesLimit, "How many of them (100)")->check(CLI::Range(1, 1'000'000))->needs(preview);
    command->add_option("--item", m_itemCode, "With --json also the weeks of this item, before and after each step")
        ->type_name("CODE")
        ->needs(preview);
}

json CommandLine::changedLines(const CleaningPreview& preview) const {
    const std::vector<RecipeStep>& steps = preview.recipe().steps;
    const auto step = std::find_if(steps.begin(), steps.end(), [this](const RecipeStep& each) { return each.id == m_linesOfStep; });
    if (step == steps.end()) {
        throw Error("cleaning.no_such_step", "There is no step \"" + m_linesOfStep + "\" in the recipe.",
                    "`clean --steps` lists the steps there are.");
    }
    return preview.changedLines(static_cast<std::size_t>(step - steps.begin()), 0, static_cast<std::size_t>(m_linesLimit));
}

void CommandLine::previewClean(const CleaningRequest& request, const JobControl& job) {
    const auto reader = ProjectReader::open(m_project);
    const auto preview = previewCleaning(*reader, request, job);
    const CleaningSummary summary = CleaningSummary::of(preview->result());
    json asJson = summary;
    asJson["recipe"] = toJson(preview->recipe());
    if (!m_linesOfStep.empty()) {
        asJson["changed_lines"] = changedLines(*preview);
    }
    if (!m_itemCode.empty()) {
        const std::vector<ItemRecord> items = reader->items();
        const auto item = std::find_if(items.begin(), items.end(), [this](const ItemRecord& each) { return each.code == m_itemCode; });
        if (item == items.end()) {
            throw Error("cleaning.no_such_item", "There is no item \"" + m_itemCode + "\".", "Give the code as the sales file has it.");
        }
        asJson["weekly_of_item"] = preview->weeklyOf(item->id.value);
    }
    print(summary, asJson);
}

void CommandLine::addInfo() {
    CLI::App* const command = addForProject("info", "Tell what a project holds", [this](const JobControl& job) {
        const auto reader = ProjectReader::open(m_project);
        const ProjectFacts facts = projectFacts(*reader, nullptr);
        json asJson = facts;
        if (m_wantsQuality) {
            asJson["quality"] = dataQuality(*reader, job);
        }
        if (!m_itemKind.empty()) {
            const std::string kind = m_itemKind == "all" ? std::string() : m_itemKind;
            asJson["items_of_kind"] = itemQuality(*reader, {kind, 100'000}, job);
        }
        print(facts, asJson);
    });
    command->add_option("--items", m_itemKind, "With --json also items: new, ended, gaps (days without sales), sold_out or all")
        ->check(CLI::IsMember({"new", "ended", "gaps", "sold_out", "all"}));
    command->add_flag("--quality", m_wantsQuality, "With --json also what the sales are like over time: span, gaps, months");
}

void CommandLine::showCalendar() {
    if (!m_calendarChange.isEmpty() || !m_weeks.empty() || m_fiscalMonth > 0) {
        const auto project = OpenProject::open(m_project);
        if (!m_calendarChange.isEmpty()) {
            project->writer().setCalendarEdits(toText(changedBy(*project->reader(), m_calendarChange)));
        }
        ProjectSettings settings = project->writer().settings();
        settings.weeks = m_weeks.empty() ? settings.weeks : m_weeks;
        settings.fiscalMonth = m_fiscalMonth > 0 ? m_fiscalMonth : settings.fiscalMonth;
        project->writer().setSettings(settings);
    }
    const auto reader = ProjectReader::open(m_project);
    const int year = m_year > 0 ? m_year : calendarYear(*reader);
    print(calendarFacts(*reader, toDay(year, 1, 1), toDay(year, 12, 31)));
}

void CommandLine::addCalendar() {
    CLI::App* const command = addForProject("calendar", "Show and change the shop's holidays and events",
                                            [this](const JobControl&) { showCalendar(); });
    CalendarChange& change = m_calendarChange;
    command->add_option("--year", m_year, "The year to show (that of the last sale)")->check(CLI::Range(2000, 2100));
    command->add_option("--add", change.add, "Add an event of this name; needs --first")->type_name("NAME");
    command->add_option("--change", change.change, "Change an event; its dates in the year of the main day alone")->type_name("ID");
    command->add_option("--first", change.first, "Its first day")->type_name("DATE");
    command->add_option("--last", change.last, "Its last day (the first)")->type_name("DATE");
    command->add_option("--main", change.main, "Its main day (the last)")->type_name("DATE");
    command->add_option("--phase", change.phases, "presale, opening, burst or encore; may be given several times")
        ->type_name("PHASE=FIRST..LAST")
        ->allow_extra_args(false);
    command->add_option("--channel", change.channels, "Only in this channel; may be given several times")
        ->type_name("CODE")
        ->allow_extra_args(false);
    command->add_option("--lead", change.lead, "Days before the main day on which buying changes");
    command->add_option("--pull-forward", change.pullForward, "Days after it that lack the demand drawn forward");
    command->add_option("--learned", change.isLearned, "Whether forecasts learn its effect: true or false");
    command->add_flag("--yearly", change.isYearly, "An own event comes back on these dates every year");
    command->add_option("--off", change.off, "Neither show nor learn an event")->type_name("ID");
    command->add_option("--on", change.on, "Take it back")->type_name("ID");
    command->add_option("--remove", change.remove, "Forget an own event, or what was changed of another")->type_name("ID");
    command->add_option("--weeks", m_weeks, "How weeks are numbered: none, iso, 4-4-5, 4-5-4, 5-4-4 or nrf")->type_name("SCHEME");
    command->add_option("--fiscal-month", m_fiscalMonth, "Month in which the fiscal year begins")->check(CLI::Range(1, 12));
}

void CommandLine::addFeatures() {
    CLI::App* const command = addForProject("features", "List and choose what forecasts may learn from besides the sales",
                                            [this](const JobControl& job) { showFeatures(job); });
    command->add_option("--enable", m_features.enable, "Use these features")->delimiter(',')->type_name("NAME,...");
    command->add_option("--disable", m_features.disable, "Leave these features out")->delimiter(',')->type_name("NAME,...");
    command->add_option("--derive", m_formulas, "Add a feature computed from others, as margin=\"price - cost\"")
        ->type_name("NAME=FORMULA")
        ->allow_extra_args(false);
    command->add_option("--remove", m_features.remove, "Remove these derived features")->delimiter(',')->type_name("NAME,...");
    command->add_option("--fill", m_fills, "Fill coming values that are not told: hold_last, last_year or none")
        ->type_name("NAME=HOW")
        ->allow_extra_args(false);
    command->add_option("--coming", m_coming.feature, "Show the coming values of a feature instead of the list")->type_name("NAME");
    command->add_flag("--missing", m_coming.onlyMissing, "With --coming only the rows that miss a value");
}

void CommandLine::showFeatures(const JobControl& job) {
    for (const auto& [name, formula] : pairsOf(m_formulas, "derive", "--derive NAME=FORMULA")) {
        m_features.derive.push_back({name, formula});
    }
    for (const auto& [name, how] : pairsOf(m_fills, "fill", "--fill NAME=hold_last")) {
        m_features.fills[name] = how;
    }
    const bool isChange = !m_features.enable.empty() || !m_features.disable.empty() || !m_features.derive.empty() ||
                          !m_features.remove.empty() || !m_features.fills.empty();
    if (isChange) {
        changeFeatures(*OpenProject::open(m_project), m_features, job);
    }
    const auto view = FeatureView::of(*ProjectReader::open(m_project), job);
    if (m_coming.feature.empty()) {
        print(view->list());
    } else {
        print(view->coming(m_coming));
    }
}

void CommandLine::addModel(CLI::App& command) {
    command
        .add_option("--model", m_training.model, "auto, " + listOf(methodNames()) + " (auto)")
        ->type_name("NAME");
}

void CommandLine::addTrainingOptions(CLI::App& command) {
    command.add_option("--period", m_period, "auto, day, week or month")
        ->check(CLI::IsMember({"auto", "day", "week", "month"}));
    command.add_option("--horizon", m_training.horizon, "Periods ahead (28 days, 13 weeks or 12 months)")
        ->check(CLI::Range(1, 2000));
    command.add_option("--loss", m_training.loss, listOf(lossNames()));
    command.add_option("--optimizer", m_training.optimizer, listOf(availableOptimizers()));
    command.add_option("--schedule", m_training.schedule,
                       "Of the learning rate: " + listOf(availableSchedules()));
    command.add_option("--activation", m_training.activation, listOf(availableActivations()));
    command.add_option("--dropout", m_training.dropout, "Share of units left out at random (0.1)")
        ->check(CLI::Range(0.0, 0.94));
    command.add_option("--weight-decay", m_training.weightDecay, "How strongly weights are drawn to 0 (0.01)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_flag("!--no-averaging", m_training.averagesWeights,
                     "Keep the weights of the last step, not their running mean");
    command.add_option("--patience", m_training.patience, "Stop after so many epochs without gain")
        ->check(CLI::Range(1, 100'000));
    command.add_option("--hidden-size", m_training.hiddenSize, "Width of the network")
        ->check(CLI::Range(1, 4096));
    command.add_option("--layers", m_training.layers, "Depth of the network")->check(CLI::Range(1, 16));
    command.add_option("--lookback", m_training.lookback, "Periods that a window sees")
        ->check(CLI::Range(1, 5000));
    command.add_option("--learning-rate", m_training.learningRate, "Highest learning rate")
        ->check(CLI::PositiveNumber);
    command.add_option("--batch-size", m_training.batchSize, "Windows in a step")
        ->check(CLI::Range(1, 65'536));
    command.add_option("--epochs", m_training.epochs, "At most so many")->check(CLI::Range(1, 100'000));
    command
        .add_option("--time-budget", m_training.timeBudgetSeconds,
                    "Stop learning after so many seconds in all")
        ->type_name("SECONDS")
        ->check(CLI::PositiveNumber);
    command.add_option("--seed", m_training.seed, "The same seed gives the same forecast");
    command.add_option("--device", m_training.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command.add_option("--threads", m_training.threads, "All cores, if not given")
        ->check(CLI::Range(1, 1024));
    command.add_flag("!--no-known-future", m_training.useKnownFuture,
                     "Do not use prices, promotions and holidays known ahead");
}

void CommandLine::finishTrainingOptions() {
    m_training.period = m_period == "auto" ? std::nullopt : std::optional(periodFromName(m_period));
    if (!m_origin.empty()) {
        m_training.origin = fromIso(m_origin);
        if (!m_training.origin) {
            throw Error("option.origin", "\"" + m_origin + "\" is no date", "Write it as 2011-12-09.");
        }
    }
}

void CommandLine::addTrain() {
    CLI::App* const command = addForProject(
        "train", "Train, judge against simple methods and forecast", [this](const JobControl& job) {
            finishTrainingOptions();
            const auto project = OpenProject::open(m_project);
            if (m_resumeRun != 0) {
                m_training = optionsOfRun(*project->reader(), m_resumeRun);
            }
            if (m_onlyEstimates) {
                const TrainingCost cost = estimateRun(*project->reader(), m_training, job);
                print(cost, json(cost));
                return;
            }
            const TrainingOutcome outcome = trainRun(*project, m_training, job);
            json asJson = outcome.result;
            asJson["run"] = outcome.run;
            print(outcome, asJson);
        });
    command
        ->add_option("--origin", m_origin, "Forget what happened after this day (the last complete period)")
        ->type_name("DATE");
    command->add_flag("--estimate", m_onlyEstimates, "Tell what it would cost in time and memory, and train nothing");
    CLI::Option* const resume =
        command->add_option("--resume", m_resumeRun, "Go on with a run that was interrupted")->type_name("RUN");
    command->add_option("--from", m_training.fromRun, "Learn on from this run's network with what came since, instead of anew")
        ->type_name("RUN")
        ->check(CLI::PositiveNumber)
        ->excludes(resume);
    command->add_option("--search", m_training.searchSeconds, "First look so long for good options of the network")
        ->type_name("SECONDS")
        ->check(CLI::PositiveNumber)
        ->excludes(resume);
    addModel(*command);
    addTrainingOptions(*command);
}

void CommandLine::addRuns() {
    CLI::App* const command = addForProject("runs", "List the trainings of a project, or compare some", [this](const JobControl&) {
        const auto reader = ProjectReader::open(m_project);
        if (!m_compare.runs.empty()) {
            const RunComparison comparison = compareRuns(*reader, m_compare);
            print(comparison, json(comparison));
            return;
        }
        const std::vector<RunFacts> runs = projectFacts(*reader, nullptr).runs;
        print(runs, json{{"runs", runs}});
    });
    command->add_option("--compare", m_compare.runs, "Side by side: options that differ, scores, curves")
        ->delimiter(',')
        ->type_name("A,B,...");
}

void CommandLine::addModelFiles() {
    CLI::App* const model = m_app.add_subcommand("model", "Carry a trained network to another project");
    model->require_subcommand(1);
    CLI::App* const write = model->add_subcommand("export", "Write the network of a run as a file");
    write->callback([this] {
        m_action = [this](const JobControl&) { print(exportModel(*ProjectReader::open(m_project), m_modelExport)); };
    });
    write->add_option("PROJECT", m_project, "The project file")->required();
    write->add_option("--run", m_modelExport.run, "The run (the newest of a network)");
    write->add_option("-o,--output", m_modelExport.output, "The file to write")->required()->type_name("FILE");
    CLI::App* const read = model->add_subcommand("import", "Use a network from a file: forecast with it and keep it as a run");
    read->callback([this] {
        m_action = [this](const JobControl& job) {
            const TrainingOutcome outcome = importModel(*OpenProject::open(m_project), m_modelImport, job);
            json asJson = outcome.result;
            asJson["run"] = outcome.run;
            print(outcome, asJson);
        };
    });
    read->add_option("PROJECT", m_project, "The project file")->required();
    read->add_option("FILE", m_modelImport.file, "A file that `model export` wrote")->required();
}

void CommandLine::addForecast() {
    CLI::App* const command =
        addForProject("forecast", "Write a run's forecast as CSV", [this](const JobControl& job) {
            const auto reader = ProjectReader::open(m_project);
            const ForecastFacts facts = exportForecast(*reader, m_export, job);
            const ForecastCalendar calendar = forecastCalendar(*reader, facts.run, facts.totals);
            json asJson = facts;
            asJson.update(json(calendar));
            printResult(toText(facts) + toText(calendar), asJson);
        });
    command->add_option("--run", m_export.run, "The run (the newest)");
    command->add_option("--horizon", m_export.horizon, "Periods ahead (those of the run)")
        ->check(CLI::Range(1, 2000));
    command->add_option("--quantiles", m_export.quantiles, "For instance 0.1,0.5,0.9")->delimiter(',');
    command->add_option("-o,--output", m_export.output, "The file to write")
        ->required()
        ->type_name("FILE.csv");
}

void CommandLine::addBacktest() {
    CLI::App* const command =
        addForProject("backtest", "Compare methods over several origins", [this](const JobControl& job) {
            finishTrainingOptions();
            m_backtest.options = m_training;
            m_backtest.horizon = m_training.horizon;
            print(runBacktest(*ProjectReader::open(m_project), m_backtest, job));
        });
    command->add_option("--models", m_backtest.models, "Of " + listOf(methodNames()) + " (" + listOf(usualMethods()) + ")")
        ->delimiter(',')
        ->type_name("A,B,...");
    command->add_option("--origins", m_backtest.origins, "Number of origins (3)")->check(CLI::Range(1, 1000));
    command->add_option("--step", m_backtest.step, "Periods between origins (the horizon)")
        ->check(CLI::Range(1, 10'000));
    command->add_option("-o,--output", m_backtest.output, "Every score as CSV")->type_name("FILE.csv");
    addTrainingOptions(*command);
}

void CommandLine::addRefresh() {
    CLI::App* const command =
        addForProject("refresh", "Import what is new in a folder, clean, train and forecast",
                      [this](const JobControl& job) {
                          finishTrainingOptions();
                          print(refreshProject(*OpenProject::open(m_project), {m_folder, m_training, m_retrain}, job));
                      });
    command->add_option("--retrain", m_retrain,
                        "anew, go_on (from the newest run's network) or auto: go on while network and data fit (auto)")
        ->check(CLI::IsMember({"auto", "anew", "go_on"}));
    command->add_option("FOLDER", m_folder, "Where the shop's exports lie")->required();
    command->footer(
        "It trains as the newest run was trained; the options hold where there is none.\n"
        "The report is made by: foresell --report PROJECT --output FILE.pdf");
    addModel(*command);
    addTrainingOptions(*command);
}

void CommandLine::addReport() {
    CLI::App* const command = add("report", "Tells how to make the PDF report", [](const JobControl&) {
        throw Error("report.needs_window",
                    "the PDF report is made by the window program, without opening a window",
                    "Run: foresell --report PROJECT --output FILE.pdf");
    });
    command->add_option("PROJECT", m_project, "The project file");
    command->add_option("-o,--output", m_folder, "The report to write")->type_name("FILE.pdf");
}

void CommandLine::addVerify() {
    addForProject("verify", "Check every part of a project file; rescue what can be read",
                  [this](const JobControl& job) {
                      const VerifyOutcome outcome = verifyProject(m_project, job);
                      print(outcome);
                      m_status = outcome.isSound ? 0 : exitFailed;
                  });
}

template <typename Result>
void CommandLine::print(const Result& result, const json& asJson) {
    printResult(m_isJson ? std::string() : toText(result), asJson);
}

void CommandLine::printResult(const std::string& text, const json& asJson) {
    m_display->clear();
    const std::string output = m_isJson ? asJson.dump(-1, ' ', false, json::error_handler_t::replace) + '\n' : text;
    std::fputs(output.c_str(), stdout);
    std::fflush(stdout);
}

int CommandLine::act() {
    const Interrupt interrupt;
    ProgressDisplay display(progressStyleOf(m_progress, m_isQuiet));
    m_display = &display;
    const JobControl job{interrupt.token(), display.callback(), nullptr, nullptr};
    m_action(job);
    return m_status;
}

int CommandLine::run(int argc, char** argv) {
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return m_app.exit(error) == 0 ? 0 : exitUsage;
    }
    try {
        return m_isService ? Service().run() : act();
    } catch (const Cancelled&) {
        std::fputs("Cancelled.\n", stderr);
        return exitCancelled;
    } catch (const Error& error) {
        std::fprintf(stderr, "foresell-cli: %s\n", error.what());
        if (!error.hint().empty()) {
            std::fprintf(stderr, "%s\n", error.hint().c_str());
        }
        const bool isUsage = error.code().starts_with("option.") || error.code() == "training.unknown_model";
        return isUsage ? exitUsage : exitFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "foresell-cli: %s\n", error.what());
        return exitFailed;
    }
}

}  // namespace

int runCommandLine(int argc, char** argv) {
    makeThreadsWaitPatiently(argv);
    return CommandLine().run(argc, argv);
}

}  // namespace foresell
