// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace foresell {

/// A number that names a row of one table; ids of different kinds do not mix. 0 means "absent".
template <typename Tag>
struct Id {
    std::int32_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using ItemId = Id<struct ItemTag>;
using LocationId = Id<struct LocationTag>;
using ChannelId = Id<struct ChannelTag>;
using ImportId = Id<struct ImportTag>;
using RunId = Id<struct RunTag>;

/// What one series is about. A dimension that the shop does not use is absent (0).
struct SeriesKey {
    ItemId item;
    LocationId location;
    ChannelId channel;

    auto operator<=>(const SeriesKey&) const = default;
};

}  // namespace foresell

template <typename Tag>
struct std::hash<foresell::Id<Tag>> {
    std::size_t operator()(const foresell::Id<Tag>& id) const noexcept { return std::hash<std::int32_t>()(id.value); }
};
