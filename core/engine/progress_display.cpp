// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/progress_display.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "core/base/error.h"
#include "core/protocol/notes.h"

namespace foresell {

namespace {

std::string timeLeft(double seconds) {
    if (seconds < 0) {
        return {};
    }
    const auto whole = static_cast<int>(std::min(seconds, 359'999.0));
    return whole >= 3600 ? fmt::format(", {} h {:02} min left", whole / 3600, whole / 60 % 60)
                         : fmt::format(", {}:{:02} left", whole / 60, whole % 60);
}

/// Of the whole job where it tells that, else of what it counts now; negative: not known.
double shareOf(const Progress& progress) {
    if (const auto whole = progress.metrics.find("share"); whole != progress.metrics.end()) {
        return std::clamp(whole->second, 0.0, 1.0);
    }
    return progress.total > 0 ? std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0) : -1;
}

std::string lossText(const Progress& progress) {
    const auto loss = progress.metrics.find("validation_loss");
    return loss == progress.metrics.end() ? std::string() : fmt::format(", loss {:.4f}", loss->second);
}

}  // namespace

std::string wordsOf(const Progress& progress) {
    if (progress.stage == "testing" && metricOf(progress, "judging") > 0) {
        return fmt::format("Testing {}, {} of {}", progress.message, metricOf(progress, "method"), metricOf(progress, "methods"));
    }
    return progress.message.empty() ? progress.stage : progress.message;
}

ProgressStyle progressStyleOf(const std::string& name, bool isQuiet) {
    if (isQuiet || name == "none") {
        return ProgressStyle::None;
    }
    if (name == "json") {
        return ProgressStyle::Json;
    }
    if (name == "bar") {
        return ProgressStyle::Bar;
    }
    if (name == "auto") {
        return isatty(STDERR_FILENO) != 0 ? ProgressStyle::Bar : ProgressStyle::None;
    }
    throw Error("option.progress", "\"" + name + "\" is no way to show progress",
                "Choose auto, bar, json or none.");
}

ProgressCallback ProgressDisplay::callback() {
    if (m_style == ProgressStyle::None) {
        return {};
    }
    return [this](const Progress& progress) { show(progress); };
}

void ProgressDisplay::show(const Progress& progress) {
    if (!m_gate.passes(progress)) {
        return;
    }
    const std::lock_guard guard(m_mutex);
    if (m_style == ProgressStyle::Json) {
        const std::string line =
            nlohmann::json(progress).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
        std::fputs(line.c_str(), stderr);
    } else {
        drawBar(progress);
    }
}

void ProgressDisplay::drawBar(const Progress& progress) {
    constexpr int width = 30;
    std::string line = wordsOf(progress);
    if (const double share = shareOf(progress); share >= 0) {
        const int full = static_cast<int>(share * width);
        line = fmt::format("[{}{}] {:3.0f} %  {}{}{}", std::string(static_cast<std::size_t>(full), '#'),
                           std::string(static_cast<std::size_t>(width - full), '.'), share * 100, line,
                           lossText(progress), timeLeft(progress.secondsLeft));
    }
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    m_isDrawn = true;
}

void ProgressDisplay::clear() {
    const std::lock_guard guard(m_mutex);
    if (m_isDrawn) {
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
        m_isDrawn = false;
    }
}

}  // namespace foresell
