// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/options_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/baselines/simple_method.h"
#include "core/evaluation/training_limits.h"
#include "ui/training/option_choices.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/page.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 7 * 86400;  ///< s
constexpr int helpWidth = 260;
constexpr int helpRole = Qt::UserRole + 1;  ///< of a choice: what it means
constexpr const char* helpProperty = "help";

/// A tool tip of plain text is one line, however long; rich text is broken.
QString toolTipOf(const QString& text) {
    return u"<qt>"_s + text.toHtmlEscaped() + u"</qt>"_s;
}

}  // namespace

OptionsDialog::OptionsDialog(const TrainingOptions& options, int fromRun, QWidget* parent) : QDialog(parent), m_options(options) {
    setWindowTitle(tr("All options"));
    m_goesOn = makeLabel(13);
    m_goesOn->setWordWrap(true);
    m_goesOn->setContentsMargins(24, 12, 24, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidget(makeFields());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox;
    auto* use = buttons->addButton(tr("Use these options"), QDialogButtonBox::AcceptRole);
    use->setProperty("kind", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(scroll, 1);
    row->addWidget(makeHelp());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_goesOn);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    keepNetworkOf(fromRun);
    explain(m_model);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != nullptr && now->property(helpProperty).isValid() && isAncestorOf(now)) {
            explain(now);
        }
    });
    resize(820, 660);
}

QWidget* OptionsDialog::makeFields() {
    auto* fields = new QWidget;
    fields->setObjectName(u"scrolled"_s);
    m_form = new QFormLayout(fields);
    m_form->setContentsMargins(24, 8, 24, 16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    addLearnt();
    addLearning();
    addSize();
    addEffort();
    return fields;
}

QWidget* OptionsDialog::makeHelp() {
    auto* panel = new QWidget;
    panel->setObjectName(u"inspector"_s);
    panel->setAttribute(Qt::WA_StyledBackground);
    panel->setFixedWidth(helpWidth);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_helpTitle = makeLabel(14, true);
    m_help = makeLabel(13, false, "text2");
    m_choice = makeLabel(13);
    for (QLabel* label : {m_helpTitle, m_help, m_choice}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch(1);
    return panel;
}

void OptionsDialog::addLearnt() {
    addHead(tr("What is learnt"));
    m_model = addModel();
    m_loss = addChoice(tr("Loss"), tr("What the network makes small, that is which misses count how much."), "loss", m_options.loss);
    m_normalisation = addChoice(tr("Normalisation"), tr("How items of every size are made alike before the network sees them. Forecasts always come back in units."), "normalisation", m_options.normalisation);
    m_scope = addChoice(tr("Normalised by"), tr("What an item's sales are compared with."), "normalisation_scope", m_options.normalisationScope);
}

void OptionsDialog::addLearning() {
    addHead(tr("How it learns"));
    m_optimizer = addChoice(tr("Optimiser"), tr("How the network takes its steps towards a smaller error."), "optimizer", m_options.optimizer);
    m_rate = addDecimal(tr("Learning rate"), tr("The size of a step. Too large and the error jumps, too small and it takes for ever."), 1, 5, m_options.learningRate);
    m_rate->setSpecialValueText(tr("Automatic"));
    m_schedule = addChoice(tr("Course of the rate"), tr("How the size of the steps changes during the training."), "schedule", m_options.schedule);
    m_batch = addNumber(tr("Examples a step"), tr("How many stretches of history each step learns from. More make the steps steadier and take more memory."), training_limits::batchSize, m_options.batchSize);
    m_averaging = addChoice(tr("Kept weights"), tr("Which state of the network forecasts."), "averages_weights", m_options.averagesWeights ? "true" : "false");
    m_dropout = addDecimal(tr("Dropout"), tr("The share of units left out at random, which keeps the network from learning by heart."), training_limits::dropout, 2, m_options.dropout);
    m_decay = addDecimal(tr("Weight decay"), tr("How strongly the network's numbers are drawn to zero, which keeps it simple."), training_limits::weightDecay, 4, m_options.weightDecay);
}

void OptionsDialog::addSize() {
    addHead(tr("How large it is"));
    m_hidden = addNumber(tr("Units in a layer"), tr("More units learn finer patterns and take longer."), training_limits::hiddenSize, m_options.hiddenSize);
    m_layers = addNumber(tr("Layers"), tr("Two are enough for most shops."), training_limits::layers, m_options.layers);
    m_activation = addChoice(tr("Activation"), tr("The bend inside the network's layers, without which it could draw straight lines only."), "activation", m_options.activation);
    m_lookback = addNumber(tr("Periods looked back"), tr("How much history one forecast sees at once."), training_limits::lookback, m_options.lookback);
}

void OptionsDialog::addEffort() {
    addHead(tr("How long, and on what"));
    m_epochs = addNumber(tr("Rounds at most"), tr("How often training goes through the data."), training_limits::epochs, m_options.epochs);
    m_patience = addNumber(tr("Rounds without gain"), tr("Training stops after this many rounds in which unseen sales were not forecast better."), training_limits::patience, m_options.patience);
    m_budget = addNumber(tr("Time budget in seconds"), tr("Training ends then and keeps the best. With a budget two runs need not give the same numbers."), longest, static_cast<int>(m_options.timeBudgetSeconds));
    m_budget->setSpecialValueText(tr("None"));
    m_search = addNumber(tr("Search for options, in seconds"), tr("Before training, many sets of options are tried for so long; those that fall behind are dropped early, and the best is used."), longest, static_cast<int>(m_options.searchSeconds));
    m_search->setSpecialValueText(tr("No search"));
    m_seed = addNumber(tr("Seed"), tr("The same seed, data and options give the same forecast."), 2'000'000'000, static_cast<int>(m_options.seed % 2'000'000'000));
    m_seed->setSpecialValueText(QString());
    m_threads = addNumber(tr("Threads"), tr("How many of the processor's cores training uses."), training_limits::threads, m_options.threads);
    m_precision = addChoice(tr("Precision on a graphics card"), tr("How exactly a graphics card multiplies."), "precision", m_options.precision);
}

void OptionsDialog::addHead(const QString& text) {
    auto* head = makeLabel(14, true);
    head->setText(text);
    head->setContentsMargins(0, 8, 0, 0);
    m_form->addRow(head);
}

void OptionsDialog::add(const QString& label, const QString& help, QWidget* box) {
    box->setProperty(helpProperty, help);
    box->setToolTip(toolTipOf(help));
    box->setAccessibleName(label);
    box->setAccessibleDescription(help);
    m_form->addRow(label, box);
}

/// The methods in groups, each group under a head that cannot be chosen.
QComboBox* OptionsDialog::addModel() {
    auto* box = new QComboBox;
    const auto head = [box](const QString& text) {
        box->addItem(text);
        auto* item = qobject_cast<QStandardItemModel*>(box->model())->item(box->count() - 1);
        item->setEnabled(false);
    };
    const auto offer = [box](const std::string& method) {
        const QString name = method == "seasonal_naive" ? tr("Last week's or last year's pattern") : methodLabel(method, PeriodKind::Day);
        box->addItem(u"   "_s + name, QString::fromStdString(method));
        box->setItemData(box->count() - 1, toolTipOf(methodHelp(method)), Qt::ToolTipRole);
        box->setItemData(box->count() - 1, methodHelp(method), helpRole);
    };
    box->addItem(tr("Automatic"), u"auto"_s);
    box->setItemData(0, tr("Trains boosted trees and networks and keeps the best of them where it beats the simple methods."), helpRole);
    const std::vector<std::string> rare{"croston", "sba", "tsb", "adida", "imapa"};
    head(tr("Networks"));
    for (const char* network : {"lstm", "gru", "rnn", "cnn", "mlp", "mlp_team", "tide", "nhits", "tft", "autoencoder", "deepar"}) {
        offer(network);
    }
    head(tr("Trees and simple methods"));
    for (const std::string& method : simpleMethods()) {
        if (std::find(rare.begin(), rare.end(), method) == rare.end()) {
            offer(method);
        }
    }
    head(tr("For items that sell now and then"));
    for (const std::string& method : rare) {
        offer(method);
    }
    box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(m_options.model))));
    box->setMaxVisibleItems(20);
    add(tr("Model"), tr("What learns."), box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] { explain(box); });
    return box;
}

QComboBox* OptionsDialog::addChoice(const QString& label, const QString& help, const std::string& option, const std::string& chosen) {
    auto* box = new QComboBox;
    for (const OptionChoice& choice : optionChoices(option)) {
        box->addItem(choice.label, QString::fromStdString(choice.value));
        box->setItemData(box->count() - 1, toolTipOf(choice.help), Qt::ToolTipRole);
        box->setItemData(box->count() - 1, choice.help, helpRole);
    }
    box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(chosen))));
    add(label, help, box);
    box->setAccessibleDescription(help + u' ' + box->currentData(helpRole).toString());
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] { explain(box); });
    return box;
}

QSpinBox* OptionsDialog::addNumber(const QString& label, const QString& help, int most, int value) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setValue(value);
    box->setSpecialValueText(tr("Automatic"));
    add(label, help, box);
    return box;
}

QDoubleSpinBox* OptionsDialog::addDecimal(const QString& label, const QString& help, double most, int decimals, double value) {
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(0, most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(value);
    add(label, help, box);
    return box;
}

/// What goes on from a run has its network, its loss and its normalisation.
void OptionsDialog::keepNetworkOf(int run) {
    m_goesOn->setVisible(run != 0);
    m_goesOn->setText(tr("The network of run %1 goes on: what makes the network stays as it is.").arg(run));
    if (run == 0) {
        return;
    }
    for (QWidget* box : std::initializer_list<QWidget*>{m_model, m_loss, m_normalisation, m_scope, m_hidden, m_layers, m_activation, m_lookback, m_epochs, m_search}) {
        box->setEnabled(false);
    }
}

/// Tells of an option, and of the choice that is made of it.
void OptionsDialog::explain(QWidget* box) {
    m_helpTitle->setText(box->accessibleName());
    m_help->setText(box->property(helpProperty).toString());
    const auto* choice = qobject_cast<QComboBox*>(box);
    const QString own = choice == nullptr ? QString() : choice->currentData(helpRole).toString();
    m_choice->setVisible(!own.isEmpty());
    m_choice->setText(own.isEmpty() ? QString() : tr("%1: %2").arg(choice->currentText().trimmed(), own));
    box->setAccessibleDescription(m_help->text() + u' ' + own);
}

TrainingOptions OptionsDialog::options() const {
    const auto chosen = [](const QComboBox* box) { return box->currentData().toString().toStdString(); };
    TrainingOptions options = m_options;
    options.model = chosen(m_model);
    options.loss = chosen(m_loss);
    options.optimizer = chosen(m_optimizer);
    options.activation = chosen(m_activation);
    options.schedule = chosen(m_schedule);
    options.normalisation = chosen(m_normalisation);
    options.normalisationScope = chosen(m_scope);
    options.averagesWeights = chosen(m_averaging) == "true";
    options.precision = chosen(m_precision);
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
    return options;
}

}  // namespace foresell
