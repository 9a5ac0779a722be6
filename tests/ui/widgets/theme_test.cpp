// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QTest>
#include <cmath>

using namespace foresell;

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Contrast ratio of WCAG 2.1.
double contrast(Role a, Role b, bool dark) {
    const double first = luminance(Theme::color(a, dark));
    const double second = luminance(Theme::color(b, dark));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void textCanBeReadOnEveryGround();
    void edgesAndChartLinesStandOut();
    void everyRoleHasAColourOfItsOwnInBothThemes();
};

void ThemeTest::textCanBeReadOnEveryGround() {
    for (const bool dark : {false, true}) {
        for (const Role ground : {Role::App, Role::Surface, Role::Subtle, Role::Hover, Role::Selected}) {
            for (const Role text : {Role::Text, Role::Text2}) {
                QVERIFY(contrast(text, ground, dark) >= 4.5);
            }
        }
        for (const Role ground : {Role::App, Role::Surface, Role::Subtle}) {
            QVERIFY(contrast(Role::Text3, ground, dark) >= 4.5);
            QVERIFY(contrast(Role::Accent, ground, dark) >= 4.5);
        }
        QVERIFY(contrast(Role::OnAccent, Role::Accent, dark) >= 4.5);
        QVERIFY(contrast(Role::OnAccent, Role::AccentHover, dark) >= 4.5);
        QVERIFY(contrast(Role::Warn, Role::WarnTint, dark) >= 4.5);
        QVERIFY(contrast(Role::Error, Role::ErrorTint, dark) >= 4.5);
        QVERIFY(contrast(Role::Ok, Role::OkTint, dark) >= 4.5);
    }
}

void ThemeTest::edgesAndChartLinesStandOut() {
    for (const bool dark : {false, true}) {
        for (const Role line : {Role::Control, Role::Sales, Role::Demand, Role::Forecast, Role::Promotion, Role::Holiday, Role::StockOut}) {
            QVERIFY(contrast(line, Role::Surface, dark) >= 2.95);
        }
    }
}

void ThemeTest::everyRoleHasAColourOfItsOwnInBothThemes() {
    for (int role = 0; role < static_cast<int>(Role::Count); ++role) {
        QVERIFY(Theme::color(static_cast<Role>(role), false) != Theme::color(static_cast<Role>(role), true));
    }
}

QTEST_APPLESS_MAIN(ThemeTest)
#include "theme_test.moc"
