// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLocale>
#include <QString>
#include <string>

#include "core/calendar/period.h"

class QWidget;

namespace foresell {

// Numbers and dates as charts, lists and reports write them, in English and Chinese. The minus is the true one, and
// what is not known is an en dash.

bool isChinese(const QLocale& locale);
/// The language a chart is written in: that of the window, unless it or a parent was given another by setLocale.
QLocale shownLocale(const QWidget& widget);

/// 1,234 with as many decimals as asked.
QString numberText(double value, const QLocale& locale, int decimals = 0);
/// 1,234 · 12.5 k · 1.2 M; in Chinese 1,234 · 1.2万 · 3.5亿.
QString shortNumber(double value, const QLocale& locale);
/// A ratio as 49%.
QString percentText(double ratio, const QLocale& locale, int decimals = 0);
/// A relative change as +49% or −4%; above 200 %: "> 200%".
QString changeText(double change, const QLocale& locale);
/// "£6,028" for a currency of ISO 4217; the code itself where no sign is known.
QString moneyText(double value, const std::string& currency, const QLocale& locale);

/// 5 Dec 2011 · 2011年12月5日.
QString dateText(Day day, const QLocale& locale);
/// 5 Dec · 12/5.
QString shortDate(Day day, const QLocale& locale);
/// Dec · 12月.
QString monthText(int month, const QLocale& locale);
/// 2011 · 2011年.
QString yearText(int year, const QLocale& locale);

/// The font of everything that may become a PDF: Noto CJK yields text there that cannot be searched with Qt 6.4,
/// WenQuanYi Micro Hei does not; and no ligatures, which would be found as one sign each.
QFont printFont(int pixelSize, bool isStrong);

/// Names all in capitals in title case; others as they are.
QString shownName(const QString& name);

}  // namespace foresell
