// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QLocale>
#include <QPalette>
#include <QRegularExpression>
#include <QProxyStyle>
#include <QWidget>
#include <array>

namespace foresell {

namespace {

struct Pair {
    const char* name;
    QRgb light, dark;
};

constexpr std::array<Pair, static_cast<std::size_t>(Role::Count)> colors{{
    {"app", 0xFFEEF1F5, 0xFF11151B},
    {"surface", 0xFFFFFFFF, 0xFF181D25},
    {"subtle", 0xFFF6F8FA, 0xFF1E242D},
    {"hover", 0xFFE3E8EE, 0xFF28313C},
    {"selected", 0xFFDDEAF8, 0xFF1F3A57},
    {"line", 0xFFDBE1E8, 0xFF2F3844},
    {"control", 0xFF7C8896, 0xFF718091},
    {"text", 0xFF17202B, 0xFFE8ECF1},
    {"text2", 0xFF4A5665, 0xFFB4BECA},
    {"text3", 0xFF5E6A78, 0xFF909CAA},
    {"accent", 0xFF0B5CAD, 0xFF6CB2F5},
    {"onAccent", 0xFFFFFFFF, 0xFF0A1726},
    {"accentHover", 0xFF094A8C, 0xFF8FC6F9},
    {"warn", 0xFF8A5600, 0xFFF2B84B},
    {"warnTint", 0xFFFFF3DB, 0xFF392E18},
    {"error", 0xFFB3261E, 0xFFFF8F85},
    {"errorTint", 0xFFFDECEA, 0xFF402423},
    {"ok", 0xFF17703A, 0xFF6FCF8F},
    {"okTint", 0xFFE5F4EA, 0xFF1B3526},
    {"sales", 0xFF8A96A3, 0xFF7D8A99},
    {"demand", 0xFF1F2A37, 0xFFDDE4EC},
    {"forecast", 0xFF0B5CAD, 0xFF6CB2F5},
    {"band95", 0xFFE7F0FA, 0xFF1E2F42},
    {"band80", 0xFFCBE0F5, 0xFF254561},
    {"band50", 0xFFA3C9ED, 0xFF2A5880},
    {"baseline", 0xFF4A5665, 0xFFB4BECA},
    {"grid", 0xFFE9EDF2, 0xFF252D37},
    {"axis", 0xFFAEB8C3, 0xFF4C5866},
    {"promotion", 0xFF7B3FA0, 0xFFCB97EA},
    {"promotionTint", 0xFFF2E8F7, 0xFF33273D},
    {"holiday", 0xFF007A62, 0xFF4FCBA8},
    {"holidayTint", 0xFFE0F2ED, 0xFF1B362F},
    {"stockOut", 0xFF7D0F50, 0xFFF48ABB},
    {"stockOutTint", 0xFFF9E6F0, 0xFF3D2533},
    {"takenOffLine", 0xFF8A5600, 0xFFF2B84B},
    {"takenOffFill", 0xFFF5E0B5, 0xFF4A3C1F},
}};

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalInterface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";

QStringList families() {
    QStringList wanted{QStringLiteral("Roboto"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")};
    const QStringList there = QFontDatabase::families();
    wanted.removeIf([&there](const QString& family) { return !there.contains(family); });
    return wanted;
}

QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

/// Fusion whose menus show no underlines; Alt with the letter still opens them.
class WindowStyle : public QProxyStyle {
public:
    WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QPalette paletteFor(bool dark) {
    const auto color = [dark](Role role) { return Theme::color(role, dark); };
    QPalette palette;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text = group == QPalette::Disabled ? color(Role::Text3) : color(Role::Text);
        palette.setColor(group, QPalette::Window, color(Role::App));
        palette.setColor(group, QPalette::WindowText, text);
        palette.setColor(group, QPalette::Base, color(Role::Surface));
        palette.setColor(group, QPalette::AlternateBase, color(Role::Subtle));
        palette.setColor(group, QPalette::Text, text);
        palette.setColor(group, QPalette::PlaceholderText, color(Role::Text3));
        palette.setColor(group, QPalette::Button, color(Role::Surface));
        palette.setColor(group, QPalette::ButtonText, text);
        palette.setColor(group, QPalette::BrightText, color(Role::Error));
        palette.setColor(group, QPalette::Highlight, color(Role::Accent));
        palette.setColor(group, QPalette::HighlightedText, color(Role::OnAccent));
        palette.setColor(group, QPalette::Link, color(Role::Accent));
        palette.setColor(group, QPalette::LinkVisited, color(Role::Accent));
        palette.setColor(group, QPalette::ToolTipBase, color(Role::Text));
        palette.setColor(group, QPalette::ToolTipText, color(Role::Surface));
        palette.setColor(group, QPalette::Light, color(Role::Surface));
        palette.setColor(group, QPalette::Midlight, color(Role::Hover));
        palette.setColor(group, QPalette::Mid, color(Role::Line));
        palette.setColor(group, QPalette::Dark, color(Role::Control));
        palette.setColor(group, QPalette::Shadow, color(Role::Line));
    }
    return palette;
}

}  // namespace

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

QColor Theme::color(Role role, bool dark) {
    const Pair& pair = colors[static_cast<std::size_t>(role)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

void Theme::install(QApplication& application) {
    m_application = &application;
    const QPalette desktop = QGuiApplication::palette();
    m_desktopPaletteDark =
        desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    QApplication::setStyle(new WindowStyle);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        QDBusInterface portal(QLatin1String(portalService), QLatin1String(portalPath), QLatin1String(portalInterface), bus);
        portal.setTimeout(500);
        if (portal.isValid()) {
            const QDBusReply<QDBusVariant> reply =
                portal.call(QStringLiteral("Read"), QLatin1String(appearance), QStringLiteral("color-scheme"));
            if (reply.isValid()) {
                m_portalScheme = unwrapped(reply.value().variant()).toInt();
            }
        }
        bus.connect(QLatin1String(portalService), QLatin1String(portalPath), QLatin1String(portalInterface),
                    QStringLiteral("SettingChanged"), this, SLOT(portalChanged(QString, QString, QDBusVariant)));
    }
    application.installEventFilter(this);
    apply();
}

void Theme::portalChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == QLatin1String(appearance) && key == QLatin1String("color-scheme")) {
        m_portalScheme = unwrapped(value.variant()).toInt();
        apply();
    }
}

bool Theme::desktopIsDark() const {
    return m_portalScheme == 1 || (m_portalScheme == 0 && m_desktopPaletteDark);
}

void Theme::setMode(Mode mode) {
    m_mode = mode;
    apply();
}

void Theme::setZoom(int percent) {
    m_zoom = qBound(75, percent, 300);
    apply();
}

QFont Theme::font(int size, bool emphasised) const {
    QFont font;
    const QStringList all = families();
    if (!all.isEmpty()) {
        font.setFamilies(all);
    }
    font.setPixelSize(px(size));
    if (emphasised) {
        // Noto Sans CJK has Regular and Bold only.
        font.setWeight(QLocale().language() == QLocale::Chinese ? QFont::DemiBold : QFont::Medium);
    }
    return font;
}

void Theme::apply() {
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && desktopIsDark());
    if (m_application == nullptr) {
        return;
    }
    QApplication::setPalette(paletteFor(m_dark));
    QApplication::setFont(font(13));
    QFile file(QStringLiteral(":/styles/foresell.qss"));
    if (file.open(QIODevice::ReadOnly)) {
        QString sheet = QString::fromUtf8(file.readAll());
        // Longer names first, so that @accent does not eat @accentHover.
        QList<Pair> named(colors.begin(), colors.end());
        std::sort(named.begin(), named.end(),
                  [](const Pair& a, const Pair& b) { return qstrlen(a.name) > qstrlen(b.name); });
        for (const Pair& pair : named) {
            sheet.replace(QLatin1Char('@') + QLatin1String(pair.name), QColor::fromRgb(m_dark ? pair.dark : pair.light).name());
        }
        sheet.replace(QLatin1String("@theme"), m_dark ? QLatin1String("dark") : QLatin1String("light"));
        static const QRegularExpression pixels(QStringLiteral("(\\d+)px"));
        QString zoomed;
        qsizetype at = 0;
        for (auto match = pixels.globalMatch(sheet); match.hasNext();) {
            const QRegularExpressionMatch next = match.next();
            const int size = next.captured(1).toInt();
            zoomed += sheet.mid(at, next.capturedStart() - at);
            zoomed += QString::number(size <= 1 ? size : px(size)) + QLatin1String("px");
            at = next.capturedEnd();
        }
        zoomed += sheet.mid(at);
        m_application->setStyleSheet(zoomed);
    }
    emit changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_application && event->type() == QEvent::LanguageChange) {
        QMetaObject::invokeMethod(this, [this] { apply(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace foresell
