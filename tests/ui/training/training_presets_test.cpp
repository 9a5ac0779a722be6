// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presets.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QtTest>
#include <algorithm>

#include "core/baselines/simple_method.h"
#include "core/evaluation/training_limits.h"
#include "ui/training/option_choices.h"
#include "ui/training/option_words.h"
#include "ui/training/options_dialog.h"
#include "ui/training/run_texts.h"
#include "ui/training/runs_model.h"
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
        const auto seconds = [](TrainingPreset preset) { return timeOf(optionsOf(preset), {}).seconds; };
        QVERIFY(seconds(TrainingPreset::Quick) < seconds(TrainingPreset::Balanced));
        QVERIFY(seconds(TrainingPreset::Balanced) < seconds(TrainingPreset::Best));
    }

    void theTimeOfACardIsThatOfTheLastRunAlike() {
        TrainingOptions balanced = optionsOf(TrainingPreset::Balanced);
        RunFacts run = finished(1, 372, 19);
        run.options = balanced;
        run.options.seed = 7;
        QVERIFY(timeOf(balanced, {run}).isMeasured);
        QCOMPARE(timeOf(balanced, {run}).seconds, 372.0);
        RunFacts newer = run;
        newer.result.seconds = 300;
        QCOMPARE(timeOf(balanced, {newer, run}).seconds, 300.0);
    }

    void otherOptionsOrAnotherUnitOfTimeSayNothingOfIt() {
        const TrainingOptions balanced = optionsOf(TrainingPreset::Balanced);
        RunFacts weekly = finished(1, 372, 19), own = finished(2, 3, 3), cutShort = finished(3, 2, 1);
        weekly.options = own.options = cutShort.options = balanced;
        weekly.options.period = PeriodKind::Week;
        own.options.model = "mlp";
        cutShort.result.stoppedBy = "user";
        const PresetTime time = timeOf(balanced, {cutShort, own, weekly});
        QVERIFY(!time.isMeasured);
        QCOMPARE(time.seconds, balanced.timeBudgetSeconds);
        QCOMPARE(timeOf(TrainingOptions(), {cutShort, own, weekly}).seconds, 0.0);
    }

    void ownOptionsAreCounted() {
        TrainingOptions options;
        QCOMPARE(ownOptions(options), 0);
        options.model = "gru";
        options.layers = 3;
        QCOMPARE(ownOptions(options), 2);
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
        OptionsDialog dialog(options, 0, nullptr);
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

    void theDialogTakesWhateverTheShellTakes() {
        TrainingOptions options;
        options.layers = training_limits::layers;
        options.lookback = training_limits::lookback;
        options.epochs = training_limits::epochs;
        options.patience = training_limits::patience;
        options.dropout = training_limits::dropout;
        options.learningRate = 0.00002;
        const TrainingOptions again = OptionsDialog(options, 0, nullptr).options();
        QCOMPARE(again.layers, 16);
        QCOMPARE(again.lookback, 2000);
        QCOMPARE(again.epochs, 100'000);
        QCOMPARE(again.patience, 100'000);
        QCOMPARE(again.dropout, 0.94);
        QCOMPARE(again.learningRate, 0.00002);
    }

    void everyChoiceIsExplainedAndTheChosenOneIsToldInTheDialog() {
        TrainingOptions options;
        options.loss = "tweedie";
        OptionsDialog dialog(options, 0, nullptr);
        for (const char* option : {"loss", "optimizer", "schedule", "activation", "normalisation", "normalisation_scope", "averages_weights", "precision"}) {
            QVERIFY2(optionChoices(option).size() >= 2, option);
            for (const OptionChoice& choice : optionChoices(option)) {
                QVERIFY2(choice.help.size() > 15, choice.value.c_str());
            }
        }
        dialog.show();
        const auto boxes = dialog.findChildren<QComboBox*>();
        const auto loss = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox* box) { return box->currentData().toString() == QLatin1String("tweedie"); });
        QVERIFY(loss != boxes.end());
        const auto isTold = [&dialog](const QString& words) {
            const auto labels = dialog.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel* label) { return label->text().contains(words); });
        };
        (*loss)->setCurrentIndex((*loss)->findData(QStringLiteral("poisson")));
        QVERIFY(isTold(QStringLiteral("a few units a day")));
        QVERIFY((*loss)->accessibleDescription().contains(QStringLiteral("a few units a day")));
    }

    void whatMakesANetworkCannotBeChosenWhereOneGoesOn() {
        TrainingOptions options;
        options.model = "gru";
        OptionsDialog dialog(options, 4, nullptr);
        const auto boxes = dialog.findChildren<QComboBox*>();
        QVERIFY(std::any_of(boxes.begin(), boxes.end(), [](const QComboBox* box) { return box->currentData().toString() == QLatin1String("gru") && !box->isEnabled(); }));
        QVERIFY(std::any_of(boxes.begin(), boxes.end(), [](const QComboBox* box) { return box->currentData().toString() == QLatin1String("adamw") && box->isEnabled(); }));
        QCOMPARE(dialog.options().model, std::string("gru"));
    }

    void aComparisonSaysOptionsInPlainWords() {
        RunResult result;
        result.axis.kind = PeriodKind::Day;
        result.horizon = 28;
        QCOMPARE(optionValue("loss", "quantile", result), QStringLiteral("Quantile"));
        QCOMPARE(optionValue("schedule", "one_cycle", result), QStringLiteral("One rise and fall"));
        QCOMPARE(optionValue("period", "week", result), QStringLiteral("weeks"));
        QVERIFY(optionValue("horizon", "0", result).startsWith(QLatin1String("automatic (28 day")));  // plurals come with a translation
        QVERIFY(optionValue("horizon", "8", result).startsWith(QLatin1String("8 day")));
        QCOMPARE(optionValue("time_budget_seconds", "600.0", result), QStringLiteral("10 min"));
        QVERIFY(!metricHelp("mase").isEmpty());
    }

    void everySimpleMethodCanBeChosenAndIsExplained() {
        TrainingOptions options;
        for (const std::string& method : simpleMethods()) {
            options.model = method;
            const OptionsDialog dialog(options, 0, nullptr);
            QCOMPARE(dialog.options().model, method);
            QVERIFY(!methodHelp(method).isEmpty());
            QVERIFY(methodLabel(method, PeriodKind::Day) != methodLabel("auto", PeriodKind::Day));
        }
    }

    void runsAreListedAndTheUsedOneIsMarked() {
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({finished(2, 372, 19), finished(1, 48, 4)}, 2);
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
        result.importedFrom = "shop.safetensors";
        result.scores.clear();
        QVERIFY(verdictText(result).contains(QStringLiteral("imported")));
    }

    void runsSayWhatBecameOfThem() {
        RunFacts failed = finished(3, 0, 0), interrupted = finished(2, 0, 0), imported = finished(1, 9, 3);
        failed.state = "failed";
        failed.error.message = "not enough memory";
        failed.error.code = "some.code";
        interrupted.state = "interrupted";
        imported.result.importedFrom = "shop.safetensors";
        RunsModel model;
        model.setRuns({failed, interrupted, imported}, 1);
        QCOMPARE(model.index(0, RunsModel::State).data().toString(), QStringLiteral("failed"));
        QCOMPARE(model.index(0, RunsModel::State).data(Qt::ToolTipRole).toString(), QStringLiteral("not enough memory"));
        QCOMPARE(model.index(1, RunsModel::State).data().toString(), QStringLiteral("interrupted"));
        QVERIFY(model.index(2, RunsModel::Model).data().toString().contains(QStringLiteral("imported")));
    }

    void aRunThatIsNotUsedByItselfSaysWhy() {
        RunFacts used = finished(1, 1, 1), worse = finished(2, 1, 1), daily = finished(3, 1, 1);
        worse.result.scores.front().scores.wape = 0.458;
        daily.result.axis.kind = PeriodKind::Day;
        QVERIFY(keptRunText(used, worse).head.contains(QStringLiteral("run 1")));
        QVERIFY(keptRunText(used, worse).text.contains(QStringLiteral("45.8%")));
        QVERIFY(keptRunText(used, daily).text.contains(QStringLiteral("units of time")));
    }
};

QTEST_MAIN(TrainingPresetsTest)
#include "training_presets_test.moc"
