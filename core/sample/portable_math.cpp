// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/portable_math.h"

#include <cmath>

namespace foresell {
namespace {

constexpr double ln2 = 0.693147180559945309417;
constexpr double pi = 3.14159265358979323846;

}  // namespace

double portableExp(double x) {
    const double turns = std::floor(x / ln2 + 0.5);
    const double rest = x - turns * ln2;
    double sum = 1;
    for (int n = 14; n >= 1; --n) {
        sum = 1 + sum * rest / n;
    }
    return std::ldexp(sum, static_cast<int>(turns));
}

double portableLog(double x) {
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent);  // 0.5 .. 1
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2;
        --exponent;
    }
    const double z = (mantissa - 1) / (mantissa + 1);
    const double square = z * z;
    double sum = 0;
    for (int n = 25; n >= 1; n -= 2) {
        sum = sum * square + 1.0 / n;
    }
    return 2 * z * sum + exponent * ln2;
}

double portablePow(double base, double exponent) {
    return portableExp(exponent * portableLog(base));
}

double portableCos(double x) {
    const double turns = std::floor(x / (2 * pi) + 0.5);
    const double rest = x - turns * 2 * pi;
    const double square = rest * rest;
    double sum = 1;
    for (int n = 26; n >= 2; n -= 2) {
        sum = 1 - sum * square / (n * (n - 1));
    }
    return sum;
}

}  // namespace foresell
