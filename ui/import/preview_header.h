// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QComboBox;

namespace foresell {

class PreviewModel;

/// The head of a preview: over each column's name a list of the fields that it can be taken for.
class PreviewHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit PreviewHeader(PreviewModel& model, QWidget* parent = nullptr);

    /// Makes the lists anew; the preview has changed.
    void rebuild();
    /// Brings the columns that are read to the left, in the order of the fields.
    void putUsedFirst();
    QComboBox* combo(int column) const { return m_combos.at(column); }
    /// Columns that end right of what is visible.
    int hiddenToTheRight() const;

    QSize sizeHint() const override;

signals:
    /// An empty field: the column is left out.
    void fieldChosen(int column, const QString& field);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    bool viewportEvent(QEvent* event) override;
    void updateGeometries() override;

private:
    QComboBox* makeCombo(int column);
    void place();

    PreviewModel& m_model;
    QList<QComboBox*> m_combos;
};

}  // namespace foresell
