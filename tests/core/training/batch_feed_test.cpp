// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_feed_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>

using namespace foresell;

/// Batches that are gathered while a step runs.
class BatchFeedTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsGatheredAheadIsWhatIsGatheredWhenAsked();
    void anErrorAheadComesWithItsStep();
};

namespace {

constexpr int horizon = 7, periods = 90;

Panel panelOf(std::size_t series) {
    Panel panel;
    panel.firstPeriod = toDay(2024, 1, 1);
    panel.periods = periods;
    for (std::size_t i = 0; i < series; ++i) {
        panel.keys.push_back({ItemId{static_cast<std::int32_t>(i) + 1}, {}, {}});
        panel.itemCodes.push_back("item " + std::to_string(i));
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        for (int t = 0; t < periods; ++t) {
            panel.target.push_back(static_cast<float>((static_cast<std::size_t>(t) * (i + 3)) % 11));
            panel.state.push_back(CellState::Sold);
        }
    }
    return panel;
}

std::shared_ptr<const PanelTensors> tensorsOf(const Panel& panel) {
    TrainingOptions options;
    options.lookback = 14;
    return std::make_shared<const PanelTensors>(panel, planFeatures(panel, periods, horizon, options), horizon, at::kCPU);
}

WindowSampler samplerOf(const Panel& panel) {
    return WindowSampler(panel, {.end = periods, .horizon = horizon, .stepsAWindow = 4, .seed = 3});
}

bool isSame(const WindowBatch& a, const WindowBatch& b) {
    return at::equal(a.inputs.past, b.inputs.past) && at::equal(a.inputs.window, b.inputs.window) &&
           at::equal(a.inputs.step, b.inputs.step) && at::equal(a.targets.scaled, b.targets.scaled) &&
           at::equal(a.targets.mask, b.targets.mask) && at::equal(a.targets.level, b.targets.level);
}

}  // namespace

void BatchFeedTest::whatIsGatheredAheadIsWhatIsGatheredWhenAsked() {
    const Panel panel = panelOf(20);
    const auto tensors = tensorsOf(panel);
    const WindowSampler sampler = samplerOf(panel);
    BatchFeed asked(sampler, periods, BatchFeed::When::Asked), ahead(sampler, periods, BatchFeed::When::Ahead);
    WindowBatch before;
    struct Step {
        std::uint64_t number;
        int windows;
    };
    // A batch is halved at step 3, and a training goes back to step 2.
    for (const Step& step : {Step{0, 16}, Step{1, 16}, Step{2, 16}, Step{3, 16}, Step{3, 8}, Step{4, 8}, Step{2, 8}, Step{3, 8}}) {
        const WindowBatch batch = ahead.take(tensors, step.number, step.windows);
        QVERIFY(isSame(batch, asked.take(tensors, step.number, step.windows)));
        QCOMPARE(batch.inputs.past.size(1), step.windows);
        QVERIFY(!before.inputs.past.defined() || !at::equal(batch.inputs.past, before.inputs.past));
        before = batch;
    }
}

void BatchFeedTest::anErrorAheadComesWithItsStep() {
    const Panel panel = panelOf(20), larger = panelOf(4000);
    const auto tensors = tensorsOf(panel), more = tensorsOf(larger);
    const WindowSampler sampler = samplerOf(larger);
    BatchFeed feed(sampler, periods, BatchFeed::When::Ahead);
    QCOMPARE(feed.take(more, 0, 16).inputs.past.size(1), 16);
    QVERIFY_THROWS_EXCEPTION(c10::Error, feed.take(tensors, 1, 16));  // series that the panel does not have
    QCOMPARE(feed.take(more, 1, 16).inputs.past.size(1), 16);
}

QTEST_APPLESS_MAIN(BatchFeedTest)
#include "batch_feed_test.moc"
