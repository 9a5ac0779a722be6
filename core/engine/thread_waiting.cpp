// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/thread_waiting.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace foresell {

namespace {

bool learns(char** argv) {
    for (char** argument = argv + 1; *argument != nullptr; ++argument) {
        const std::string_view word = *argument;
        if (word == "train" || word == "backtest" || word == "refresh" || word == "serve") {
            return true;
        }
    }
    return false;
}

}  // namespace

void makeThreadsWaitPatiently(char** argv) {
    if (std::getenv("GOMP_SPINCOUNT") != nullptr || std::getenv("OMP_WAIT_POLICY") != nullptr ||
        !learns(argv)) {
        return;
    }
    if (setenv("GOMP_SPINCOUNT", "1000", 0) == 0) {
        execv("/proc/self/exe", argv);  // where this fails the program goes on as it is
    }
}

}  // namespace foresell
