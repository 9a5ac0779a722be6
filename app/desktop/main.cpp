// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <algorithm>
#include <iostream>
#include <string_view>

#include "core/base/error.h"
#include "core/base/version.h"
#include "ui/jobs/project_status.h"
#include "ui/main_window/main_window.h"
#include "ui/project_session/project_session.h"
#include "ui/project_session/window_claim.h"
#include "ui/report/report_page.h"
#include "ui/settings/preferences.h"

using foresell::PageId;

namespace {

PageId pageOf(const QString& name) {
    static const std::pair<const char*, PageId> pages[] = {
        {"start", PageId::Start},       {"data", PageId::Data},     {"cleaning", PageId::Cleaning}, {"training", PageId::Training},
        {"forecast", PageId::Forecast}, {"report", PageId::Report}, {"settings", PageId::Settings}};
    for (const auto& [known, page] : pages) {
        if (name == QLatin1String(known)) {
            return page;
        }
    }
    return PageId::Start;
}

QSize sizeOf(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

/// `foresell --report PROJECT --output FILE.pdf`, without a window.
int report(const QString& project, const QString& output, const QString& language) {
    try {
        foresell::writeReport(project, output, language.isEmpty() ? QLocale() : QLocale(language));
    } catch (const foresell::Error& error) {
        std::cerr << "foresell: " << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
    return 0;
}

/// True where no window is wanted, so that no display is needed either.
bool isWindowless(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* argument) { return std::string_view(argument).starts_with("--report"); });
}

}  // namespace

int main(int argc, char** argv) {
    if (isWindowless(argc, argv) && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("foresell"));
    QApplication::setApplicationName(QStringLiteral("foresell"));
    QApplication::setApplicationVersion(QString::fromLatin1(foresell::version()));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.foresell.Foresell"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Demand forecasting for e-commerce, offline"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILES"), QStringLiteral("A .foresell project to open, and sales files to look at"), QStringLiteral("[PROJECT] [FILE...]"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("Open on this page: start, data, cleaning, training, forecast, report, settings"), QStringLiteral("NAME"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or zh_CN, for this time"), QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark, for this time"), QStringLiteral("NAME"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, as 1440x900"), QStringLiteral("SIZE"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), QStringLiteral("Write a picture of the window and end"), QStringLiteral("FILE.png"));
    const QCommandLineOption reportOf(QStringLiteral("report"), QStringLiteral("Write the report of a project, without a window"), QStringLiteral("PROJECT"));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("Where the report goes"), QStringLiteral("FILE.pdf"));
    parser.addOptions({page, language, theme, size, screenshot, reportOf, output});
    parser.process(application);

    foresell::Theme::instance().install(application);
    foresell::Preferences::apply(parser.value(language), parser.value(theme));

    if (parser.isSet(reportOf)) {
        if (!parser.isSet(output)) {
            std::cerr << "foresell: --report needs --output FILE.pdf\n";
            return 2;
        }
        return report(parser.value(reportOf), parser.value(output), parser.value(language));
    }

    QStringList files = parser.positionalArguments();
    const auto place = std::find_if(files.begin(), files.end(), [](const QString& file) {
        return file.endsWith(QLatin1String(".foresell"), Qt::CaseInsensitive);
    });
    const QString project = place == files.end() ? QString() : files.takeAt(place - files.begin());
    if (!project.isEmpty() && foresell::WindowClaim::raiseHolder(project)) {
        return 0;
    }
    foresell::MainWindow window;
    const QSize wanted = sizeOf(parser.value(size));
    if (wanted.isValid()) {
        window.resize(wanted);
    }
    const PageId first = pageOf(parser.value(page));
    if (!project.isEmpty()) {
        QObject::connect(&window.session(), &foresell::ProjectSession::projectChanged, &window, [&] {
            if (window.session().isOpen()) {
                window.goTo(parser.isSet(page) ? first : foresell::nextPage(window.session().facts()));
                window.lookAt(files);
            }
        }, Qt::SingleShotConnection);
        window.open(project);
    } else {
        if (parser.isSet(page)) {
            window.goTo(first);
        }
        window.lookAt(files);
    }
    window.show();
    if (parser.isSet(screenshot)) {
        QTimer::singleShot(4000, &window, [&] {
            const bool isSaved = window.grab().save(parser.value(screenshot));
            QCoreApplication::exit(isSaved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
