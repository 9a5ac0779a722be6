// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace foresell {

/// One of a few choices as a card: a name, a sentence, and at the right what it costs.
class PresetCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit PresetCard(QWidget* parent = nullptr);
    void setTexts(const QString& name, const QString& sentence, const QString& cost);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_sentence, m_cost;
};

}  // namespace foresell
