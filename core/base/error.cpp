// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <utility>

namespace foresell {

Error::Error(std::string code, const std::string& message, std::string hint, Details details)
    : std::runtime_error(message), m_code(std::move(code)), m_hint(std::move(hint)), m_details(std::move(details)) {}

}  // namespace foresell
