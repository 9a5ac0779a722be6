// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// "0.1.0", as in the project file, the receipts and `--version`.
const char* version();

}  // namespace foresell
