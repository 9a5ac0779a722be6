// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace foresell {

/// How far a network's mean is to be believed: it is drawn towards the series' level, the mean of its last periods, by the
/// share that makes the squared errors of the validation periods least (a stacking of two forecasts by least squares,
/// Breiman 1996, with weights between 0 and 1 that add up to 1). Errors count by 1 / level, since demand's variance grows
/// with it as that of counts does. Where sales are rare, what a network adds to the level is mostly noise; elsewhere it is
/// believed but for what the validation periods speak against: one standard error (the rule of Breiman et al. 1984; windows
/// taken as independent, Liang and Zeger 1986) goes in favour of the network.
class MeanShrinkage {
public:
    /// One validation point of the running window: the series' level, and the network's mean and what came, both over the
    /// level.
    void add(double level, double mean, double actual);
    void endWindow();
    /// Share of the network's mean, 0 to 1, the rest being the level; 1 for too few windows.
    double share() const;

private:
    struct Sums {
        double product = 0, square = 0;
    };
    Sums m_running;
    std::vector<Sums> m_windows;
};

}  // namespace foresell
