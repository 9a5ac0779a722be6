// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace foresell {

class LossPlot;

/// How the error falls round by round: the loss in training and on unseen sales, the best round, and as a dashed line the
/// simple method to beat where it is known in the same measure.
class LossChart : public QWidget {
    Q_OBJECT

public:
    explicit LossChart(QWidget* parent = nullptr);

    void clear(int mostRounds);
    /// The loss after round `round` (1, 2, ...); NaN where it is not known.
    void addRound(int round, double training, double unseen);
    void setCurves(const std::vector<double>& training, const std::vector<double>& unseen, int mostRounds);
    /// NaN: none.
    void setBaseline(double loss, const QString& name);
    void setLogarithmic(bool isLogarithmic);

    int rounds() const;
    int bestRound() const;  ///< from 1; 0: none yet
    QString summary() const;

private:
    LossPlot* m_plot = nullptr;
};

}  // namespace foresell
