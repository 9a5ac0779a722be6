// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>

namespace foresell {

/// Passwords of databases in the desktop's keyring (Secret Service, KWallet), under the address of the database. Where the
/// desktop has none, nothing is kept and nothing is found: never a file of ours.
namespace password_store {

/// Calls `found` with the password, empty where there is none; not at all once `context` is gone.
void find(const QString& url, QObject* context, const std::function<void(const QString&)>& found);
/// Calls `done` with false where the keyring refuses.
void keep(const QString& url, const QString& password, QObject* context, const std::function<void(bool)>& done);
void forget(const QString& url);

}  // namespace password_store

}  // namespace foresell
