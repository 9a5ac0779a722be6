// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/password_store.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace foresell::password_store {

namespace {

QString service() {
    return QStringLiteral("org.foresell.Foresell");
}

/// The library would fall back to a settings file, which is no place for a password.
template <typename Job>
Job* makeJob(const QString& url) {
    auto* job = new Job(service());
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(url);
    return job;
}

}  // namespace

void find(const QString& url, QObject* context, const std::function<void(const QString&)>& found) {
    auto* job = makeJob<QKeychain::ReadPasswordJob>(url);
    QObject::connect(job, &QKeychain::Job::finished, context, [found](QKeychain::Job* done) {
        found(done->error() == QKeychain::NoError ? static_cast<QKeychain::ReadPasswordJob*>(done)->textData() : QString());
    });
    job->start();
}

void keep(const QString& url, const QString& password, QObject* context, const std::function<void(bool)>& done) {
    auto* job = makeJob<QKeychain::WritePasswordJob>(url);
    job->setTextData(password);
    QObject::connect(job, &QKeychain::Job::finished, context, [done](QKeychain::Job* ended) { done(ended->error() == QKeychain::NoError); });
    job->start();
}

void forget(const QString& url) {
    makeJob<QKeychain::DeletePasswordJob>(url)->start();
}

}  // namespace foresell::password_store
