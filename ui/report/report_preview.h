// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace foresell {

class ReportRenderer;

/// The pages of a report under each other, as they will be printed.
class ReportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ReportPreview(QWidget* parent = nullptr);
    ~ReportPreview() override;

    void setRenderer(std::shared_ptr<const ReportRenderer> renderer);
    void setScale(double scale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF pageRect(int page) const;

    std::shared_ptr<const ReportRenderer> m_renderer;
    double m_scale = 1;
    std::vector<QPixmap> m_pages;  ///< painted once a size, empty until seen
};

}  // namespace foresell
