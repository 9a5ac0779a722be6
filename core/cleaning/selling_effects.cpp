// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/selling_effects.h"

#include <algorithm>
#include <cmath>

namespace foresell {
namespace {

constexpr double smallestLift = 0.5, largestLift = 20;
/// On the average of many studies 2.6: Bijmolt, van Heerde and Pieters, Journal of Marketing Research 42, 2005.
constexpr double largestElasticity = 3;
constexpr double elasticityDrawnBy = 2;  ///< 1 / variance

}  // namespace

double SellingEffects::of(SaleDayKind kind, double dearer) const {
    return liftOf(kind) * (dearer == 0 || elasticity == 0 ? 1 : std::exp(-elasticity * dearer));
}

void EffectEvidence::add(SaleDayKind kind, double dearer, double demand, double expected, const SellingEffects& assumed) {
    const auto each = static_cast<std::size_t>(kind);
    m_demand[each] += demand;
    m_usual[each] += expected / assumed.lift[each];
    m_priceScore -= dearer * (demand - expected);
    m_priceInformation += dearer * dearer * expected;
}

void EffectEvidence::add(const EffectEvidence& other) {
    for (std::size_t each = 0; each < m_demand.size(); ++each) {
        m_demand[each] += other.m_demand[each];
        m_usual[each] += other.m_usual[each];
    }
    m_priceScore += other.m_priceScore;
    m_priceInformation += other.m_priceInformation;
}

SellingEffects EffectEvidence::improved(const SellingEffects& before, const SellingEffects& general, double drawnByUnits) const {
    SellingEffects effects;
    for (const SaleDayKind kind : {SaleDayKind::Promoted, SaleDayKind::AfterPromotion}) {
        const auto each = static_cast<std::size_t>(kind);
        const double lift = (m_demand[each] + drawnByUnits * general.lift[each]) / (m_usual[each] + drawnByUnits);
        effects.lift[each] = std::clamp(lift, smallestLift, largestLift);
    }
    const double score = m_priceScore + elasticityDrawnBy * (general.elasticity - before.elasticity);
    effects.elasticity = std::clamp(before.elasticity + score / (m_priceInformation + elasticityDrawnBy), 0.0, largestElasticity);
    return effects;
}

}  // namespace foresell
