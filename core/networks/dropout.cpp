// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/Parallel.h>

#include "core/networks/dropout_mask.h"
#include "core/networks/encoder_impl.h"

namespace foresell {

Dropout::Dropout(double share, std::uint64_t seed, const at::Device& device) : m_share(share), m_seed(seed) {
    if (!device.is_cpu()) {
        m_generator = at::globalContext().defaultGenerator(device).clone();
        m_generator.set_current_seed(seed);
    }
}

at::Tensor Dropout::operator()(const at::Tensor& values) const {
    if (m_share <= 0) {
        return values;
    }
    at::Tensor mask = at::empty(values.sizes(), values.options());
    if (!values.is_cpu()) {
        return values * mask.bernoulli_(1 - m_share, m_generator).div_(1 - m_share);
    }
    constexpr std::int64_t fewestAThread = 1 << 14;
    m_seed += 0x9e3779b97f4a7c15u;  // another mask at each call
    at::parallel_for(0, mask.numel(), fewestAThread, [&](std::int64_t begin, std::int64_t end) {
        dropoutMask(mask.data_ptr<float>() + begin, end - begin, begin, m_share, m_seed);
    });
    return values * mask;
}

}  // namespace foresell
