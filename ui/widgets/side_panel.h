// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QToolButton;
class QVBoxLayout;

namespace foresell {

/// A tinted panel beside the content of a page. In a window narrower than `foldBelow` it folds to a strip with a button;
/// the button folds and unfolds it at any width.
class SidePanel : public QWidget {
    Q_OBJECT

public:
    enum class Edge { Left, Right };

    SidePanel(Edge edge, int width, int foldBelow, QWidget* parent = nullptr);

    /// Where the panel's widgets go.
    QVBoxLayout* rows() const { return m_rows; }
    bool isFolded() const { return m_isFolded; }
    void setFolded(bool isFolded);
    /// "Recipe": what the button shows and hides.
    void setName(const QString& name);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void follow();
    void apply(bool isFolded);
    void retranslate();

    Edge m_edge;
    int m_width;
    int m_foldBelow;
    bool m_isFolded = false;
    std::optional<bool> m_wasNarrow;  ///< a person's choice holds until the window becomes wide or narrow
    QString m_name;
    QWidget* m_content;
    QVBoxLayout* m_rows;
    QToolButton* m_toggle;
};

}  // namespace foresell
