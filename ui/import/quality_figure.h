// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace foresell {

/// A figure of the strip that leads to its rows: label, figure, note. `warn` shows the state glyph beside the label.
class QualityFigure : public QAbstractButton {
    Q_OBJECT

public:
    explicit QualityFigure(QWidget* parent = nullptr);
    void setFigure(const QString& label, const QString& value, const QString& note, bool needsALook);
    QString value() const { return m_value; }
    QString note() const { return m_note; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_value, m_note;
    bool m_needsALook = false;
};

}  // namespace foresell
