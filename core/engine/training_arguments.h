// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/evaluation/training_options.h"

namespace CLI {
class App;
}

namespace foresell {

/// The arguments that every command which trains has.
class TrainingArguments {
public:
    void addModel(CLI::App& command);
    void addOptions(CLI::App& command);
    /// What the arguments set, for a command to bind further ones to.
    TrainingOptions& options() { return m_options; }
    /// What the arguments of addModel and addOptions say, once they are read.
    TrainingOptions chosen() const;

private:
    TrainingOptions m_options;
    std::string m_period = "auto";
};

/// "a, b, c"
std::string listOf(const std::vector<std::string>& names);

}  // namespace foresell
