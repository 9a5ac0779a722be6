// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/cleaning_messages.h"

class QVBoxLayout;

namespace foresell {

class StepRow;

/// The steps of the recipe, each with its tick, what it does and the units and money it changes. Space switches a step,
/// Enter chooses it, Alt+Up and Alt+Down move it.
class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const Recipe& recipe, const CleaningSummary& summary, const std::string& currency = {});
    int current() const { return m_current; }
    void setCurrent(int step);
    /// The step that is to be the current one of the steps set next.
    void mark(int step);

signals:
    void currentChanged(int step);
    void switched(int step, bool isOn);
    void opened(int step);
    void moved(int step, int by);

private:
    QVBoxLayout* m_layout;
    QList<StepRow*> m_rows;
    int m_current = 0;
};

}  // namespace foresell
