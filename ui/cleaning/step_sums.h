// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/cleaning_messages.h"

class QLabel;

namespace foresell {

class ElidedLabel;

/// before − taken off + added = after, in units, lines and money: the books of one step.
class StepSums : public QWidget {
    Q_OBJECT

public:
    explicit StepSums(QWidget* parent = nullptr);

    void show(const CleaningStepResult& step, const std::string& currency);
    void retranslate();

private:
    static constexpr int parts = 4;

    QLabel* m_names[parts];
    ElidedLabel* m_units[parts];
    ElidedLabel* m_rest[parts];
};

}  // namespace foresell
