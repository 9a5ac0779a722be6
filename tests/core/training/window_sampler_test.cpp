// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/window_sampler.h"

#include <QTest>

using namespace foresell;

class WindowSamplerTest : public QObject {
    Q_OBJECT

private slots:
    void originsHaveBegunAndLeaveATargetToLearn();
    void theSameStepGivesTheSameWindows();
    void recentOriginsAreDrawnMoreOftenWithAHalfLife();
    void tooShortAHistoryGivesNoWindows();
    void validationWindowsAreThinnedEvenly();
};

namespace {

Panel panelOf(std::vector<int> begins, int periods) {
    Panel panel;
    panel.periods = periods;
    panel.begin = std::move(begins);
    panel.keys.resize(panel.begin.size());
    panel.target.assign(panel.begin.size() * static_cast<std::size_t>(periods), 1.0f);
    panel.state.assign(panel.target.size(), CellState::Sold);
    return panel;
}

SamplerOptions usual(int end) {
    SamplerOptions options;
    options.end = end;
    options.horizon = 14;
    options.stepsAWindow = 5;
    return options;
}

}  // namespace

void WindowSamplerTest::originsHaveBegunAndLeaveATargetToLearn() {
    const Panel panel = panelOf({0, 40, 99}, 100);
    const WindowIndex index = WindowSampler(panel, usual(90)).draw(3, 2000);
    bool hasSecond = false;
    for (std::size_t i = 0; i < index.series.size(); ++i) {
        QVERIFY(index.series[i] != 2);
        hasSecond = hasSecond || index.series[i] == 1;
        QVERIFY(index.origin[i] >= panel.begin[static_cast<std::size_t>(index.series[i])]);
        QVERIFY(index.origin[i] <= 88);
        for (std::size_t k = 1; k < 5; ++k) {
            QVERIFY(index.steps[i * 5 + k - 1] <= index.steps[i * 5 + k]);
        }
        QVERIFY(index.steps[i * 5] >= 1 && index.steps[i * 5 + 4] <= 14);
    }
    QVERIFY(hasSecond);
}

void WindowSamplerTest::theSameStepGivesTheSameWindows() {
    const Panel panel = panelOf({0, 0, 10}, 60);
    const WindowSampler sampler(panel, usual(60));
    QCOMPARE(sampler.draw(7, 50).origin, WindowSampler(panel, usual(60)).draw(7, 50).origin);
    QVERIFY(sampler.draw(7, 50).origin != sampler.draw(8, 50).origin);
}

void WindowSamplerTest::recentOriginsAreDrawnMoreOftenWithAHalfLife() {
    const Panel panel = panelOf({0}, 402);
    SamplerOptions options = usual(402);
    options.halfLife = 100;
    const WindowIndex index = WindowSampler(panel, options).draw(1, 20000);
    const auto inOldest = std::count_if(index.origin.begin(), index.origin.end(), [](auto at) { return at <= 100; });
    const auto inNewest = std::count_if(index.origin.begin(), index.origin.end(), [](auto at) { return at > 300; });
    const double ratio = static_cast<double>(inNewest) / static_cast<double>(inOldest);
    QVERIFY2(ratio > 6.5 && ratio < 9.5, std::to_string(ratio).c_str());  // three half-lives apart
}

void WindowSamplerTest::tooShortAHistoryGivesNoWindows() {
    QCOMPARE(WindowSampler(panelOf({0}, 1), usual(1)).windowCount(), std::int64_t{0});
    QCOMPARE(WindowSampler(panelOf({0}, 2), usual(2)).windowCount(), std::int64_t{1});
}

void WindowSamplerTest::validationWindowsAreThinnedEvenly() {
    const Panel panel = panelOf(std::vector<int>(1000, 0), 50);
    const WindowIndex index = windowsAt(panel, {30, 40}, 7, 100);
    QCOMPARE(index.series.size(), std::size_t{100});
    QCOMPARE(index.steps.size(), std::size_t{700});
    QCOMPARE(std::count(index.origin.begin(), index.origin.end(), 30), std::ptrdiff_t{50});
}

QTEST_APPLESS_MAIN(WindowSamplerTest)
#include "window_sampler_test.moc"
