// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_random.h"

#include "core/sample/portable_math.h"

namespace foresell {

SampleRandom::SampleRandom(std::uint64_t seed) : m_state() {
    for (std::uint64_t& word : m_state) {
        seed += 0x9E3779B97F4A7C15U;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        word = z ^ (z >> 31U);
    }
}

int SampleRandom::poisson(double mean) {
    int count = 0;
    while (mean > 30) {
        count += poissonByInversion(30);
        mean -= 30;
    }
    return count + poissonByInversion(mean);
}

int SampleRandom::poissonByInversion(double mean) {
    const double u = uniform();
    // exp(-mean) >= 1 - mean: most cells of a long tail sell nothing, and this settles them without the exponential.
    if (u < 1 - mean) {
        return 0;
    }
    double term = portableExp(-mean);
    double sum = term;
    int count = 0;
    while (u >= sum && count < 200) {
        ++count;
        term *= mean / count;
        sum += term;
    }
    return count;
}

}  // namespace foresell
