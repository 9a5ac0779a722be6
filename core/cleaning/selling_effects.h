// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace foresell {

/// A promotion brings demand forward, so that the days after it sell less (van Heerde, Leeflang and Wittink, "The estimation
/// of pre- and postpromotion dips with store-level scanner data", Journal of Marketing Research 37, 2000).
enum class SaleDayKind : std::uint8_t { Usual, Promoted, AfterPromotion };

/// What promotions and prices do to the demand for an item, a group of items or the shop.
struct SellingEffects {
    std::array<double, 3> lift = {1, 1, 1};  ///< of a day of each kind, in times of a usual one
    double elasticity = 0;                   ///< per cent less for a price higher by one per cent

    double liftOf(SaleDayKind kind) const { return lift[static_cast<std::size_t>(kind)]; }
    /// `dearer`: logarithm of the price over the usual one of such days. Constant elasticity, as in SCAN*PRO (van Heerde,
    /// Leeflang and Wittink, "How promotions work", Schmalenbach Business Review 54, 2002).
    double of(SaleDayKind kind, double dearer) const;
};

/// What days say of the effects: their demand beside what was expected of it.
class EffectEvidence {
public:
    /// `expected` is positive, with the effects that were assumed.
    void add(SaleDayKind kind, double dearer, double demand, double expected, const SellingEffects& assumed);
    void add(const EffectEvidence& other);

    /// A step towards the effects from those before: lifts drawn towards `general` by this many units of usual demand
    /// (the mean of a Gamma law under Poisson sales), the elasticity by Newton's step with a normal law around it.
    SellingEffects improved(const SellingEffects& before, const SellingEffects& general, double drawnByUnits) const;

private:
    std::array<double, 3> m_demand{}, m_usual{};
    double m_priceScore = 0, m_priceInformation = 0;
};

}  // namespace foresell
