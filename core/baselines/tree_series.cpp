// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tree_series.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

constexpr float unknown = -1;
constexpr int yearsBack = 2;
constexpr int furthestFlag = 60;        // periods to a promotion that still matter
constexpr std::size_t flagsAlike = 5;   // that tell periods apart
constexpr double alikeBeforeTrust = 2;  // periods' worth of no effect beside what was seen

std::size_t at(int column) {
    return static_cast<std::size_t>(column);
}

bool isOpenFlag(const TreeCovariate& covariate) {
    return covariate.name == "open";
}

std::size_t calendarWidth(const TreeFeatures& features) {
    const std::size_t year = features.hasYear() ? 1 : 0;  // a month; and a day of the year but for months
    return features.kind() == PeriodKind::Day ? 2 + 2 * year : features.kind() == PeriodKind::Week ? 1 + 2 * year : year;
}

std::size_t widthOf(const TreeCovariate& covariate) {
    if (covariate.isOfCalendar) {
        return 1;
    }
    return covariate.kind == TreeCovariate::Kind::Flag ? 6 : covariate.kind == TreeCovariate::Kind::Price ? 3 : 2;
}

int dayOfYear(Day day) {
    return day - toDay(toCivil(day).year, 1, 1) + 1;
}

}  // namespace

/// Writes the numbers of a row one after the other.
class TreeSeries::Row {
public:
    explicit Row(std::span<float> row) : m_row(row) {}

    void add(double value) { m_row[m_next++] = static_cast<float>(value); }
    void addOver(double value, double size) { add(std::isnan(value) || !(size > 0) ? static_cast<double>(unknown) : value / size); }
    void addUnknown() { m_row[m_next++] = unknown; }

private:
    std::span<float> m_row;
    std::size_t m_next = 0;
};

std::size_t TreeSeries::widthOf(const TreeFeatures& features) {
    const TreeSpans& spans = features.spans();
    const std::size_t year = spans.around > 0 ? 3 : 2;
    std::size_t width = 1 + calendarWidth(features) + spans.windows.size() + spans.phases.size() + 1 +
                        yearsBack * year + 1 + 6 + 2 + features.statics().size();
    for (const TreeCovariate& covariate : features.covariates()) {
        width += foresell::widthOf(covariate);
    }
    return width;
}

TreeSeries::TreeSeries(const TreeFeatures& features, const Panel& panel, std::size_t series, double usualLevel)
    : m_features(features), m_panel(panel), m_series(series), m_usualLevel(usualLevel) {
    readDemand();
    readCovariates();
    findAlike();
    for (const auto& [name, cardinality] : features.statics()) {
        const auto found = std::ranges::find(panel.statics, name, &StaticFeature::name);
        const bool isSame = found != panel.statics.end() && found->cardinality == cardinality;
        m_statics.push_back(!isSame ? 0.0F : cardinality == 0 ? found->values[series] : static_cast<float>(found->codes[series]));
    }
}

void TreeSeries::readDemand() {
    const auto target = m_panel.targetOf(m_series);
    const auto state = m_panel.stateOf(m_series);
    const auto week = at(m_features.spans().week);
    const std::size_t periods = target.size();
    for (auto* const sums : {&m_sums, &m_squares, &m_counts, &m_sales}) {
        sums->assign(periods + 1, 0.0);
    }
    m_phaseSums.assign(periods, 0.0);
    m_phaseCounts.assign(periods, 0.0);
    m_lastSale.assign(periods, -1);
    int last = -1;
    for (std::size_t column = 0; column < periods; ++column) {
        const bool isSold = state[column] == CellState::Sold;
        const double value = isSold ? static_cast<double>(target[column]) : 0.0;
        m_sums[column + 1] = m_sums[column] + value;
        m_squares[column + 1] = m_squares[column] + value * value;
        m_counts[column + 1] = m_counts[column] + (isSold ? 1 : 0);
        m_sales[column + 1] = m_sales[column] + (value != 0 ? 1 : 0);
        m_phaseSums[column] = value + (column >= week ? m_phaseSums[column - week] : 0);
        m_phaseCounts[column] = (isSold ? 1 : 0) + (column >= week ? m_phaseCounts[column - week] : 0);
        last = value != 0 ? static_cast<int>(column) : last;
        m_lastSale[column] = last;
    }
}

void TreeSeries::readCovariates() {
    const int width = m_panel.periods + m_panel.futurePeriods;
    for (const TreeCovariate& plan : m_features.covariates()) {
        Known& known = m_known.emplace_back();
        known.plan = plan;
        const auto found = std::ranges::find(m_panel.knownFuture, plan.name, &Covariate::name);
        if (found == m_panel.knownFuture.end()) {
            continue;
        }
        known.covariate = &*found;
        known.offset = found->shared ? 0 : m_series * at(width);
        if (plan.isOfCalendar) {
            continue;
        }
        known.sums.assign(at(m_panel.periods) + 1, 0.0);
        known.counts = known.sums;
        for (int column = 0; column < m_panel.periods; ++column) {
            const double value = valueOf(known, column);
            known.sums[at(column) + 1] = known.sums[at(column)] + (std::isnan(value) ? 0 : value);
            known.counts[at(column) + 1] = known.counts[at(column)] + (std::isnan(value) ? 0 : 1);
        }
        if (plan.kind == TreeCovariate::Kind::Flag) {
            const auto isOn = [&](int column) { return valueOf(known, column) == (isOpenFlag(plan) ? 0 : 1); };
            known.lastOn.assign(at(width), -furthestFlag - width);
            known.nextOn.assign(at(width), furthestFlag + 2 * width);
            for (int column = 0; column < width; ++column) {
                known.lastOn[at(column)] = isOn(column) ? column : column > 0 ? known.lastOn[at(column - 1)] : known.lastOn[0];
            }
            for (int column = width - 1; column >= 0; --column) {
                known.nextOn[at(column)] = isOn(column) ? column : column + 1 < width ? known.nextOn[at(column + 1)] : known.nextOn.back();
            }
        }
    }
}

/// Sorts the columns by weekday and by which promotions are on, and adds up demand and usual demand in each.
void TreeSeries::findAlike() {
    const int width = m_panel.periods + m_panel.futurePeriods, week = m_features.spans().week;
    std::uint32_t kinds = static_cast<std::uint32_t>(week);
    m_alike.resize(at(width));
    for (int column = 0; column < width; ++column) {
        m_alike[at(column)] = static_cast<std::uint32_t>((m_panel.firstPeriod + column) % week + week) % kinds;
    }
    std::size_t used = 0;
    for (const Known& known : m_known) {
        if (known.covariate == nullptr || known.plan.isOfCalendar || isOpenFlag(known.plan) ||
            known.plan.kind == TreeCovariate::Kind::Price || used == flagsAlike) {
            continue;
        }
        ++used;
        for (int column = 0; column < width; ++column) {
            m_alike[at(column)] += valueOf(known, column) > 0 ? kinds : 0;
        }
        kinds *= 2;
    }
    m_alikeColumns.resize(kinds);
    m_alikeSold.resize(kinds);
    m_alikeExpected.resize(kinds);
    for (int column = m_panel.begin[m_series] + 1; column < m_panel.periods; ++column) {
        const double sold = soldAt(column);
        if (std::isnan(sold) || observed(column - 1) < 1) {
            continue;
        }
        const std::uint32_t kind = m_alike[at(column)];
        m_alikeColumns[kind].push_back(column);
        m_alikeSold[kind].push_back(sold + (m_alikeSold[kind].empty() ? 0 : m_alikeSold[kind].back()));
        m_alikeExpected[kind].push_back(level(column - 1) + (m_alikeExpected[kind].empty() ? 0 : m_alikeExpected[kind].back()));
    }
}

/// Mean demand of the observed ones of columns [begin, end); NaN where there are none.
double TreeSeries::meanOf(int begin, int end) const {
    const std::size_t first = at(std::clamp(begin, 0, m_panel.periods)), last = at(std::clamp(end, 0, m_panel.periods));
    const double count = last > first ? m_counts[last] - m_counts[first] : 0;
    return count > 0 ? (m_sums[last] - m_sums[first]) / count : std::nan("");
}

double TreeSeries::soldAt(int column) const {
    return meanOf(column, column + 1);
}

double TreeSeries::valueOf(const Known& known, int column) const {
    if (known.covariate == nullptr || column < 0 || column >= m_panel.periods + m_panel.futurePeriods) {
        return std::nan("");
    }
    const std::size_t cell = known.offset + at(column);
    const bool isKnown = known.covariate->isKnown.empty() || known.covariate->isKnown[cell] != 0;
    return isKnown ? static_cast<double>(known.covariate->values[cell]) : std::nan("");
}

double TreeSeries::level(int origin) const {
    const int span = m_features.spans().level;
    const std::size_t end = at(origin + 1), begin = at(std::max(0, origin + 1 - span));
    const double all = m_counts[end];
    if (all <= 0) {
        return m_usualLevel;
    }
    const double longMean = meanOf(origin + 1 - m_features.spans().year * 2, origin + 1);
    const double weight = span / 4.0;
    const double size = (std::abs(m_sums[end] - m_sums[begin]) + weight * std::abs(std::isnan(longMean) ? m_sums[end] / all : longMean)) /
                        (m_counts[end] - m_counts[begin] + weight);
    return size > 0 ? size : 0.05 * m_usualLevel;
}

void TreeSeries::addCalendar(int target, Row& row) const {
    const Day day = m_panel.labelOf(target);
    const CivilDate civil = toCivil(day);
    if (m_features.kind() == PeriodKind::Day) {
        row.add(weekday(day));
    }
    if (m_features.kind() != PeriodKind::Month) {
        row.add(civil.day);
    }
    if (m_features.hasYear()) {
        row.add(civil.month);
    }
    if (m_features.hasYear() && m_features.kind() != PeriodKind::Month) {
        row.add(dayOfYear(day));
    }
}

void TreeSeries::addDemand(int origin, int target, double level, Row& row) const {
    for (const int window : m_features.spans().windows) {
        row.addOver(meanOf(origin + 1 - window, origin + 1), level);
    }
    const int week = m_features.spans().week;
    const int base = origin - ((origin - target) % week + week) % week;
    for (const int count : m_features.spans().phases) {
        const int before = base - week * count;
        const double sum = base < 0 ? 0 : m_phaseSums[at(base)] - (before >= 0 ? m_phaseSums[at(before)] : 0);
        const double days = base < 0 ? 0 : m_phaseCounts[at(base)] - (before >= 0 ? m_phaseCounts[at(before)] : 0);
        row.addOver(days > 0 ? sum / days : std::nan(""), level);
    }
    row.addOver(soldAt(origin), level);
}

/// The same time one and two years before: over the level of now and over that of then.
void TreeSeries::addYears(int origin, int step, double level, Row& row) const {
    const TreeSpans& spans = m_features.spans();
    const int skipped = (step - 1) / spans.year;  // years that end within the horizon
    for (int years = 1; years <= yearsBack; ++years) {
        const int then = origin - (years + skipped) * spans.year, column = then + step;
        const double around = meanOf(column - spans.around, std::min(column + spans.around, origin) + 1);
        row.addOver(soldAt(column), level);
        if (spans.around > 0) {
            row.addOver(around, level);
        }
        row.addOver(around, meanOf(then + 1 - spans.level, then + 1));
    }
    row.addOver(level, meanOf(origin + 1 - spans.year - spans.level, origin + 1 - spans.year));
}

void TreeSeries::addHabits(int origin, double level, Row& row) const {
    const TreeSpans& spans = m_features.spans();
    const auto shareSold = [&](int span) {
        const std::size_t end = at(origin + 1), begin = at(std::max(0, origin + 1 - span));
        const double count = m_counts[end] - m_counts[begin];
        return count > 0 ? (m_sales[end] - m_sales[begin]) / count : static_cast<double>(unknown);
    };
    row.add(shareSold(spans.level));
    row.add(shareSold(spans.year));
    row.add(m_lastSale[at(origin)] < 0 ? 1e4 : origin - m_lastSale[at(origin)]);
    row.add(std::min(observed(origin), spans.year));
    row.add(std::log(level));
    const std::size_t end = at(origin + 1), begin = at(std::max(0, origin + 1 - spans.year));
    const double count = m_counts[end] - m_counts[begin];
    const double mean = count > 0 ? (m_sums[end] - m_sums[begin]) / count : 0;
    const double spread = count > 0 ? std::sqrt(std::max(0.0, (m_squares[end] - m_squares[begin]) / count - mean * mean)) : std::nan("");
    row.addOver(spread, level);
}

void TreeSeries::addCovariates(int origin, int target, Row& row) const {
    const auto end = at(origin + 1);
    const auto orUnknown = [](double value) { return std::isnan(value) ? static_cast<double>(unknown) : value; };
    for (const Known& known : m_known) {
        const double value = valueOf(known, target);
        const auto meanKnown = [&](int span) {
            const auto begin = at(std::max(0, origin + 1 - span));
            const double count = known.covariate == nullptr ? 0 : known.counts[end] - known.counts[begin];
            return count > 0 ? (known.sums[end] - known.sums[begin]) / count : std::nan("");
        };
        if (known.plan.isOfCalendar) {
            row.add(orUnknown(value));
            continue;
        }
        switch (known.plan.kind) {
            case TreeCovariate::Kind::Flag: {
                const bool isTold = known.covariate != nullptr && target < m_panel.periods + m_panel.futurePeriods;
                row.add(orUnknown(value));
                row.add(orUnknown(valueOf(known, target - 1)));
                row.add(orUnknown(valueOf(known, target + 1)));
                row.add(orUnknown(meanKnown(m_features.spans().level)));
                row.add(isTold ? std::min(furthestFlag, target - known.lastOn[at(target)]) : furthestFlag);
                row.add(isTold ? std::min(furthestFlag, known.nextOn[at(target)] - target) : furthestFlag);
                break;
            }
            case TreeCovariate::Kind::Number:
                row.add(orUnknown(value));
                row.add(orUnknown(meanKnown(m_features.spans().level)));
                break;
            case TreeCovariate::Kind::Price:
                row.add(orUnknown(value));
                row.addOver(value, meanKnown(m_features.spans().level));
                row.addOver(value, meanKnown(m_features.spans().year));
                break;
        }
    }
}

/// Demand over what was usual in the earlier periods like this one, and how many there were.
void TreeSeries::addAlike(int origin, int target, Row& row) const {
    if (target >= static_cast<int>(m_alike.size())) {
        row.addUnknown();
        row.addUnknown();
        return;
    }
    const std::uint32_t kind = m_alike[at(target)];
    const auto& columns = m_alikeColumns[kind];
    const auto seen = static_cast<std::size_t>(std::ranges::upper_bound(columns, origin) - columns.begin());
    const double usual = alikeBeforeTrust * m_usualLevel;
    if (seen == 0) {
        row.addUnknown();
    } else {
        const double expected = m_alikeExpected[kind][seen - 1], each = expected / static_cast<double>(seen);
        const double weight = alikeBeforeTrust * (each > 0 ? each : usual);
        row.add((m_alikeSold[kind][seen - 1] + weight) / (expected + weight));
    }
    row.add(static_cast<double>(seen));
}

void TreeSeries::fill(int origin, int step, std::span<float> into) const {
    Row row(into);
    const int target = origin + step;
    const double size = level(origin);
    row.add(step);
    addCalendar(target, row);
    addDemand(origin, target, size, row);
    addYears(origin, step, size, row);
    addHabits(origin, size, row);
    addCovariates(origin, target, row);
    addAlike(origin, target, row);
    for (const float value : m_statics) {
        row.add(static_cast<double>(value));
    }
}

}  // namespace foresell
