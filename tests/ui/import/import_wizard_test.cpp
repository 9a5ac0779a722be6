// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_wizard.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStringEncoder>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/import/preview_header.h"
#include "ui/import/preview_model.h"
#include "ui/import/reject_model.h"
#include "ui/import/week_one_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/rail.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/note_card.h"

using namespace foresell;

/// A person drops a file on the window, corrects what was guessed wrongly, checks it and imports it.
class ImportWizardTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aDroppedFileIsLookedAtInANewProject();
    void aCorrectionChangesWhatIsImported();
    void rejectedRowsAreShownBeforeAnythingIsStored();
    void anotherEncodingShowsTheTextAtOnce();
    void cancellingLeavesTheFilesThatWaitToo();
    void cancellingAfterAFileWasImportedKeepsTheProject();
    void aFileThatIsNoTableSaysSo();
    void aPastedTableIsLookedAtAndImported();
    void rejectedRowsAreCorrectedInTheTableAndImported();
    void weeksThatAreNumbersAreAskedFor();
    void anotherKnownExportCanBeChosen();

private:
    QComboBox* comboNamed(const char* name) const;
    void importAll();
    QString put(const QString& name, const QByteArray& bytes) const;
    void drop(const QStringList& files) const;
    ImportWizard* wizard() const { return m_window->findChild<ImportWizard*>(); }
    PreviewModel* preview() const { return m_window->findChild<PreviewModel*>(); }
    PreviewHeader* head() const { return m_window->findChild<PreviewHeader*>(); }
    bool reaches(ImportWizard::Stage stage) const {
        return QTest::qWaitFor([this, stage] { return wizard()->stage() == stage; }, 20'000);
    }
    void choose(QComboBox* combo, const QString& value) const {
        combo->setCurrentIndex(combo->findData(value));
        emit combo->activated(combo->currentIndex());
    }
    int columnOf(const char* name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void ImportWizardTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
}

void ImportWizardTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
}

void ImportWizardTest::cleanup() {
    m_window.reset();
}

QString ImportWizardTest::put(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write");
    }
    return file.fileName();
}

void ImportWizardTest::drop(const QStringList& files) const {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls.append(QUrl::fromLocalFile(file));
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

int ImportWizardTest::columnOf(const char* name) const {
    for (int column = 0; column < preview()->columnCount(); ++column) {
        if (preview()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == QString::fromUtf8(name)) {
            return column;
        }
    }
    return -1;
}

namespace {

QByteArray sales(int rows) {
    QByteArray text = "Date,SKU,Shipped,Sold,Price\n";
    for (int i = 0; i < rows; ++i) {
        text += "2025-01-" + QByteArray::number(1 + i % 28).rightJustified(2, '0') + ",A" + QByteArray::number(i % 4) + ',' +
                QByteArray::number(100 + i) + ',' + QByteArray::number(1 + i % 3) + ",9.90\n";
    }
    return text;
}

}  // namespace

void ImportWizardTest::aDroppedFileIsLookedAtInANewProject() {
    QMimeData picture;
    picture.setUrls({QUrl::fromLocalFile(put(QStringLiteral("photo.png"), "x"))});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &picture, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(!enter.isAccepted());
    drop({put(QStringLiteral("orders.csv"), sales(60))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    QCOMPARE(m_window->session().path(), m_folder->filePath(QStringLiteral("orders.foresell")));
    QCOMPARE(preview()->rowCount(), 50);
    QCOMPARE(m_window->currentPage()->title(), QStringLiteral("Import sales"));
    QVERIFY(wizard()->primaryAction()->isEnabled());
}

void ImportWizardTest::aCorrectionChangesWhatIsImported() {
    drop({put(QStringLiteral("orders.csv"), sales(60))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    // What was sold is the quantity; now a person says that what was shipped counts.
    QCOMPARE(QString::fromStdString(preview()->preview().columns[static_cast<std::size_t>(columnOf("Sold"))].field), QStringLiteral("quantity"));
    choose(head()->combo(columnOf("Shipped")), QStringLiteral("quantity"));
    QVERIFY(QTest::qWaitFor([this] { return preview()->preview().columns[static_cast<std::size_t>(columnOf("Shipped"))].field == "quantity"; }, 10'000));
    QCOMPARE(preview()->preview().columns[static_cast<std::size_t>(columnOf("Shipped"))].evidence, std::string("given"));
    const auto buttonOf = [this](const QAction* action) {
        const auto buttons = m_window->findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [action](const QPushButton* each) {
            return each->isVisible() && each->text() == action->text();
        });
        return found == buttons.end() ? nullptr : *found;
    };
    QApplication::setActiveWindow(m_window.get());
    QPushButton* check = buttonOf(wizard()->primaryAction());
    QVERIFY(check != nullptr);
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(reaches(ImportWizard::Stage::Checked));
    // The pressed button is gone, but the focus did not fall back to the first place of the rail.
    QVERIFY(qobject_cast<RailButton*>(QApplication::focusWidget()) == nullptr);
    QCOMPARE(m_window->session().facts().lines, std::int64_t(0));
    wizard()->primaryAction()->trigger();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 60; }, 20'000));
    SaleBatch batch;
    ProjectReader& reader = *m_window->session().reader();
    reader.readChunk(reader.chunks().front().id, batch);
    Fixed units = 0;
    for (const Fixed quantity : batch.quantity) {
        units += quantity;
    }
    QCOMPARE(units, (60 * 100 + 59 * 60 / 2) * fixedOne);
    QCOMPARE(m_window->currentPage()->title(), QStringLiteral("Data"));
}

void ImportWizardTest::rejectedRowsAreShownBeforeAnythingIsStored() {
    drop({put(QStringLiteral("orders.csv"), sales(40) + "never,A1,5,1,9.90\n2025-01-05,A1,5,1,dear\n")});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    QCOMPARE(m_window->findChild<NoteCard*>(QString(), Qt::FindChildrenRecursively) != nullptr, true);
    QCOMPARE(preview()->preview().faults.size(), std::size_t(2));
    wizard()->primaryAction()->trigger();
    QVERIFY(reaches(ImportWizard::Stage::Checked));
    const auto tables = wizard()->findChildren<QTableView*>();
    const auto shown = std::find_if(tables.begin(), tables.end(), [](const QTableView* table) { return table->isVisible(); });
    QVERIFY(shown != tables.end());
    QCOMPARE((*shown)->model()->rowCount(), 2);
    QCOMPARE((*shown)->model()->index(0, 1).data().toString(), QStringLiteral("42"));
    QVERIFY((*shown)->model()->index(0, 4).data().toString().contains(QLatin1String("never")));
    QVERIFY(m_window->session().facts().imports.empty());
    wizard()->plainActions().front()->trigger();
    QCOMPARE(wizard()->stage(), ImportWizard::Stage::Columns);
}

void ImportWizardTest::anotherEncodingShowsTheTextAtOnce() {
    QStringEncoder gbk("GB18030");
    if (!gbk.isValid()) {
        QSKIP("no GB18030 in this Qt");
    }
    QString text = QStringLiteral("订单号,商家编码,商品名称,支付时间,商品数量,单价\n");
    for (int i = 0; i < 40; ++i) {
        text += QStringLiteral("25111%1,TW-%2,竹纤维毛巾,2025-11-%3 10:00:00,%4,29.90\n").arg(i).arg(i % 3).arg(1 + i % 28, 2, 10, QLatin1Char('0')).arg(1 + i % 3);
    }
    drop({put(QStringLiteral("订单.csv"), gbk.encode(text))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    QCOMPARE(preview()->preview().encoding, std::string("GB18030"));
    const int names = columnOf("商品名称");
    QCOMPARE(names >= 0 ? preview()->index(0, names).data().toString() : QString(), QStringLiteral("竹纤维毛巾"));
    QComboBox* encoding = nullptr;
    for (QComboBox* combo : wizard()->findChildren<QComboBox*>()) {
        encoding = combo->accessibleName() == QLatin1String("Encoding") ? combo : encoding;
    }
    QVERIFY(encoding != nullptr);
    choose(encoding, QStringLiteral("windows-1252"));
    QVERIFY(QTest::qWaitFor([this] { return preview()->preview().encoding == "windows-1252"; }, 10'000));
    choose(encoding, QStringLiteral("GB18030"));
    QVERIFY(QTest::qWaitFor([this] { return columnOf("商品名称") == 2 && wizard()->primaryAction()->isEnabled(); }, 10'000));
}

void ImportWizardTest::cancellingLeavesTheFilesThatWaitToo() {
    drop({put(QStringLiteral("a.csv"), sales(30)), put(QStringLiteral("b.csv"), sales(31))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    QCOMPARE(wizard()->quietActions().size(), qsizetype(2));
    wizard()->quietActions().front()->trigger();
    // The project was made for this import alone, so it goes with it.
    const QString project = m_folder->filePath(QStringLiteral("a.foresell"));
    QVERIFY(QTest::qWaitFor([this] { return !m_window->session().isOpen(); }, 10'000));
    QVERIFY(!QFile::exists(project) && !QFile::exists(project + QStringLiteral(".lock")));
    QVERIFY(!m_window->session().recent().contains(project));
}

void ImportWizardTest::cancellingAfterAFileWasImportedKeepsTheProject() {
    drop({put(QStringLiteral("a.csv"), sales(30)), put(QStringLiteral("b.csv"), sales(31))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    wizard()->primaryAction()->trigger();
    QVERIFY(reaches(ImportWizard::Stage::Checked));
    wizard()->primaryAction()->trigger();
    QVERIFY(QTest::qWaitFor([this] { return wizard()->stage() == ImportWizard::Stage::Columns && wizard()->quietActions().size() == 1; }, 20'000));
    wizard()->quietActions().front()->trigger();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 30; }, 10'000));
    QTest::qWait(200);
    QVERIFY(m_window->session().isOpen());
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("a.foresell"))));
}

void ImportWizardTest::aFileThatIsNoTableSaysSo() {
    drop({put(QStringLiteral("empty.csv"), "")});
    QVERIFY(reaches(ImportWizard::Stage::Failed));
    QVERIFY(!wizard()->primaryAction()->isEnabled());
    bool isTold = false;
    for (const NoteCard* note : wizard()->findChildren<NoteCard*>()) {
        isTold = isTold || (note->tone() == NoteCard::Tone::Error && !note->head().isEmpty());
    }
    QVERIFY(isTold);
}

QComboBox* ImportWizardTest::comboNamed(const char* name) const {
    for (QComboBox* combo : wizard()->findChildren<QComboBox*>()) {
        if (combo->accessibleName() == QLatin1String(name)) {
            return combo;
        }
    }
    return nullptr;
}

/// Checks the file in the wizard and imports it.
void ImportWizardTest::importAll() {
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    wizard()->primaryAction()->trigger();
    QVERIFY(reaches(ImportWizard::Stage::Checked));
    wizard()->primaryAction()->trigger();
    QVERIFY(QTest::qWaitFor([this] { return m_window->currentPage()->title() == QLatin1String("Data"); }, 20'000));
}

void ImportWizardTest::aPastedTableIsLookedAtAndImported() {
    drop({put(QStringLiteral("orders.csv"), sales(30))});
    importAll();
    const QList<QAction*> actions = m_window->currentPage()->plainActions();
    const auto paste = std::find_if(actions.begin(), actions.end(), [](const QAction* each) { return each->text() == QLatin1String("Paste a table"); });
    QVERIFY(paste != actions.end());
    QApplication::clipboard()->setText(QStringLiteral("Date\tSKU\tSold\tPrice\n2025-02-01\tA1\t7\t9.90\n2025-02-02\tA2\t8\t9.90\n"));
    (*paste)->trigger();
    QVERIFY(QTest::qWaitFor([this] { return preview()->rowCount() == 2 && wizard()->stage() == ImportWizard::Stage::Columns; }, 20'000));
    QVERIFY(wizard()->facts().startsWith(QLatin1String("Pasted table")));
    importAll();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 32; }, 20'000));
    // Nothing copied is told, and nothing is looked at.
    QSignalSpy failures(&m_window->session(), &ProjectSession::failed);
    QApplication::clipboard()->clear();
    (*paste)->trigger();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(m_window->currentPage()->title(), QStringLiteral("Data"));
}

void ImportWizardTest::rejectedRowsAreCorrectedInTheTableAndImported() {
    drop({put(QStringLiteral("orders.csv"), sales(30) + "never,A1,5,1,9.90\n2025-01-05,A1,5,1,dear\n")});
    importAll();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 30; }, 20'000));
    RejectModel* rejects = nullptr;
    for (RejectModel* model : m_window->currentPage()->findChildren<RejectModel*>()) {
        rejects = model->rowCount() == 2 && (model->flags(model->index(0, RejectModel::Text)) & Qt::ItemIsEditable) != 0 ? model : rejects;
    }
    QVERIFY(rejects != nullptr);
    QPushButton* correct = nullptr;
    for (QPushButton* button : m_window->currentPage()->findChildren<QPushButton*>()) {
        correct = button->text() == QLatin1String("Import corrected rows") ? button : correct;
    }
    QVERIFY(correct != nullptr);
    QVERIFY(!correct->isEnabled());
    QVERIFY(rejects->setData(rejects->index(0, RejectModel::Text), QStringLiteral("2025-01-06,A1,5,4,9.90"), Qt::EditRole));
    QVERIFY(correct->isEnabled());
    correct->click();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 31; }, 20'000));
    SaleBatch batch;
    ProjectReader& reader = *m_window->session().reader();
    reader.readChunk(reader.chunks().back().id, batch);
    QCOMPARE(batch.quantity.size(), std::size_t{1});
    QCOMPARE(batch.quantity.front(), 4 * fixedOne);
    QVERIFY(QTest::qWaitFor([correct] { return !correct->isEnabled(); }, 10'000));
}

void ImportWizardTest::weeksThatAreNumbersAreAskedFor() {
    QByteArray text = "store,upc,week,quantity\n";
    for (int week = 1; week <= 40; ++week) {
        text += "2,A1," + QByteArray::number(week) + ",3\n";
    }
    drop({put(QStringLiteral("weekly.csv"), text)});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    const auto notes = wizard()->findChildren<NoteCard*>();
    const auto note = std::find_if(notes.begin(), notes.end(), [](const NoteCard* each) { return each->head().contains(QLatin1String("\"week\"")); });
    QVERIFY(note != notes.end());
    QVERIFY(!wizard()->primaryAction()->isEnabled());
    emit (*note)->clicked();
    auto* dialog = m_window->findChild<WeekOneDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QDateEdit*>()->setDate(QDate(1989, 9, 14));
    dialog->accept();
    QVERIFY(QTest::qWaitFor([this] { return preview()->preview().dateFormat == "weeks from 1989-09-14"; }, 10'000));
    QCOMPARE(comboNamed("Dates")->currentData().toString(), QStringLiteral("weeks from 1989-09-14"));
    importAll();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().facts().lines == 40; }, 20'000));
    QCOMPARE(QString::fromStdString(toIso(m_window->session().facts().firstDay)), QStringLiteral("1989-09-14"));
}

void ImportWizardTest::anotherKnownExportCanBeChosen() {
    drop({put(QStringLiteral("orders.csv"), sales(30))});
    QVERIFY(reaches(ImportWizard::Stage::Columns));
    QComboBox* role = comboNamed("What it is");
    QVERIFY(role != nullptr);
    const int shopify = role->findText(QStringLiteral("Shopify orders"));
    QVERIFY(shopify > 0);
    choose(role, role->itemData(shopify).toString());
    QVERIFY(QTest::qWaitFor([this] { return preview()->preview().preset == "shopify_orders"; }, 10'000));
    QCOMPARE(role->currentText(), QStringLiteral("Shopify orders"));
    choose(role, QStringLiteral("sales"));
    QVERIFY(QTest::qWaitFor([this] { return preview()->preview().preset.empty(); }, 10'000));
    QCOMPARE(role->currentData().toString(), QStringLiteral("sales"));
}

QTEST_MAIN(ImportWizardTest)
#include "import_wizard_test.moc"
