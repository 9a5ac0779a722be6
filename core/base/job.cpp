// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"

#include "core/base/error.h"

namespace foresell {

void PauseSwitch::pause() {
    m_paused = true;
}

void PauseSwitch::resume() {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

void PauseSwitch::waitWhilePaused(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return !m_paused.load(); });
}

void JobControl::throwIfCancelled() const {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

void JobControl::report(const Progress& value) const {
    if (progress) {
        progress(value);
    }
}

}  // namespace foresell
