// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The largest values that a training takes, at the shell and in the window alike. The least is 1, or 0 for shares.
namespace foresell::training_limits {

inline constexpr int horizon = 2000;        ///< periods ahead
inline constexpr int lookback = 2000;       ///< periods that a window sees
inline constexpr int hiddenSize = 4096;
inline constexpr int layers = 16;
inline constexpr int batchSize = 65'536;
inline constexpr int epochs = 100'000;
inline constexpr int patience = 100'000;    ///< epochs without gain
inline constexpr int threads = 1024;
inline constexpr double dropout = 0.94;
inline constexpr double weightDecay = 1;

}  // namespace foresell::training_limits
