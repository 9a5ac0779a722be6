// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QKeyEvent>
#include <QToolTip>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/charts/time_plot.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 0.8;
constexpr double shortestDrag = 6;

}  // namespace

void TimePlot::setCursorIndex(int index) {
    index = count() == 0 ? -1 : std::min(index, count() - 1);
    if (index == m_cursor) {
        return;
    }
    m_cursor = index;
    refresh();
    if (hasFocus()) {
        setAccessibleDescription(readoutText());
    }
}

void TimePlot::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        const double shift = -(highX() - lowX()) * turned.x() / 1200.0;
        setVisible(lowX() + shift, highX() + shift);
    } else if (turned.y() != 0) {
        zoom(std::pow(zoomStep, turned.y() / 120.0), xAt(event->position().x()));
    }
    event->accept();
}

void TimePlot::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_dragged = event->position();
    m_pannedFrom = lowX();
    m_isPanning = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown);
    if (m_isPanning) {
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    event->accept();
}

void TimePlot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    if (m_isPanning) {
        const double shift = (m_pressed.x() - position.x()) * (highX() - lowX()) / std::max(1.0, plot().width());
        const double span = highX() - lowX();
        setVisible(m_pannedFrom + shift, m_pannedFrom + shift + span);
    } else if ((event->buttons() & Qt::LeftButton) != 0) {
        m_dragged = position;
        m_isDragging = std::abs(m_dragged.x() - m_pressed.x()) > shortestDrag;
        refresh();
    } else if (count() > 0 && plot().adjusted(-4, 0, 4, 0).contains(position)) {
        setCursorIndex(indexNear(xAt(position.x())));
    } else {
        setCursorIndex(-1);
    }
    event->accept();
}

void TimePlot::mouseReleaseEvent(QMouseEvent* event) {
    if (m_isDragging) {
        m_isDragging = false;
        const double a = xAt(m_pressed.x()), b = xAt(event->position().x());
        setVisible(std::min(a, b), std::max(a, b));
    }
    m_isPanning = false;
    viewport()->unsetCursor();
    event->accept();
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    showAll();
    event->accept();
}

void TimePlot::keyPressEvent(QKeyEvent* event) {
    const double middle = m_cursor >= 0 ? dayOf(m_cursor) : (lowX() + highX()) / 2;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int index = readoutIndex() + (m_cursor < 0 ? 0 : event->key() == Qt::Key_Left ? -1 : 1);
            setCursorIndex(std::max(0, index));
            const double day = m_cursor < 0 ? lowX() : dayOf(m_cursor);
            if (day < lowX() || day > highX()) {
                const double shift = day < lowX() ? day - lowX() : day - highX();
                setVisible(lowX() + shift, highX() + shift);
            }
            break;
        }
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoom(zoomStep, middle); break;
        case Qt::Key_Minus: zoom(1 / zoomStep, middle); break;
        case Qt::Key_Home: showAll(); break;
        case Qt::Key_Escape: setCursorIndex(-1); break;
        case Qt::Key_Space:
            m_isSpaceDown = true;
            viewport()->setCursor(Qt::OpenHandCursor);
            break;
        default: QWidget::keyPressEvent(event); return;
    }
    event->accept();
}

void TimePlot::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = false;
        viewport()->unsetCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void TimePlot::leaveEvent(QEvent* event) {
    setCursorIndex(-1);
    PlotView::leaveEvent(event);
}

void TimePlot::focusInEvent(QFocusEvent* event) {
    PlotView::focusInEvent(event);
    refresh();
}

void TimePlot::focusOutEvent(QFocusEvent* event) {
    m_isSpaceDown = false;
    PlotView::focusOutEvent(event);
    refresh();
}

void TimePlot::resizeEvent(QResizeEvent* event) {
    PlotView::resizeEvent(event);
    updateSeries();
}

std::vector<const ChartEvent*> TimePlot::eventsNear(double pixel) const {
    std::vector<const ChartEvent*> near;
    for (const ChartEvent& event : m_data.events) {
        const double left = at(event.first, 0).x(), right = at(event.last, 0).x();
        if (pixel >= left - 8 && pixel <= right + 8) {
            near.push_back(&event);
        }
    }
    return near;
}

bool TimePlot::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return PlotView::viewportEvent(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    QStringList texts;
    if (help->pos().y() > plot().bottom() && help->pos().y() < plot().bottom() + 22) {
        for (const ChartEvent* near : eventsNear(help->pos().x())) {
            const QString first = shortDate(near->first, locale()), last = shortDate(near->last, locale());
            texts.append(near->name + u"  "_s + (first == last ? first : first + u" – "_s + last));
        }
    }
    texts.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

}  // namespace foresell
