// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include "core/evaluation/run_succession.h"
#include "ui/charts/chart_text.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/method_names.h"

namespace foresell {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("foresell::TrainingPage", text);
}

}  // namespace

QString verdictText(const RunResult& result) {
    const QLocale locale;
    const MethodScores *learner = result.scoresOf(result.learner), *simple = result.scoresOf(result.baseline);
    const PeriodKind kind = result.axis.kind;
    if (!result.importedFrom.empty() && result.scores.empty()) {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "This network was imported. It was not tested on this shop's sales: none are newer than those it learnt from."));
    }
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

QString runStateText(const RunFacts& run) {
    const char* text = run.state == "running"       ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "running")
                       : run.state == "failed"      ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "failed")
                       : run.state == "interrupted" ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "interrupted")
                       : run.state == "cancelled"   ? QT_TRANSLATE_NOOP("foresell::TrainingPage", "stopped")
                                                    : nullptr;
    return text == nullptr ? QString() : say(text);
}

QString runErrorText(const RunFacts& run) {
    return run.error.message.empty() ? QString() : errorText(Error(run.error.code, run.error.message, {}, run.error.details));
}

QString noCurveText(const RunFacts& run) {
    const RunResult& result = run.result;
    if (!result.importedFrom.empty()) {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "This network was imported from %1: the curve of its error stayed where it learnt.")).arg(QString::fromStdString(result.importedFrom));
    }
    if (run.options.fromRun != 0 && result.epochs > 0) {
        return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "It went on from run %1 for a short while, on all sales: none were left unseen to draw a curve of.")).arg(run.options.fromRun);
    }
    return say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "The forecast is made by a method that does not learn in rounds, so there is no curve."));
}

QString deviceText(const std::string& device) {
    return device.starts_with("cuda") ? say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Graphics card")) : say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Processor"));
}

KeptRunText keptRunText(const RunFacts& inUse, const RunFacts& newer) {
    const QString head = say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "The forecast stays that of run %1")).arg(inUse.run);
    const auto errorOf = [](const RunResult& result) {
        const MethodScores* scores = result.scoresOf(result.model);
        return scores == nullptr ? QString() : percentText(scores->scores.wape, QLocale(), 1);
    };
    const auto unitOf = [&](const RunFacts& run) { return periodsText(run.result.horizon, run.result.axis.kind); };
    switch (successionOf(inUse.result, newer.result)) {
        case Succession::Worse:
            return {head, say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "On the same unseen sales run %1 missed by %2 of the units sold, run %3 by %4.")).arg(newer.run).arg(errorOf(newer.result)).arg(inUse.run).arg(errorOf(inUse.result))};
        case Succession::OtherUnit:
            return {head, say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Run %1 looks %2 ahead, run %3 looks %4 ahead: errors of different units of time do not compare.")).arg(newer.run).arg(unitOf(newer)).arg(inUse.run).arg(unitOf(inUse))};
        case Succession::NotTested:
            return {head, say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Run %1 was never tested on sales that it has not seen, so nothing says how good it is.")).arg(newer.run)};
        case Succession::SeesLess:
            return {head, say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "Run %1 ends at %2, run %3 has seen newer sales.")).arg(newer.run).arg(dateText(newer.result.origin, QLocale())).arg(inUse.run)};
        case Succession::Replaces: break;
    }
    return {head, say(QT_TRANSLATE_NOOP("foresell::TrainingPage", "It was chosen for the forecast, so run %1 does not take its place by itself.")).arg(newer.run)};
}

}  // namespace foresell
