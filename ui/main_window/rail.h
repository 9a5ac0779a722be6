// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <map>

#include "ui/widgets/page.h"

namespace foresell {

/// One place of the rail: icon over word, with a badge for the state of its step.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Badge { None, Done, Attention, Running };

    RailButton(const QString& icon, QWidget* parent = nullptr);
    void setBadge(Badge badge);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void paintBadge(QPainter& painter, const QPointF& centre) const;

    QString m_icon;
    Badge m_badge = Badge::None;
    int m_turn = 0;
    int m_timer = 0;
};

/// The pages at the left, in the order of the work; settings at the foot. Ctrl+1 .. 7 go to them.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setCurrent(PageId page);
    void setBadge(PageId page, RailButton::Badge badge);
    /// A page that cannot be used yet is dimmed; hovering says why.
    void setPossible(PageId page, bool isPossible, const QString& why);

signals:
    void chosen(foresell::PageId page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::map<PageId, RailButton*> m_buttons;
};

}  // namespace foresell
