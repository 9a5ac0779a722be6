// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_colors.h"

namespace foresell {

namespace {

QColor rgb(unsigned value) {
    return QColor::fromRgb(value);
}

/// The share of `over` in a mix with `under`, computed ahead because nothing in a chart is translucent.
QColor mixed(const QColor& over, const QColor& under, double share) {
    const auto part = [&](int a, int b) { return static_cast<int>(a * share + b * (1 - share) + 0.5); };
    return {part(over.red(), under.red()), part(over.green(), under.green()), part(over.blue(), under.blue())};
}

ChartColors lightColors() {
    ChartColors c;
    c.surface = rgb(0xFFFFFF), c.subtle = rgb(0xF6F8FA), c.text = rgb(0x17202B), c.text2 = rgb(0x4A5665);
    c.line = rgb(0xDBE1E8), c.accent = rgb(0x0B5CAD), c.control = rgb(0x7C8896), c.selected = rgb(0xDDEAF8);
    c.sold = rgb(0x8A96A3), c.demand = rgb(0x1F2A37), c.forecast = rgb(0x0B5CAD);
    c.band95 = rgb(0xE7F0FA), c.band80 = rgb(0xCBE0F5), c.band50 = rgb(0xA3C9ED), c.simple = rgb(0x4A5665);
    c.promotion = rgb(0x7B3FA0), c.holiday = rgb(0x007A62), c.stockOut = rgb(0x7D0F50);
    c.stockOutTint = rgb(0xF9E6F0), c.beforeLine = rgb(0x8A5600), c.takenOff = rgb(0xF5E0B5);
    c.grid = rgb(0xE9EDF2), c.axis = rgb(0xAEB8C3), c.ok = rgb(0x17703A);
    c.stockOutHatch = mixed(c.stockOut, c.stockOutTint, 0.4);
    return c;
}

ChartColors darkColors() {
    ChartColors c;
    c.surface = rgb(0x181D25), c.subtle = rgb(0x1E242D), c.text = rgb(0xE8ECF1), c.text2 = rgb(0xB4BECA);
    c.line = rgb(0x2F3844), c.accent = rgb(0x6CB2F5), c.control = rgb(0x718091), c.selected = rgb(0x1F3A57);
    c.sold = rgb(0x7D8A99), c.demand = rgb(0xDDE4EC), c.forecast = rgb(0x6CB2F5);
    c.band95 = rgb(0x1E2F42), c.band80 = rgb(0x254561), c.band50 = rgb(0x2A5880), c.simple = rgb(0xB4BECA);
    c.promotion = rgb(0xCB97EA), c.holiday = rgb(0x4FCBA8), c.stockOut = rgb(0xF48ABB);
    c.stockOutTint = rgb(0x3D2533), c.beforeLine = rgb(0xF2B84B), c.takenOff = rgb(0x4A3C1F);
    c.grid = rgb(0x252D37), c.axis = rgb(0x4C5866), c.ok = rgb(0x6FCF8F);
    c.stockOutHatch = mixed(c.stockOut, c.stockOutTint, 0.4);
    return c;
}

}  // namespace

const ChartColors& chartColors(bool isDark) {
    static const ChartColors light = lightColors();
    static const ChartColors dark = darkColors();
    return isDark ? dark : light;
}

bool isDarkPalette(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace foresell
