// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace foresell {

/// A network that can be chosen for training. `helpId` names the text that explains it to the user.
struct NetworkInfo {
    std::string name;
    std::string helpId;
    int hiddenSize = 0;  ///< used where the options leave it open
    int layers = 0;
    int members = 1;     ///< networks that learn side by side and whose forecasts are averaged
    double learningRate = 0;  ///< for Adam and AdamW
    bool feedsBack = false;    ///< forecasts period by period, each from the ones before
    bool isAutomatic = false;  ///< tried where the choice of the model is left to the program
};

/// A loss that a network can learn by.
struct LossInfo {
    std::string name;
    bool needsPositive = false;  ///< it knows no demand below 0 (net sales with returns)
    bool needsClasses = false;   ///< it learns classes of the logarithm of demand
};

std::vector<NetworkInfo> availableNetworks();
std::vector<LossInfo> availableLosses();
std::vector<std::string> availableActivations();  ///< "auto" first

}  // namespace foresell
