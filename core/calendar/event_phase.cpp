// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/event_phase.h"

namespace foresell {

namespace {

struct PhaseWords {
    std::string_view id, en, zh;
};

constexpr std::array<PhaseWords, eventPhaseKinds.size()> words{{{"presale", "Presale", "预售"},
                                                                {"opening", "Opening", "开门红"},
                                                                {"burst", "Main days", "爆发"},
                                                                {"encore", "Encore", "返场"}}};

const PhaseWords& wordsOf(EventPhaseKind kind) {
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view phaseId(EventPhaseKind kind) {
    return wordsOf(kind).id;
}

std::optional<EventPhaseKind> phaseNamed(std::string_view id) {
    for (const EventPhaseKind kind : eventPhaseKinds) {
        if (wordsOf(kind).id == id) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string_view phaseNameEn(EventPhaseKind kind) {
    return wordsOf(kind).en;
}

std::string_view phaseNameZh(EventPhaseKind kind) {
    return wordsOf(kind).zh;
}

}  // namespace foresell
