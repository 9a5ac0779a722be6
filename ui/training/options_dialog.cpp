// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/options_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/baselines/simple_method.h"
#include "ui/widgets/method_names.h"

namespace foresell {

OptionsDialog::OptionsDialog(const TrainingOptions& options, QWidget* parent) : QDialog(parent), m_options(options) {
    setWindowTitle(tr("All options"));
    auto* fields = new QWidget;
    fields->setObjectName(QStringLiteral("scrolled"));
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(24, 16, 24, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    const QString automatic = tr("Automatic");
    m_model = addChoice(form, tr("Model"), tr("What learns. Automatic trains boosted trees and networks and keeps the best of them where it beats the simple methods."), methodChoices(automatic),
                        options.model);
    explainMethods();
    m_loss = addChoice(form, tr("Loss"), tr("What the network makes small: quantile for the likely range, squared error or Huber for volumes, the counting laws for slow sellers, classes for whether an item sells at all."),
                       {{tr("Quantile"), "quantile"}, {tr("Squared error"), "mse"}, {tr("Absolute error"), "mae"}, {tr("Huber (few outliers)"), "huber"}, {tr("Poisson (counts)"), "poisson"}, {tr("Negative binomial (uneven counts)"), "negative_binomial"}, {tr("Tweedie (many zeros)"), "tweedie"}, {tr("Classes of demand"), "classes"}},
                       options.loss);
    m_optimizer = addChoice(form, tr("Optimiser"), tr("How the network takes its steps. AdamW suits nearly every shop."),
                            {{tr("AdamW"), "adamw"}, {tr("Adam"), "adam"}, {tr("SGD with momentum"), "sgd"}, {tr("SGD with Nesterov momentum"), "nesterov"}}, options.optimizer);
    m_schedule = addChoice(form, tr("Course of the rate"), tr("How the learning rate changes: one rise and fall, a steady fall, halved when nothing is gained any more, or constant."),
                           {{tr("One rise and fall"), "one_cycle"}, {tr("Steady fall"), "cosine"}, {tr("Halved without gain"), "plateau"}, {tr("Constant"), "constant"}}, options.schedule);
    m_activation = addChoice(form, tr("Activation"), tr("The bend inside the network's layers."),
                             {{automatic, "auto"}, {tr("ReLU"), "relu"}, {tr("Sigmoid"), "sigmoid"}, {tr("Tanh"), "tanh"}, {tr("GELU"), "gelu"}}, options.activation);
    m_normalisation = addChoice(form, tr("Normalisation"), tr("How items of every size are made alike before the network sees them. Forecasts always come back in pieces."),
                                {{tr("Logarithm"), "log"}, {tr("Mean"), "mean"}, {tr("Robust (median)"), "robust"}, {tr("None"), "none"}}, options.normalisation);
    explainChoices(m_normalisation, {tr("Logarithm: sales as a multiple of what the item usually sells, large days counting less. Suits nearly every shop."),
                                     tr("Mean: sales as a multiple of what the item usually sells."),
                                     tr("Robust: how far from the middle day, in its usual spread; single huge days do not disturb it. Not for laws that count from zero."),
                                     tr("None: pieces as they are, for items of like size.")});
    m_scope = addChoice(form, tr("Normalised by"), tr("What is usual: of each item at each place, or one figure for the whole shop, which leaves large items large and small ones small."),
                        {{tr("Each series"), "series"}, {tr("The whole shop"), "global"}}, options.normalisationScope);
    m_averaging = addChoice(form, tr("Kept weights"), tr("The mean over many steps forecasts more steadily than the last step alone."),
                            {{tr("Mean over the steps"), "mean"}, {tr("Last step"), "last"}}, options.averagesWeights ? "mean" : "last");
    m_hidden = addNumber(form, tr("Units in a layer"), tr("More units learn finer patterns and take longer."), 4096, options.hiddenSize);
    m_layers = addNumber(form, tr("Layers"), tr("Two are enough for most shops."), 8, options.layers);
    m_lookback = addNumber(form, tr("Periods looked back"), tr("How much history one forecast sees at once."), 2000, options.lookback);
    m_dropout = addDecimal(form, tr("Dropout"), tr("The share of units left out at random, which keeps the network from learning by heart."), 0.9, options.dropout);
    m_decay = addDecimal(form, tr("Weight decay"), tr("How strongly the network's numbers are drawn to zero, which keeps it simple."), 1, options.weightDecay);
    m_rate = addDecimal(form, tr("Learning rate"), tr("The size of a step."), 1, options.learningRate);
    m_rate->setSpecialValueText(automatic);
    m_batch = addNumber(form, tr("Windows a step"), tr("How many windows each step learns from."), 65536, options.batchSize);
    m_epochs = addNumber(form, tr("Rounds at most"), tr("How often training goes through the data."), 10000, options.epochs);
    m_patience = addNumber(form, tr("Rounds without gain"), tr("Training stops after this many rounds in which unseen sales were not forecast better."), 1000, options.patience);
    m_budget = addNumber(form, tr("Time budget in seconds"), tr("Training ends then and keeps the best. With a budget two runs need not give the same numbers."), 7 * 86400, static_cast<int>(options.timeBudgetSeconds));
    m_search = addNumber(form, tr("Search for options, in seconds"), tr("Before training, many sets of options are tried for so long; those that fall behind are dropped early, and the best is used."), 7 * 86400, static_cast<int>(options.searchSeconds));
    m_search->setSpecialValueText(tr("No search"));
    m_seed = addNumber(form, tr("Seed"), tr("The same seed, data and options give the same forecast."), 2'000'000'000, static_cast<int>(options.seed % 2'000'000'000));
    m_threads = addNumber(form, tr("Threads"), tr("How many of the processor's cores training uses."), 512, options.threads);
    m_seed->setSpecialValueText(QString());
    m_precision = addChoice(form, tr("Precision on a graphics card"), tr("Mixed precision multiplies with shorter numbers. It pays for very large networks alone; the processor always uses single precision."),
                            {{tr("Single"), "single"}, {tr("Mixed"), "mixed"}}, options.precision);
    auto* scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox;
    auto* use = buttons->addButton(tr("Use these options"), QDialogButtonBox::AcceptRole);
    use->setProperty("kind", QStringLiteral("primary"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(520, 640);
}

std::vector<std::pair<QString, std::string>> OptionsDialog::methodChoices(const QString& automatic) {
    std::vector<std::pair<QString, std::string>> choices{{automatic, "auto"}};
    for (const char* network : {"lstm", "gru", "rnn", "cnn", "mlp", "mlp_team", "tide", "nhits", "tft", "autoencoder", "deepar"}) {
        choices.emplace_back(methodLabel(network, PeriodKind::Day), network);
    }
    for (const std::string& method : simpleMethods()) {
        choices.emplace_back(method == "seasonal_naive" ? tr("Last season's pattern") : methodLabel(method, PeriodKind::Day), method);
    }
    return choices;
}

/// Tells of the chosen method what it does, and of each in the list.
void OptionsDialog::explainMethods() {
    const QString general = m_model->toolTip();
    QStringList helps;
    for (int i = 0; i < m_model->count(); ++i) {
        const QString own = methodHelp(m_model->itemData(i).toString().toStdString());
        helps += own.isEmpty() ? general : own;
    }
    m_model->setToolTip(QString());
    explainChoices(m_model, helps);
}

/// Tells of the choice that is made, below what there is to be said of all, and of each in the list.
void OptionsDialog::explainChoices(QComboBox* box, const QStringList& helps) {
    for (int i = 0; i < box->count(); ++i) {
        box->setItemData(i, helps.value(i), Qt::ToolTipRole);
    }
    const auto explain = [box, general = box->toolTip()] {
        const QString own = box->currentData(Qt::ToolTipRole).toString();
        const QString help = general.isEmpty() ? own : general + QLatin1Char('\n') + own;
        box->setToolTip(help);
        box->setAccessibleDescription(help);
    };
    connect(box, &QComboBox::currentIndexChanged, box, explain);
    explain();
}

QComboBox* OptionsDialog::addChoice(QFormLayout* form, const QString& label, const QString& help,
                                    const std::vector<std::pair<QString, std::string>>& choices, const std::string& chosen) {
    auto* box = new QComboBox;
    for (const auto& [text, value] : choices) {
        box->addItem(text, QString::fromStdString(value));
    }
    box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(chosen))));
    box->setToolTip(help);
    box->setAccessibleName(label);
    box->setAccessibleDescription(help);
    form->addRow(label, box);
    return box;
}

QSpinBox* OptionsDialog::addNumber(QFormLayout* form, const QString& label, const QString& help, int most, int value) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setValue(value);
    box->setSpecialValueText(tr("Automatic"));
    box->setToolTip(help);
    box->setAccessibleName(label);
    box->setAccessibleDescription(help);
    form->addRow(label, box);
    return box;
}

QDoubleSpinBox* OptionsDialog::addDecimal(QFormLayout* form, const QString& label, const QString& help, double most, double value) {
    auto* box = new QDoubleSpinBox;
    box->setDecimals(4);
    box->setRange(0, most);
    box->setSingleStep(most / 20);
    box->setValue(value);
    box->setToolTip(help);
    box->setAccessibleName(label);
    box->setAccessibleDescription(help);
    form->addRow(label, box);
    return box;
}

TrainingOptions OptionsDialog::options() const {
    TrainingOptions options = m_options;
    options.model = m_model->currentData().toString().toStdString();
    options.loss = m_loss->currentData().toString().toStdString();
    options.optimizer = m_optimizer->currentData().toString().toStdString();
    options.activation = m_activation->currentData().toString().toStdString();
    options.schedule = m_schedule->currentData().toString().toStdString();
    options.normalisation = m_normalisation->currentData().toString().toStdString();
    options.normalisationScope = m_scope->currentData().toString().toStdString();
    options.averagesWeights = m_averaging->currentData().toString() == QLatin1String("mean");
    options.weightDecay = m_decay->value();
    options.hiddenSize = m_hidden->value();
    options.layers = m_layers->value();
    options.lookback = m_lookback->value();
    options.dropout = m_dropout->value();
    options.learningRate = m_rate->value();
    options.batchSize = m_batch->value();
    options.epochs = m_epochs->value();
    options.patience = m_patience->value();
    options.timeBudgetSeconds = m_budget->value();
    options.searchSeconds = m_search->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.threads = m_threads->value();
    options.precision = m_precision->currentData().toString().toStdString();
    return options;
}

}  // namespace foresell
