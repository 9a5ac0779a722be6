// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/import/date_format.h"

namespace foresell {

/// Turns times with an offset into the shop's day and second. IANA name; throws Error "import.unknown_time_zone".
class ShopClock {
public:
    explicit ShopClock(const std::string& timeZone);
    ~ShopClock();
    ShopClock(const ShopClock&) = delete;
    ShopClock& operator=(const ShopClock&) = delete;

    void toLocal(DateTime& value);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace foresell
