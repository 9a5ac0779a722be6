// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/shop_clock.h"

#include <unicode/timezone.h>

#include <cstdint>

#include "core/base/error.h"

namespace foresell {

struct ShopClock::State {
    std::unique_ptr<icu::TimeZone> zone;
    std::int64_t cachedHour = INT64_MIN;
    std::int64_t cachedOffset = 0;
};

ShopClock::ShopClock(const std::string& timeZone) : m_state(std::make_unique<State>()) {
    m_state->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(timeZone)));
    if (*m_state->zone == icu::TimeZone::getUnknown()) {
        throw Error("import.unknown_time_zone", "There is no time zone " + timeZone,
                    "Choose a name such as Europe/London or Asia/Shanghai.", {{"zone", timeZone}});
    }
}

ShopClock::~ShopClock() = default;

void ShopClock::toLocal(DateTime& value) {
    if (!value.offsetMinutes || value.second < 0) {
        return;
    }
    const std::int64_t utc = std::int64_t{value.day} * secondsOfDay + value.second - std::int64_t{*value.offsetMinutes} * 60;
    const std::int64_t hour = utc / 900;  // no zone changes its offset but at a quarter of an hour
    if (hour != m_state->cachedHour) {
        std::int32_t raw = 0, saving = 0;
        UErrorCode error = U_ZERO_ERROR;
        m_state->zone->getOffset(static_cast<double>(utc) * 1000.0, 0, raw, saving, error);
        m_state->cachedHour = hour;
        m_state->cachedOffset = (raw + saving) / 1000;
    }
    const std::int64_t local = utc + m_state->cachedOffset;
    const std::int64_t day = local >= 0 ? local / secondsOfDay : (local - secondsOfDay + 1) / secondsOfDay;
    value.day = static_cast<Day>(day);
    value.second = static_cast<std::int32_t>(local - day * secondsOfDay);
    value.offsetMinutes = std::nullopt;
}

}  // namespace foresell
