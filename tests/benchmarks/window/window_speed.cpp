// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// window_speed PROJECT: how long the window takes to its first picture, to a page and to an item, and how long its event
// loop stalls while a network is trained and a person looks at pages and items; JSON on stdout. The project needs a
// forecast and gets another run. Times are wall-clock milliseconds, medians and maxima.
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/main_window/main_window.h"
#include "ui/jobs/job.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"

using namespace foresell;

namespace {

double milliseconds(const QElapsedTimer& since) {
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

void wait(int forMilliseconds) {
    QEventLoop loop;
    QTimer::singleShot(forMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

nlohmann::json summary(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {{"count", values.size()},
            {"median_ms", values[values.size() / 2]},
            {"p99_ms", values[values.size() * 99 / 100]},
            {"max_ms", values.back()}};
}

/// Each page a few times, with its picture fully painted.
std::vector<double> switchPages(MainWindow& window) {
    std::vector<double> times;
    for (int round = 0; round < 4; ++round) {
        for (const PageId page : {PageId::Data, PageId::Cleaning, PageId::Training, PageId::Forecast, PageId::Report, PageId::Start}) {
            QElapsedTimer since;
            since.start();
            window.goTo(page);
            window.repaint();
            QCoreApplication::processEvents();
            if (round > 0) {  // in the first round pages read the project
                times.push_back(milliseconds(since));
            }
            wait(round == 0 ? 2000 : 50);
        }
    }
    return times;
}

std::vector<double> switchItems(MainWindow& window) {
    window.goTo(PageId::Forecast);
    wait(1000);
    std::vector<double> times;
    const std::vector<ItemRecord> items = window.session().reader()->items();
    for (std::size_t i = 0; i < items.size() && times.size() < 40; i += std::max<std::size_t>(1, items.size() / 40)) {
        QElapsedTimer since;
        since.start();
        window.currentPage()->showItem(QString::fromStdString(items[i].code));
        window.repaint();
        QCoreApplication::processEvents();
        times.push_back(milliseconds(since));
    }
    return times;
}

/// By how much a timer of 5 ms is late, again and again, while an LSTM is trained; the window is used now and then.
std::vector<double> stallsWhileTraining(MainWindow& window) {
    TrainingOptions options;
    options.model = "lstm";
    options.timeBudgetSeconds = 30;
    Job* job = window.session().startJob(QStringLiteral("Training"), method::trainingStart, options);
    if (job == nullptr) {
        return {0};
    }
    std::vector<double> stalls;
    QElapsedTimer since;
    QTimer beat;
    beat.setInterval(5);
    QObject::connect(&beat, &QTimer::timeout, [&] {
        stalls.push_back(std::max(0.0, milliseconds(since) - 5));
        since.start();
    });
    since.start();
    beat.start();
    const std::vector<ItemRecord> items = window.session().reader()->items();
    for (std::size_t round = 0; job->isActive() && round < 600; ++round) {
        window.goTo(round % 4 == 0 ? PageId::Training : PageId::Forecast);
        if (round % 4 != 0) {
            window.currentPage()->showItem(QString::fromStdString(items[round % items.size()].code));
        }
        wait(400);
    }
    return stalls;
}

}  // namespace

int main(int argc, char** argv) {
    QElapsedTimer since;
    since.start();
    QApplication application(argc, argv);
    if (argc != 2) {
        std::cerr << "window_speed PROJECT\n";
        return 2;
    }
    Theme::instance().install(application);
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    window.repaint();
    nlohmann::json result;
    result["first_paint_ms"] = milliseconds(since);
    QEventLoop loop;
    QObject::connect(&window.session(), &ProjectSession::projectChanged, &loop, &QEventLoop::quit);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    window.open(QString::fromLocal8Bit(argv[1]));
    loop.exec();
    result["open_ms"] = milliseconds(since);
    if (!window.session().isOpen()) {
        std::cerr << "window_speed: this project cannot be opened\n";
        return 1;
    }
    result["items"] = window.session().facts().items;
    result["pages"] = summary(switchPages(window));
    result["item_switch"] = summary(switchItems(window));
    result["stall_while_training"] = summary(stallsWhileTraining(window));
    std::cout << result.dump() << '\n';
    return 0;
}
