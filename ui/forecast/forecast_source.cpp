// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/forecast_source.h"

#include <QThread>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/calendar/shop_calendar.h"
#include "ui/calendar/calendar_words.h"
#include "ui/widgets/messages.h"

namespace foresell {

namespace {

/// A plan column that says "on promotion" where it is above zero.
bool isPromotion(const std::string& name) {
    return name == "promotion" || name == "promo" || name == "onpromotion" || name == "on_promotion";
}

PromotionDays promotionsOf(const ProjectReader& reader) {
    PromotionDays days;
    reader.readPlan([&](const PlanBatch& batch) {
        for (std::size_t column = 0; column < batch.names.size(); ++column) {
            for (std::size_t row = 0; isPromotion(batch.names[column]) && row < batch.size(); ++row) {
                if (batch.values[column][row] > 0) {
                    days[batch.item[row]].push_back(batch.day[row]);
                }
            }
        }
    });
    for (auto& [item, list] : days) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return days;
}

/// Days that follow each other become one event.
void addStretches(std::vector<ChartEvent>& events, const std::vector<Day>& days, Day first, Day last, ChartEventKind kind,
                  const QString& name) {
    for (const Day day : days) {
        if (day < first || day > last) {
            continue;
        }
        const bool isNext = !events.empty() && events.back().kind == kind && events.back().last + 1 >= day;
        if (isNext) {
            events.back().last = day;
        } else {
            events.push_back({kind, day, day, name});
        }
    }
}

}  // namespace

struct ForecastSource::Loaded {
    std::shared_ptr<const ForecastView> view;
    std::shared_ptr<const PromotionDays> promotions;
    std::shared_ptr<const ShopCalendar> calendar;
    QString message;
};

ForecastSource::ForecastSource(QObject* parent) : QObject(parent) {}

ForecastSource::~ForecastSource() {
    if (m_thread != nullptr) {
        m_thread->wait();
    }
}

void ForecastSource::clear() {
    ++m_generation;
    m_view.reset();
    m_promotions.reset();
    m_calendar.reset();
}

void ForecastSource::start(const QString& project) {
    const int generation = ++m_generation;
    auto loaded = std::make_shared<Loaded>();
    QThread* thread = QThread::create([loaded, path = std::filesystem::path(project.toStdString())] {
        try {
            const std::unique_ptr<ProjectReader> reader = ProjectReader::open(path);
            loaded->view = ForecastView::read(*reader);
            loaded->promotions = std::make_shared<PromotionDays>(promotionsOf(*reader));
            loaded->calendar = std::make_shared<const ShopCalendar>(reader->settings().country, calendarEditsFrom(reader->calendarEdits()));
        } catch (const Error& error) {
            loaded->message = errorText(error);
        } catch (const std::exception& error) {
            loaded->message = QString::fromUtf8(error.what());
        }
    });
    connect(thread, &QThread::finished, this, [this, loaded, generation, thread] {
        thread->deleteLater();
        m_thread = m_thread == thread ? nullptr : m_thread;
        if (generation != m_generation) {
            return;
        }
        m_view = loaded->view;
        m_promotions = loaded->promotions;
        m_calendar = loaded->calendar;
        loaded->message.isEmpty() ? emit ready() : emit failed(loaded->message);
    });
    m_thread = thread;
    thread->start();
}

std::vector<ChartEvent> ForecastSource::events(std::span<const int> series, Day first, Day last) const {
    std::vector<ChartEvent> events;
    const std::string& country = m_view->settings().country;
    for (const ShopEvent& event : m_calendar == nullptr ? std::vector<ShopEvent>() : m_calendar->eventsBetween(first, last)) {
        const bool isOfTheShop = event.isOwn || (!country.empty() && m_calendar->hasHolidays());
        const bool isInSpan = event.dates.last >= first && event.dates.first <= last;
        if (event.importance >= 2 && isOfTheShop && isInSpan) {
            events.push_back({ChartEventKind::Holiday, event.dates.first, event.dates.last, eventName(event)});
        }
    }
    if (m_promotions != nullptr && !series.empty()) {
        const std::int32_t item = m_view->forecast().keys[static_cast<std::size_t>(series.front())].item.value;
        const bool isOneItem = std::all_of(series.begin(), series.end(), [&](int one) {
            return m_view->forecast().keys[static_cast<std::size_t>(one)].item.value == item;
        });
        for (const std::int32_t key : {isOneItem ? item : 0, 0}) {
            const auto days = m_promotions->find(key);
            if (days != m_promotions->end()) {
                addStretches(events, days->second, first, last, ChartEventKind::Promotion, tr("Promotion"));
                break;
            }
        }
    }
    return events;
}

TimeChartData ForecastSource::chartData(std::span<const int> series, const QString& name) const {
    TimeChartData data;
    if (m_view == nullptr) {
        return data;
    }
    const ForecastView& view = *m_view;
    const SeriesSum sum = view.sum(series);
    data.name = name;
    data.unit = tr("units");
    data.axis = view.history().axis;
    data.firstPeriod = view.history().firstPeriod;
    data.firstForecast = view.forecast().firstPeriod;
    data.sold = sum.sold;
    data.demand = sum.demand;
    data.median = sum.median;
    const auto level = [&](double wanted) -> const std::vector<double>* {
        for (std::size_t i = 0; i < view.levels().size(); ++i) {
            if (std::abs(view.levels()[i] - wanted) < 1e-6) {
                return &sum.quantiles[i];
            }
        }
        return nullptr;
    };
    const std::array<double, 3> tails{0.025, 0.1, 0.25};
    for (std::size_t band = 0; band < tails.size(); ++band) {
        const auto *low = level(tails[band]), *high = level(1 - tails[band]);
        if (low != nullptr && high != nullptr) {
            data.bands[band] = {*low, *high};
        }
    }
    const Day first = data.axis.firstDay(data.firstPeriod);
    const Day last = data.axis.lastDay(data.firstForecast + view.horizon() - 1);
    data.events = events(series, first, last);
    std::vector<Day> stockOuts;
    for (std::size_t period = 0; period < sum.isStockOut.size(); ++period) {
        const auto number = data.firstPeriod + static_cast<std::int32_t>(period);
        for (Day day = data.axis.firstDay(number); sum.isStockOut[period] && day <= data.axis.lastDay(number); ++day) {
            stockOuts.push_back(day);
        }
    }
    addStretches(data.events, stockOuts, first, last, ChartEventKind::StockOut, tr("Out of stock"));
    return data;
}

QString ForecastSource::calendarNote() const {
    if (m_view == nullptr || m_calendar == nullptr) {
        return {};
    }
    return unannouncedText(*m_calendar, m_view->forecast().axis.lastDay(m_view->forecast().firstPeriod + m_view->horizon() - 1));
}

std::vector<ChartEvent> ForecastSource::comingEvents(std::span<const int> series) const {
    if (m_view == nullptr) {
        return {};
    }
    const std::int32_t first = m_view->forecast().firstPeriod;
    return events(series, m_view->forecast().axis.firstDay(first), m_view->forecast().axis.lastDay(first + m_view->horizon() - 1));
}

}  // namespace foresell
