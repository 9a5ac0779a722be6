// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/cleaning/recipe.h"
#include "core/protocol/cleaning_messages.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace foresell {

class OptionEditor;

/// The options of one step in plain words. What they would do is tried while they are changed, and told below.
class StepOptionsDialog : public QDialog {
    Q_OBJECT

public:
    StepOptionsDialog(const RecipeStep& step, std::string currency, QWidget* parent = nullptr);

    /// With the options that differ from the standard ones.
    RecipeStep step() const;
    /// What the step does with the options that were tried last.
    void showResult(const CleaningStepResult& result);

signals:
    /// The options are worth trying: they were left alone for a moment and are complete.
    void tried(const foresell::RecipeStep& step);

private:
    void lay();
    QWidget* makeFields();
    void fill(const RecipeStep& step);
    void check();

    RecipeStep m_step;
    std::string m_currency;
    QLineEdit* m_name;
    QList<OptionEditor*> m_editors;
    QLabel* m_outcome;
    QPushButton* m_use = nullptr;
    QTimer* m_wait;
};

}  // namespace foresell
