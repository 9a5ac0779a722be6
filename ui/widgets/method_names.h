// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "core/calendar/period.h"

namespace foresell {

/// The name of a method in plain words, as the source text of a translation in context "Method".
const char* methodSource(const std::string& method, PeriodKind kind);
QString methodName(const std::string& method, PeriodKind kind);
/// The same at the start of a sentence or as a label.
QString methodLabel(const std::string& method, PeriodKind kind);

/// What a method does and when it is good, in a sentence or two; empty for the automatic choice.
QString methodHelp(const std::string& method);

/// "13 weeks", "28 days" in the window's language.
QString periodsText(int count, PeriodKind kind);

}  // namespace foresell
