// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/quantile_loss.h"

#include <algorithm>
#include <cmath>

#include "core/networks/vector_math.h"

namespace foresell {
namespace {

constexpr int blockCells = 32;  ///< side by side in vector code
constexpr float leastLogMean = -12, leastRatio = 1e-6f;

/// log(1 + u) for u in [0, 1], by the series of the inverse hyperbolic tangent; within 1e-7.
FORESELL_INLINE float logOnePlus(float u) {
    const float t = u / (2.0f + u), square = t * t;
    float p = 1.0f / 15.0f;
    p = p * square + 1.0f / 13.0f;
    p = p * square + 1.0f / 11.0f;
    p = p * square + 1.0f / 9.0f;
    p = p * square + 1.0f / 7.0f;
    p = p * square + 1.0f / 5.0f;
    p = p * square + 1.0f / 3.0f;
    return 2.0f * t * (p * square + 1.0f);
}

struct Block {
    float step[QuantileCells::mostLevels][blockCells];   ///< softplus of what the network says; the median itself
    float slope[QuantileCells::mostLevels][blockCells];  ///< of the softplus
    float back[QuantileCells::mostLevels][blockCells];   ///< slope of the loss in each quantile
    float quantile[blockCells], sum[blockCells];
};

/// How far a quantile is from the demand costs `level` a unit where it is too low, 1 - level where it is too high.
FORESELL_INLINE void judge(const QuantileCells& all, std::int64_t first, int count, int level, Block& block) {
    const float share = 1.0f / static_cast<float>(all.levels), tau = all.quantileLevels[level];
#pragma omp simd
    for (int i = 0; i < count; ++i) {
        const float error = all.scaled[first + i] - block.quantile[i];
        const float high = all.censored && all.censored[first + i] > 0 ? 0.0f : tau - 1.0f;
        const float cost = error > 0 ? tau : high;
        const float weight = all.mask[first + i] * share;
        block.sum[i] += weight * cost * error;
        block.back[level][i] = -weight * cost;
    }
}

FORESELL_INLINE void judgeQuantiles(const QuantileCells& all, std::int64_t first, int count, Block& block) {
    const int middle = all.levels / 2;
    for (int level = 0; level < all.levels; ++level) {
        const float* raw = all.raw + first * all.width + level;
#pragma omp simd
        for (int i = 0; i < count; ++i) {
            const float x = raw[i * all.width];
            const float power = fastExp(x < 0 ? x : -x);
            const float near = 1.0f / (1.0f + power);
            block.step[level][i] = level == middle ? x : (x > 0 ? x : 0.0f) + logOnePlus(power);
            block.slope[level][i] = level == middle ? 1.0f : x > 0 ? near : power * near;
        }
    }
    std::copy_n(block.step[middle], count, block.quantile);
    judge(all, first, count, middle, block);
    for (int level = middle + 1; level < all.levels; ++level) {
#pragma omp simd
        for (int i = 0; i < count; ++i) {
            block.quantile[i] += block.step[level][i];
        }
        judge(all, first, count, level, block);
    }
    std::copy_n(block.step[middle], count, block.quantile);
    for (int level = middle - 1; level >= 0; --level) {
#pragma omp simd
        for (int i = 0; i < count; ++i) {
            block.quantile[i] -= block.step[level][i];
        }
        judge(all, first, count, level, block);
    }
}

/// A step moves its quantile and all that lie farther out.
FORESELL_INLINE void writeQuantileGradients(const QuantileCells& all, std::int64_t first, int count, Block& block, float* gradients) {
    const int middle = all.levels / 2;
    const auto carry = [&](int from, int to, float sign) {
#pragma omp simd
        for (int i = 0; i < count; ++i) {
            gradients[(first + i) * all.width + from] = sign * block.back[from][i] * block.slope[from][i];
            block.back[to][i] += block.back[from][i];
        }
    };
    for (int level = all.levels - 1; level > middle; --level) {
        carry(level, level - 1, 1.0f);
    }
    for (int level = 0; level < middle; ++level) {
        carry(level, level + 1, -1.0f);
    }
#pragma omp simd
    for (int i = 0; i < count; ++i) {
        gradients[(first + i) * all.width + middle] = block.back[middle][i];
    }
}

FORESELL_INLINE void judgeMean(const QuantileCells& all, std::int64_t first, int count, Block& block, float* gradients) {
    for (int i = 0; i < count; ++i) {
        const std::int64_t cell = first + i, place = cell * all.width + all.levels;
        const float said = all.raw[place];
        float mean = std::min(std::max(said, leastLogMean), all.largestLogMean);
        bool isHeld = mean != said;
        if (all.censored && all.censored[cell] > 0) {
            const float sold = std::log(std::max(all.ratio[cell], leastRatio));
            isHeld = isHeld || sold < mean;
            mean = std::min(mean, sold);
        }
        const float ratio = std::min(all.ratio[cell], all.largestRatio), weight = all.meanWeight * all.mask[cell];
        const float expected = fastExp(mean);
        block.sum[i] += weight * (expected - ratio * mean);
        if (gradients) {
            gradients[place] = isHeld ? 0.0f : weight * (expected - ratio);
        }
    }
}

}  // namespace

FORESELL_VECTOR_CLONES
double quantileLossSum(const QuantileCells& cells, float* gradients) {
    Block block;
    double sum = 0;
    for (std::int64_t first = 0; first < cells.cells; first += blockCells) {
        const int count = static_cast<int>(std::min<std::int64_t>(blockCells, cells.cells - first));
        std::fill_n(block.sum, blockCells, 0.0f);
        judgeQuantiles(cells, first, count, block);
        if (gradients) {
            writeQuantileGradients(cells, first, count, block, gradients);
        }
        judgeMean(cells, first, count, block, gradients);
        for (int i = 0; i < count; ++i) {
            sum += block.sum[i];
        }
    }
    return sum;
}

}  // namespace foresell
