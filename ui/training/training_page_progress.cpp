// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/chart_text.h"
#include "ui/charts/loss_chart.h"
#include "ui/jobs/job_bar.h"
#include "ui/project_session/project_session.h"
#include "ui/training/run_texts.h"
#include "ui/training/runs_model.h"
#include "ui/training/stage_strip.h"
#include "ui/training/training_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/note_card.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr int barSteps = 1000;

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

/// The place of a progress among the stages that the strip shows: data, cost, options, tests, training, forecast. -1: it
/// does not tell.
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

bool isRound(const Progress& progress) {
    return progress.stage == "learning" && std::isfinite(metricOf(progress, "epoch"));
}

QString sizeText(double bytes) {
    return bytes > 0 ? QLocale().formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeTraditionalFormat) : u"–"_s;
}

}  // namespace

QString TrainingPage::workText(const Progress& progress) {
    const QLocale locale;
    if (isRound(progress)) {
        return tr("Learning: round %1 of at most %2").arg(numberText(metricOf(progress, "epoch"), locale), numberText(metricOf(progress, "epochs"), locale));
    }
    if (const double tree = metricOf(progress, "tree"); progress.stage == "learning" && std::isfinite(tree)) {
        return tr("Growing trees: %1 of at most %2").arg(numberText(tree, locale), numberText(metricOf(progress, "trees"), locale));
    }
    if (const double memory = metricOf(progress, "memory_bytes"); std::isfinite(memory)) {
        m_expectedMemory = memory;
        return tr("Beginning; it needs about %1 of memory").arg(sizeText(memory));
    }
    if (progress.stage == "testing" && progress.total > 0) {
        return tr("Testing %1, %2 of %3").arg(methodName(progress.message, PeriodKind::Day)).arg(progress.done + 1).arg(progress.total);
    }
    return stageText(progress);
}

void TrainingPage::showProgress(const Progress& progress) {
    const bool isPaused = m_job->state() == Job::State::Paused || progress.stage == "paused";  // here, or at a shell
    m_state->setText(isPaused ? tr("Paused") : workText(progress));
    if (const int stage = stageOf(progress, m_stages->property("hasSearch").toBool()); stage >= 0) {
        m_stages->setCurrent(stage);
    }
    m_left->setText(isPaused ? QString() : timeLeftText(progress.secondsLeft));
    if (const double share = metricOf(progress, "share"); std::isfinite(share)) {
        m_share = std::max(m_share, share);
    }
    // Without a share the bar runs to and fro, which a pause stops.
    m_progress->setRange(0, m_share >= 0 || isPaused ? barSteps : 0);
    m_progress->setValue(static_cast<int>(barSteps * std::max(0.0, m_share)));
    if (!isPaused) {
        followCurve(progress);
        showPace(progress);
    }
}

/// Adds a round that has ended to the curve of the network that learns now.
void TrainingPage::followCurve(const Progress& progress) {
    const double unseen = metricOf(progress, "validation_loss"), fit = metricOf(progress, "fit");
    const int rounds = std::isfinite(metricOf(progress, "epochs")) ? static_cast<int>(metricOf(progress, "epochs")) : 0;
    if (isRound(progress) && std::isfinite(fit) && fit > m_fit) {
        m_fit = fit;  // first to be judged, then on all of the history
        m_chart->clear(rounds);
    }
    if (isRound(progress) && metricOf(progress, "epoch_ended") > 0 && std::isfinite(unseen)) {
        if (m_chart->rounds() == 0) {
            m_chart->clear(rounds);
        }
        m_chart->addRound(static_cast<int>(metricOf(progress, "epoch")), metricOf(progress, "training_loss"), unseen);
    }
    const bool isGoingOn = progress.stage == "settling" && rounds == 0;
    showCurve(isGoingOn              ? tr("It goes on from an earlier network for a short while, on all sales: none are left unseen to draw a curve of.")
              : isRound(progress)    ? tr("The curve begins when the first round has ended.")
                                     : tr("The curve of the error appears here while a network learns. Simple methods and trees have no rounds."));
}

void TrainingPage::showPace(const Progress& progress) {
    const QLocale locale;
    const double speed = metricOf(progress, "windows_per_second");
    if (!isRound(progress) && !std::isfinite(speed)) {
        return;
    }
    const double unseen = metricOf(progress, "validation_loss"), best = metricOf(progress, "best_validation_loss"), rounds = metricOf(progress, "epochs");
    const bool isGoingOn = progress.stage == "settling" && !(rounds > 0);
    const bool wasShort = metricOf(progress, "batch_halvings") > 0;
    FigureStrip::Figure round{tr("Round"), numberText(metricOf(progress, "epoch"), locale), tr("of at most %1").arg(numberText(rounds, locale))};
    if (isGoingOn && progress.total > 0) {
        round = {tr("Learning on"), percentText(static_cast<double>(progress.done) / static_cast<double>(progress.total), locale, 0), tr("of its short rounds")};
    }
    const FigureStrip::Figure error{isGoingOn ? tr("Error while learning") : tr("Error on unseen sales"), numberText(isGoingOn ? metricOf(progress, "training_loss") : unseen, locale, 3),
                                    m_chart->bestRound() > 0 && !isGoingOn ? tr("lowest %1 in round %2, kept").arg(numberText(best, locale, 3)).arg(m_chart->bestRound()) : QString(),
                                    tr("In the measure that the network makes small; lower is better.")};
    m_figures->setFigures({error,
                           {tr("Memory"), sizeText(metricOf(progress, "peak_memory_bytes")),
                            wasShort               ? tr("was short: batch halved, went on")
                            : m_expectedMemory > 0 ? tr("about %1 expected").arg(sizeText(m_expectedMemory))
                                                   : QString()},
                           {tr("Device"), deviceText(session().engineFacts().device), std::isfinite(speed) ? tr("%1 examples a second").arg(numberText(speed, locale)) : QString()},
                           round});
}

/// Shows the curve, or where there is none a sentence in its place, whose room the list of runs then takes.
void TrainingPage::showCurve(const QString& otherwise) {
    const bool hasCurve = m_chart->rounds() > 0;
    m_chart->setVisible(hasCurve);
    m_linear->setVisible(hasCurve);
    m_log->setVisible(hasCurve);
    m_chartFacts->setVisible(hasCurve);
    m_noCurve->setVisible(!hasCurve);
    m_noCurve->setText(otherwise);
}

/// What the list has selected, else the training that has just ended, else one that was interrupted last, else the run that
/// the forecast is made by.
const RunFacts* TrainingPage::shownRun() const {
    const std::vector<const RunFacts*> selected = selectedRuns();
    if (selected.size() == 1) {
        return selected.front();
    }
    const auto& runs = m_runs->runs();
    const auto ended = std::find_if(runs.begin(), runs.end(), [this](const RunFacts& run) { return run.run == m_ended; });
    if (ended != runs.end()) {
        return &*ended;
    }
    return !runs.empty() && runs.front().state == "interrupted" ? &runs.front() : session().facts().usedRun();
}

void TrainingPage::showRun() {
    const RunFacts* run = shownRun();
    m_note->hide();
    m_verdict->show();
    if (run == nullptr) {
        m_state->setText(tr("No forecast has been trained yet"));
        m_verdict->setText(tr("Choose how thorough, then train. You can go on working meanwhile."));
    } else if (run->state == "done") {
        showResult(*run);
        return;
    } else {
        showUnfinished(*run);
    }
    m_figures->setFigures({{tr("Error (WAPE)"), u"–"_s, {}}, {tr("Simple method"), u"–"_s, {}}, {tr("Device"), u"–"_s, {}}, {tr("Took"), u"–"_s, {}}});
    m_chart->clear(0);
    showCurve(run == nullptr ? tr("The curve of the error appears here while a network learns. Simple methods and trees have no rounds.")
                             : tr("It ended without a result, so there is no curve."));
}

/// A run that ended without a result: why, and how it can go on.
void TrainingPage::showUnfinished(const RunFacts& run) {
    m_state->setText(tr("Run %1: %2").arg(run.run).arg(runStateText(run)));
    m_verdict->setText(run.state == "failed" ? runErrorText(run) : QString());
    m_verdict->setVisible(run.state == "failed");
    if (run.state == "interrupted") {
        m_note->setNote(NoteCard::Tone::Warn, tr("This training was interrupted"),
                        tr("The program or the computer stopped while it ran. What it had learnt was saved: it can go on from there with the same options."), tr("Go on"));
        m_note->show();
    }
}

/// Says why a newer run is not used by itself; in the place of the verdict, whose figures stand below anyway.
void TrainingPage::showKept(const RunFacts& run) {
    const RunFacts* used = session().facts().usedRun();
    if (used == nullptr || run.run <= used->run) {
        return;
    }
    const KeptRunText kept = keptRunText(*used, run);
    m_note->setNote(NoteCard::Tone::Warn, kept.head, kept.text, tr("Use run %1 for the forecast").arg(run.run));
    m_note->show();
    m_verdict->hide();
}

void TrainingPage::showResult(const RunFacts& run) {
    const RunResult& result = run.result;
    const QLocale locale;
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    const bool isUsed = session().facts().forecastRun == run.run;
    m_state->setText((isUsed ? tr("Run %1 makes the forecast") : tr("Run %1")).arg(run.run) + u" · "_s + methodLabel(result.model, result.axis.kind));
    m_verdict->setText(verdictText(result));
    const double gain = own != nullptr && simple != nullptr ? (simple->scores.wape - own->scores.wape) * 100 : missing;
    const bool isTie = result.model == result.learner && result.verdict != Verdict::LearnerBetter;
    const bool isBetter = std::isfinite(gain) && gain > 0.05 && !isTie;
    const QString rounds = result.bestEpoch > 0 ? tr("%1 rounds, best %2").arg(result.epochs).arg(result.bestEpoch)
                           : result.epochs > 0  ? tr("%1 rounds").arg(result.epochs)
                                                : QString();
    m_figures->setFigures({{tr("Error (WAPE)"), own == nullptr ? u"–"_s : percentText(own->scores.wape, locale, 1), own == nullptr ? tr("not tested") : tr("on sales it had not seen"),
                            tr("How much of the units sold the forecast missed, over all items.")},
                           {result.baseline.empty() ? tr("Simple method") : methodLabel(result.baseline, result.axis.kind), simple == nullptr ? u"–"_s : percentText(simple->scores.wape, locale, 1),
                            isBetter ? tr("%1 is %2 points better").arg(methodName(result.model, result.axis.kind), numberText(gain, locale, 1)) : tr("the method to beat"), {}, isBetter},
                           {tr("Device"), deviceText(result.device), tr("%n thread(s)", nullptr, result.threads)},
                           {tr("Took"), durationText(result.seconds), rounds}});
    m_chart->setCurves(result.trainingCurve, result.validationCurve, result.epochs);
    showCurve(noCurveText(run));
    showKept(run);
}

}  // namespace foresell
