// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell {

/// The lengths, in periods, by which a kind of period is looked at.
struct TreeSpans {
    int week = 1;              ///< the short season: 7 for days, else 1
    int year = 12;             ///< whole weeks for days: 364
    int level = 3;             ///< over which the level of a series is taken
    int around = 0;            ///< to each side of the same time a year ago
    std::vector<int> windows;  ///< of the trailing means
    std::vector<int> phases;   ///< how many same weekdays (or latest periods) are averaged
};

TreeSpans spansOf(PeriodKind kind);

/// What boosted trees are told of a known-future covariate.
struct TreeCovariate {
    enum class Kind { Flag, Number, Price };
    std::string name;
    Kind kind = Kind::Number;
    bool isOfCalendar = false;  ///< made from the calendar: its own value says it all
};

/// What boosted trees know of a period ahead of a series, in the order of the numbers of a row (see TreeSeries): the
/// steps ahead; the calendar of the period; trailing means, same weekdays and the same time in earlier years, all over the
/// level of the series; how regularly it sells; the known-future covariates of the period beside those of its neighbours and
/// of the past; how the series did in earlier periods with the same weekday and promotions; and its attributes.
class TreeFeatures {
public:
    /// Of a history: what varies in it is told.
    explicit TreeFeatures(const Panel& panel);

    PeriodKind kind() const { return m_kind; }
    const TreeSpans& spans() const { return m_spans; }
    /// Whether the history is long enough for the time of the year to be told.
    bool hasYear() const { return m_hasYear; }
    const std::vector<TreeCovariate>& covariates() const { return m_covariates; }
    /// By static attribute: its name and cardinality (0: a number).
    const std::vector<std::pair<std::string, int>>& statics() const { return m_statics; }
    std::size_t count() const;

    nlohmann::json toJson() const;
    /// Throws nlohmann::json::exception or Error "model.damaged".
    static TreeFeatures fromJson(const nlohmann::json& json);

private:
    TreeFeatures() = default;

    PeriodKind m_kind = PeriodKind::Day;
    TreeSpans m_spans;
    bool m_hasYear = false;
    std::vector<TreeCovariate> m_covariates;
    std::vector<std::pair<std::string, int>> m_statics;
};

}  // namespace foresell
