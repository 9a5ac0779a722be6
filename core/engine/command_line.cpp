// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/interrupt.h"
#include "core/engine/progress_display.h"
#include "core/engine/service.h"
#include "core/engine/text_output.h"
#include "core/engine/thread_waiting.h"

namespace foresell {

namespace {

using nlohmann::json;

constexpr int exitFailed = 1, exitUsage = 2, exitCancelled = 130;

/// What holds for every command; the commands themselves are added by their groups.
class CommandLine : private CommandHost {
public:
    CommandLine();
    int run(int argc, char** argv);

private:
    CLI::App* add(const std::string& name, const std::string& text, Action action) override;
    CLI::App* addForProject(const std::string& name, const std::string& text, Action action) override;
    CLI::App& addFamily(const std::string& name, const std::string& text) override;
    CLI::App* addForProject(CLI::App& family, const std::string& name, const std::string& text, Action action) override;
    const std::string& projectPath() const override { return m_project; }
    void printResult(const std::string& text, const json& asJson) override;
    void hint(const std::string& text) override;
    void setStatus(int status) override { m_status = status; }
    CLI::App* addTo(CLI::App& parent, const std::string& name, const std::string& text, Action action);
    void addReport();
    void addVerify();
    std::string unknownWord() const;
    int act();

    CLI::App m_app{"Foresell: demand forecasts for shops, made on this computer", "foresell-cli"};
    bool m_isJson = false, m_isQuiet = false;
    std::string m_progress = "auto";
    std::string m_project, m_report;
    Action m_action;
    bool m_isService = false;
    int m_status = 0;
    std::vector<std::unique_ptr<CommandGroup>> m_groups;
    ProgressDisplay* m_display = nullptr;
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
    m_groups.push_back(makeDataCommands(*this));
    m_groups.push_back(makeCleaningCommands(*this));
    m_groups.push_back(makeFeatureCommands(*this));
    m_groups.push_back(makeTrainingCommands(*this));
    m_groups.push_back(makeForecastCommands(*this));
    addReport();
    addVerify();
    m_groups.push_back(makeDatabaseCommands(*this));
    m_groups.push_back(makeLineCommands(*this));
    m_groups.push_back(makePrivacyCommands(*this));
    m_app.add_subcommand("serve", "Be the engine of the window: JSON-RPC on standard input and output")
        ->callback([this] { m_isService = true; });
}

CLI::App* CommandLine::addTo(CLI::App& parent, const std::string& name, const std::string& text, Action action) {
    CLI::App* const command = parent.add_subcommand(name, text);
    command->callback([this, action = std::move(action)] { m_action = action; });
    return command;
}

CLI::App* CommandLine::add(const std::string& name, const std::string& text, Action action) {
    return addTo(m_app, name, text, std::move(action));
}

CLI::App* CommandLine::addForProject(const std::string& name, const std::string& text, Action action) {
    return addForProject(m_app, name, text, std::move(action));
}

CLI::App& CommandLine::addFamily(const std::string& name, const std::string& text) {
    return *m_app.add_subcommand(name, text)->require_subcommand(1);
}

CLI::App* CommandLine::addForProject(CLI::App& family, const std::string& name, const std::string& text, Action action) {
    CLI::App* const command = addTo(family, name, text, std::move(action));
    command->add_option("PROJECT", m_project, "The project file")->required();
    return command;
}

void CommandLine::addReport() {
    CLI::App* const command = add("report", "Tells how to make the PDF report", [](const JobControl&) {
        throw Error("report.needs_window",
                    "the PDF report is made by the window program, without opening a window",
                    "Run: foresell --report PROJECT --output FILE.pdf");
    });
    command->add_option("PROJECT", m_project, "The project file");
    command->add_option("-o,--output", m_report, "The report to write")->type_name("FILE.pdf");
}

void CommandLine::addVerify() {
    addForProject("verify", "Check every part of a project file; rescue what can be read",
                  [this](const JobControl& job) {
                      const VerifyOutcome outcome = verifyProject(m_project, job);
                      print(outcome);
                      setStatus(outcome.isSound ? 0 : exitFailed);
                  });
}

void CommandLine::printResult(const std::string& text, const json& asJson) {
    m_display->clear();
    const std::string output = m_isJson ? asJson.dump(-1, ' ', false, json::error_handler_t::replace) + '\n' : text;
    std::fputs(output.c_str(), stdout);
    std::fflush(stdout);
}

void CommandLine::hint(const std::string& text) {
    if (m_display->isBar()) {
        std::fprintf(stderr, "%s\n", text.c_str());
    }
}

int CommandLine::act() {
    const Interrupt interrupt;
    ProgressDisplay display(progressStyleOf(m_progress, m_isQuiet));
    m_display = &display;
    const JobControl job{interrupt.token(), display.callback(), nullptr, nullptr};
    m_action(job);
    return m_status;
}

/// What was given and is not known, in a sentence; empty where all is.
std::string CommandLine::unknownWord() const {
    const std::vector<std::string> left = m_app.remaining(true);
    if (left.empty()) {
        return {};
    }
    const auto option = std::ranges::find_if(left, [](const std::string& word) { return word.starts_with('-'); });
    if (m_app.get_subcommands().empty()) {
        return option == left.begin() ? "foresell-cli: there is no option " + *option + "." : "foresell-cli: there is no command " + left.front() + ".";
    }
    const std::string command = m_app.get_subcommands().front()->get_name();
    return option != left.end() ? "foresell-cli: " + command + " has no option " + *option + "."
                                : "foresell-cli: " + command + " does not know what to do with \"" + left.front() + "\".";
}

int CommandLine::run(int argc, char** argv) {
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (const std::string unknown = unknownWord(); !unknown.empty() && (m_app.get_subcommands().empty() || error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))) {
            std::fprintf(stderr, "%s\n`foresell-cli --help` lists the commands, `foresell-cli COMMAND --help` their options.\n", unknown.c_str());
            return exitUsage;
        }
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
        const bool isUsage = error.code().starts_with("option.") || error.code() == "training.unknown_model" || error.code() == "training.option";
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
