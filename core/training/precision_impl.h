// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace foresell {

/// While it lives, and where it is on, a GPU's products of matrices and convolutions take their factors in bfloat16 and add up
/// in single precision; weights, sums, losses and the optimiser stay in single precision (Micikevicius et al. 2018). bfloat16
/// has the range of single precision, so that no loss needs scaling (Kalamkar et al. 2019). The processor always computes in
/// single precision. Its life must end before the way back, which follows what was done on the way there.
class MixedPrecision {
public:
    MixedPrecision(bool isOn, const at::Device& device);
    ~MixedPrecision();
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    bool m_isOn;
};

}  // namespace foresell
