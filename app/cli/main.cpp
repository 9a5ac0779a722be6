// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/command_line.h"

int main(int argc, char** argv) {
    return foresell::runCommandLine(argc, argv);
}
