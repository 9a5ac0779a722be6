// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/protocol/import_messages.h"
#include "core/protocol/methods.h"
#include "ui/charts/before_after_chart.h"
#include "ui/database/database_dialog.h"
#include "ui/import/data_overview.h"
#include "ui/import/item_quality_model.h"
#include "ui/import/items_view.h"
#include "ui/import/lines_model.h"
#include "ui/import/lines_view.h"
#include "ui/import/quality_figure.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/rail.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/erase_dialog.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/tables.h"

using namespace foresell;

/// A person looks at the sale lines, the items behind the figures, a database, and erases a customer.
class DataViewsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void linesAreShownSortedAndFoundByTheEngine();
    void theFiguresLeadToTheirItemsAndThoseToTheirLines();
    void whatIsCopiedPastesAsATableAndRunsNothing();
    void aDatabaseFileIsConnectedToAndItsTablesListed();
    void addressesHoldNoPassword();
    void aCustomerIsErasedOnlyAfterItWasShownWhatGoes();

private:
    DataOverview& overview() { return *m_window->findChild<DataOverview*>(); }
    bool waitForPage(const std::function<void()>& action);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void DataViewsTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QSignalSpy opened(&m_window->session(), &ProjectSession::projectChanged);
    m_window->session().create(m_folder.filePath(QStringLiteral("shop.foresell")), {});
    QVERIFY(opened.wait(20'000));
    QFile file(m_folder.filePath(QStringLiteral("sales.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("order,date,item,quantity,price,customer\n");
    for (int i = 0; i < 1400; ++i) {
        const int item = i < 100 ? 8 : i > 1380 ? 9 : i % 5;  // I8 ends early, I9 begins late
        file.write(QStringLiteral("ORDER-%1,2024-%2-%3,I%4,%5,2.50,CUSTOMER-%6\n").arg(10'000 + i).arg(1 + i / 120, 2, 10, QLatin1Char('0'))
                       .arg(1 + i % 28, 2, 10, QLatin1Char('0')).arg(item).arg(1 + i % 7).arg(i % 40).toLatin1());
    }
    file.close();
    ImportRequest request;
    request.files = {file.fileName().toStdString()};
    Job* job = m_window->session().startJob(QStringLiteral("import"), method::importRun, request);
    QSignalSpy changed(&m_window->session(), &ProjectSession::changed);
    QVERIFY(QTest::qWaitFor([job] { return !job->isActive(); }, 30'000));
    QVERIFY(m_window->session().facts().lines == 1400 || changed.wait(10'000));
    m_window->goTo(PageId::Data);
}

void DataViewsTest::cleanupTestCase() {
    m_window.reset();
}

bool DataViewsTest::waitForPage(const std::function<void()>& action) {
    LinesView& lines = overview().lines();
    QSignalSpy loaded(&lines, &LinesView::loaded);
    action();
    return QTest::qWaitFor([&] { return !loaded.isEmpty() && !lines.isLoading(); }, 20'000);
}

void DataViewsTest::linesAreShownSortedAndFoundByTheEngine() {
    LinesView& lines = overview().lines();
    LinesModel& model = lines.model();
    const QAbstractItemModelTester tester(&model);
    QVERIFY(waitForPage([this] { overview().show(DataOverview::Lines); }));
    QCOMPARE(model.total(), 1400);
    QCOMPARE(model.rowCount(), 500);
    auto* table = lines.findChild<QTableView*>();
    const auto click = [&](int column) {
        return waitForPage([&] {
            QTest::mouseClick(table->horizontalHeader()->viewport(), Qt::LeftButton, {},
                              QPoint(table->horizontalHeader()->sectionViewportPosition(column) + 10, 8));
        });
    };
    QVERIFY(click(LinesModel::Units));
    QVERIFY(model.at(0).quantity <= model.at(499).quantity);
    QCOMPARE(lines.query().sort, std::string("quantity"));
    QVERIFY(click(LinesModel::Units));
    QCOMPARE(model.at(0).quantity, 7 * fixedOne);
    QVERIFY(waitForPage([&] { lines.findChild<QLineEdit*>()->setText(QStringLiteral("order-1012")); }));
    QCOMPARE(model.total(), 10);
    table->selectRow(0);
    auto* chart = lines.findChild<BeforeAfterChart*>();
    QVERIFY(QTest::qWaitFor([&] { return chart->isVisible() && !chart->summary().isEmpty(); }, 10'000));
    QVERIFY(waitForPage([&] { lines.show({}); }));
    QCOMPARE(model.total(), 1400);
}

void DataViewsTest::theFiguresLeadToTheirItemsAndThoseToTheirLines() {
    overview().activate();
    QualityFigure* ended = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (QualityFigure* figure : overview().findChildren<QualityFigure*>()) {
                ended = figure->text().contains(QLatin1String("Ended")) || figure->accessibleName().contains(QLatin1String("Ended")) ? figure : ended;
            }
            return ended != nullptr && ended->value() == QLatin1String("1");
        },
        20'000));
    ItemQualityModel& items = overview().items().model();
    const QAbstractItemModelTester tester(&items);
    QTest::mouseClick(ended, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return items.rowCount() == 1; }, 10'000));
    QCOMPARE(items.at(0).code, std::string("I8"));
    overview().items().findChild<QTableView*>()->selectRow(0);
    QVERIFY(waitForPage([&] {
        for (QPushButton* button : overview().items().findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Show its lines")) {
                button->click();
            }
        }
    }));
    QCOMPARE(overview().lines().query().item, std::string("I8"));
    QCOMPARE(overview().lines().model().total(), 100);
}

void DataViewsTest::whatIsCopiedPastesAsATableAndRunsNothing() {
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("订单"), QStringLiteral("Units")});
    model.setHeaderData(1, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
    model.setItem(0, 0, new QStandardItem(QStringLiteral("=1+1")));
    model.setItem(0, 1, new QStandardItem(QStringLiteral("\u22121,234")));
    model.setItem(1, 0, new QStandardItem(QStringLiteral("<b>毛巾</b>")));
    model.setItem(1, 1, new QStandardItem(QStringLiteral("7")));
    QTableView table;
    styleTable(&table);
    enableCopy(&table);
    table.setModel(&model);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.selectAll();
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), QStringLiteral("订单\tUnits\n'=1+1\t-1234\n<b>毛巾</b>\t7\n"));
    QVERIFY(copied->html().contains(QLatin1String("&lt;b&gt;")));
    table.selectionModel()->setCurrentIndex(model.index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->text(), QStringLiteral("<b>毛巾</b>\t7\n"));
}

void DataViewsTest::aDatabaseFileIsConnectedToAndItsTablesListed() {
    DatabaseDialog dialog(m_window->session().engine());
    dialog.show();
    // The project itself is a database of SQLite, closed or not.
    dialog.setRequest({.url = "sqlite:/gone.db"});
    dialog.connectToDatabase();
    auto* note = dialog.findChild<NoteCard*>();
    QVERIFY(QTest::qWaitFor([&] { return note->isVisible() && note->tone() == NoteCard::Tone::Error; }, 20'000));
    dialog.setRequest({.url = "sqlite:" + m_folder.filePath(QStringLiteral("shop.foresell")).toStdString()});
    dialog.connectToDatabase();
    auto* tables = dialog.findChild<QListWidget*>();
    QVERIFY(QTest::qWaitFor([&] { return tables->count() > 5; }, 20'000));
    QVERIFY(!dialog.request().table.empty());
    QVERIFY(dialog.request().password.empty());
}

void DataViewsTest::addressesHoldNoPassword() {
    DatabaseDialog dialog(m_window->session().engine());
    dialog.setRequest({.url = "postgresql://li%20na@db.example:5433/shop", .password = "SECRET-WORD", .query = "SELECT 1"});
    QCOMPARE(dialog.request().url, std::string("postgresql://li%20na@db.example:5433/shop"));
    QCOMPARE(dialog.request().password, std::string("SECRET-WORD"));
    QCOMPARE(dialog.request().query, std::string("SELECT 1"));
    DatabaseDialog::remember(QString::fromStdString(dialog.request().url));
    QCOMPARE(DatabaseDialog::recent().constFirst(), QStringLiteral("postgresql://li%20na@db.example:5433/shop"));
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("SECRET-WORD"));
}

void DataViewsTest::aCustomerIsErasedOnlyAfterItWasShownWhatGoes() {
    EraseDialog dialog(m_window->session());
    dialog.show();
    QPushButton* look = nullptr;
    QPushButton* erase = nullptr;
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        look = button->text() == QLatin1String("Show what would go") ? button : look;
        erase = button->text() == QLatin1String("Erase for good") ? button : erase;
    }
    QVERIFY(!erase->isEnabled() && !look->isEnabled());
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("CUSTOMER-7"));
    QVERIFY(!erase->isEnabled() && look->isEnabled());
    look->click();
    QVERIFY(QTest::qWaitFor([&] { return erase->isEnabled(); }, 20'000));
    auto* note = dialog.findChild<NoteCard*>();
    QVERIFY2(note->text().contains(QLatin1String("35 sale lines")), qPrintable(note->text()));
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("CUSTOMER-8"));
    QVERIFY(!erase->isEnabled());  // another one must be shown first
    look->click();
    QVERIFY(QTest::qWaitFor([&] { return erase->isEnabled(); }, 20'000));
    erase->click();
    QVERIFY(QTest::qWaitFor([&] { return note->tone() == NoteCard::Tone::Ok; }, 30'000));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session().facts().lines == 1365; }, 10'000));
}

QTEST_MAIN(DataViewsTest)
#include "data_views_test.moc"
