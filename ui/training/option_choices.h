// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace foresell {

/// One of the values that an option of a training may have, and what choosing it means, in plain words.
struct OptionChoice {
    std::string value;  ///< as TrainingOptions has it
    QString label, help;
};

/// Of "loss", "optimizer", "schedule", "activation", "normalisation", "normalisation_scope", "averages_weights" and
/// "precision"; empty for any other option. The usual choice comes first.
std::vector<OptionChoice> optionChoices(const std::string& option);

}  // namespace foresell
