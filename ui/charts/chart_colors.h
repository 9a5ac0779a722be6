// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace foresell {

/// The colours of charts, all opaque. One grammar: ink is what happened, blue what is expected.
struct ChartColors {
    QColor surface, subtle, text, text2, line, accent, control, selected;
    QColor sold, demand, forecast, band95, band80, band50, simple;
    QColor promotion, holiday, stockOut, stockOutTint, stockOutHatch;
    QColor beforeLine, takenOff, grid, axis, ok;
};

const ChartColors& chartColors(bool isDark);

/// True when the window background of the palette is darker than its text.
bool isDarkPalette(const QPalette& palette);

}  // namespace foresell
