// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "core/evaluation/run_result.h"

namespace foresell {

/// The name of an option or metric of a run, as the comparison of runs has it, in plain words; the name itself where there
/// are none.
QString optionLabel(const std::string& name);
/// Its value in plain words: "0" is automatic, and what that came to in the run where it tells; "true" is yes.
QString optionValue(const std::string& name, const std::string& value, const RunResult& result);

QString metricLabel(const std::string& name);
/// What the metric says; empty where its name says enough.
QString metricHelp(const std::string& name);
QString metricValue(const std::string& name, double value);

}  // namespace foresell
