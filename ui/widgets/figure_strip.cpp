// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include "ui/widgets/elided_label.h"
#include "ui/widgets/page.h"

namespace foresell {

using namespace Qt::StringLiterals;

FigureStrip::FigureStrip(int count, QWidget* parent) : QFrame(parent) {
    setObjectName(u"strip"_s);
    setMinimumHeight(84);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);  // where there is little room, charts give way
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 10, 24, 10);
    row->setSpacing(16);
    for (int i = 0; i < count; ++i) {
        if (i > 0) {
            auto* line = new QFrame;
            line->setObjectName(u"verticalHairline"_s);
            row->addWidget(line);
        }
        // Words may end in "…"; the figure itself is never cut.
        Cell cell{new QWidget, new ElidedLabel(12, false, "text2"), makeLabel(20, true), new ElidedLabel(12, false, "text2")};
        auto* column = new QVBoxLayout(cell.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        for (QLabel* label : {cell.label, cell.value, cell.comparison}) {
            column->addWidget(label);
        }
        row->addWidget(cell.box, 1);
        m_cells.append(cell);
    }
}

void FigureStrip::setFigures(const QList<Figure>& figures) {
    for (int i = 0; i < m_cells.size(); ++i) {
        const Figure figure = i < figures.size() ? figures[i] : Figure();
        const Cell& cell = m_cells[i];
        cell.label->setText(figure.label);
        cell.value->setText(figure.value);
        cell.comparison->setText(figure.comparison);
        cell.box->setToolTip(figure.toolTip);
        cell.comparison->setProperty("tone", figure.isGood ? u"ok"_s : u"text2"_s);
        cell.comparison->style()->unpolish(cell.comparison);
        cell.comparison->style()->polish(cell.comparison);
    }
}

QString FigureStrip::valueAt(int index) const {
    return m_cells.at(index).value->text();
}

}  // namespace foresell
