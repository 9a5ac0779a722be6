// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/sale_source.h"

namespace foresell {

bool SaleSource::isPromoted(std::int32_t /*item*/, std::int32_t /*location*/, Day /*day*/) const {
    return false;
}

}  // namespace foresell
