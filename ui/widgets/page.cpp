// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

void keepFont(QWidget* widget, int size, bool emphasised) {
    const auto apply = [widget, size, emphasised] { widget->setFont(Theme::instance().font(size, emphasised)); };
    apply();
    QObject::connect(&Theme::instance(), &Theme::changed, widget, apply);
}

Page::Page(ProjectSession& session, QWidget* parent) : QWidget(parent), m_session(session) {}

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit headerChanged();
    }
    QWidget::changeEvent(event);
}

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent), m_title(makeLabel(20, true)), m_text(makeLabel(13, false, "text2")), m_button(makeButton("primary")) {
    auto* layout = new QVBoxLayout(this);
    auto* picture = new QLabel;
    const auto paint = [picture, icon] { picture->setPixmap(themedIcon(icon, Role::Text3).pixmap(48, 48)); };
    paint();
    connect(&Theme::instance(), &Theme::changed, picture, paint);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMaximumWidth(480);
    m_text->setMinimumWidth(320);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setTexts(const QString& title, const QString& text, const QString& button) {
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

QLabel* makeLabel(int size, bool emphasised, const char* tone) {
    auto* label = new QLabel;
    label->setProperty("tone", QString::fromLatin1(tone));
    keepFont(label, size, emphasised);
    return label;
}

QPushButton* makeButton(const char* kind) {
    auto* button = new QPushButton;
    button->setProperty("kind", QString::fromLatin1(kind));
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QFrame* makeHairline() {
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("hairline"));
    return line;
}

}  // namespace foresell
