// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace foresell {

/// xoshiro256** 1.0 (Blackman and Vigna, 2018), seeded by splitmix64, with distributions of its own: the standard
/// library's differ between implementations.
class SampleRandom {
public:
    explicit SampleRandom(std::uint64_t seed);

    std::uint64_t next() {
        const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    /// In [0, 1), a multiple of 2^-53.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }

    /// In 0 .. count - 1 (Lemire's multiply-shift; the bias is below 2^-32).
    std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>((next() >> 32U) * count >> 32U);
    }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1))); }

    /// Poisson by inversion; a mean over 30 is drawn in parts.
    int poisson(double mean);

private:
    static std::uint64_t rotate(std::uint64_t x, unsigned by) { return (x << by) | (x >> (64U - by)); }
    int poissonByInversion(double mean);

    std::array<std::uint64_t, 4> m_state;
};

}  // namespace foresell
