// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/loss_chart.h"
#include "ui/jobs/job_bar.h"
#include "ui/project_session/project_session.h"
#include "ui/training/options_dialog.h"
#include "ui/training/preset_card.h"
#include "ui/training/runs_model.h"
#include "ui/training/stage_strip.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr int wideEnough = 1200;  ///< px; in narrower pages the table of runs has a column less

double metricOf(const Progress& progress, const char* name) {
    const auto found = progress.metrics.find(name);
    return found == progress.metrics.end() ? missing : found->second;
}

QString stageText(const Progress& progress) {
    const auto say = [](const char* text) { return QCoreApplication::translate("foresell::TrainingPage", text); };
    const std::string& stage = progress.stage;
    if (stage == "learning") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Learning"));
    }
    if (stage == "settling") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Learning the newest sales"));
    }
    if (stage == "paused") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Paused"));
    }
    if (stage == "testing") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Testing on unseen sales"));
    }
    if (stage == "searching") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Looking for good options"));
    }
    if (stage == "shipping") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Training the one to keep"));
    }
    if (stage == "forecasting") {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Making the forecast"));
    }
    return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Preparing the data"));
}

/// The place of a progress among the stages that the strip shows: data, cost, options, tests, training, forecast.
int stageOf(const Progress& progress, bool hasSearch) {
    const std::string& stage = progress.stage;
    const int later = hasSearch ? 1 : 0;
    if (stage == "estimated") {
        return 1;
    }
    if (stage == "searching") {
        return 2;
    }
    if (stage == "testing" || metricOf(progress, "judging") > 0) {
        return 2 + later;
    }
    if (stage == "shipping" || stage == "learning" || stage == "settling") {
        return 3 + later;
    }
    return stage == "forecasting" ? 4 + later : -1;
}

}  // namespace

QString verdictText(const RunResult& result) {
    const QLocale locale;
    const auto say = [](const char* text) { return QCoreApplication::translate("foresell::TrainingPage", text); };
    const MethodScores *learner = result.scoresOf(result.learner), *simple = result.scoresOf(result.baseline);
    const PeriodKind kind = result.axis.kind;
    if (simple == nullptr || result.verdict == Verdict::NotJudged) {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "There is too little history to test on sales that the methods have not seen."));
    }
    const QString simpleName = methodName(result.baseline, kind), simpleError = percentText(simple->scores.wape, locale, 1);
    if (learner == nullptr) {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "%1 missed by %2 of the units sold. It was not compared with trees or networks.")).arg(simpleName, simpleError);
    }
    const char* text = result.verdict == Verdict::LearnerBetter
                           ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "%1 is better: on unseen sales it missed by %2 of the units sold, %3 by %4.")
                       : result.verdict == Verdict::BaselineBetter
                           ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "%3 is better: on unseen sales it missed by %4 of the units sold, %1 by %2. The simple method is used where it was allowed to compete.")
                           : QT_TRANSLATE_NOOP("foresell::TrainingPage", "%1 and %3 are about even on unseen sales: they missed by %2 and %4 of the units sold.");
    const QString sentence = say(text).arg(methodName(result.learner, kind), percentText(learner->scores.wape, locale, 1), simpleName, simpleError);
    return QString(sentence.left(1).toUpper() + sentence.mid(1));
}

bool TrainingPage::isTraining() const {
    return m_job != nullptr && m_job->isActive();
}

const RunFacts* TrainingPage::newestDone() const {
    const auto& runs = m_runs->runs();
    const auto found = std::find_if(runs.begin(), runs.end(), [](const RunFacts& run) { return run.state == "done"; });
    return found == runs.end() ? nullptr : &*found;
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
    return newestDone() != nullptr && !isTraining() ? QList<QAction*>{m_again} : QList<QAction*>();
}

QAction* TrainingPage::primaryAction() const {
    if (!session().isOpen() || session().facts().lines == 0) {
        return nullptr;
    }
    return newestDone() != nullptr && !isTraining() ? m_open : m_train;
}

/// In a narrow window the names of the models need the room of the window that they look back on.
void TrainingPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_table->setColumnHidden(RunsModel::Window, width() < Theme::instance().px(wideEnough));
}

void TrainingPage::activated() {
    refresh();
}

TrainingOptions TrainingPage::options() const {
    TrainingOptions options = m_options;
    if (m_unit->currentIndex() > 0) {
        options.period = static_cast<PeriodKind>(m_unit->currentIndex() - 1);
    }
    options.horizon = m_ahead->currentData().toInt();
    options.useKnownFuture = m_plans->currentIndex() == 0;
    options.device = m_device->currentData().toString().toStdString();
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

void TrainingPage::choosePreset(TrainingPreset preset) {
    m_options = optionsOf(preset);
    m_own->hide();
    m_cost->hide();
}

void TrainingPage::chooseOptions() {
    OptionsDialog dialog(options(), this);
    if (dialog.exec() == QDialog::Accepted) {
        m_options = dialog.options();
        m_own->show();
        m_cost->hide();
    }
}

void TrainingPage::refreshLookAhead() {
    const QSignalBlocker quiet(m_ahead);
    const int chosen = std::max(0, m_ahead->currentIndex());
    m_ahead->clear();
    m_ahead->addItem(tr("Automatic"), 0);
    const int unit = m_unit->currentIndex();
    const std::vector<int> lengths = unit == 1 ? std::vector{7, 14, 28, 56} : unit == 2 ? std::vector{4, 8, 13, 26} : unit == 3 ? std::vector{1, 3, 6, 12} : std::vector<int>();
    for (const int length : lengths) {
        m_ahead->addItem(periodsText(length, static_cast<PeriodKind>(unit - 1)), length);
    }
    m_ahead->setCurrentIndex(std::min(chosen, m_ahead->count() - 1));
    m_ahead->setEnabled(!lengths.empty());
    m_ahead->setToolTip(lengths.empty() ? tr("Choose a unit of time first") : QString());
}

void TrainingPage::train() {
    Job* job = session().startJob(tr("Training"), method::trainingStart, options());
    if (job != nullptr) {
        follow(job);
    }
}

void TrainingPage::follow(Job* job) {
    m_job = job;
    m_fit = 0;
    m_expectedMemory = 0;
    m_chart->clear(0);
    m_verdict->hide();
    const bool hasSearch = options().searchSeconds > 0;
    QStringList stages{tr("Reading and cleaning"), tr("Estimating"), tr("Testing each method"), tr("Training the one to keep"), tr("Forecasting")};
    if (hasSearch) {
        stages.insert(2, tr("Looking for options"));
    }
    m_stages->setStages(stages);
    m_stages->setProperty("hasSearch", hasSearch);
    m_stages->setCurrent(0);
    connect(job, &Job::progressed, this, &TrainingPage::showProgress);
    connect(job, &Job::stateChanged, this, &TrainingPage::refresh);
    refresh();
}

void TrainingPage::showProgress(const Progress& progress) {
    const QLocale locale;
    const double epoch = metricOf(progress, "epoch"), epochs = metricOf(progress, "epochs"), tree = metricOf(progress, "tree");
    const bool isLearning = progress.stage == "learning" && std::isfinite(epoch);
    m_state->setText(isLearning ? tr("Learning: round %1 of at most %2").arg(numberText(epoch, locale), numberText(epochs, locale)) : stageText(progress));
    if (progress.stage == "learning" && std::isfinite(tree)) {
        m_state->setText(tr("Growing trees: %1 of at most %2").arg(numberText(tree, locale), numberText(metricOf(progress, "trees"), locale)));
    }
    if (const double memory = metricOf(progress, "memory_bytes"); std::isfinite(memory)) {
        m_expectedMemory = memory;
        m_state->setText(tr("Beginning; it needs about %1 of memory").arg(locale.formattedDataSize(static_cast<qint64>(memory), 0)));
    }
    if (progress.stage == "testing" && progress.total > 0) {
        m_state->setText(tr("Testing %1, %2 of %3").arg(methodName(progress.message, PeriodKind::Day)).arg(progress.done + 1).arg(progress.total));
    }
    m_stages->setCurrent(std::max(m_stages->current(), stageOf(progress, m_stages->property("hasSearch").toBool())));
    m_left->setText(timeLeftText(progress.secondsLeft));
    m_progress->setRange(0, progress.total > 0 ? 1000 : 0);
    m_progress->setValue(progress.total > 0 ? static_cast<int>(1000 * progress.done / progress.total) : 0);
    const double unseen = metricOf(progress, "validation_loss"), training = metricOf(progress, "training_loss");
    const double fit = metricOf(progress, "fit");
    if (isLearning && std::isfinite(fit) && fit > m_fit) {
        m_fit = fit;  // first to be judged, then on all of the history
        m_chart->clear(static_cast<int>(epochs));
    }
    if (isLearning && metricOf(progress, "epoch_ended") > 0 && std::isfinite(unseen)) {
        if (m_chart->rounds() == 0) {
            m_chart->clear(static_cast<int>(epochs));
        }
        m_chart->addRound(static_cast<int>(epoch), training, unseen);
    }
    const double best = metricOf(progress, "best_validation_loss"), speed = metricOf(progress, "windows_per_second");
    if (!isLearning && !std::isfinite(speed)) {
        return;
    }
    const double used = metricOf(progress, "peak_memory_bytes");
    const auto sizeText = [&](double bytes) { return bytes > 0 ? locale.formattedDataSize(static_cast<qint64>(bytes), 0) : u"–"_s; };
    const bool wasShort = metricOf(progress, "batch_halvings") > 0;
    m_figures->setFigures({{tr("Loss on unseen sales"), numberText(unseen, locale, 3),
                            m_chart->bestRound() > 0 ? tr("lowest %1 in round %2, kept").arg(numberText(best, locale, 3)).arg(m_chart->bestRound()) : QString()},
                           {tr("Memory"), sizeText(used),
                            wasShort               ? tr("was short: batch halved, went on")
                            : m_expectedMemory > 0 ? tr("about %1 expected").arg(sizeText(m_expectedMemory))
                                                   : QString()},
                           {tr("Speed"), std::isfinite(speed) ? tr("%1 windows/s").arg(numberText(speed, locale)) : u"–"_s, QString::fromStdString(session().engineFacts().device)},
                           {tr("Round"), numberText(epoch, locale), tr("of at most %1").arg(numberText(epochs, locale))}});
}

void TrainingPage::showResult() {
    const RunFacts* run = newestDone();
    m_verdict->setVisible(run != nullptr);
    if (run == nullptr) {
        m_state->setText(tr("No forecast has been trained yet"));
        m_left->setText(tr("Choose how thorough, then train. You can go on working meanwhile."));
        m_figures->setFigures({{tr("Error (WAPE)"), u"–"_s, {}}, {tr("Simple method"), u"–"_s, {}}, {tr("Speed"), u"–"_s, {}}, {tr("Took"), u"–"_s, {}}});
        m_chart->clear(0);
        return;
    }
    const RunResult& result = run->result;
    const QLocale locale;
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    m_state->setText(tr("Run %1 is done").arg(run->run));
    m_left->setText(tr("the forecast is made by %1").arg(methodName(result.model, result.axis.kind)));
    m_verdict->setText(verdictText(result));
    const double gain = own != nullptr && simple != nullptr ? (simple->scores.wape - own->scores.wape) * 100 : missing;
    const bool isTie = result.model == result.learner && result.verdict != Verdict::LearnerBetter;
    const bool isBetter = std::isfinite(gain) && gain > 0.05 && !isTie;
    m_figures->setFigures({{tr("Error (WAPE)"), own == nullptr ? u"–"_s : percentText(own->scores.wape, locale, 1), own == nullptr ? tr("not tested") : tr("on sales it had not seen"),
                            tr("How much of the units sold the forecast missed, over all items.")},
                           {result.baseline.empty() ? tr("Simple method") : methodLabel(result.baseline, result.axis.kind), simple == nullptr ? u"–"_s : percentText(simple->scores.wape, locale, 1),
                            isBetter ? tr("%1 is %2 points better").arg(methodName(result.model, result.axis.kind), numberText(gain, locale, 1)) : tr("the method to beat"), {}, isBetter},
                           {tr("Speed"), result.windowsPerSecond > 0 ? tr("%1 windows/s").arg(numberText(result.windowsPerSecond, locale)) : u"–"_s,
                            tr("%1, %2 threads").arg(QString::fromStdString(result.device)).arg(result.threads)},
                           {tr("Took"), durationText(result.seconds), result.epochs > 0 ? tr("%1 rounds, best %2").arg(result.epochs).arg(result.bestEpoch) : QString()}});
    m_chart->setCurves(result.trainingCurve, result.validationCurve, result.epochs);
}

void TrainingPage::refresh() {
    const bool isOpen = session().isOpen() && session().facts().lines > 0;
    m_stack->setCurrentIndex(isOpen ? 1 : 0);
    m_runs->setRuns(isOpen ? session().facts().runs : std::vector<RunFacts>());
    refreshBegin();
    refreshRunButtons();
    for (int preset = 0; preset < 3; ++preset) {
        const double seconds = secondsAtMost(optionsOf(static_cast<TrainingPreset>(preset)), m_runs->runs());
        const QStringList names{tr("Quick look"), tr("Balanced"), tr("Best")};
        const QStringList sentences{tr("Boosted trees, good for a first picture"), tr("Trees and networks against simple methods"), tr("Looks for good options first, learns longer")};
        m_cards[preset]->setTexts(names[preset], sentences[preset], seconds > 0 ? tr("up to %1").arg(durationText(seconds)) : QString());
    }
    if (m_job == nullptr && session().isBusy() && session().job()->method() == method::trainingStart) {
        follow(session().job());
        return;
    }
    const bool isBusy = isTraining();
    m_pause->setVisible(isBusy);
    m_finish->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_stages->setVisible(isBusy);
    m_hint->setVisible(isBusy);
    m_pause->setText(isBusy && m_job->state() == Job::State::Paused ? tr("Resume") : tr("Pause"));
    m_train->setEnabled(!session().isBusy());
    m_again->setEnabled(!session().isBusy());
    m_estimate->setEnabled(!session().isBusy());
    if (isBusy) {
        showProgress(m_job->progress());
    } else {
        showResult();
    }
    emit headerChanged();
}

}  // namespace foresell
