// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

QString wordOf(NoteCard::Tone tone) {
    switch (tone) {
        case NoteCard::Tone::Ok: return QStringLiteral("ok");
        case NoteCard::Tone::Warn: return QStringLiteral("warn");
        case NoteCard::Tone::Error: return QStringLiteral("error");
        case NoteCard::Tone::Info: break;
    }
    return QStringLiteral("info");
}

void polishAgain(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace

NoteCard::NoteCard(QWidget* parent)
    : QFrame(parent), m_glyph(new QLabel), m_head(makeLabel(13, true)), m_text(makeLabel(12)), m_button(makeButton("link")) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(13, 8, 12, 8);
    row->setSpacing(10);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QLabel* label : {m_head, m_text}) {
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    texts->addWidget(m_button, 0, Qt::AlignLeft);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(m_button, &QPushButton::clicked, this, &NoteCard::clicked);
    connect(&Theme::instance(), &Theme::changed, this, &NoteCard::paintGlyph);
    setNote(m_tone, {}, {});
}

void NoteCard::setNote(Tone tone, const QString& head, const QString& text, const QString& button) {
    m_tone = tone;
    setProperty("note", wordOf(tone));
    m_head->setProperty("tone", tone == Tone::Info ? QString() : wordOf(tone));
    m_head->setText(head);
    m_text->setText(text);
    m_button->setText(button);
    m_head->setVisible(!head.isEmpty());
    m_text->setVisible(!text.isEmpty());
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(head.isEmpty() ? text : head);
    polishAgain(this);
    polishAgain(m_head);
    paintGlyph();
}

QString NoteCard::head() const {
    return m_head->text();
}

QString NoteCard::text() const {
    return m_text->text();
}

void NoteCard::paintGlyph() {
    m_glyph->setPixmap(stateGlyph(wordOf(m_tone), Theme::instance().px(16), devicePixelRatioF()));
}

}  // namespace foresell
