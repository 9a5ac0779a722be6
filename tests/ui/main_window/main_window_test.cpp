// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/note_card.h"

using namespace foresell;

/// The whole window with a real engine: a shop is made, imported, cleaned and forecast, as a person would.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyPageOpensInBothLanguages();
    void whoeverReadsNeitherLanguageGetsEnglishWithItsPlurals();
    void noWidgetThatTakesTheFocusIsWithoutAName();
    void anEngineThatDiesFailsItsJobAndComesBack();
    void aWorseTrainingIsUsedForTheForecastOnlyWhenAPersonSaysSo();
    void undoTakesAnImportBack();

private:
    bool run(const char* method, const nlohmann::json& params);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    qint64 m_longestStall = 0;
};

bool MainWindowTest::run(const char* method, const nlohmann::json& params) {
    Job* job = m_window->session().startJob(QString::fromLatin1(method), method, params);
    if (job == nullptr) {
        return false;
    }
    QSignalSpy changed(&m_window->session(), &ProjectSession::changed);
    if (!QTest::qWaitFor([job] { return !job->isActive(); }, 120'000) || job->state() != Job::State::Succeeded) {
        qWarning("%s: %s", method, job->error().message.c_str());
        return false;
    }
    return changed.wait(5000) || !changed.isEmpty();
}

void MainWindowTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    ProjectSession& session = m_window->session();
    QSignalSpy opened(&session, &ProjectSession::projectChanged);
    ProjectSettings settings;
    settings.timeZone = "Asia/Shanghai";
    settings.country = "CN";
    session.create(m_folder.filePath(QStringLiteral("shop.foresell")), settings);
    QVERIFY(opened.wait(20'000));
    QVERIFY(session.isOpen());

    QElapsedTimer since;
    since.start();
    QTimer watchdog;
    watchdog.setInterval(5);
    connect(&watchdog, &QTimer::timeout, this, [this, &since] { m_longestStall = std::max(m_longestStall, since.restart()); });
    watchdog.start();
    SampleRequest sample;
    sample.folder = m_folder.filePath(QStringLiteral("sample")).toStdString();
    sample.items = 12;
    sample.days = 420;
    QVERIFY(run(method::sampleCreate, sample));
    for (const char* role : {"items", "sales", "plan"}) {
        ImportRequest request;
        request.role = role;
        request.files = {sample.folder + "/" + role + ".csv"};
        QVERIFY(run(method::importRun, request));
    }
    QVERIFY(session.facts().lines > 1000);
    QVERIFY(run(method::cleaningApply, nlohmann::json::object()));
    TrainingOptions options;
    options.model = "seasonal_naive";
    options.period = PeriodKind::Week;
    options.horizon = 4;
    QVERIFY(run(method::trainingStart, options));
    QCOMPARE(session.facts().runs.front().state, std::string("done"));
    qInfo("longest stall of the event loop during the jobs: %lld ms", static_cast<long long>(m_longestStall));
}

void MainWindowTest::cleanupTestCase() {
    m_window.reset();
}

void MainWindowTest::everyPageOpensInBothLanguages() {
    QStringList english;
    for (const char* language : {"en", "zh_CN", "en"}) {
        Preferences::apply(QString::fromLatin1(language), QStringLiteral("light"));
        QStringList titles;
        for (const PageId page : {PageId::Start, PageId::Data, PageId::Cleaning, PageId::Features, PageId::Training, PageId::Forecast, PageId::Report, PageId::Settings}) {
            m_window->goTo(page);
            QCoreApplication::processEvents();
            QVERIFY(!m_window->currentPage()->title().isEmpty());
            QVERIFY(!m_window->grab().isNull());
            if (page != PageId::Forecast) {
                titles.append(m_window->currentPage()->title());
            }
        }
        if (qstrcmp(language, "zh_CN") == 0) {
            for (qsizetype i = 0; i < titles.size(); ++i) {
                QVERIFY2(titles[i] != english[i], qPrintable(titles[i]));
            }
        } else {
            QVERIFY(english.isEmpty() || titles == english);
            english = titles;
        }
    }
}

void MainWindowTest::whoeverReadsNeitherLanguageGetsEnglishWithItsPlurals() {
    for (const char* language : {"C", "de_DE"}) {
        Preferences::apply(QString::fromLatin1(language), QStringLiteral("light"));
        QCOMPARE(QCoreApplication::translate("foresell::ItemModel", "%n item(s)", nullptr, 3), QStringLiteral("3 items"));
    }
    Preferences::apply(QStringLiteral("zh_TW"), QStringLiteral("light"));
    QCOMPARE(QCoreApplication::translate("foresell::ItemModel", "%n item(s)", nullptr, 3), QStringLiteral("3 个商品"));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
}

void MainWindowTest::noWidgetThatTakesTheFocusIsWithoutAName() {
    for (const PageId page : {PageId::Start, PageId::Data, PageId::Cleaning, PageId::Features, PageId::Training, PageId::Forecast, PageId::Settings}) {
        m_window->goTo(page);
        QCoreApplication::processEvents();
        for (const QWidget* widget : m_window->currentPage()->findChildren<QWidget*>()) {
            const bool takesText = qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isInner = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr;
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isInner || (!takesText && button == nullptr)) {
                continue;
            }
            const bool hasName = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()) ||
                                 !widget->toolTip().isEmpty();
            QVERIFY2(hasName, qPrintable(m_window->currentPage()->title() + QStringLiteral(": ") +
                                         QLatin1String(widget->metaObject()->className())));
        }
    }
}

void MainWindowTest::aWorseTrainingIsUsedForTheForecastOnlyWhenAPersonSaysSo() {
    ProjectSession& session = m_window->session();
    m_window->goTo(PageId::Training);
    const std::int32_t before = session.facts().forecastRun;
    TrainingOptions options;
    options.model = "naive";
    options.period = PeriodKind::Day;
    options.horizon = 7;
    QVERIFY(run(method::trainingStart, options));
    QVERIFY(QTest::qWaitFor([&] { return session.facts().runs.front().options.model == "naive" && session.facts().runs.front().state == "done"; }, 10'000));
    QCOMPARE(session.facts().forecastRun, before);
    const auto notes = m_window->currentPage()->findChildren<NoteCard*>();
    const auto shown = std::find_if(notes.begin(), notes.end(), [](const NoteCard* note) { return note->isVisible(); });
    QVERIFY(shown != notes.end());
    QVERIFY2((*shown)->head().contains(QString::number(before)), qPrintable((*shown)->head()));
    emit (*shown)->clicked();
    QVERIFY(QTest::qWaitFor([&] { return session.facts().forecastRun == session.facts().runs.front().run; }, 10'000));
    QVERIFY(!(*shown)->isVisible());
    auto* table = m_window->currentPage()->findChild<QTableView*>();
    table->selectRow(1);
    auto* use = m_window->currentPage()->findChild<QPushButton*>(QStringLiteral("useRun"));
    QVERIFY(use->isEnabled());
    use->click();
    QVERIFY(QTest::qWaitFor([&] { return session.facts().forecastRun == before; }, 10'000));
}

void MainWindowTest::undoTakesAnImportBack() {
    ProjectSession& session = m_window->session();
    const auto before = session.facts().lines;
    QVERIFY(session.facts().undoName.empty() || session.facts().undoName != "undo_import");
    const std::int32_t sales = session.facts().imports.at(1).id.value;
    QSignalSpy changed(&session, &ProjectSession::changed);
    session.engine().call(method::importUndo, ImportUndoRequest{sales}, {.context = this, .succeeded = [](const nlohmann::json&) {}});
    QVERIFY(QTest::qWaitFor([&] { return session.facts().lines == 0; }, 10'000));
    session.undo();
    QVERIFY(QTest::qWaitFor([&] { return session.facts().lines == before; }, 10'000));
}

void MainWindowTest::anEngineThatDiesFailsItsJobAndComesBack() {
    ProjectSession& session = m_window->session();
    TrainingOptions options;
    options.model = "lstm";
    options.epochs = 100'000;
    Job* job = session.startJob(QStringLiteral("train"), method::trainingStart, options);
    QVERIFY(job != nullptr);
    QVERIFY(QTest::qWaitFor([job] { return !job->progress().stage.empty(); }, 30'000));
    const qint64 process = session.engineFacts().pid;
    QVERIFY(process > 0);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-9"), QString::number(process)}), 0);
    QVERIFY(QTest::qWaitFor([job] { return job->state() == Job::State::Failed; }, 10'000));
    QCOMPARE(job->error().code, std::string("engine.died"));
    QVERIFY(QTest::qWaitFor([&] { return session.engineFacts().pid != process; }, 20'000));
    QVERIFY(QTest::qWaitFor([&] { return session.isOpen() && session.facts().lines > 0; }, 20'000));
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
