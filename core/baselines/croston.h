// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Intermittent demand: the size of a sale and the interval between sales are smoothed apart, both with 0.1; the forecast is
/// their ratio. `Classic` is Croston (1972); `Sba` takes off its bias by 1 - 0.1 / 2 (Syntetos and Boylan 2005).
class Croston : public LocalMethod {
public:
    enum class Kind { Classic, Sba };
    explicit Croston(Kind kind) : m_kind(kind) {}

    std::string name() const override { return m_kind == Kind::Classic ? "croston" : "sba"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
    bool isPointMean() const override { return true; }

private:
    Kind m_kind;
};

}  // namespace foresell
