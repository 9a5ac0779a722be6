// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/engine/progress_gate.h"
#include "core/engine/training_progress.h"

using namespace foresell;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

class TrainingProgressTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_told.clear(); }

    void letsEveryEndOfAnEpochPassAndDropsWhatComesTooOften() {
        ProgressGate gate;
        const auto start = steady_clock::now();
        QVERIFY(gate.passes(epoch(1, 0), start));
        QVERIFY(!gate.passes(epoch(1, 0), start + milliseconds(10)));
        QVERIFY(gate.passes(epoch(1, 1), start + milliseconds(20)));
        QVERIFY(gate.passes(epoch(2, 1), start + milliseconds(21)));
        QVERIFY(!gate.passes(epoch(3, 0), start + milliseconds(22)));
        QVERIFY(gate.passes(epoch(3, 0), start + milliseconds(200)));
    }

    void letsNewStagesAndNewMethodsPassAtOnce() {
        ProgressGate gate;
        const auto now = steady_clock::now();
        QVERIFY(gate.passes(testing(0, 2, 1), now));
        QVERIFY(!gate.passes(testing(0, 2, 1), now));
        QVERIFY(gate.passes(testing(1, 2, 2), now));
        QVERIFY(gate.passes(epoch(1, 0), now));
        QVERIFY(gate.passes({"paused", 0, 0, "", -1, "", {}}, now));
    }

    void tellsWhichOfHowManyMethodsIsTested() {
        TrainingProgress progress = listening();
        progress.expect(0, {{"ets", 0, false}, {"lstm", 10, true}}, {"lstm", 10, true});
        progress.beginTests();
        const ProgressCallback tell = progress.callback();
        tell(testing(0, 2));
        QCOMPARE(m_told.back().stage, std::string("testing"));
        QCOMPARE(m_told.back().message, std::string("ets"));
        QCOMPARE(metric("method"), 1.0);
        QCOMPARE(metric("methods"), 2.0);
        QCOMPARE(metric("judging"), 1.0);
        tell(testing(1, 2));
        tell(learning(5, 5));
        QCOMPARE(m_told.back().stage, std::string("learning"));
        QCOMPARE(m_told.back().message, std::string("Testing lstm, 2 of 2: Epoch 1"));
        QCOMPARE(metric("method"), 2.0);
        QCOMPARE(metric("fit"), 1.0);
        QCOMPARE(metric("fits"), 2.0);
        tell({"forecasting", 5, 10, "series", -1, "", {}});  // of the test, not of the whole
        QCOMPARE(m_told.back().stage, std::string("testing"));
        QCOMPARE(m_told.back().done, std::int64_t{1});
        progress.endTests();
        progress.beginShipping({"lstm", 10, true});
        tell(learning(1, 9));
        QCOMPARE(metric("judging"), 0.0);
        QCOMPARE(metric("fit"), 2.0);
        tell({"forecasting", 5, 10, "series", -1, "", {}});
        QCOMPARE(m_told.back().stage, std::string("forecasting"));
    }

    void tellsAShareOfTheWholeThatNeverFalls() {
        TrainingProgress progress = listening();
        progress.expect(20, {{"ets", 0, false}, {"mlp", 10, true}, {"lstm", 30, true}}, {"lstm", 30, true});
        const ProgressCallback tell = progress.callback();
        tell({"searching", 10, 20, "seconds", 10, "", {}});
        QVERIFY(metric("share") > 0.05 && metric("share") < 0.15);
        progress.beginTests();
        tell(testing(0, 3));
        tell(testing(1, 3));
        tell(learning(5, 5));
        tell(learning(5, 15));  // slower than it seemed
        tell({"reading", 0, 10, "rows", -1, "", {}});
        tell(testing(2, 3));
        tell(learning(1, 2));  // ends early
        progress.endTests();
        progress.beginShipping({"ets", 0, false});
        tell({"shipping", 0, 0, "", -1, "", {}});
        tell({"forecasting", 1, 2, "series", -1, "", {}});
        double last = 0;
        for (const Progress& told : m_told) {
            const double share = metricOf(told, "share");
            QVERIFY(share >= last && share <= 1);
            last = share;
        }
        QVERIFY(last > 0.95);
    }

    void tellsTheTimeLeftOfTheWhole() {
        TrainingProgress progress = listening();
        progress.expect(0, {{"mlp", 10, true}, {"lstm", 30, true}}, {"lstm", 30, true});
        progress.beginTests();
        const ProgressCallback tell = progress.callback();
        tell(testing(0, 2));
        QCOMPARE(m_told.back().secondsLeft, 70.0);
        tell(learning(5, 15));  // twice as long as was thought: so may the others take
        const double others = m_told.back().secondsLeft - 15;
        QVERIFY(others > 1.4 * 60 && others < 2 * 60);
        tell({"forecasting", 1, 2, "series", -1, "", {}});  // of the test: nothing new is known
        QCOMPARE(m_told.back().secondsLeft, others + 15);
        tell(learning(20, 0));
        tell(testing(1, 2));
        QCOMPARE(m_told.back().secondsLeft, others);
        tell({"paused", 0, 0, "", -1, "", {}});
        QVERIFY(m_told.back().secondsLeft < 0);
    }

    void tellsNoTimeLeftBeforeAnythingIsKnownOfIt() {
        TrainingProgress progress = listening();
        progress.expect(0, {{"mlp", 0, true}}, {"mlp", 0, true});
        progress.beginTests();
        progress.callback()(testing(0, 1));
        QVERIFY(m_told.back().secondsLeft < 0);
        progress.callback()(learning(4, 6));
        QCOMPARE(m_told.back().secondsLeft, 6.0 + 10.0);
    }

private:
    TrainingProgress listening() {
        return TrainingProgress([this](const Progress& progress) { m_told.push_back(progress); });
    }
    double metric(const char* name) const { return metricOf(m_told.back(), name); }
    static Progress epoch(double number, double hasEnded) {
        return {"learning", 1, 100, "steps", 5, "", {{"epoch", number}, {"epoch_ended", hasEnded}}};
    }
    static Progress learning(double spent, double left) {
        return {"learning", 1, 100, "steps", left, "Epoch 1", {{"epoch", 1}, {"seconds", spent}}};
    }
    static Progress testing(std::int64_t done, std::int64_t total, double method = 0) {
        return {"testing", done, total, "fits", -1, done == 0 ? "ets" : "lstm", {{"method", method}}};
    }

    std::vector<Progress> m_told;
};

QTEST_APPLESS_MAIN(TrainingProgressTest)
#include "training_progress_test.moc"
