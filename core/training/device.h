// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace foresell {

/// "cpu" or "cuda:0", as chosen from "auto", "cpu" or "cuda". Auto takes the first GPU where libtorch has CUDA and one
/// is there. Throws Error "device.no_cuda" when "cuda" is asked for and cannot be had.
std::string chooseDevice(const std::string& wish);

}  // namespace foresell
