// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <map>

#include "ui/charts/chart_text.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("foresell::Calendar", text);
}

}  // namespace

QString eventName(const ShopEvent& event) {
    return QString::fromStdString(isChinese(QLocale()) ? event.nameZh : event.nameEn);
}

QString phaseName(EventPhaseKind kind) {
    const std::string_view name = isChinese(QLocale()) ? phaseNameZh(kind) : phaseNameEn(kind);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString countryName(const std::string& code) {
    static const std::map<std::string_view, const char*> names{{"CN", QT_TRANSLATE_NOOP("foresell::Calendar", "China")},
                                                               {"DE", QT_TRANSLATE_NOOP("foresell::Calendar", "Germany")},
                                                               {"FR", QT_TRANSLATE_NOOP("foresell::Calendar", "France")},
                                                               {"GB", QT_TRANSLATE_NOOP("foresell::Calendar", "the United Kingdom")},
                                                               {"JP", QT_TRANSLATE_NOOP("foresell::Calendar", "Japan")},
                                                               {"US", QT_TRANSLATE_NOOP("foresell::Calendar", "the United States")}};
    const auto found = names.find(code);
    return found == names.end() ? QString::fromStdString(code) : say(found->second);
}

QString weekText(const FiscalWeek& week) {
    return say(QT_TRANSLATE_NOOP("foresell::Calendar", "W%1")).arg(week.week);
}

QString fiscalMonthText(int year, int month) {
    return say(QT_TRANSLATE_NOOP("foresell::Calendar", "Fiscal month %1 of %2")).arg(month).arg(year);
}

QString daysText(Day first, Day last) {
    const QLocale locale;
    return first == last ? shortDate(first, locale) : QString(shortDate(first, locale) + u" – " + shortDate(last, locale));
}

QString unannouncedText(const ShopCalendar& calendar, Day last) {
    const Day until = calendar.unannouncedAfter(last);
    return until == noDay ? QString()
                          : say(QT_TRANSLATE_NOOP("foresell::Calendar", "Days off and worked weekends after %1 are not announced yet. Until then only the "
                                                                         "statutory days count as holidays."))
                                .arg(dateText(until, QLocale()));
}

}  // namespace foresell
