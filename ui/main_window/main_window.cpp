// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

#include "core/protocol/methods.h"
#include "ui/calendar/calendar_page.h"
#include "ui/cleaning/cleaning_page.h"
#include "ui/features/features_page.h"
#include "ui/forecast/forecast_page.h"
#include "ui/import/data_page.h"
#include "ui/jobs/job_bar.h"
#include "ui/main_window/drop_hint.h"
#include "ui/main_window/header.h"
#include "ui/main_window/rail.h"
#include "ui/main_window/rescue_dialog.h"
#include "ui/main_window/top_bar.h"
#include "ui/main_window/window_menus.h"
#include "ui/project_session/project_session.h"
#include "ui/report/report_page.h"
#include "ui/settings/settings_page.h"
#include "ui/start/start_page.h"
#include "ui/training/training_page.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/theme.h"

namespace foresell {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_session(new ProjectSession(this)), m_topBar(new TopBar(*m_session)), m_rail(new Rail),
      m_header(new Header), m_stack(new QStackedWidget), m_jobBar(new JobBar(*m_session)), m_message(new QWidget),
      m_messageNote(new NoteCard) {
    setMinimumSize(1120, 700);
    setAcceptDrops(true);
    auto* central = new QWidget;
    auto* rows = new QVBoxLayout(central);
    auto* middle = new QHBoxLayout;
    auto* page = new QVBoxLayout;
    for (QBoxLayout* layout : std::initializer_list<QBoxLayout*>{rows, middle, page}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    m_message->setObjectName(QStringLiteral("content"));
    m_message->setAttribute(Qt::WA_StyledBackground);
    auto* messageRow = new QHBoxLayout(m_message);
    messageRow->setContentsMargins(24, 12, 16, 12);
    messageRow->addWidget(m_messageNote);
    connect(m_messageNote, &NoteCard::clicked, m_message, &QWidget::hide);
    m_message->hide();
    page->addWidget(m_header);
    page->addWidget(m_message);
    page->addWidget(m_stack, 1);
    middle->addWidget(m_rail);
    middle->addLayout(page, 1);
    rows->addWidget(m_topBar);
    rows->addLayout(middle, 1);
    rows->addWidget(m_jobBar);
    setCentralWidget(central);
    m_dropHint = new DropHint(this);

    auto* data = new DataPage(*m_session);
    auto* start = new StartPage(*m_session);
    addPage(PageId::Start, start);
    addPage(PageId::Data, data);
    auto* cleaning = new CleaningPage(*m_session);
    addPage(PageId::Cleaning, cleaning);
    connect(data, &DataPage::repeatsWanted, this, [this, cleaning] {
        goTo(PageId::Cleaning);
        cleaning->showStep("exact_repeats");
    });
    addPage(PageId::Features, new FeaturesPage(*m_session));
    addPage(PageId::Training, new TrainingPage(*m_session));
    addPage(PageId::Forecast, new ForecastPage(*m_session));
    addPage(PageId::Report, new ReportPage(*m_session));
    addPage(PageId::Calendar, new CalendarPage(*m_session));
    addPage(PageId::Settings, new SettingsPage(*m_session));
    m_menus = new WindowMenus(*this, *m_session, *m_topBar, *data, *start);
    connect(start, &StartPage::importWanted, data, &DataPage::startImport);

    connect(m_rail, &Rail::chosen, this, &MainWindow::goTo);
    connect(m_topBar, &TopBar::itemChosen, this, [this](const QString& code) {
        goTo(PageId::Forecast);
        m_pages.at(PageId::Forecast)->showItem(code);
    });
    connect(m_session, &ProjectSession::changed, this, &MainWindow::refresh);
    connect(m_session, &ProjectSession::engineReady, this, &MainWindow::refresh);
    connect(m_session, &ProjectSession::jobStarted, this, [this](Job* job) {
        m_message->hide();
        connect(job, &Job::stateChanged, this, &MainWindow::refresh);
        refresh();
    });
    connect(m_session, &ProjectSession::failed, this, [this](const ErrorBody& error) {
        say(errorText(error.toError()), errorHint(error.toError()));
    });
    connect(m_session, &ProjectSession::openFailed, this, &MainWindow::offerWayOut);
    connect(m_session, &ProjectSession::projectChanged, this, [this] {
        m_message->hide();
        if (!m_session->isOpen()) {
            goTo(PageId::Start);
        }
    });
    connect(m_session, &ProjectSession::presentWanted, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    });
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1440, 900);
    }
    goTo(PageId::Start);
    refresh();
    // Else the first button of the rail begins with the focus ring.
    m_stack->setFocusPolicy(Qt::ClickFocus);
    m_stack->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(PageId id, Page* page) {
    m_pages[id] = page;
    m_stack->addWidget(page);
    connect(page, &Page::goTo, this, &MainWindow::goTo);
}

Page* MainWindow::currentPage() const {
    return static_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::open(const QString& path) {
    m_session->open(path);
}

void MainWindow::goTo(PageId id) {
    Page* page = m_pages.at(id);
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(id);
    m_header->show(page);
    page->activated();
}

void MainWindow::refresh() {
    const ProjectFacts& facts = m_session->facts();
    const bool hasSales = facts.lines > 0;
    const bool hasForecast =
        std::any_of(facts.runs.begin(), facts.runs.end(), [](const RunFacts& run) { return run.state == "done"; });
    const Job* job = m_session->job();
    const auto runs = [job](const char* method) { return job != nullptr && job->isActive() && job->method() == method; };
    using Badge = RailButton::Badge;
    m_rail->setBadge(PageId::Data, runs(method::importRun) ? Badge::Running : hasSales ? Badge::Done : Badge::None);
    m_rail->setBadge(PageId::Cleaning, runs(method::cleaningApply) ? Badge::Running
                                       : facts.isCleaned         ? Badge::Done
                                       : hasSales                ? Badge::Attention
                                                                 : Badge::None);
    m_rail->setBadge(PageId::Training, runs(method::trainingStart) ? Badge::Running : hasForecast ? Badge::Done : Badge::None);
    m_rail->setPossible(PageId::Data, m_session->isOpen(), tr("Open or start a project first"));
    m_rail->setPossible(PageId::Cleaning, hasSales, tr("Import sales first"));
    m_rail->setPossible(PageId::Features, hasSales, tr("Import sales first"));
    m_rail->setPossible(PageId::Training, hasSales, tr("Import sales first"));
    m_rail->setPossible(PageId::Forecast, hasForecast, tr("Train a forecast first"));
    m_rail->setPossible(PageId::Report, hasForecast, tr("Train a forecast first"));
    const HelloResult& engine = m_session->engineFacts();
    m_jobBar->setDevice(engine.version.empty()
                            ? tr("Engine is starting")
                            : tr("Engine ready · %1, %n thread(s)", nullptr, engine.threads)
                                  .arg(engine.hasCuda ? tr("GPU") : tr("CPU")));
    setWindowTitle(m_session->isOpen() ? QString::fromStdString(facts.settings.name) + QStringLiteral(" – Foresell")
                                       : QStringLiteral("Foresell"));
}

void MainWindow::say(const QString& text, const QString& hint) {
    m_messageNote->setNote(NoteCard::Tone::Error, text, hint, tr("Dismiss"));
    m_message->show();
}

/// A project that cannot be opened: says why, and offers what helps.
void MainWindow::offerWayOut(const QString& path, const ErrorBody& error) {
    say(errorText(error.toError()), errorHint(error.toError()));
    if (error.code == "project.damaged") {
        offerRescue(path, error);
    } else if (error.code == "project.read_only") {
        offerCopy(path);
    }
}

void MainWindow::offerRescue(const QString& path, const ErrorBody& error) {
    RescueDialog dialog(path, errorText(error.toError()), this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (const QString backup = dialog.chosenBackup(); !backup.isEmpty()) {
        const QString copy = RescueDialog::restore(backup, path);
        copy.isEmpty() ? say(tr("The backup cannot be copied."), tr("Check that the folder can be written and has room.")) : open(copy);
        return;
    }
    Job* job = m_session->startJob(tr("Rescuing"), method::verifyRun, PathRequest{path.toStdString()});
    if (job == nullptr) {
        return;
    }
    connect(job, &Job::succeeded, this, [this](const nlohmann::json& result) {
        const auto outcome = result.get<VerifyOutcome>();
        outcome.rescued.empty() ? say(tr("Nothing could be rescued from this file."), tr("Open a backup, or import the sales again."))
                                : open(QString::fromStdString(outcome.rescued));
    });
}

void MainWindow::offerCopy(const QString& path) {
    QMessageBox question(QMessageBox::NoIcon, tr("The project cannot be written"),
                         tr("%1 lies where nothing can be written. Save a copy elsewhere and work with that?").arg(QFileInfo(path).fileName()),
                         QMessageBox::NoButton, this);
    QPushButton* save = question.addButton(tr("Save a copy…"), QMessageBox::AcceptRole);
    question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != save) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString target = QFileDialog::getSaveFileName(this, tr("Save a copy"), folder + u'/' + QFileInfo(path).fileName(), tr("Project (*.foresell)"));
    if (target.isEmpty()) {
        return;
    }
    if (QFile::exists(target)) {
        QFile::remove(target);
    }
    if (!QFile::copy(path, target)) {
        say(tr("The copy cannot be written."), tr("Choose another folder."));
        return;
    }
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    open(target);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_session->isBusy()) {
        QMessageBox question(QMessageBox::NoIcon, tr("Work is running"),
                             tr("%1 is still running. If you close the window now, it stops; nothing that was saved is lost.")
                                 .arg(m_session->job()->title()),
                             QMessageBox::NoButton, this);
        QPushButton* close = question.addButton(tr("Close anyway"), QMessageBox::DestructiveRole);
        question.addButton(tr("Keep working"), QMessageBox::RejectRole);
        question.exec();
        if (question.clickedButton() != close) {
            event->ignore();
            return;
        }
        m_session->job()->cancel();
    }
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList files = usableFiles(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        m_dropHint->setGeometry(QRect(m_stack->mapTo(this, QPoint(0, 0)), m_stack->size()));
        m_dropHint->showFor(files, QString::fromStdString(m_session->facts().settings.name));
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    const QStringList files = usableFiles(event->mimeData());
    event->acceptProposedAction();
    lookAt(files);
}

void MainWindow::lookAt(const QStringList& files) {
    const auto project = std::find_if(files.begin(), files.end(), [](const QString& file) {
        return file.endsWith(QLatin1String(".foresell"), Qt::CaseInsensitive);
    });
    if (project != files.end()) {
        open(*project);
    } else if (!files.isEmpty()) {
        static_cast<StartPage*>(m_pages.at(PageId::Start))->importFiles(files);
    }
}

}  // namespace foresell
