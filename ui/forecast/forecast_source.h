// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "core/report/forecast_view.h"
#include "ui/charts/time_chart_data.h"

class QThread;

namespace foresell {

class ShopCalendar;

/// Days on which the plan has a promotion, by item (0: all items).
using PromotionDays = std::map<std::int32_t, std::vector<Day>>;

/// Reads the newest forecast of a project in a thread of its own, so that the window never waits for it. A result that
/// comes after another start is dropped.
class ForecastSource : public QObject {
    Q_OBJECT

public:
    explicit ForecastSource(QObject* parent = nullptr);
    ~ForecastSource() override;

    void start(const QString& project);
    void clear();

    std::shared_ptr<const ForecastView> view() const { return m_view; }
    /// What the chart of these series shows: history, forecast, bands and dated events.
    TimeChartData chartData(std::span<const int> series, const QString& name) const;
    /// Holidays and promotions from the first forecast day on.
    std::vector<ChartEvent> comingEvents(std::span<const int> series) const;
    /// That the days off of the coming periods are not all announced; empty: they are.
    QString calendarNote() const;

signals:
    void ready();
    void failed(const QString& message);

private:
    struct Loaded;
    std::vector<ChartEvent> events(std::span<const int> series, Day first, Day last) const;

    std::shared_ptr<const ForecastView> m_view;
    std::shared_ptr<const PromotionDays> m_promotions;
    std::shared_ptr<const ShopCalendar> m_calendar;
    QThread* m_thread = nullptr;
    int m_generation = 0;
};

}  // namespace foresell
