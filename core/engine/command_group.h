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
    /// A command whose first argument is the project file.
    virtual CLI::App* addForProject(const std::string& name, const std::string& text, Action action) = 0;
    virtual const std::string& projectPath() const = 0;
    /// Writes the result, as text or as JSON as the user has asked for.
    virtual void printResult(const std::string& text, const nlohmann::json& asJson) = 0;
    /// Of the program, where it is not 0 though nothing was thrown.
    virtual void setStatus(int status) = 0;
};

/// Commands that belong together, with what their arguments say.
class CommandGroup {
public:
    virtual ~CommandGroup() = default;
};

/// import-db
std::unique_ptr<CommandGroup> makeDatabaseCommands(CommandHost& host);
/// lines
std::unique_ptr<CommandGroup> makeLineCommands(CommandHost& host);
/// erase, retain
std::unique_ptr<CommandGroup> makePrivacyCommands(CommandHost& host);

}  // namespace foresell
