// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>

namespace foresell {

namespace {

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void waitForSignals(const std::stop_token& ending, std::stop_source& stop) {
    const sigset_t signals = stopSignals();
    const timespec patience{0, 50'000'000};
    while (!ending.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &patience) < 0) {
            continue;
        }
        if (stop.stop_requested()) {
            _exit(130);
        }
        stop.request_stop();
    }
}

}  // namespace

Interrupt::Interrupt() {
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_waiter = std::jthread([this](const std::stop_token& ending) { waitForSignals(ending, m_source); });
}

Interrupt::~Interrupt() = default;

}  // namespace foresell
