// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell {

/// Periods that are compared at a time: 28 days, 4 weeks or 3 months.
int stretchLength(PeriodKind kind);

/// A number for the latest stretch of each series and for the stretches before it. NaN where a stretch is not compared.
class StretchTable {
public:
    StretchTable() = default;
    /// As many stretches as `periods` hold with one more before each, at most 26 (two years of days).
    StretchTable(std::size_t series, int length, int periods);

    std::size_t seriesCount() const { return m_series; }
    int count() const { return m_count; }
    int length() const { return m_length; }  ///< of a stretch, in periods
    /// `stretch` 0 is the latest, 1 the one before.
    float at(std::size_t series, int stretch) const { return m_values[index(series, stretch)]; }
    float& at(std::size_t series, int stretch) { return m_values[index(series, stretch)]; }

    /// Whether a stretch is compared: the series had begun a stretch before it, and at least half of it is known.
    bool isCompared(const Panel& panel, std::size_t series, int stretch) const;

private:
    std::size_t index(std::size_t series, int stretch) const {
        return series * static_cast<std::size_t>(m_count) + static_cast<std::size_t>(stretch);
    }

    std::size_t m_series = 0;
    int m_count = 0, m_length = 0;
    std::vector<float> m_values;
};

/// How far the values count as unlike the usual ones: where they are large, or where they are large or small.
enum class Side { Above, Both };

/// By series: the share of all earlier stretches that are at least as unlike their series' usual ones as the latest is, 0
/// to 1; NaN for a series of fewer than five stretches, and for all where fewer than 200 earlier ones are known.
/// `values` (positive) are compared as logarithms, less the series' median, less the median of all series at the time,
/// over the series' own spread. This is the p-value of a conformal test (Laxhammar and Falkman 2010, "Conformal prediction
/// for distribution-independent anomaly detection in streaming vessel data"): of ordinary items, a share of p at most has
/// a value up to p.
std::vector<double> shareAsUnlike(const StretchTable& values, Side side);

/// An item whose latest stretch is unlike its usual ones.
struct UnusualItem {
    /// Whether it sold more or less than usual, or as much in another pattern.
    enum class Kind { More, Less, Pattern };
    std::string code;
    Kind kind = Kind::Pattern;
    double share = 0;  ///< of ordinary stretches that are as unlike: below `calledBelow`
    double sold = 0;   ///< units in the latest stretch
    double usual = 0;  ///< median of the units in the stretches before
};

/// What was found among the items of a panel.
struct UnusualItems {
    static constexpr double calledBelow = 0.01;  ///< so about 1 in 100 ordinary items is called by chance

    int length = 0;    ///< of the stretch, in periods; 0: the method cannot tell
    int compared = 0;  ///< items
    int tooNew = 0;    ///< items with too little history to be compared; all, in a shop that has too little
    std::vector<UnusualItem> items;  ///< strangest first

    bool isTold() const { return length > 0; }
    const UnusualItem* find(const std::string& code) const;
};

/// Tells from how badly each stretch was retold and from how much was sold in it. An item's share is twice the lesser of
/// the two, times the number of its series (Bonferroni), since the least of several is small by chance more often.
UnusualItems findUnusual(const Panel& panel, const StretchTable& errors);

const char* kindName(UnusualItem::Kind kind);  ///< "more", "less", "pattern"
void to_json(nlohmann::json& json, const UnusualItem& item);
void from_json(const nlohmann::json& json, UnusualItem& item);
void to_json(nlohmann::json& json, const UnusualItems& found);
void from_json(const nlohmann::json& json, UnusualItems& found);

}  // namespace foresell
