// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_session/window_claim.h"

#include <QCryptographicHash>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QFileInfo>

namespace foresell {

namespace {

constexpr auto objectPath = "/org/foresell/Window";
constexpr auto interfaceName = "org.foresell.Window";

/// A name of the bus that only this file has; empty where there is no such file.
QString serviceFor(const QString& path) {
    const QString file = QFileInfo(path).canonicalFilePath();
    if (file.isEmpty()) {
        return {};
    }
    const QByteArray digest = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QStringLiteral("org.foresell.Foresell.p") + QString::fromLatin1(digest);
}

}  // namespace

WindowClaim::WindowClaim(QObject* parent, const QDBusConnection& bus) : QObject(parent), m_bus(bus) {
    if (m_bus.isConnected()) {
        m_bus.registerObject(QLatin1String(objectPath), this, QDBusConnection::ExportScriptableSlots);
    }
}

WindowClaim::~WindowClaim() {
    hold({});
    if (m_bus.isConnected()) {
        m_bus.unregisterObject(QLatin1String(objectPath));
    }
}

void WindowClaim::hold(const QString& path) {
    const QString service = path.isEmpty() ? QString() : serviceFor(path);
    if (service == m_service || !m_bus.isConnected()) {
        return;
    }
    if (!m_service.isEmpty()) {
        m_bus.unregisterService(m_service);
    }
    m_service = !service.isEmpty() && m_bus.registerService(service) ? service : QString();
}

bool WindowClaim::raiseHolder(const QString& path) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const QString service = serviceFor(path);
    if (service.isEmpty() || !bus.isConnected()) {
        return false;
    }
    const QDBusReply<QString> owner = bus.interface()->serviceOwner(service);
    if (!owner.isValid() || owner.value().isEmpty() || owner.value() == bus.baseService()) {
        return false;
    }
    const bool isSent = bus.send(QDBusMessage::createMethodCall(service, QLatin1String(objectPath), QLatin1String(interfaceName),
                                                                QStringLiteral("present")));
    // A round trip to the bus: the call above is surely on its way when this program ends right after.
    (void)bus.interface()->isServiceRegistered(service);
    return isSent;
}

}  // namespace foresell
