// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/evaluation/run_comparison.h"

namespace foresell {

/// Some runs side by side: a sentence that says which is best, a table of what differs, and their curves.
class ComparisonDialog : public QDialog {
    Q_OBJECT

public:
    /// Two finished runs at least.
    ComparisonDialog(const std::vector<ComparedRun>& runs, QWidget* parent);

    /// "Run 3 is best: it missed by 41.2% of the units sold."
    static QString sentence(const RunComparison& comparison);
};

}  // namespace foresell
