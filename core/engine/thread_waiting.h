// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// Lets the threads of OpenMP sleep soon instead of spinning while they wait for one another: on a machine
/// whose cores are busy otherwise, spinning made a training twenty times slower. OpenMP reads its settings
/// when the program is loaded, so this starts the program anew with them, once; a user's own settings hold.
/// Returns where it is not needed.
void makeThreadsWaitPatiently(char** argv);

}  // namespace foresell
