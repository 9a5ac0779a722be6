// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/cleaning_messages.h"

class QVBoxLayout;

namespace foresell {

class StepRow;

/// The steps of the recipe, each with its tick, what it does and the units it changes.
class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const Recipe& recipe, const CleaningSummary& summary);
    int current() const { return m_current; }
    void setCurrent(int step);

signals:
    void currentChanged(int step);
    void switched(int step, bool isOn);

private:
    QVBoxLayout* m_layout;
    QList<StepRow*> m_rows;
    int m_current = 0;
};

/// "Exact repeats", and what the step found in words.
QString stepName(const std::string& id);
QString stepNote(const CleaningStepResult& step);
/// Why a line was changed, in words: "cancelled by C581484".
QString changeReason(const ChangedLine& line);

}  // namespace foresell
