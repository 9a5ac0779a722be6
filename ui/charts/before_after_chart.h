// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/calendar/date.h"

namespace foresell {

class BeforeAfterPlot;

/// What cleaning takes off: units by week before and after, the difference filled. NaN breaks the lines.
struct BeforeAfterData {
    QString name;
    std::vector<Day> days;  ///< ascending
    std::vector<double> before, after;
    QString beforeName, afterName;
};

class BeforeAfterChart : public QWidget {
    Q_OBJECT

public:
    explicit BeforeAfterChart(QWidget* parent = nullptr);
    void setData(BeforeAfterData data);
    QString summary() const;

private:
    BeforeAfterPlot* m_plot = nullptr;
};

}  // namespace foresell
