// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/rail.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

RailButton::RailButton(const QString& icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize RailButton::sizeHint() const {
    return {Theme::instance().px(79), Theme::instance().px(58)};
}

void RailButton::setBadge(Badge badge) {
    if (m_badge == badge) {
        return;
    }
    m_badge = badge;
    if (m_timer != 0) {
        killTimer(m_timer);
        m_timer = 0;
    }
    if (badge == Badge::Running) {
        m_timer = startTimer(100);
    }
    update();
}

void RailButton::timerEvent(QTimerEvent*) {
    m_turn = (m_turn + 30) % 360;
    update();
}

void RailButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void RailButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(theme.px(6), 3, -theme.px(6), -3);
    const bool isOn = isChecked();
    if (isOn || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(isOn ? Role::Selected : Role::Hover));
        painter.drawRoundedRect(card, 6, 6);
    }
    if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Accent));
        painter.drawRoundedRect(QRectF(-3, card.top() + theme.px(8), 6, card.height() - theme.px(16)), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 5, 5);
    }
    const Role role = !isEnabled() ? Role::Text3 : isOn ? Role::Accent : Role::Text2;
    const int size = theme.px(22);
    const QRect place((width() - size) / 2, theme.px(10), size, size);
    painter.setOpacity(isEnabled() ? 1.0 : 0.6);
    themedIcon(m_icon, role).paint(&painter, place);
    painter.setOpacity(1.0);
    painter.setPen(theme.color(isOn ? Role::Accent : isEnabled() ? Role::Text : Role::Text3));
    painter.setFont(theme.font(12, isOn));
    painter.drawText(QRect(0, theme.px(33), width(), theme.px(20)), Qt::AlignCenter, text());
    if (m_badge != Badge::None) {
        paintBadge(painter, QPointF(place.right() + theme.px(3), place.top() + theme.px(1)));
    }
}

void RailButton::paintBadge(QPainter& painter, const QPointF& centre) const {
    const Theme& theme = Theme::instance();
    const qreal size = theme.px(14);
    const QRectF place(centre.x() - size / 2, centre.y() - size / 2, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::App));
    painter.drawEllipse(place.adjusted(-1.5, -1.5, 1.5, 1.5));
    if (m_badge == Badge::Running) {
        painter.setBrush(theme.color(Role::Accent));
        painter.drawEllipse(place);
        painter.setPen(QPen(theme.color(Role::OnAccent), 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(place.adjusted(3.5, 3.5, -3.5, -3.5), -m_turn * 16, 270 * 16);
        return;
    }
    painter.drawPixmap(place.topLeft(), stateGlyph(m_badge == Badge::Done ? QStringLiteral("ok") : QStringLiteral("attention"),
                                                   static_cast<int>(size), devicePixelRatioF()));
}

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(80);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 1, 8);
    layout->setSpacing(0);
    auto* group = new QButtonGroup(this);
    const std::pair<PageId, const char*> places[] = {
        {PageId::Start, "start"},       {PageId::Data, "data"},     {PageId::Cleaning, "cleaning"}, {PageId::Features, "features"},
        {PageId::Training, "training"},
        {PageId::Forecast, "forecast"}, {PageId::Report, "report"}, {PageId::Settings, "settings"}};
    int number = 0;
    for (const auto& [page, icon] : places) {
        auto* button = new RailButton(QString::fromLatin1(icon));
        m_buttons[page] = button;
        group->addButton(button);
        if (page == PageId::Settings) {
            layout->addStretch();
        }
        layout->addWidget(button);
        if (page == PageId::Start || page == PageId::Training) {
            auto* line = makeHairline();
            auto* row = new QVBoxLayout;
            row->setContentsMargins(16, 4, 16, 4);
            row->addWidget(line);
            layout->addLayout(row);
        }
        connect(button, &RailButton::clicked, this, [this, id = page] { emit chosen(id); });
        if (page != PageId::Settings) {
            auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)), this);
            connect(shortcut, &QShortcut::activated, button, &RailButton::click);
        }
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFixedWidth(Theme::instance().px(80)); });
    retranslate();
}

void Rail::setCurrent(PageId page) {
    m_buttons.at(page == PageId::Calendar ? PageId::Settings : page)->setChecked(true);
}

void Rail::setBadge(PageId page, RailButton::Badge badge) {
    m_buttons.at(page)->setBadge(badge);
}

void Rail::setPossible(PageId page, bool isPossible, const QString& why) {
    m_buttons.at(page)->setEnabled(isPossible);
    m_buttons.at(page)->setToolTip(isPossible ? QString() : why);
}

void Rail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void Rail::retranslate() {
    const std::pair<PageId, QString> names[] = {
        {PageId::Start, tr("Start")},       {PageId::Data, tr("Data")},     {PageId::Cleaning, tr("Cleaning")}, {PageId::Features, tr("Features")},
        {PageId::Training, tr("Training")}, {PageId::Forecast, tr("Forecast")}, {PageId::Report, tr("Report")},
        {PageId::Settings, tr("Settings")}};
    for (const auto& [page, name] : names) {
        m_buttons.at(page)->setText(name);
        m_buttons.at(page)->setAccessibleName(name);
        m_buttons.at(page)->update();
    }
}

}  // namespace foresell
