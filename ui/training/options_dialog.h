// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/evaluation/training_options.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace foresell {

/// Every option of a training, in groups; beside them what the one that has the focus does. 0 and "automatic" leave the
/// choice to Foresell.
class OptionsDialog : public QDialog {
    Q_OBJECT

public:
    /// `fromRun`: the run whose network goes on, so that what makes a network cannot be chosen; 0: none.
    OptionsDialog(const TrainingOptions& options, int fromRun, QWidget* parent);
    TrainingOptions options() const;

private:
    QWidget* makeFields();
    QWidget* makeHelp();
    void addLearnt();
    void addLearning();
    void addSize();
    void addEffort();
    void addHead(const QString& text);
    void add(const QString& label, const QString& help, QWidget* box);
    QComboBox* addModel();
    QComboBox* addChoice(const QString& label, const QString& help, const std::string& option, const std::string& chosen);
    QSpinBox* addNumber(const QString& label, const QString& help, int most, int value);
    QDoubleSpinBox* addDecimal(const QString& label, const QString& help, double most, int decimals, double value);
    void keepNetworkOf(int run);
    void explain(QWidget* box);

    TrainingOptions m_options;
    QFormLayout* m_form = nullptr;
    QLabel *m_goesOn, *m_helpTitle, *m_help, *m_choice;
    QComboBox *m_model, *m_loss, *m_optimizer, *m_activation, *m_schedule, *m_averaging, *m_precision, *m_normalisation, *m_scope;
    QSpinBox *m_hidden, *m_layers, *m_lookback, *m_batch, *m_epochs, *m_patience, *m_budget, *m_search, *m_seed, *m_threads;
    QDoubleSpinBox *m_rate, *m_dropout, *m_decay;
};

}  // namespace foresell
