// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "core/base/error.h"
#include "core/engine/calendar_command.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/steered_job.h"
#include "core/engine/text_output.h"
#include "core/engine/training_arguments.h"

namespace foresell {

namespace {

using nlohmann::json;

class ForecastCommands : public CommandGroup {
public:
    explicit ForecastCommands(CommandHost& host) : m_host(host) {
        addForecast();
        addAnomalies();
        addBacktest();
        addRefresh();
    }

private:
    void addForecast();
    void addAnomalies();
    void addBacktest();
    void addRefresh();
    void forecast(const JobControl& job);
    void backtest(const JobControl& job);
    void refresh(const JobControl& job);

    CommandHost& m_host;
    TrainingArguments m_arguments;
    ExportRequest m_export;
    BacktestRequest m_backtest;
    int m_unusualRun = 0;
    std::string m_folder, m_retrain = "auto";
};

void ForecastCommands::addForecast() {
    CLI::App* const command =
        m_host.addForProject("forecast", "Write a run's forecast as CSV", [this](const JobControl& job) { forecast(job); });
    command->add_option("--run", m_export.run, "The run (the one in use)");
    command->add_option("--horizon", m_export.horizon, "Periods ahead (those of the run)")
        ->check(CLI::Range(1, 2000));
    command->add_option("--quantiles", m_export.quantiles, "For instance 0.1,0.5,0.9")->delimiter(',');
    command->add_flag("--sizes", m_export.sizes, "Each style as its sizes, shared out by its size curve");
    command->add_option("-o,--output", m_export.output, "The file to write")
        ->required()
        ->type_name("FILE.csv");
}

void ForecastCommands::forecast(const JobControl& job) {
    const auto reader = ProjectReader::open(m_host.projectPath());
    const ForecastFacts facts = exportForecast(*reader, m_export, job);
    const ForecastCalendar calendar = forecastCalendar(*reader, facts.run, facts.totals);
    json asJson = facts;
    asJson.update(json(calendar));
    m_host.printResult(toText(facts) + toText(calendar), asJson);
}

void ForecastCommands::addAnomalies() {
    CLI::App* const command = m_host.addForProject("anomalies", "List the items whose latest weeks are unlike their usual course", [this](const JobControl&) {
        m_host.print(unusualItems(*ProjectReader::open(m_host.projectPath()), m_unusualRun));
    });
    command->add_option("--run", m_unusualRun, "A run of the autoencoder (the newest)")->check(CLI::PositiveNumber);
}

void ForecastCommands::addBacktest() {
    CLI::App* const command =
        m_host.addForProject("backtest", "Compare methods over several origins", [this](const JobControl& job) { backtest(job); });
    command->add_option("--models", m_backtest.models, "Of " + listOf(methodNames()) + " (" + listOf(usualMethods()) + ")")
        ->delimiter(',')
        ->type_name("A,B,...");
    command->add_option("--origins", m_backtest.origins, "Number of origins (3)")->check(CLI::Range(1, 1000));
    command->add_option("--step", m_backtest.step, "Periods between origins (the horizon)")
        ->check(CLI::Range(1, 10'000));
    command->add_option("-o,--output", m_backtest.output, "Every score as CSV")->type_name("FILE.csv");
    m_arguments.addOptions(*command);
}

void ForecastCommands::backtest(const JobControl& job) {
    m_backtest.options = m_arguments.chosen();
    m_backtest.horizon = m_backtest.options.horizon;
    m_host.print(runBacktest(*ProjectReader::open(m_host.projectPath()), m_backtest, job));
}

void ForecastCommands::addRefresh() {
    CLI::App* const command = m_host.addForProject("refresh", "Import what is new in a folder, clean, train and forecast",
                                                   [this](const JobControl& job) { refresh(job); });
    command->add_option("--retrain", m_retrain,
                        "anew, go_on (from the network in use) or auto: go on while network and data fit (auto)")
        ->check(CLI::IsMember({"auto", "anew", "go_on"}));
    command->add_option("FOLDER", m_folder, "Where the shop's exports lie")->required();
    command->footer(
        "It trains as the run in use was trained; the options hold where there is none.\n"
        "The report is made by: foresell --report PROJECT --output FILE.pdf");
    m_arguments.addModel(*command);
    m_arguments.addOptions(*command);
}

void ForecastCommands::refresh(const JobControl& job) {
    const auto project = OpenProject::open(m_host.projectPath());
    const SteeredJob steered(project->path(), "refresh", job);
    m_host.print(refreshProject(*project, {m_folder, m_arguments.chosen(), m_retrain}, steered.control()));
}

}  // namespace

std::unique_ptr<CommandGroup> makeForecastCommands(CommandHost& host) {
    return std::make_unique<ForecastCommands>(host);
}

}  // namespace foresell
