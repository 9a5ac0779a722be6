// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace foresell {

/// Says on the session bus which project this window has open, so that whoever opens the same project elsewhere brings
/// this window to the front instead. Without a bus nothing is said: the lock of the project file then tells who holds it.
class WindowClaim : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.foresell.Window")

public:
    explicit WindowClaim(QObject* parent = nullptr, const QDBusConnection& bus = QDBusConnection::sessionBus());
    ~WindowClaim() override;

    /// Claims the project in this file and lets go of the one before; an empty path only lets go.
    void hold(const QString& path);
    /// Brings the window that has this project open to the front. False where no other program has it.
    static bool raiseHolder(const QString& path);

public slots:
    Q_SCRIPTABLE void present() { emit presentWanted(); }

signals:
    void presentWanted();

private:
    QDBusConnection m_bus;
    QString m_service;
};

}  // namespace foresell
