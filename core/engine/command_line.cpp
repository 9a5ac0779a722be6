// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/command_line.h"

#include <CLI/CLI.hpp>

#include "core/base/version.h"

namespace foresell {

int runCommandLine(int argc, char** argv) {
    CLI::App app("Demand forecasting for e-commerce, offline", "foresell-cli");
    app.set_version_flag("--version", version());
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return 0;
}

}  // namespace foresell
