// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QLabel;

namespace foresell {

/// At most four figures in a row: a label, the figure, and what it is compared with.
class FigureStrip : public QFrame {
    Q_OBJECT

public:
    struct Figure {
        QString label, value, comparison;
        QString toolTip = {};
        bool isGood = false;  ///< the comparison in green
    };

    explicit FigureStrip(int count, QWidget* parent = nullptr);
    void setFigures(const QList<Figure>& figures);
    QString valueAt(int index) const;

private:
    struct Cell {
        QWidget* box;
        QLabel *label, *value, *comparison;
    };
    QList<Cell> m_cells;
};

}  // namespace foresell
