// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// x Phi(x), Phi being the normal distribution function (Hendrycks and Gimpel 2016), of `count` numbers, and its slope
/// Phi(x) + x phi(x) where `slope` is not null: both need the same exponential, so the way back is left with a product.
/// The error function is that of Abramowitz and Stegun (1964), 7.1.26: Phi is within 3e-7 (absolute).
void gelu(const float* x, float* y, float* slope, std::int64_t count);

}  // namespace foresell
