// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace foresell {

namespace {

/// Renders an SVG and paints it over with a colour of the theme as it is now.
class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

    QIconEngine* clone() const override { return new TintedIcon(m_name, m_role); }
    QString key() const override { return QStringLiteral("foresell"); }

    void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatio();
        QImage image(area.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter onImage(&image);
        QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(m_name)).render(&onImage, QRectF(image.rect()));
        onImage.setCompositionMode(QPainter::CompositionMode_SourceIn);
        onImage.fillRect(image.rect(), Theme::instance().color(mode == QIcon::Disabled ? Role::Control : m_role));
        onImage.end();
        painter->drawImage(area, image);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

private:
    QString m_name;
    Role m_role;
};

}  // namespace

QIcon themedIcon(const QString& name, Role role) {
    return QIcon(new TintedIcon(name, role));
}

QPixmap stateGlyph(const QString& name, int size, qreal ratio) {
    const Theme& theme = Theme::instance();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 16.0, size / 16.0);
    const Role role = name == QLatin1String("ok")     ? Role::Ok
                      : name == QLatin1String("warn") || name == QLatin1String("attention") ? Role::Warn
                      : name == QLatin1String("error") ? Role::Error
                                                       : Role::Text2;
    if (name == QLatin1String("open")) {
        painter.setPen(QPen(theme.color(Role::Control), 1.3));
        painter.drawEllipse(QRectF(1.7, 1.7, 12.6, 12.6));
        return pixmap;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(role));
    const QPen mark(theme.color(Role::Surface), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (name == QLatin1String("warn")) {
        painter.drawPolygon(QPolygonF({QPointF(8, 1), QPointF(15.5, 14.5), QPointF(0.5, 14.5)}));
        painter.setPen(mark);
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.5));
        painter.drawPoint(QPointF(8, 12.2));
        return pixmap;
    }
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setPen(mark);
    if (name == QLatin1String("ok")) {
        painter.drawPolyline(QPolygonF({QPointF(4.8, 8.2), QPointF(7.1, 10.4), QPointF(11.3, 5.7)}));
    } else if (name == QLatin1String("error") || name == QLatin1String("attention")) {
        painter.drawLine(QPointF(8, 4.5), QPointF(8, 8.8));
        painter.drawPoint(QPointF(8, 11.4));
    } else {
        painter.drawLine(QPointF(8, 7.4), QPointF(8, 11.4));
        painter.drawPoint(QPointF(8, 4.7));
    }
    return pixmap;
}

}  // namespace foresell
