// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/widgets/theme.h"

class QApplication;

namespace foresell {

/// What a person chose for the window itself: language, colours, size. Kept between sessions, in force at once.
class Preferences {
public:
    /// Once at the start, after Theme::install: applies what was kept, or these where not empty.
    static void apply(const QString& language = {}, const QString& theme = {});

    /// "", "en" or "zh_CN"; empty: as the desktop.
    static QString language();
    static void setLanguage(const QString& language);
    static void setTheme(Theme::Mode mode);
    static void setZoom(int percent);

private:
    static void loadLanguage(const QString& language);
};

}  // namespace foresell
