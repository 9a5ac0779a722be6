// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/recipe.h"
#include "core/cleaning/sale_source.h"
#include "core/dataset/panel_builder.h"
#include "core/features/feature_facts.h"
#include "core/project/project_reader.h"

namespace foresell {

/// What a panel of a project is to hold beside its sales.
struct ProjectPanelOptions {
    PanelOptions panel;
    int futurePeriods = 0;  ///< known-future covariates reach so far after the history; 0: 28 days, 13
                            ///< weeks or 12 months
    bool usePlan = true;    ///< of the project's plan and calendar; a plan's closed days count in any case
    bool seesComing = true;  ///< the origin is the present: values of signals that are dated later are forecasts that one has
    bool showsAll = false;   ///< also what the person has switched off, and what is off unless asked for
    FeatureSources* sources = nullptr;  ///< to be told where each feature comes from
};

/// The panel of a project: cleaned sales (`cleaned` as cleanSales gave it for the same origin), the plan as it was known
/// at the origin, what was in stock, what people did, signals from around the shop, the calendar of the project's country, and
/// the attributes of items and locations; of all that, what the project's choice of features leaves.
///
/// It depends on sale lines, stock, behaviour and signals dated up to the origin and on plan rows known by then alone, never on dictionary ids or on the
/// order of imports (but that of two plan rows that contradict each other), so that a project that holds nothing later
/// gives the same panel, bit for bit. Panels of several origins agree in their series order, not in their series.
BuiltPanel buildProjectPanel(const ProjectReader& reader, const SaleSource& sales, const CleaningResult& cleaned,
                             const ProjectPanelOptions& options, const JobControl& job);

/// The same, cleaned by `recipe` (null: not at all) as of its own origin: the last complete period up to the origin that
/// is asked for, or of all. This is what every forecast and every origin of a backtest learns from.
BuiltPanel buildCleanPanel(const ProjectReader& reader, const SaleSource& sales, const Recipe* recipe,
                           ProjectPanelOptions options, const JobControl& job);

/// Codes by dictionary id.
PanelCodes readCodes(const ProjectReader& reader);

}  // namespace foresell
