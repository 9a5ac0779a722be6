// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_text.h"

#include <QHash>
#include <cmath>

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

const QString unknown = u"–"_s;

QString withTrueMinus(QString text) {
    return text.replace(u'-', u'−');
}

/// One decimal, dropped where it is zero.
QString shortened(double value) {
    QString text = QString::number(value, 'f', std::abs(value) < 100 ? 1 : 0);
    if (text.endsWith(".0"_L1)) {
        text.chop(2);
    }
    return text;
}

}  // namespace

bool isChinese(const QLocale& locale) {
    return locale.language() == QLocale::Chinese;
}

QLocale shownLocale(const QWidget& widget) {
    for (const QWidget* one = &widget; one != nullptr; one = one->parentWidget()) {
        if (one->testAttribute(Qt::WA_SetLocale)) {
            return one->locale();
        }
    }
    return {};
}

QString numberText(double value, const QLocale& locale, int decimals) {
    Q_UNUSED(locale);
    if (!std::isfinite(value)) {
        return unknown;
    }
    if (std::abs(value) < 0.5 * std::pow(10.0, -decimals)) {
        value = 0;
    }
    static const QLocale grouped(QLocale::English, QLocale::UnitedStates);
    return withTrueMinus(grouped.toString(value, 'f', decimals));
}

QString shortNumber(double value, const QLocale& locale) {
    if (!std::isfinite(value)) {
        return unknown;
    }
    const double size = std::abs(value);
    if (size < 9999.5) {
        return numberText(value, locale, size >= 10 || size == std::floor(size) ? 0 : 1);
    }
    if (isChinese(locale)) {
        return withTrueMinus(size < 1e8 ? QString(shortened(value / 1e4) + u"万"_s) : QString(shortened(value / 1e8) + u"亿"_s));
    }
    return withTrueMinus(size < 999'500 ? QString(shortened(value / 1e3) + u" k"_s) : QString(shortened(value / 1e6) + u" M"_s));
}

QString percentText(double ratio, const QLocale& locale, int decimals) {
    return std::isfinite(ratio) ? QString(numberText(ratio * 100, locale, decimals) + u'%') : unknown;
}

QString changeText(double change, const QLocale& locale) {
    if (!std::isfinite(change)) {
        return unknown;
    }
    if (change > 2) {
        return u"> 200%"_s;
    }
    const QString text = percentText(change, locale);
    return change > 0 && text != "0%"_L1 ? QString(u'+' + text) : text;
}

QString moneyText(double value, const std::string& currency, const QLocale& locale) {
    static const QHash<QString, QString> signs{{u"GBP"_s, u"£"_s}, {u"USD"_s, u"$"_s}, {u"EUR"_s, u"€"_s},
                                               {u"CNY"_s, u"¥"_s}, {u"JPY"_s, u"¥"_s}};
    const QString code = QString::fromStdString(currency);
    const bool isLarge = std::abs(value) >= 999'500;
    const QString number = isLarge ? shortNumber(std::abs(value), locale)
                                   : numberText(std::abs(value), locale, std::abs(value) < 100 ? 2 : 0);
    const QString sign = value < 0 ? u"−"_s : QString();
    if (code.isEmpty()) {
        return sign + number;
    }
    return signs.contains(code) ? QString(sign + signs.value(code) + number) : QString(sign + number + u' ' + code);
}

QString dateText(Day day, const QLocale& locale) {
    if (day == noDay) {
        return unknown;
    }
    const CivilDate date = toCivil(day);
    if (isChinese(locale)) {
        return u"%1年%2月%3日"_s.arg(date.year).arg(date.month).arg(date.day);
    }
    return u"%1 %2 %3"_s.arg(date.day).arg(monthText(date.month, locale)).arg(date.year);
}

QString shortDate(Day day, const QLocale& locale) {
    const CivilDate date = toCivil(day);
    return isChinese(locale) ? u"%1/%2"_s.arg(date.month).arg(date.day)
                             : u"%1 %2"_s.arg(date.day).arg(monthText(date.month, locale));
}

QString monthText(int month, const QLocale& locale) {
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    if (isChinese(locale)) {
        return u"%1月"_s.arg(month);
    }
    return month == 9 ? u"Sep"_s : english.monthName(month, QLocale::ShortFormat);
}

QString yearText(int year, const QLocale& locale) {
    return isChinese(locale) ? u"%1年"_s.arg(year) : QString::number(year);
}

QFont printFont(int pixelSize, bool isStrong) {
    QFont font;
    font.setFamilies({u"Roboto"_s, u"WenQuanYi Micro Hei"_s, u"Droid Sans Fallback"_s});
    font.setPixelSize(pixelSize);
    font.setWeight(isStrong ? QFont::Medium : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);  // any spacing turns ligatures off
    return font;
}

QString shownName(const QString& name) {
    if (name != name.toUpper() || name == name.toLower()) {
        return name;
    }
    QString shown = name.toLower();
    bool isWordStart = true;
    for (QChar& letter : shown) {
        if (isWordStart && letter.isLetter()) {
            letter = letter.toUpper();
        }
        isWordStart = letter.isSpace() || letter == u'-' || letter == u'/' || letter == u'(';
    }
    return shown;
}

}  // namespace foresell
