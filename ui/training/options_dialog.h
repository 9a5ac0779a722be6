// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/evaluation/training_options.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace foresell {

/// Every option of a training, each with a sentence of help. 0 and "automatic" leave the choice to Foresell.
class OptionsDialog : public QDialog {
    Q_OBJECT

public:
    OptionsDialog(const TrainingOptions& options, QWidget* parent);
    TrainingOptions options() const;

private:
    static std::vector<std::pair<QString, std::string>> methodChoices(const QString& automatic);
    void explainMethods();
    static void explainChoices(QComboBox* box, const QStringList& helps);
    QComboBox* addChoice(QFormLayout* form, const QString& label, const QString& help,
                         const std::vector<std::pair<QString, std::string>>& choices, const std::string& chosen);
    QSpinBox* addNumber(QFormLayout* form, const QString& label, const QString& help, int most, int value);
    QDoubleSpinBox* addDecimal(QFormLayout* form, const QString& label, const QString& help, double most, double value);

    TrainingOptions m_options;
    QComboBox *m_model, *m_loss, *m_optimizer, *m_activation, *m_schedule, *m_averaging, *m_precision, *m_normalisation, *m_scope;
    QSpinBox *m_hidden, *m_layers, *m_lookback, *m_batch, *m_epochs, *m_patience, *m_budget, *m_search, *m_seed, *m_threads;
    QDoubleSpinBox *m_rate, *m_dropout, *m_decay;
};

}  // namespace foresell
