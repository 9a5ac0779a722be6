// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/forecaster.h"

namespace foresell {

/// The names of the simple methods, as on the command line; the first is the one to beat.
const std::vector<std::string>& simpleMethods();

/// Those that every training is judged against: good on most data and quick.
const std::vector<std::string>& standardMethods();

/// Those that learn for a while from all series together, as networks do, and are judged against the others.
const std::vector<std::string>& learningMethods();

/// What the methods that learn for a while go by.
struct SimpleMethodOptions {
    std::uint64_t seed = 1;
    int threads = 0;               ///< 0: all cores
    double timeBudgetSeconds = 0;  ///< of a fit; 0: none
};

/// Null for any other name.
std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name, const SimpleMethodOptions& options = {});
/// A method from what its `save` gave; null where that is no simple method's. The bytes may come from outside. Throws Error
/// "model.damaged" and "model.other_version".
std::unique_ptr<Forecaster> loadSimpleMethod(std::string_view bytes);

}  // namespace foresell
