// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// The whole program `foresell-cli`: reads the arguments, runs one command and gives its exit status
/// (0 done, 1 failed, 2 wrong usage, 130 cancelled).
int runCommandLine(int argc, char** argv);

}  // namespace foresell
