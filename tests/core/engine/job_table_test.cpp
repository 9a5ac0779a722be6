// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/job_table.h"

#include <QTest>
#include <condition_variable>
#include <future>
#include <map>

#include "core/base/error.h"

using namespace foresell;
using namespace std::chrono_literals;
using Kind = JobTable::Kind;

namespace {

constexpr auto longEnough = 60s;  ///< only a job that hangs needs it

/// Answers that jobs give, by any thread.
class Answers {
public:
    JobTable::Tell tell() {
        return [this](const std::string& answer) {
            const std::lock_guard guard(m_mutex);
            ++m_count[answer];
            m_changed.notify_all();
        };
    }
    /// How often it came; waits for the first time.
    int of(const std::string& answer) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, longEnough, [&] { return m_count[answer] > 0; });
        return m_count[answer];
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, int> m_count;
};

std::string untilCancelled(const JobControl& job) {
    try {
        for (;;) {
            job.throwIfCancelled();
            job.report({.stage = "working"});
            std::this_thread::yield();
        }
    } catch (const Cancelled&) {
        return "cancelled";
    }
}

QString refusal(JobTable& jobs, const nlohmann::json& id, Kind kind) {
    try {
        jobs.start(id, kind, {}, untilCancelled, [](const std::string&) {});
        return {};
    } catch (const Error& error) {
        return QString::fromStdString(error.code());
    }
}

}  // namespace

/// Jobs are started and steered from one thread and run and end in others; the thread sanitizer watches this test too.
class JobTableTest : public QObject {
    Q_OBJECT

private slots:
    void aCancelledJobEndsAndAnswers();
    void onlyOneHeavyJobRunsAtATime();
    void theNextHeavyJobMayStartAtOnceWhenOneHasAnswered();
    void aPausedJobWaitsUntilItIsToGoOn();
    void cancellingEndsAPausedJob();
    void aJobToldToFinishKeepsWhatItHas();
    void manyJobsAnswerOnceEachWhateverBecomesOfThem();
};

void JobTableTest::aCancelledJobEndsAndAnswers() {
    Answers answers;
    std::atomic<int> told = 0;
    JobTable jobs;  // last: it waits for the jobs, which use the above
    jobs.start("a", Kind::Heavy, [&told](const Progress&) { ++told; }, untilCancelled, answers.tell());
    QVERIFY(!jobs.cancel("b"));
    while (told == 0) {
        std::this_thread::yield();
    }
    QVERIFY(jobs.cancel("a"));
    QCOMPARE(answers.of("cancelled"), 1);
    QVERIFY(!jobs.cancel("a"));
    QVERIFY(jobs.waitForAll(longEnough));
}

void JobTableTest::onlyOneHeavyJobRunsAtATime() {
    JobTable jobs;
    QCOMPARE(refusal(jobs, 1, Kind::Heavy), QString());
    QVERIFY(jobs.hasHeavyJob());
    QCOMPARE(refusal(jobs, 2, Kind::Heavy), QStringLiteral("engine.busy"));
    QCOMPARE(refusal(jobs, 1, Kind::Light), QStringLiteral("protocol.bad_request"));
    QCOMPARE(refusal(jobs, 2, Kind::Light), QString());
    QVERIFY(!jobs.waitForAll(0ms));
    jobs.cancelAll();
    QVERIFY(jobs.waitForAll(longEnough));
    QVERIFY(!jobs.hasHeavyJob());
}

void JobTableTest::theNextHeavyJobMayStartAtOnceWhenOneHasAnswered() {
    JobTable jobs;
    for (int i = 0; i < 200; ++i) {
        const auto answer = std::make_shared<std::promise<std::string>>();
        auto future = answer->get_future();
        jobs.start(1, Kind::Heavy, {}, [i](const JobControl&) { return std::to_string(i); },
                   [answer](const std::string& text) { answer->set_value(text); });
        QVERIFY(future.wait_for(longEnough) == std::future_status::ready);
        QCOMPARE(future.get(), std::to_string(i));
        QVERIFY(!jobs.hasHeavyJob());
    }
    QVERIFY(jobs.waitForAll(longEnough));
}

void JobTableTest::aPausedJobWaitsUntilItIsToGoOn() {
    Answers answers;
    std::promise<void> isPaused;
    std::atomic<bool> maySo = false;
    JobTable jobs;
    jobs.start(1, Kind::Heavy, {}, [&](const JobControl& job) {
        isPaused.get_future().wait();
        job.pause->waitWhilePaused(job.stop);
        return std::string(maySo ? "went on when it was to" : "did not wait");
    }, answers.tell());
    QVERIFY(jobs.pause(1));
    isPaused.set_value();
    std::this_thread::yield();
    maySo = true;
    QVERIFY(jobs.resume(1));
    QCOMPARE(answers.of("went on when it was to"), 1);
}

void JobTableTest::cancellingEndsAPausedJob() {
    Answers answers;
    std::promise<void> isPaused;
    JobTable jobs;
    jobs.start(1, Kind::Heavy, {}, [&](const JobControl& job) {
        isPaused.get_future().wait();
        job.pause->waitWhilePaused(job.stop);
        return untilCancelled(job);
    }, answers.tell());
    QVERIFY(jobs.pause(1));
    isPaused.set_value();
    QVERIFY(jobs.cancel(1));
    QCOMPARE(answers.of("cancelled"), 1);
}

void JobTableTest::aJobToldToFinishKeepsWhatItHas() {
    Answers answers;
    JobTable jobs;
    jobs.start(1, Kind::Heavy, {}, [](const JobControl& job) {
        while (!job.finishEarly->load()) {
            std::this_thread::yield();
        }
        job.pause->waitWhilePaused(job.stop);
        return std::string("kept");
    }, answers.tell());
    QVERIFY(jobs.pause(1));
    QVERIFY(jobs.finish(1));
    QCOMPARE(answers.of("kept"), 1);
    QVERIFY(!jobs.finish(1));
}

void JobTableTest::manyJobsAnswerOnceEachWhateverBecomesOfThem() {
    constexpr int count = 60;
    Answers answers;
    JobTable jobs;
    for (int i = 0; i < count; ++i) {
        jobs.start(i, Kind::Light, {}, [i](const JobControl& job) {
            for (int step = 0; step < 50 && !job.stop.stop_requested() && !job.finishEarly->load(); ++step) {
                job.pause->waitWhilePaused(job.stop);
            }
            return std::to_string(i);
        }, answers.tell());
        jobs.pause(i);
        jobs.cancel(i / 2);
        jobs.finish(i / 3);
        jobs.resume(i);
    }
    jobs.cancelAll();
    QVERIFY(jobs.waitForAll(longEnough));
    for (int i = 0; i < count; ++i) {
        QCOMPARE(answers.of(std::to_string(i)), 1);
    }
}

QTEST_APPLESS_MAIN(JobTableTest)
#include "job_table_test.moc"
