// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "core/engine/job_door.h"

namespace foresell {

/// A job of this program that others, such as `foresell-cli jobs`, can pause and end early while it runs.
class SteeredJob {
public:
    SteeredJob(const std::filesystem::path& project, const std::string& name, const JobControl& job)
        : m_door(project, name, {[this] { m_pause.pause(); }, [this] { m_pause.resume(); }, [this] { finish(); }}), m_control(m_door.watched(job)) {
        m_control.pause = &m_pause;
        m_control.finishEarly = &m_finishEarly;
    }

    const JobControl& control() const { return m_control; }

private:
    void finish() {
        m_finishEarly = true;
        m_pause.resume();
    }

    PauseSwitch m_pause;
    std::atomic<bool> m_finishEarly = false;
    JobDoor m_door;
    JobControl m_control;
};

}  // namespace foresell
