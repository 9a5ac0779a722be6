// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/job.h"

namespace CLI {
class App;
}

namespace foresell {

/// The command line as a group of its commands sees it.
class CommandHost {
public:
    using Action = std::function<void(const JobControl& job)>;

    virtual ~CommandHost() = default;
    virtual CLI::App* add(const std::string& name, const std::string& text, Action action) = 0;
    /// A command whose first argument is the project file.
    virtual CLI::App* addForProject(const std::string& name, const std::string& text, Action action) = 0;
    /// A word that stands before the names of commands, as `model` in `model export`.
    virtual CLI::App& addFamily(const std::string& name, const std::string& text) = 0;
    virtual CLI::App* addForProject(CLI::App& family, const std::string& name, const std::string& text, Action action) = 0;
    virtual const std::string& projectPath() const = 0;
    /// Writes the result, as text or as JSON as the user has asked for.
    virtual void printResult(const std::string& text, const nlohmann::json& asJson) = 0;
    /// Tells a person at a terminal what else can be done; nothing where no bar is shown.
    virtual void hint(const std::string& text) = 0;
    /// Of the program, where it is not 0 though nothing was thrown.
    virtual void setStatus(int status) = 0;

    template <typename Result>
    void print(const Result& result) {
        printResult(toText(result), result);
    }
};

/// Commands that belong together, with what their arguments say.
class CommandGroup {
public:
    virtual ~CommandGroup() = default;
};

/// sample, create, import, rejects, undo-import
std::unique_ptr<CommandGroup> makeDataCommands(CommandHost& host);
/// clean, info
std::unique_ptr<CommandGroup> makeCleaningCommands(CommandHost& host);
/// calendar, features
std::unique_ptr<CommandGroup> makeFeatureCommands(CommandHost& host);
/// train, models, runs, jobs, model
std::unique_ptr<CommandGroup> makeTrainingCommands(CommandHost& host);
/// forecast, anomalies, backtest, refresh
std::unique_ptr<CommandGroup> makeForecastCommands(CommandHost& host);
/// import-db
std::unique_ptr<CommandGroup> makeDatabaseCommands(CommandHost& host);
/// lines
std::unique_ptr<CommandGroup> makeLineCommands(CommandHost& host);
/// erase, retain
std::unique_ptr<CommandGroup> makePrivacyCommands(CommandHost& host);

}  // namespace foresell
