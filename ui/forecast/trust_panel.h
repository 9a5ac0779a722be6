// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/report/forecast_view.h"
#include "ui/charts/time_chart_data.h"

class QLabel;
class QVBoxLayout;

namespace foresell {

/// Beside the chart: how far the forecast can be trusted, in sentences; what the totals are; what is coming up.
class TrustPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrustPanel(QWidget* parent = nullptr);
    void setContent(const ForecastView& view, const PeriodTotal& whole, bool isSum, const SeriesSum& sum, const std::vector<ChartEvent>& coming,
                    const QString& calendarNote);
    /// On top, what is unusual about the item; null: nothing.
    void setUnusual(const UnusualItem* item, const ForecastView& view);

private:
    void addFiscalMonths(const ForecastView& view, const std::vector<double>& units);
    void addRow(QVBoxLayout* into, const QString& left, const QString& right);

    QLabel *m_unusualTitle, *m_unusual, *m_unusualHint;
    QWidget* m_unusualLine;
    QLabel *m_trustTitle, *m_trust, *m_totalsTitle, *m_note, *m_fiscalTitle, *m_comingTitle, *m_calendarNote;
    QVBoxLayout *m_totals, *m_fiscal, *m_coming;
};

/// How the shipped method did on sales it had not seen, in plain words.
QString trustText(const RunResult& result);

}  // namespace foresell
