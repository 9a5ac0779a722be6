// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"

namespace foresell {

const char* version() {
    return FORESELL_VERSION;
}

}  // namespace foresell
