// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>

#include "core/base/job.h"
#include "core/engine/progress_gate.h"

namespace foresell {

/// How a command tells its progress on standard error.
enum class ProgressStyle { Bar, Json, None };

/// "auto" (a bar on a terminal, else nothing), "bar", "json", "none". Throws Error "option.progress".
ProgressStyle progressStyleOf(const std::string& name, bool isQuiet);

/// What a job does now, in words for a terminal.
std::string wordsOf(const Progress& progress);

class ProgressDisplay {
public:
    explicit ProgressDisplay(ProgressStyle style) : m_style(style) {}
    ~ProgressDisplay() { clear(); }

    ProgressCallback callback();
    bool isBar() const { return m_style == ProgressStyle::Bar; }
    /// Takes the bar off the terminal.
    void clear();

private:
    void show(const Progress& progress);
    void drawBar(const Progress& progress);

    ProgressStyle m_style;
    std::mutex m_mutex;
    ProgressGate m_gate;
    bool m_isDrawn = false;
};

}  // namespace foresell
