// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace foresell {

namespace {

constexpr auto languageKey = "language";
constexpr auto themeKey = "theme";
constexpr auto zoomKey = "zoom";

QTranslator& ownTranslator() {
    static QTranslator translator;
    return translator;
}

QTranslator& qtTranslator() {
    static QTranslator translator;
    return translator;
}

}  // namespace

void Preferences::apply(const QString& language, const QString& theme) {
    const QSettings settings;
    loadLanguage(language.isEmpty() ? Preferences::language() : language);
    const QString mode = theme.isEmpty() ? settings.value(QLatin1String(themeKey)).toString() : theme;
    Theme::instance().setMode(mode == QLatin1String("dark")    ? Theme::Mode::Dark
                              : mode == QLatin1String("light") ? Theme::Mode::Light
                                                               : Theme::Mode::System);
    Theme::instance().setZoom(settings.value(QLatin1String(zoomKey), 100).toInt());
}

QString Preferences::language() {
    return QSettings().value(QLatin1String(languageKey)).toString();
}

void Preferences::setLanguage(const QString& language) {
    QSettings().setValue(QLatin1String(languageKey), language);
    loadLanguage(language);
}

void Preferences::loadLanguage(const QString& language) {
    const QLocale wished = language.isEmpty() ? QLocale::system() : QLocale(language);
    const QLocale locale = wished.language() == QLocale::C ? QLocale(QLocale::English) : wished;
    QLocale::setDefault(locale);
    for (QTranslator* translator : {&ownTranslator(), &qtTranslator()}) {
        QCoreApplication::removeTranslator(translator);
    }
    // English for whoever reads neither: its file holds the plurals.
    const QString own = locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (ownTranslator().load(QStringLiteral(":/translations/foresell_") + own)) {
        QCoreApplication::installTranslator(&ownTranslator());
    }
    if (qtTranslator().load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qtTranslator());
    }
    // Also where nothing could be installed: back to English.
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &changed);
}

void Preferences::setTheme(Theme::Mode mode) {
    QSettings().setValue(QLatin1String(themeKey), mode == Theme::Mode::Dark    ? QStringLiteral("dark")
                                                  : mode == Theme::Mode::Light ? QStringLiteral("light")
                                                                               : QString());
    Theme::instance().setMode(mode);
}

void Preferences::setZoom(int percent) {
    Theme::instance().setZoom(percent);
    QSettings().setValue(QLatin1String(zoomKey), Theme::instance().zoom());
}

}  // namespace foresell
