// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/protocol/project_messages.h"

namespace foresell {

/// Which method is better on unseen sales, in one sentence.
QString verdictText(const RunResult& result);

/// "failed", "interrupted", "running"; empty for one that is done.
QString runStateText(const RunFacts& run);
/// Why it failed, in the window's language; empty where it did not.
QString runErrorText(const RunFacts& run);
/// Why there is no curve of the error to show.
QString noCurveText(const RunFacts& run);
/// "Processor" or "Graphics card" of "cpu" or "cuda:0".
QString deviceText(const std::string& device);

/// Why the forecast stays with the run in use although `newer` has ended since: a sentence, and what there is to know.
struct KeptRunText {
    QString head, text;
};
KeptRunText keptRunText(const RunFacts& inUse, const RunFacts& newer);

}  // namespace foresell
