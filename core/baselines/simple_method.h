// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/dataset/forecaster.h"

namespace foresell {

/// The names of the simple methods, as on the command line; the first is the one to beat.
const std::vector<std::string>& simpleMethods();

/// Those that every training is judged against: good on most data and quick.
const std::vector<std::string>& standardMethods();

/// Null for any other name.
std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name);

}  // namespace foresell
