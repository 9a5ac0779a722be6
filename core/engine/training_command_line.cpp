// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/steered_job.h"
#include "core/engine/text_output.h"
#include "core/engine/training_arguments.h"
#include "core/evaluation/choice_words.h"

namespace foresell {

namespace {

using nlohmann::json;

class TrainingCommands : public CommandGroup {
public:
    explicit TrainingCommands(CommandHost& host) : m_host(host) {
        addTrain();
        addModels();
        addRuns();
        addJobs();
        addModelFiles();
    }

private:
    void addTrain();
    void addModels();
    void addRuns();
    void addJobs();
    void addModelFiles();
    void train(const JobControl& job);
    void tellRuns();
    void steer();
    void tell(const TrainingOutcome& outcome);

    CommandHost& m_host;
    TrainingArguments m_arguments;
    std::string m_origin;
    int m_resumeRun = 0;
    bool m_onlyEstimates = false;
    bool m_pauses = false, m_resumes = false, m_finishes = false;
    int m_use = 0, m_remove = 0;
    CompareRequest m_compare;
    ModelExportRequest m_modelExport;
    ModelImportRequest m_modelImport;
};

void TrainingCommands::addTrain() {
    CLI::App* const command = m_host.addForProject("train", "Train, judge against simple methods and forecast",
                                                   [this](const JobControl& job) { train(job); });
    TrainingOptions& options = m_arguments.options();
    command
        ->add_option("--origin", m_origin, "Forget what happened after this day (the last complete period)")
        ->type_name("DATE");
    command->add_flag("--estimate", m_onlyEstimates, "Tell what it would cost in time and memory, and train nothing");
    CLI::Option* const resume =
        command->add_option("--resume", m_resumeRun, "Go on with a run that was interrupted")->type_name("RUN");
    command->add_option("--from", options.fromRun, "Learn on from this run's network with what came since, instead of anew")
        ->type_name("RUN")
        ->check(CLI::PositiveNumber)
        ->excludes(resume);
    command->add_option("--search", options.searchSeconds, "First look so long for good options of the network")
        ->type_name("SECONDS")
        ->check(CLI::PositiveNumber)
        ->excludes(resume);
    m_arguments.addModel(*command);
    m_arguments.addOptions(*command);
    command->footer(
        "While it runs, `foresell-cli jobs PROJECT` tells how far it is; with --pause, --resume or --finish it waits, goes on, or stops\n"
        "and keeps the best so far. Ctrl+C gives it up and keeps nothing.");
}

void TrainingCommands::addModels() {
    m_host.add("models", "List the models that can be trained, with what each does", [this](const JobControl&) {
        std::string text = "auto\n  Tries the usual ones, and keeps what misses by least on sales that none of them has seen.\n";
        json models = json::array();
        for (const ChoiceWords& model : modelWords()) {
            const bool isUsual = std::ranges::count(usualMethods(), model.name) > 0;
            text += model.name + (isUsual ? "  (one of the usual ones)\n  " : "\n  ") + model.words + '\n';
            models.push_back({{"name", model.name}, {"words", model.words}, {"is_usual", isUsual}, {"is_network", isNetwork(model.name)}});
        }
        m_host.printResult(text, {{"models", models}});
    });
}

void TrainingCommands::train(const JobControl& job) {
    TrainingOptions options = m_arguments.chosen();
    if (!m_origin.empty()) {
        options.origin = fromIso(m_origin);
        if (!options.origin) {
            throw Error("option.origin", "\"" + m_origin + "\" is no date", "Write it as 2011-12-09.");
        }
    }
    const auto project = OpenProject::open(m_host.projectPath());
    if (m_resumeRun != 0) {
        options = optionsOfRun(*project->reader(), m_resumeRun);
    }
    if (m_onlyEstimates) {
        m_host.print(estimateRun(*project->reader(), options, job));
        return;
    }
    m_host.hint("While it runs, in another terminal: foresell-cli jobs " + m_host.projectPath() + " --pause, --resume, or --finish to stop and keep the best.");
    const SteeredJob steered(project->path(), "train", job);
    tell(m_resumeRun != 0 ? resumeRun(*project, m_resumeRun, steered.control()) : trainRun(*project, options, steered.control()));
}

void TrainingCommands::tell(const TrainingOutcome& outcome) {
    json asJson = outcome.result;
    asJson["run"] = outcome.run;
    asJson["forecast_run"] = outcome.forecastRun;
    asJson["succession"] = outcome.succession;
    m_host.printResult(toText(outcome), asJson);
}

void TrainingCommands::addRuns() {
    CLI::App* const command = m_host.addForProject("runs", "List the trainings of a project, compare some, remove one, or choose the one that the forecast is made by",
                                                   [this](const JobControl&) { tellRuns(); });
    command->add_option("--compare", m_compare.runs, "Side by side: options that differ, scores, curves")
        ->delimiter(',')
        ->type_name("A,B,...");
    command->add_option("--use", m_use, "Make the forecast by this run from now on")->type_name("RUN")->check(CLI::PositiveNumber);
    command->add_option("--remove", m_remove, "Remove a run that the forecast is not made by")->type_name("RUN")->check(CLI::PositiveNumber);
}

void TrainingCommands::tellRuns() {
    if (m_use != 0) {
        useRun(*OpenProject::open(m_host.projectPath()), m_use);
    }
    if (m_remove != 0) {
        removeRun(*OpenProject::open(m_host.projectPath()), m_remove);
    }
    const auto reader = ProjectReader::open(m_host.projectPath());
    if (!m_compare.runs.empty()) {
        m_host.print(compareRuns(*reader, m_compare));
        return;
    }
    const ProjectFacts facts = projectFacts(*reader, nullptr);
    m_host.printResult(toText(facts.runs, facts.forecastRun), json{{"runs", facts.runs}, {"forecast_run", facts.forecastRun}});
}

void TrainingCommands::addJobs() {
    CLI::App* const command = m_host.addForProject("jobs", "Tell of a training or weekly update that runs on a project; pause or end it",
                                                   [this](const JobControl&) { steer(); });
    CLI::Option* const pause = command->add_flag("--pause", m_pauses, "Let it wait; what it has learnt is kept");
    CLI::Option* const resume = command->add_flag("--resume", m_resumes, "Let it go on")->excludes(pause);
    command->add_flag("--finish", m_finishes, "Stop learning now and keep the best so far")->excludes(pause)->excludes(resume);
    command->footer("It can have been started by `train`, by `refresh` or in the window.");
}

void TrainingCommands::steer() {
    const JobAct act = m_pauses ? JobAct::Pause : m_resumes ? JobAct::Resume : m_finishes ? JobAct::Finish : JobAct::Tell;
    const std::optional<RunningJob> job = askRunningJob(m_host.projectPath(), act);
    if (!job && act != JobAct::Tell) {
        throw Error("jobs.none", "Nothing runs on this project that could be paused or ended.", "A training or a weekly update can, while it runs.");
    }
    json asJson{{"is_running", job.has_value()}};
    if (job) {
        asJson.update(json(*job));
    }
    m_host.printResult(job ? toText(*job) : "Nothing runs on this project.\n", asJson);
}

void TrainingCommands::addModelFiles() {
    CLI::App& family = m_host.addFamily("model", "Carry a trained network to another project");
    CLI::App* const write = m_host.addForProject(family, "export", "Write the network of a run as a file", [this](const JobControl&) {
        m_host.print(exportModel(*ProjectReader::open(m_host.projectPath()), m_modelExport));
    });
    write->add_option("--run", m_modelExport.run, "The run (the newest of a network)");
    write->add_option("-o,--output", m_modelExport.output, "The file to write")->required()->type_name("FILE");
    CLI::App* const read = m_host.addForProject(
        family, "import", "Use a network from a file: forecast with it and keep it as a run",
        [this](const JobControl& job) { tell(importModel(*OpenProject::open(m_host.projectPath()), m_modelImport, job)); });
    read->add_option("FILE", m_modelImport.file, "A file that `model export` wrote")->required();
}

}  // namespace

std::unique_ptr<CommandGroup> makeTrainingCommands(CommandHost& host) {
    return std::make_unique<TrainingCommands>(host);
}

}  // namespace foresell
