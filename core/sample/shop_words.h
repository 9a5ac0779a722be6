// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace foresell {

struct BilingualWord {
    std::string_view en;
    std::string_view zh;
};

inline constexpr std::size_t productsPerCategory = 8;

/// A category of the sample shop with what is true of it.
struct SampleCategory {
    std::string_view id;
    BilingualWord name;
    std::array<BilingualWord, productsPerCategory> products;
    double lowestPrice = 10, highestPrice = 100;
    double elasticity = -1.5;         ///< demand goes with (price / base price) to this power
    double promotionUplift = 1.5;     ///< times, beside what the lower price does
    double pullForward = 0.2;         ///< part of demand missing in the week after a promotion
    double seasonAmplitude = 0.2;     ///< of the yearly wave, on the log scale
    int seasonPeak = 180;             ///< day of the year, 0..364
    double festivalSensitivity = 1;   ///< the power to which festival factors are taken
};

const std::array<SampleCategory, 8>& sampleCategories();
const std::array<BilingualWord, 6>& sampleBrands();

/// The n-th location: code and names.
struct SampleLocation {
    std::string code, nameEn, nameZh;
    double weight = 1;
};
SampleLocation sampleLocation(int number);

}  // namespace foresell
