// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presets.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "core/baselines/simple_method.h"
#include "ui/training/options_dialog.h"
#include "ui/training/runs_model.h"
#include "ui/training/training_page.h"
#include "ui/widgets/method_names.h"

using namespace foresell;

namespace {

RunFacts finished(int run, double seconds, int epochs) {
    RunFacts facts;
    facts.run = run;
    facts.state = "done";
    facts.result.model = facts.result.learner = "lstm";
    facts.result.baseline = "seasonal_naive";
    facts.result.axis.kind = PeriodKind::Week;
    facts.result.seconds = seconds;
    facts.result.epochs = epochs;
    facts.result.verdict = Verdict::LearnerBetter;
    Scores own, simple;
    own.wape = 0.379;
    simple.wape = 0.461;
    facts.result.scores = {{"lstm", own, 1}, {"seasonal_naive", simple, 1}};
    return facts;
}

}  // namespace

class TrainingPresetsTest : public QObject {
    Q_OBJECT

private slots:
    void presetsGrowInWhatTheyMayTake() {
        const auto seconds = [](TrainingPreset preset) { return secondsAtMost(optionsOf(preset), {}); };
        QVERIFY(seconds(TrainingPreset::Quick) < seconds(TrainingPreset::Balanced));
        QVERIFY(seconds(TrainingPreset::Balanced) < seconds(TrainingPreset::Best));
    }

    void theEstimateComesFromTheSpeedThatWasMeasured() {
        TrainingOptions options;
        options.epochs = 20;
        QCOMPARE(secondsAtMost(options, {finished(1, 30, 10)}), 60.0);
        options.timeBudgetSeconds = 45;
        QCOMPARE(secondsAtMost(options, {finished(1, 30, 10)}), 45.0);
    }

    void whatTreesTakeIsToldByTrees() {
        RunFacts trees = finished(2, 20, 0);
        trees.options.model = "boosted_trees";
        const TrainingOptions quick = optionsOf(TrainingPreset::Quick);
        QCOMPARE(secondsAtMost(quick, {trees, finished(1, 500, 10)}), 20.0);
        QCOMPARE(secondsAtMost(quick, {finished(1, 500, 10)}), quick.timeBudgetSeconds);
    }

    void aSearchComesOnTop() {
        TrainingOptions options;
        options.epochs = 10;
        options.searchSeconds = 100;
        QCOMPARE(secondsAtMost(options, {finished(1, 30, 10)}), 130.0);
    }

    void theDialogKeepsWhatItIsGiven() {
        TrainingOptions options;
        options.model = "mlp";
        options.optimizer = "sgd";
        options.activation = "tanh";
        options.loss = "negative_binomial";
        options.schedule = "plateau";
        options.normalisation = "robust";
        options.normalisationScope = "global";
        options.averagesWeights = false;
        options.precision = "mixed";
        options.weightDecay = 0.25;
        options.hiddenSize = 96;
        options.epochs = 17;
        options.seed = 7;
        OptionsDialog dialog(options, nullptr);
        const TrainingOptions again = dialog.options();
        QCOMPARE(again.model, options.model);
        QCOMPARE(again.optimizer, options.optimizer);
        QCOMPARE(again.activation, options.activation);
        QCOMPARE(again.loss, options.loss);
        QCOMPARE(again.schedule, options.schedule);
        QCOMPARE(again.normalisation, options.normalisation);
        QCOMPARE(again.normalisationScope, options.normalisationScope);
        QCOMPARE(again.averagesWeights, options.averagesWeights);
        QCOMPARE(again.precision, options.precision);
        QCOMPARE(again.weightDecay, options.weightDecay);
        QCOMPARE(again.hiddenSize, 96);
        QCOMPARE(again.epochs, 17);
        QCOMPARE(again.seed, std::uint64_t{7});
    }

    void everySimpleMethodCanBeChosenAndIsExplained() {
        TrainingOptions options;
        for (const std::string& method : simpleMethods()) {
            options.model = method;
            const OptionsDialog dialog(options, nullptr);
            QCOMPARE(dialog.options().model, method);
            QVERIFY(!methodHelp(method).isEmpty());
            QVERIFY(methodLabel(method, PeriodKind::Day) != methodLabel("auto", PeriodKind::Day));
        }
    }

    void runsAreListedAndTheUsedOneIsMarked() {
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({finished(2, 372, 19), finished(1, 48, 4)});
        QCOMPARE(model.index(0, RunsModel::Error).data().toString(), QStringLiteral("37.9%"));
        QVERIFY(!model.index(0, RunsModel::State).data().toString().isEmpty());
        QVERIFY(model.index(1, RunsModel::State).data().toString().isEmpty());
        QVERIFY(model.index(0, RunsModel::Took).data().toString().contains(QStringLiteral("6")));
    }

    void theVerdictSaysWhichIsBetterEvenWhenItIsTheSimpleMethod() {
        RunResult result = finished(1, 1, 1).result;
        QVERIFY(verdictText(result).contains(QStringLiteral("LSTM is better")));
        result.verdict = Verdict::BaselineBetter;
        QVERIFY(verdictText(result).startsWith(QStringLiteral("Last year's pattern is better")));
        result.verdict = Verdict::NotJudged;
        QVERIFY(verdictText(result).contains(QStringLiteral("too little history")));
    }
};

QTEST_MAIN(TrainingPresetsTest)
#include "training_presets_test.moc"
