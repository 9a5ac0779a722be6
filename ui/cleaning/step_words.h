// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/protocol/cleaning_messages.h"

namespace foresell {

/// What the steps of cleaning, their options and findings are called, in the window's language.
class StepWords {
    Q_DECLARE_TR_FUNCTIONS(foresell::StepWords)

public:
    /// "Exact repeats"; of a step in a recipe the person's own name where it has one.
    static QString name(const std::string& id);
    static QString name(const RecipeStep& step);
    /// What the step is for, a sentence.
    static QString purpose(const std::string& id);
    /// What it found: "5,268 lines, the same order line again".
    static QString note(const CleaningStepResult& step);
    /// What else it learnt: "half of the returns come within 6 days"; may be empty.
    static QString findings(const CleaningStepResult& step);
    /// Why a line was changed: "cancelled by C581484".
    static QString reason(const ChangedLine& line);

    static QString option(const std::string& step, const std::string& option);
    static QString optionHelp(const std::string& step, const std::string& option);
    static QString choice(const std::string& step, const std::string& option, const std::string& choice);
    static QString column(const std::string& column);
};

}  // namespace foresell
