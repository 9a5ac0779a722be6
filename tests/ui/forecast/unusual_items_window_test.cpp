// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "tests/support/unusual_shop.h"
#include "ui/forecast/item_model.h"
#include "ui/forecast/trust_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/theme.h"

using namespace foresell;

/// A person looks for items that have gone astray.
class UnusualItemsWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theFilterSaysWhatItNeedsBeforeItIsThere();
    void theFilterLeavesTheBrokenItemsAlone();
    void theMarksStayWithAForecastOfAnotherMethod();
    void cleanupTestCase();

private:
    bool run(const char* method, const nlohmann::json& params);
    void train(const char* model);
    Page* page() const { return m_window->currentPage(); }
    ItemModel* items() const { return page()->findChild<ItemModel*>(); }
    QAction* filter() const { return page()->findChild<QToolButton*>()->menu()->actions().back(); }
    QStringList codes() const;
    bool shows(const QString& beginning) const;  ///< beside the chart
    void savePictures();

    test::UnusualShop m_shop;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

bool UnusualItemsWindowTest::run(const char* method, const nlohmann::json& params) {
    Job* job = m_window->session().startJob(QString::fromLatin1(method), method, params);
    QSignalSpy changed(&m_window->session(), &ProjectSession::changed);
    return job != nullptr && QTest::qWaitFor([job] { return !job->isActive(); }, 120'000) && job->state() == Job::State::Succeeded &&
           (changed.wait(5000) || !changed.isEmpty());
}

void UnusualItemsWindowTest::train(const char* model) {
    TrainingOptions options;
    options.model = model;
    options.period = PeriodKind::Day;
    options.horizon = 7;
    options.hiddenSize = 64;
    options.epochs = 4;
    options.threads = 1;
    QVERIFY(run(method::trainingStart, options));
    m_window->goTo(PageId::Forecast);
    QVERIFY(QTest::qWaitFor([&] { return items()->itemCount() == 28; }, 20'000));
}

QStringList UnusualItemsWindowTest::codes() const {
    QStringList all;
    for (int row = 0; row < items()->rowCount(); ++row) {
        all.append(items()->index(row, 0).data(ItemModel::CodeRole).toString());
    }
    all.sort();
    return all;
}

bool UnusualItemsWindowTest::shows(const QString& beginning) const {
    const auto labels = page()->findChild<TrustPanel*>()->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().startsWith(beginning); });
}

void UnusualItemsWindowTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QSignalSpy opened(&m_window->session(), &ProjectSession::projectChanged);
    m_window->session().create(m_folder.filePath(QStringLiteral("shop.foresell")), {});
    QVERIFY(opened.wait(20'000));
    QFile file(m_folder.filePath(QStringLiteral("sales.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_shop.csv) == m_shop.csv.size());
    file.close();
    ImportRequest request;
    request.role = "sales";
    request.files = {file.fileName().toStdString()};
    QVERIFY(run(method::importRun, request));
}

void UnusualItemsWindowTest::theFilterSaysWhatItNeedsBeforeItIsThere() {
    train("moving_average");
    QVERIFY(!filter()->isEnabled());
    QVERIFY(filter()->toolTip().contains(QStringLiteral("autoencoder")));
    QVERIFY(page()->findChild<QToolButton*>()->menu()->toolTipsVisible());
}

void UnusualItemsWindowTest::theFilterLeavesTheBrokenItemsAlone() {
    train("autoencoder");
    QTRY_VERIFY_WITH_TIMEOUT(filter()->isEnabled(), 20'000);
    QVERIFY2(filter()->toolTip().contains(QStringLiteral("4 of 28")), qPrintable(filter()->toolTip()));
    QCOMPARE(items()->rowCount(), 29);
    filter()->trigger();
    QCOMPARE(codes(), m_shop.broken);
    for (int row = 0; row < 4; ++row) {
        QCOMPARE(items()->index(row, 0).data(ItemModel::ChangeRole).toString(), QStringLiteral("unusual"));
    }
    const QModelIndex stopped = items()->find(m_shop.broken.first());
    QVERIFY(stopped.data(Qt::ToolTipRole).toString().contains(QStringLiteral("far less than usual: 0 in the latest 28 days")));
    page()->showItem(m_shop.broken.first());
    QVERIFY(shows(QStringLiteral("Sold far less than usual")));
    savePictures();
    page()->showItem(QStringLiteral("I04"));  // takes the filter away
    QCOMPARE(items()->rowCount(), 29);
    QVERIFY(items()->find(QStringLiteral("I04")).data(ItemModel::ChangeRole).toString() != QStringLiteral("unusual"));
    QVERIFY(!shows(QStringLiteral("Sold ")));
}

void UnusualItemsWindowTest::theMarksStayWithAForecastOfAnotherMethod() {
    train("seasonal_naive");
    QTRY_VERIFY_WITH_TIMEOUT(page()->facts().contains(QStringLiteral("last week"), Qt::CaseInsensitive) || page()->facts().contains(QStringLiteral("season"), Qt::CaseInsensitive), 20'000);
    QVERIFY(filter()->isEnabled());
    filter()->trigger();
    QCOMPARE(codes(), m_shop.broken);
}

void UnusualItemsWindowTest::savePictures() {
    const QString folder = qEnvironmentVariable("FORESELL_PICTURES");
    if (folder.isEmpty()) {
        return;
    }
    for (const char* language : {"en", "zh_CN"}) {
        for (const char* theme : {"light", "dark"}) {
            Preferences::apply(QString::fromLatin1(language), QString::fromLatin1(theme));
            QTest::qWait(300);
            m_window->grab().save(QDir(folder).filePath(QStringLiteral("unusual-%1-%2.png").arg(QLatin1String(language), QLatin1String(theme))));
        }
    }
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
}

void UnusualItemsWindowTest::cleanupTestCase() {
    m_window.reset();
}

QTEST_MAIN(UnusualItemsWindowTest)
#include "unusual_items_window_test.moc"
