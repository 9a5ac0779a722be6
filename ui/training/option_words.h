// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "core/calendar/period.h"

namespace foresell {

/// The name of an option or metric of a run, as the comparison of runs has it, in plain words; the name itself where there
/// are none.
QString optionLabel(const std::string& name);
/// Its value in plain words: "0" is automatic, "true" is yes.
QString optionValue(const std::string& name, const std::string& value, PeriodKind kind);

QString metricLabel(const std::string& name);
QString metricValue(const std::string& name, double value);

}  // namespace foresell
