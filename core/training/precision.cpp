// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/precision_impl.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace foresell {
namespace {

/// Debian's libtorch 1.13 has no GPU to switch this on for.
void setAutocast([[maybe_unused]] bool isOn) {
#if TORCH_VERSION_MAJOR >= 2
    at::autocast::set_autocast_dtype(at::kCUDA, at::kBFloat16);
    at::autocast::set_autocast_enabled(at::kCUDA, isOn);
#endif
}

}  // namespace

MixedPrecision::MixedPrecision(bool isOn, const at::Device& device) : m_isOn(isOn && device.is_cuda()) {
    if (m_isOn) {
        setAutocast(true);
    }
}

MixedPrecision::~MixedPrecision() {
    if (m_isOn) {
        setAutocast(false);
        at::autocast::clear_cache();
    }
}

}  // namespace foresell
