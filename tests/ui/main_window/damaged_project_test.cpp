// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/support/project_fixture.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/rescue_dialog.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/theme.h"

using namespace foresell;

class DamagedProjectTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void opensTheNewestBackupAsACopy();
    void rescuesWhatCanBeReadIntoANewFile();
    void aSecondRestoreTakesAnotherName();

private:
    void openAndChoose(int choice);

    QTemporaryDir m_folder;
    QString m_project;
};

void DamagedProjectTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    m_project = m_folder.filePath(QStringLiteral("shop.foresell"));
    test::makeFullProject(m_project.toStdString());
    test::runSql(m_project.toStdString(), "UPDATE internal SET value = 0 WHERE name = 'backed_up_at'");
    ProjectWriter::open(m_project.toStdString()).reset();  // makes a backup
    QFile file(m_project);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray damaged = file.readAll().replace("SKU-00100", "SKU-0010X");
    file.seek(0);
    QCOMPARE(file.write(damaged), damaged.size());
}

/// Opens the damaged project in a window and presses the choice in the dialog that appears.
void DamagedProjectTest::openAndChoose(int choice) {
    MainWindow window;
    window.show();
    bool hasChosen = false;
    QTimer presser;
    connect(&presser, &QTimer::timeout, this, [&] {
        auto* dialog = window.findChild<RescueDialog*>();
        if (dialog != nullptr && dialog->isVisible() && !hasChosen) {
            hasChosen = true;
            dialog->findChildren<QRadioButton*>().at(choice)->click();
            dialog->findChild<QDialogButtonBox*>()->buttons().constFirst()->click();
        }
    });
    presser.start(20);
    window.open(m_project);
    QVERIFY(QTest::qWaitFor([&] { return window.session().isOpen(); }, 20'000));
    QVERIFY(hasChosen);
    m_project = window.session().path();
    QCOMPARE(window.session().facts().lines, 1000);
    QCOMPARE(window.session().facts().items, 199);
}

void DamagedProjectTest::opensTheNewestBackupAsACopy() {
    const QString damaged = m_project;
    openAndChoose(0);
    QCOMPARE(QFileInfo(m_project).fileName(), QStringLiteral("shop-restored.foresell"));
    QVERIFY(!ProjectReader::open(m_project.toStdString())->runs().empty());
    m_project = damaged;
}

void DamagedProjectTest::rescuesWhatCanBeReadIntoANewFile() {
    const QString damaged = m_project;
    openAndChoose(1);
    QCOMPARE(QFileInfo(m_project).fileName(), QStringLiteral("shop-rescued.foresell"));
    QCOMPARE(ProjectReader::open(m_project.toStdString())->links().size(), std::size_t{5});
    m_project = damaged;
    QCOMPARE(ProjectReader::openDamaged(m_project.toStdString())->lineCount(), 1000);
}

void DamagedProjectTest::aSecondRestoreTakesAnotherName() {
    const QStringList backups = RescueDialog::backupsOf(m_project);
    QCOMPARE(backups.size(), 1);
    QCOMPARE(QFileInfo(RescueDialog::restore(backups.at(0), m_project)).fileName(), QStringLiteral("shop-restored-2.foresell"));
    QVERIFY(RescueDialog::restore(backups.at(0), QStringLiteral("/nowhere/shop.foresell")).isEmpty());
}

QTEST_MAIN(DamagedProjectTest)
#include "damaged_project_test.moc"
