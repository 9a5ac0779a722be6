// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QFont>
#include <QObject>

class QApplication;

namespace foresell {

/// What a colour is for; the values are those of the product's look, light and dark.
enum class Role {
    App, Surface, Subtle, Hover, Selected, Line, Control,
    Text, Text2, Text3, Accent, OnAccent, AccentHover,
    Warn, WarnTint, Error, ErrorTint, Ok, OkTint,
    // charts
    Sales, Demand, Forecast, Band95, Band80, Band50, Baseline, Grid, Axis,
    Promotion, PromotionTint, Holiday, HolidayTint, StockOut, StockOutTint, TakenOffLine, TakenOffFill,
    Count
};

/// Colours, fonts and style sheet of the window. Follows the desktop unless told otherwise; `changed` is emitted when
/// any colour or size is another, and whoever paints by hand then paints anew.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    static Theme& instance();

    /// Once, before the first window: style, fonts, palette, style sheet.
    void install(QApplication& application);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    /// 100, 125, 150 ... percent.
    void setZoom(int percent);
    int zoom() const { return m_zoom; }
    /// Pixels at 100 % -> pixels now.
    int px(int size) const { return size * m_zoom / 100; }

    QColor color(Role role) const { return color(role, m_dark); }
    static QColor color(Role role, bool dark);

    /// The window's font at a size of the look (12, 13, 14, 20, 25), in the weight that emphasis has in this language.
    QFont font(int size, bool emphasised = false) const;

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    void portalChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    Theme() = default;
    void apply();
    bool desktopIsDark() const;

    Mode m_mode = Mode::System;
    bool m_dark = false;
    bool m_desktopPaletteDark = false;
    int m_portalScheme = 0;  // 0 no preference, 1 dark, 2 light
    int m_zoom = 100;
    QApplication* m_application = nullptr;
};

}  // namespace foresell
