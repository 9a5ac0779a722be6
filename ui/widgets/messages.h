// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/error.h"

namespace foresell {

/// The message of an error in the window's language, and what to do next. An error without a translation of its own
/// keeps the engine's English.
QString errorText(const Error& error);
QString errorHint(const Error& error);

/// Numbers as the look writes them: "1,234", true minus, "12.5 k" / "1.2万".
QString numberText(double value, int decimals = 0);
QString shortNumberText(double value);
/// "+49%", "−5%", "> 200%".
QString changeText(double ratio);
QString percentText(double share, int decimals = 0);

}  // namespace foresell
