// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_session/window_claim.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace foresell;

namespace {

/// A bus of this test's own, so that it neither needs nor disturbs the desktop's.
class OwnBus {
public:
    bool start() {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty()) {
            return false;
        }
        m_process.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (!m_process.waitForReadyRead(5000)) {
            return false;
        }
        address = QString::fromUtf8(m_process.readLine()).trimmed();
        return qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    }
    ~OwnBus() {
        m_process.kill();
        m_process.waitForFinished(2000);
    }
    QString address;

private:
    QProcess m_process;
};

}  // namespace

class WindowClaimTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aSecondWindowBringsTheFirstToTheFront();
    void theWindowItselfIsNotAnother();

private:
    QString makeFile(const QString& name) const;

    OwnBus m_bus;
    QTemporaryDir m_folder;
};

void WindowClaimTest::initTestCase() {
    if (!m_bus.start()) {
        QSKIP("no session bus can be started here");
    }
}

QString WindowClaimTest::makeFile(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
}

void WindowClaimTest::aSecondWindowBringsTheFirstToTheFront() {
    const QString shop = makeFile(QStringLiteral("shop.foresell"));
    const QString other = makeFile(QStringLiteral("other.foresell"));
    WindowClaim first(nullptr, QDBusConnection::connectToBus(m_bus.address, QStringLiteral("first")));
    QSignalSpy wanted(&first, &WindowClaim::presentWanted);
    QVERIFY(!WindowClaim::raiseHolder(shop));
    first.hold(shop);
    QVERIFY(WindowClaim::raiseHolder(m_folder.path() + QStringLiteral("/./shop.foresell")));
    QVERIFY(wanted.wait(5000));
    QVERIFY(!WindowClaim::raiseHolder(other));
    first.hold(other);
    QVERIFY(!WindowClaim::raiseHolder(shop));
    QVERIFY(WindowClaim::raiseHolder(other));
    first.hold({});
    QVERIFY(!WindowClaim::raiseHolder(other));
}

void WindowClaimTest::theWindowItselfIsNotAnother() {
    const QString shop = makeFile(QStringLiteral("own.foresell"));
    WindowClaim own;
    own.hold(shop);
    QVERIFY(!WindowClaim::raiseHolder(shop));
    QVERIFY(!WindowClaim::raiseHolder(m_folder.filePath(QStringLiteral("missing.foresell"))));
}

QTEST_GUILESS_MAIN(WindowClaimTest)
#include "window_claim_test.moc"
