// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_panel.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int stripWidth = 40;

}  // namespace

SidePanel::SidePanel(Edge edge, int width, int foldBelow, QWidget* parent)
    : QWidget(parent), m_edge(edge), m_width(width), m_foldBelow(foldBelow), m_content(new QWidget),
      m_rows(new QVBoxLayout(m_content)), m_toggle(new QToolButton(this)) {
    setObjectName(edge == Edge::Left ? QStringLiteral("side") : QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, edge == Edge::Left ? 1 : 0, 0);
    layout->addWidget(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_toggle->setIconSize(QSize(16, 16));
    connect(m_toggle, &QToolButton::clicked, this, [this] { setFolded(!m_isFolded); });
    connect(&Theme::instance(), &Theme::changed, this, [this] { apply(m_isFolded); });
    apply(false);
}

void SidePanel::setName(const QString& name) {
    m_name = name;
    retranslate();
}

void SidePanel::setFolded(bool isFolded) {
    apply(isFolded);
}

void SidePanel::apply(bool isFolded) {
    m_isFolded = isFolded;
    m_content->setVisible(!isFolded);
    setFixedWidth(Theme::instance().px(isFolded ? stripWidth : m_width));
    const bool pointsRight = (m_edge == Edge::Left) == isFolded;
    m_toggle->setIcon(themedIcon(pointsRight ? QStringLiteral("next") : QStringLiteral("back")));
    m_toggle->resize(28, 28);
    m_toggle->move(width() - 28 - (isFolded ? (width() - 28) / 2 : 8), 10);
    m_toggle->raise();
    retranslate();
    update();
}

void SidePanel::retranslate() {
    const QString text = m_isFolded ? tr("Show: %1").arg(m_name) : tr("Fold: %1").arg(m_name);
    m_toggle->setToolTip(text);
    m_toggle->setAccessibleName(text);
}

void SidePanel::follow() {
    const bool isNarrow = window()->width() < m_foldBelow;
    if (m_wasNarrow != isNarrow) {
        m_wasNarrow = isNarrow;
        apply(isNarrow);
    }
}

bool SidePanel::event(QEvent* event) {
    if (event->type() == QEvent::Show) {
        window()->installEventFilter(this);
        follow();
    } else if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QWidget::event(event);
}

bool SidePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window() && event->type() == QEvent::Resize) {
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

void SidePanel::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!m_isFolded) {
        return;
    }
    // The strip tells what it hides: Latin letters turned, Chinese ones below each other.
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setPen(theme.color(Role::Text2));
    painter.setFont(theme.font(12));
    if (QLocale().language() == QLocale::Chinese) {
        int y = 52;
        for (const QChar letter : m_name) {
            painter.drawText(QRect(0, y, width(), theme.px(18)), Qt::AlignCenter, QString(letter));
            y += theme.px(18);
        }
        return;
    }
    painter.translate(width(), 52);
    painter.rotate(90);
    painter.drawText(QRect(0, 0, height() - 64, width()), Qt::AlignLeft | Qt::AlignVCenter, m_name);
}

void SidePanel::mouseReleaseEvent(QMouseEvent* event) {
    if (m_isFolded) {
        setFolded(false);
    }
    QWidget::mouseReleaseEvent(event);
}

void SidePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_toggle->move(width() - 28 - (m_isFolded ? (width() - 28) / 2 : 8), 10);
}

}  // namespace foresell
