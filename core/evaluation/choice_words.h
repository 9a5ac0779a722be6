// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace foresell {

/// A choice by its name at the shell, with what it means in a sentence for people who know their shop and no statistics.
struct ChoiceWords {
    std::string name;
    std::string words;
};

/// Every model but "auto"; the window says the same (a test compares them).
const std::vector<ChoiceWords>& modelWords();
const std::vector<ChoiceWords>& lossWords();
const std::vector<ChoiceWords>& optimizerWords();
const std::vector<ChoiceWords>& scheduleWords();
const std::vector<ChoiceWords>& activationWords();

}  // namespace foresell
