// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/feature_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <optional>

#include "core/calendar/event_phase.h"
#include "core/calendar/holiday_calendar.h"
#include "ui/charts/chart_text.h"
#include "ui/widgets/messages.h"

namespace foresell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(foresell::FeatureWords)
};

struct Feature {
    const char* name;
    const char* title;
    const char* meaning;
};

constexpr Feature features[] = {
    {"open", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Open days"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Whether the shop is open. Closed days are not learnt from and are forecast as none.")},
    {"public_holiday", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Public holidays"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The share of the days that are off for a public holiday.")},
    {"make_up_workday", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Make-up work days"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Weekend days that are worked in place of a holiday.")},
    {"price_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Price paid, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The mean price of the sales over what was usual for the item before.")},
    {"line_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Units an order, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How many units one order line holds, over what was usual before: many say that large orders came.")},
    {"views_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Views, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How often the item was looked at, over what was usual for it before.")},
    {"visitors_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Visitors, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How many people looked at the item, over what was usual for it before.")},
    {"carts_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Carts, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How often the item was put into a cart, over what was usual for it before.")},
    {"favourites_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Favourites, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How often the item was marked as a favourite, over what was usual for it before.")},
    {"searches_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Searches, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How often the item was searched for, over what was usual for it before.")},
    {"orders_to_usual", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Orders, beside the usual"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How often the item was ordered, over what was usual for it before.")},
    {"conversion", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Conversion"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Orders (or units sold) a view over the last four weeks.")},
    {"cart_share", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Carts a view"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How many views end in a cart, over the last four weeks.")},
    {"view_recency", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Time since the last view"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Periods since somebody last looked at the item.")},
    {"view_frequency", QT_TRANSLATE_NOOP("foresell::FeatureWords", "How regularly it is viewed"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The share of the latest periods in which somebody looked at the item.")},
    {"repeat_share", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Returning visitors"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The share of the visitors who had been there on an earlier day.")},
    {"age", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Age"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Years since the item first sold here.")},
    {"season_sine", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Place in the year (1)"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The day of the year as a point on a circle, so that December lies beside January.")},
    {"season_cosine", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Place in the year (2)"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The day of the year as a point on a circle, so that December lies beside January.")},
    {"discount", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Discount"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How far the price lies below the highest of the three months before.")},
    {"relative_price", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Price within the category"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The price over the mean price of the category at the same time.")},
    {"sales_rank", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Sales rank"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "The place among the items of the category by the sales of the last four weeks: 1 is the best.")},
    {"rolling_mean", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Recent level"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Mean sales of the last four weeks, over those of the year.")},
    {"rolling_spread", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Recent unrest"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "How much the sales of the last four weeks vary, over the mean of the year.")},
    {"lag_year", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Sales a year before"),
     QT_TRANSLATE_NOOP("foresell::FeatureWords", "Sales of the same period a year before, over the mean of the year.")},
    {"category", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Category"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "The category of the item.")},
    {"brand", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Brand"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "The brand of the item.")},
    {"cost", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Cost"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "What a unit costs you.")},
    {"list_price", QT_TRANSLATE_NOOP("foresell::FeatureWords", "List price"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "The price in the list of items.")},
    {"lead_time", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Lead time"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "How long an order to the supplier takes.")},
    {"pack_size", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Pack size"), QT_TRANSLATE_NOOP("foresell::FeatureWords", "How many units the supplier packs together.")},
};

const Feature* find(std::string_view name) {
    for (const Feature& feature : features) {
        if (name == feature.name) {
            return &feature;
        }
    }
    return nullptr;
}

constexpr std::string_view shopPrefix = "shop_";

/// The computed feature that a name stands for; columns of files with the same name are none.
const Feature* computed(const FeatureFacts& feature, bool& isOfShop) {
    isOfShop = feature.source == "behaviour" && feature.name.starts_with(shopPrefix);
    const bool isOwnColumn = feature.source == "plan" || feature.source == "signals" || feature.source == "derived" || feature.source == "locations";
    if (isOwnColumn && feature.name != "open") {
        return nullptr;
    }
    return find(isOfShop ? std::string_view(feature.name).substr(shopPrefix.size()) : std::string_view(feature.name));
}

QString eventName(const std::string& id) {
    const auto nameIn = [&id](std::string_view country) {
        for (const EventType& type : HolidayCalendar::forCountry(country).eventTypes()) {
            if (type.id == id) {
                return QString::fromStdString(isChinese(QLocale()) ? type.nameZh : type.nameEn);
            }
        }
        return QString();
    };
    QString name = nameIn("");
    for (const std::string_view country : HolidayCalendar::countries()) {
        name = name.isEmpty() ? nameIn(country) : name;
    }
    return name.isEmpty() ? QString::fromStdString(id) : name;
}

/// "phase:commerce.618:presale": what it tells, of which event, and of which of its phases.
struct EventFeature {
    std::string kind;
    QString event, phase;

    explicit EventFeature(const std::string& name) {
        const std::size_t first = name.find(':'), second = name.find(':', first + 1);
        kind = name.substr(0, first);
        event = eventName(name.substr(first + 1, second == std::string::npos ? second : second - first - 1));
        const auto named = second == std::string::npos ? std::nullopt : phaseNamed(name.substr(second + 1));
        if (named) {
            const std::string_view text = isChinese(QLocale()) ? phaseNameZh(*named) : phaseNameEn(*named);
            phase = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        }
    }
    QString title() const {
        return kind == "before"     ? Words::tr("Weeks before %1").arg(event)
               : kind == "after"    ? Words::tr("Days after %1").arg(event)
               : kind == "phase"    ? Words::tr("%1: %2").arg(event, phase)
               : kind == "position" ? Words::tr("Progress of %1").arg(event)
                                    : event;
    }
    QString meaning() const {
        return kind == "before"     ? Words::tr("Rises from 0 to 1 over the weeks before %1.").arg(event)
               : kind == "after"    ? Words::tr("Falls from 1 to 0 over the days after %1, whose demand was drawn forward.").arg(event)
               : kind == "phase"    ? Words::tr("1 in this phase of %1.").arg(event)
               : kind == "position" ? Words::tr("From 0 to 1 on the way from the first phase of %1 to its last.").arg(event)
                                    : Words::tr("1 on the days of %1.").arg(event);
    }
};

bool isEvent(const FeatureFacts& feature) {
    return feature.source == "calendar" && feature.name.find(':') != std::string::npos;
}

}  // namespace

QString featureTitle(const FeatureFacts& feature) {
    bool isOfShop = false;
    if (const Feature* known = computed(feature, isOfShop)) {
        return isOfShop ? Words::tr("%1 (whole shop)").arg(Words::tr(known->title)) : Words::tr(known->title);
    }
    if (isEvent(feature)) {
        return EventFeature(feature.name).title();
    }
    return QString::fromStdString(feature.name);
}

QString featureMeaning(const FeatureFacts& feature) {
    bool isOfShop = false;
    if (const Feature* known = computed(feature, isOfShop)) {
        return Words::tr(known->meaning);
    }
    if (isEvent(feature)) {
        return EventFeature(feature.name).meaning();
    }
    if (feature.source == "derived") {
        return Words::tr("Computed: %1").arg(QString::fromStdString(feature.formula));
    }
    if (feature.source == "signals") {
        return Words::tr("A signal from around the shop that you imported.");
    }
    if (feature.source == "plan") {
        return Words::tr("A column of the plan that you imported.");
    }
    return feature.source == "locations" ? Words::tr("A column of the list of locations.") : Words::tr("A column of the list of items.");
}

QString featureSource(const std::string& source) {
    static constexpr std::pair<const char*, const char*> sources[] = {
        {"plan", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Plan")},
        {"calendar", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Calendar")},
        {"sales", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Sales")},
        {"behaviour", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Visits")},
        {"signals", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Market")},
        {"items", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Items")},
        {"locations", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Locations")},
        {"series", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Computed")},
        {"derived", QT_TRANSLATE_NOOP("foresell::FeatureWords", "Formula")}};
    for (const auto& [code, text] : sources) {
        if (source == code) {
            return Words::tr(text);
        }
    }
    return QString::fromStdString(source);
}

QString featureRoleText(const FeatureFacts& feature) {
    switch (feature.role) {
        case FeatureRole::Static:
            return Words::tr("Does not change with time, so it holds for past and coming periods alike.");
        case FeatureRole::KnownAhead:
            return Words::tr("Known in advance: forecasts use what it will be in the coming periods.");
        case FeatureRole::PastOnly:
            break;
    }
    if (feature.source == "signals") {
        return Words::tr("Known for past periods alone, since no coming values are given. Enter or fill them below, and forecasts will use them.");
    }
    if (feature.source == "derived") {
        return Words::tr("Known for past periods alone, since it needs something that is. It is refused for coming periods: nobody knows it then.");
    }
    return Words::tr("Known for past periods alone. It is refused for coming periods: what has not happened yet cannot be told ahead.");
}

QString featureCoverage(const FeatureFacts& feature) {
    const QString share = percentText(feature.coverage);
    return feature.categories > 0 ? Words::tr("%1 · %n kind(s)", nullptr, feature.categories).arg(share) : share;
}

}  // namespace foresell
