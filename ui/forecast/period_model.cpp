// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/period_model.h"

#include <cmath>
#include <limits>

#include "core/project/week_settings.h"
#include "core/report/fiscal_totals.h"
#include "ui/calendar/calendar_words.h"
#include "ui/charts/chart_text.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

/// Which of the stored levels; they hold 0.1 and 0.9 always.
std::size_t levelAt(const std::vector<double>& levels, double level) {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < levels.size(); ++i) {
        nearest = std::abs(levels[i] - level) < std::abs(levels[nearest] - level) ? i : nearest;
    }
    return nearest;
}

}  // namespace

void PeriodModel::setValues(std::shared_ptr<const ForecastView> view, SeriesSum sum) {
    beginResetModel();
    m_view = std::move(view);
    m_sum = std::move(sum);
    endResetModel();
}

int PeriodModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_view == nullptr ? 0 : RowCount;
}

int PeriodModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_view == nullptr ? 0 : static_cast<int>(m_sum.mean.size());
}

double PeriodModel::valueAt(int row, int step) const {
    const auto at = static_cast<std::size_t>(step);
    switch (row) {
        case Expected: return m_sum.mean[at];
        case Median: return m_sum.median[at];
        case From80: return m_sum.quantiles[levelAt(m_view->levels(), 0.1)][at];
        case To80: return m_sum.quantiles[levelAt(m_view->levels(), 0.9)][at];
        default: break;
    }
    const PeriodKind kind = m_view->history().axis.kind;
    const int back = kind == PeriodKind::Day ? 364 : kind == PeriodKind::Week ? 52 : 12;
    const int column = m_view->forecast().firstPeriod + step - back - m_view->history().firstPeriod;
    return column >= 0 && column < static_cast<int>(m_sum.demand.size()) ? m_sum.demand[static_cast<std::size_t>(column)]
                                                                        : std::numeric_limits<double>::quiet_NaN();
}

QVariant PeriodModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const double value = valueAt(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole: return numberText(value, QLocale(), std::abs(value) < 10 ? 1 : 0);
        case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::FontRole: return Theme::instance().font(13, index.row() == Expected);
        case Qt::ForegroundRole: return Theme::instance().color(index.row() == Expected ? Role::Text : Role::Text2);
        default: return {};
    }
}

QVariant PeriodModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (m_view == nullptr) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((orientation == Qt::Horizontal ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        const ForecastRecord& forecast = m_view->forecast();
        const QString date = shortDate(forecast.axis.label(forecast.firstPeriod + section), QLocale());
        const FiscalCalendar weeks = fiscalCalendarOf(m_view->settings());
        return weeks.hasWeeks() && forecast.axis.kind == PeriodKind::Week
                   ? QString(weekText(fiscalWeekOf(weeks, forecast.axis, forecast.firstPeriod + section)) + u' ' + date)
                   : date;
    }
    switch (section) {
        case Expected: return tr("Expected");
        case Median: return tr("Median");
        case From80: return tr("80% from");
        case To80: return tr("80% to");
        default: return tr("Last year");
    }
}

}  // namespace foresell
