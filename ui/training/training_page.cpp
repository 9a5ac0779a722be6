// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <cmath>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/loss_chart.h"
#include "ui/jobs/project_status.h"
#include "ui/project_session/project_session.h"
#include "ui/training/options_dialog.h"
#include "ui/training/preset_card.h"
#include "ui/training/runs_model.h"
#include "ui/training/stage_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideEnough = 1200;  ///< px; in narrower pages the table of runs has a column less

}  // namespace

bool TrainingPage::isTraining() const {
    return m_job != nullptr && m_job->isActive();
}

QString TrainingPage::title() const {
    return tr("Train a forecast");
}

QString TrainingPage::facts() const {
    if (!session().isOpen() || session().facts().lines == 0) {
        return {};
    }
    const ProjectFacts& facts = session().facts();
    const QLocale locale;
    return tr("%1 items").arg(numberText(static_cast<double>(facts.items), locale)) + u"  ·  "_s + dateText(facts.firstDay, locale) +
           u" – "_s + dateText(facts.lastDay, locale);
}

QList<QAction*> TrainingPage::plainActions() const {
    const ProjectFacts& facts = session().facts();
    if (facts.usedRun() == nullptr || isTraining()) {
        return {};
    }
    return {isForecastOutdated(facts) ? m_look : m_again};
}

QAction* TrainingPage::primaryAction() const {
    if (!session().isOpen() || session().facts().lines == 0) {
        return nullptr;
    }
    const ProjectFacts& facts = session().facts();
    return facts.usedRun() != nullptr && !isTraining() && !isForecastOutdated(facts) ? m_open : m_train;
}

/// In a narrow window the names of the models need the room of the window that they look back on.
void TrainingPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_table->setColumnHidden(RunsModel::Ahead, width() < Theme::instance().px(wideEnough));
}

void TrainingPage::activated() {
    refresh();
}

TrainingOptions TrainingPage::options() const {
    TrainingOptions options = withSettings(m_options);
    options.fromRun = m_begin->currentData().toInt();
    if (options.fromRun != 0) {  // the network is that of the run
        options.model = "auto";
        options.hiddenSize = options.layers = options.lookback = options.epochs = 0;
        options.loss = TrainingOptions().loss;
        options.activation = TrainingOptions().activation;
        options.searchSeconds = 0;
    }
    return options;
}

/// With what the page asks for beside the options: unit of time, look ahead, prices, device.
TrainingOptions TrainingPage::withSettings(TrainingOptions options) const {
    if (m_unit->currentIndex() > 0) {
        options.period = static_cast<PeriodKind>(m_unit->currentIndex() - 1);
    }
    options.horizon = m_ahead->value();
    options.useKnownFuture = m_plans->currentIndex() == 0;
    options.device = m_device->currentData().toString().toStdString();
    return options;
}

void TrainingPage::choosePreset(int card) {
    m_options = card == ownCard ? m_ownOptions.value_or(m_options) : optionsOf(static_cast<TrainingPreset>(card));
    m_cost->hide();
}

/// Own options have a card of their own: choosing a preset again does not lose them.
void TrainingPage::chooseOptions() {
    OptionsDialog dialog(m_options, m_begin->currentData().toInt(), this);
    if (dialog.exec() == QDialog::Accepted) {
        m_ownOptions = dialog.options();
        m_cards[ownCard]->setChecked(true);
        choosePreset(ownCard);
        refreshCards();
    }
}

void TrainingPage::refreshCards() {
    const QStringList names{tr("Quick look"), tr("Balanced"), tr("Best"), tr("Your own options")};
    QStringList sentences{tr("Boosted trees, good for a first picture"), tr("Trees and networks against simple methods"), tr("Looks for good options first, learns longer"), QString()};
    if (m_ownOptions) {
        sentences[ownCard] = methodLabel(m_ownOptions->model, PeriodKind::Day) + u" · "_s + tr("%n option(s) changed", nullptr, ownOptions(*m_ownOptions));
    }
    for (int card = 0; card < static_cast<int>(std::size(m_cards)); ++card) {
        const TrainingOptions asked = card == ownCard ? m_ownOptions.value_or(TrainingOptions()) : optionsOf(static_cast<TrainingPreset>(card));
        const PresetTime time = timeOf(withSettings(asked), m_runs->runs());
        const QString cost = time.seconds <= 0 ? QString() : time.isMeasured ? tr("%1 last time").arg(durationText(std::round(time.seconds))) : tr("up to %1").arg(durationText(time.seconds));
        m_cards[card]->setTexts(names[card], sentences[card], cost);
        m_cards[card]->setEnabled(m_begin->currentData().toInt() == 0);  // what goes on has its network already
    }
    m_cards[ownCard]->setVisible(m_ownOptions.has_value());
}

/// The unit stands behind the number.
void TrainingPage::refreshLookAhead() {
    const int unit = m_unit->currentIndex(), count = m_ahead->value();
    const QString text = unit > 0 ? periodsText(count, static_cast<PeriodKind>(unit - 1)) : tr("%n period(s)", nullptr, count);
    m_ahead->setSuffix(QString(text).remove(QLocale().toString(count)).remove(QString::number(count)));
}

void TrainingPage::train() {
    Job* job = session().startJob(tr("Training"), method::trainingStart, options());
    if (job != nullptr) {
        follow(job, options().searchSeconds > 0);
    }
}

void TrainingPage::follow(Job* job, bool hasSearch) {
    m_job = job;
    m_ended = 0;
    m_table->clearSelection();
    m_note->hide();
    m_fit = 0;
    m_share = -1;
    m_expectedMemory = 0;
    m_chart->clear(0);
    m_verdict->hide();
    QStringList stages{tr("Reading and cleaning"), tr("Estimating"), tr("Testing each method"), tr("Training the one to keep"), tr("Forecasting")};
    if (hasSearch) {
        stages.insert(2, tr("Looking for options"));
    }
    m_stages->setStages(stages);
    m_stages->setProperty("hasSearch", hasSearch);
    m_stages->setCurrent(0);
    connect(job, &Job::progressed, this, &TrainingPage::showProgress);
    connect(job, &Job::stateChanged, this, &TrainingPage::refresh);
    connect(job, &Job::succeeded, this, &TrainingPage::showEnded);
    refresh();
}

/// What has just ended is shown until something else is chosen, also where the forecast stays with another run.
void TrainingPage::showEnded(const nlohmann::json& outcome) {
    m_ended = outcome.get<TrainingOutcome>().run;
    m_table->clearSelection();
    refresh();
}

void TrainingPage::refresh() {
    const bool isOpen = session().isOpen() && session().facts().lines > 0;
    m_stack->setCurrentIndex(isOpen ? 1 : 0);
    refreshRuns();
    refreshBegin();
    refreshRunButtons();
    refreshCards();
    if (session().isBusy() && session().job() != m_job && session().job()->method() == method::trainingStart) {
        follow(session().job(), options().searchSeconds > 0);
        return;
    }
    const bool isBusy = isTraining();
    m_pause->setVisible(isBusy);
    m_finish->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    m_left->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_stages->setVisible(isBusy);
    m_hint->setVisible(isBusy);
    const bool isPaused = isBusy && m_job->state() == Job::State::Paused;
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(themedIcon(isPaused ? u"play"_s : u"pause"_s));
    m_train->setEnabled(!session().isBusy());
    m_again->setEnabled(!session().isBusy());
    m_estimate->setEnabled(!session().isBusy());
    if (isBusy) {
        showProgress(m_job->progress());
    } else {
        showRun();
    }
    emit headerChanged();
}

}  // namespace foresell
