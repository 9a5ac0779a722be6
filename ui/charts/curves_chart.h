// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace foresell {

class CurvesPlot;

/// Losses of several runs round by round, one over the other: each in a colour and a dash of its own, named at its end.
class CurvesChart : public QWidget {
    Q_OBJECT

public:
    struct Curve {
        QString name;
        std::vector<double> values;  ///< one number a round; NaN: not known
    };
    static constexpr int most = 5;  ///< curves that are shown

    explicit CurvesChart(QWidget* parent = nullptr);
    void setCurves(std::vector<Curve> curves);
    QString summary() const;

private:
    CurvesPlot* m_plot = nullptr;
};

}  // namespace foresell
