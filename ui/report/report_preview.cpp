// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_preview.h"

#include <QPaintEvent>
#include <QPainter>

#include "ui/report/report_renderer.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr double gap = 24;

}  // namespace

ReportPreview::ReportPreview(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Preview of the report"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

ReportPreview::~ReportPreview() = default;

void ReportPreview::setRenderer(std::shared_ptr<const ReportRenderer> renderer) {
    m_renderer = std::move(renderer);
    m_pages.assign(m_renderer == nullptr ? 0 : static_cast<std::size_t>(m_renderer->pageCount()), QPixmap());
    setAccessibleDescription(m_renderer == nullptr ? QString() : m_renderer->headline());
    setMinimumSize(sizeHint());
    resize(std::max(width(), sizeHint().width()), sizeHint().height());
    update();
}

void ReportPreview::setScale(double scale) {
    if (std::abs(scale - m_scale) < 1e-3) {
        return;
    }
    m_scale = scale;
    setRenderer(m_renderer);
}

QSize ReportPreview::sizeHint() const {
    const int pages = m_renderer == nullptr ? 0 : m_renderer->pageCount();
    return {static_cast<int>(ReportRenderer::pageWidth * m_scale + 2 * gap),
            static_cast<int>(gap + pages * (ReportRenderer::pageHeight * m_scale + gap))};
}

QRectF ReportPreview::pageRect(int page) const {
    const QSizeF size(ReportRenderer::pageWidth * m_scale, ReportRenderer::pageHeight * m_scale);
    return {QPointF(std::max(gap, (width() - size.width()) / 2), gap + page * (size.height() + gap)), size};
}

void ReportPreview::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), Theme::instance().color(Role::App));
    for (int page = 0; page < static_cast<int>(m_pages.size()); ++page) {
        const QRectF area = pageRect(page);
        if (!area.intersects(QRectF(event->rect()))) {
            continue;
        }
        QPixmap& picture = m_pages[static_cast<std::size_t>(page)];
        if (picture.isNull()) {
            picture = QPixmap((area.size() * devicePixelRatioF()).toSize());
            picture.setDevicePixelRatio(devicePixelRatioF());
            QPainter paper(&picture);
            paper.scale(m_scale, m_scale);
            m_renderer->paintPage(paper, page);
        }
        painter.drawPixmap(area.topLeft(), picture);
        painter.setPen(QPen(Theme::instance().color(Role::Line), 1));
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

}  // namespace foresell
