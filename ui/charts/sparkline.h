// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <span>
#include <vector>

namespace foresell {

struct ChartColors;

/// Past sales in grey and the forecast in its colour on one small line from zero, without an axis. NaN breaks the line.
void paintSparkline(QPainter& painter, const QRectF& area, std::span<const float> past, std::span<const float> next,
                    const ChartColors& colors);

/// A sparkline as a widget, in the colours of its palette.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);
    void setValues(std::vector<float> past, std::vector<float> next = {});
    QSize sizeHint() const override { return {184, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<float> m_past, m_next;
};

}  // namespace foresell
