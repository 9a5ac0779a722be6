// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/text_output.h"
#include "core/engine/training_arguments.h"

namespace foresell {

namespace {

using nlohmann::json;

class TrainingCommands : public CommandGroup {
public:
    explicit TrainingCommands(CommandHost& host) : m_host(host) {
        addTrain();
        addRuns();
        addModelFiles();
    }

private:
    void addTrain();
    void addRuns();
    void addModelFiles();
    void train(const JobControl& job);
    void tellRuns();
    void tell(const TrainingOutcome& outcome);

    CommandHost& m_host;
    TrainingArguments m_arguments;
    std::string m_origin;
    int m_resumeRun = 0;
    bool m_onlyEstimates = false;
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
    tell(trainRun(*project, options, job));
}

void TrainingCommands::tell(const TrainingOutcome& outcome) {
    json asJson = outcome.result;
    asJson["run"] = outcome.run;
    m_host.printResult(toText(outcome), asJson);
}

void TrainingCommands::addRuns() {
    CLI::App* const command = m_host.addForProject("runs", "List the trainings of a project, or compare some",
                                                   [this](const JobControl&) { tellRuns(); });
    command->add_option("--compare", m_compare.runs, "Side by side: options that differ, scores, curves")
        ->delimiter(',')
        ->type_name("A,B,...");
}

void TrainingCommands::tellRuns() {
    const auto reader = ProjectReader::open(m_host.projectPath());
    if (!m_compare.runs.empty()) {
        m_host.print(compareRuns(*reader, m_compare));
        return;
    }
    const std::vector<RunFacts> runs = projectFacts(*reader, nullptr).runs;
    m_host.printResult(toText(runs), json{{"runs", runs}});
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
