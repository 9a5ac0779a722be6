// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// Elementary functions from additions, products and quotients alone, so that every machine with IEEE doubles gives the
/// same bits. Relative error below 1e-13 for |x| < 700; cosine for |x| < 1e6.
double portableExp(double x);
double portableLog(double x);  ///< x > 0
double portablePow(double base, double exponent);  ///< base > 0
double portableCos(double x);

}  // namespace foresell
