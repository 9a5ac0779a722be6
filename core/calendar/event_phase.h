// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/calendar/date.h"

namespace foresell {

/// The stages of a shopping event, in their order.
enum class EventPhaseKind {
    Presale,  ///< 预售: orders with a deposit, paid and sent later
    Opening,  ///< 开门红: the first rush
    Burst,    ///< 爆发: the height round the main day
    Encore,   ///< 返场: what is left, at nearly the same conditions
};

inline constexpr std::array eventPhaseKinds{EventPhaseKind::Presale, EventPhaseKind::Opening, EventPhaseKind::Burst,
                                            EventPhaseKind::Encore};

/// A phase by its first and last day, both included: dates, or, in a rule, days counted from the main day.
struct EventPhase {
    EventPhaseKind kind = EventPhaseKind::Burst;
    Day first = noDay;
    Day last = noDay;
    bool operator==(const EventPhase&) const = default;
};

/// "presale", "opening", "burst", "encore": as files, commands and features write it.
std::string_view phaseId(EventPhaseKind kind);
std::optional<EventPhaseKind> phaseNamed(std::string_view id);
std::string_view phaseNameEn(EventPhaseKind kind);
std::string_view phaseNameZh(EventPhaseKind kind);

}  // namespace foresell
