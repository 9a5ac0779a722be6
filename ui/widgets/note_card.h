// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace foresell {

/// A tinted note with a bar in its colour: what is the matter, why, and a button that does something about it.
class NoteCard : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Ok, Warn, Error, Info };

    explicit NoteCard(QWidget* parent = nullptr);
    /// Empty parts are not shown.
    void setNote(Tone tone, const QString& head, const QString& text, const QString& button = {});
    Tone tone() const { return m_tone; }
    QString head() const;
    QString text() const;

signals:
    void clicked();

private:
    void paintGlyph();

    Tone m_tone = Tone::Info;
    QLabel* m_glyph;
    QLabel* m_head;
    QLabel* m_text;
    QPushButton* m_button;
};

}  // namespace foresell
