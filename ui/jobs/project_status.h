// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/protocol/project_messages.h"
#include "ui/widgets/page.h"

namespace foresell {

/// Where a project stands while no job runs: "Forecast is up to date", "Sales are 5 days newer".
struct ProjectStatus {
    QString glyph;  ///< of stateGlyph; empty: none
    QString text, detail;
};

ProjectStatus statusOf(const ProjectFacts& facts);
/// True where a whole period of sales has come since the forecast was made.
bool isForecastOutdated(const ProjectFacts& facts);
/// The page on which the work goes on.
PageId nextPage(const ProjectFacts& facts);

}  // namespace foresell
