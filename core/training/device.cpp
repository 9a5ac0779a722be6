// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/device.h"

#include <torch/torch.h>

#include "core/base/error.h"

namespace foresell {

std::string chooseDevice(const std::string& wish) {
    if (wish != "auto" && wish != "cpu" && wish != "cuda") {
        throw Error("device.unknown", "\"" + wish + "\" is not a device.", "Use auto, cpu or cuda.",
                    {{"device", wish}});
    }
    if (wish == "cpu") {
        return "cpu";
    }
    if (torch::cuda::is_available()) {
        return "cuda:0";
    }
    if (wish == "cuda") {
        throw Error("device.no_cuda", "No GPU can be used: this build of libtorch has no CUDA, or no GPU is there.",
                    "Train on the processor with device cpu, or build against a libtorch with CUDA.");
    }
    return "cpu";
}

}  // namespace foresell
