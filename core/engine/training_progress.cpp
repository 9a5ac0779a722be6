// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training_progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/engine/progress_gate.h"

namespace foresell {

namespace {

constexpr double quickShare = 0.01;      ///< of what all learners take: thought of a method that learns at once
constexpr double trustInPlan = 0.1;      ///< of the time thought of: learning so long tells as much as the plan
constexpr double forecastingShare = 0.01;  ///< of the whole: what is left when everything has learnt

/// Learns step by step, and tells how far it is.
bool isLearning(const Progress& progress) {
    return progress.stage == "learning" || progress.stage == "settling";
}

}  // namespace

void TrainingProgress::expect(double searchSeconds, const std::vector<Part>& tests, const Part& shipped) {
    m_parts.clear();
    if (searchSeconds > 0) {
        m_parts.push_back({"search", searchSeconds, false});
    }
    m_firstTest = m_parts.size();
    m_parts.insert(m_parts.end(), tests.begin(), tests.end());
    m_parts.push_back(shipped);
    m_at = 0;
    m_within = m_spent = m_learnt = m_learntPlan = 0;
    m_left = -1;
}

void TrainingProgress::beginTests() {
    advanceTo(m_firstTest);
    m_isTesting = true;
}

void TrainingProgress::beginShipping(const Part& shipped) {
    m_isTesting = false;
    if (!m_parts.empty()) {
        m_parts.back() = shipped;
        advanceTo(m_parts.size() - 1);
    }
}

ProgressCallback TrainingProgress::callback() {
    return m_tell ? ProgressCallback([this](const Progress& progress) { tell(progress); }) : ProgressCallback();
}

void TrainingProgress::advanceTo(std::size_t part) {
    if (part == m_at || part >= m_parts.size()) {
        return;
    }
    if (m_parts[m_at].isLearner && m_spent > 0) {
        m_learnt += m_spent;
        m_learntPlan += weightOf(m_parts[m_at]);
    }
    m_at = part;
    m_within = m_spent = 0;
    m_left = -1;
}

/// What is not known is taken for a mean learner, and what learns at once for a little.
double TrainingProgress::weightOf(const Part& part) const {
    if (part.seconds > 0) {
        return part.seconds;
    }
    double known = 0;
    int count = 0, learners = 0;
    for (const Part& other : m_parts) {
        learners += other.isLearner ? 1 : 0;
        if (other.isLearner && other.seconds > 0) {
            known += other.seconds;
            ++count;
        }
    }
    const double mean = count > 0 ? known / count : 1;
    return part.isLearner ? mean : quickShare * std::max(1, learners) * mean;
}

void TrainingProgress::take(const Progress& progress) {
    if (progress.stage == "testing") {
        advanceTo(m_firstTest + static_cast<std::size_t>(std::max<std::int64_t>(0, progress.done)));
        return;
    }
    double within = m_within;
    if (progress.stage == "forecasting" && !m_isTesting) {
        within = 1;  // what is kept has learnt
    } else if (isLearning(progress)) {
        m_spent = std::max(m_spent, metricOf(progress, "seconds"));
        m_left = progress.secondsLeft;
        within = m_left >= 0 && m_spent + m_left > 0 ? m_spent / (m_spent + m_left) : within;
    } else if (progress.stage == "searching" && progress.total > 0) {
        within = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    }
    m_within = std::clamp(within, m_within, 1.0);
}

double TrainingProgress::share() {
    double all = 0, done = 0;
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        const double weight = weightOf(m_parts[part]);
        all += weight;
        done += part < m_at ? weight : part == m_at ? weight * m_within : 0;
    }
    const double now = all > 0 ? (1 - forecastingShare) * done / all : 0;
    m_share = std::max(m_share, now);
    return m_share;
}

/// Of what is to come as was thought, times how much longer than thought the learning took until now; little of it tells little.
double TrainingProgress::secondsLeft() const {
    const Part& present = m_parts[m_at];
    double learnt = m_learnt, plan = m_learntPlan, all = 0;
    bool isPlanned = true;
    for (const Part& part : m_parts) {
        all += part.isLearner ? weightOf(part) : 0;
        isPlanned = isPlanned && (!part.isLearner || part.seconds > 0);
    }
    if (m_left >= 0) {
        learnt += m_spent + m_left;
        plan += weightOf(present);
    }
    if (plan <= 0 && !isPlanned) {
        return -1;
    }
    const double held = isPlanned ? trustInPlan * all : 0;
    const double pace = plan + held > 0 ? (learnt + held) / (plan + held) : 1;
    double left = m_left >= 0 ? m_left : pace * weightOf(present) * (1 - m_within);
    for (std::size_t part = m_at + 1; part < m_parts.size(); ++part) {
        left += m_parts[part].isLearner ? pace * weightOf(m_parts[part]) : 0;
    }
    return left;
}

void TrainingProgress::nameTest(Progress& told) const {
    const auto methods = static_cast<std::int64_t>(m_parts.size() - m_firstTest) - 1;
    const auto at = static_cast<std::int64_t>(m_at - m_firstTest);
    const std::string& method = m_parts[m_at].method;
    told.metrics["judging"] = 1;
    told.metrics["method"] = static_cast<double>(at + 1);
    told.metrics["methods"] = static_cast<double>(methods);
    if (told.stage == "paused") {
        return;
    }
    const std::string words = fmt::format("Testing {}, {} of {}", method, at + 1, methods);
    if (isLearning(told)) {
        told.message = words + ": " + told.message;
        return;
    }
    told.stage = "testing";
    told.done = at;
    told.total = methods;
    told.unit = "fits";
    told.message = method;
}

void TrainingProgress::tell(Progress progress) {
    if (m_parts.empty()) {
        m_tell(progress);
        return;
    }
    take(progress);
    Progress told = progress;
    told.metrics["share"] = share();
    told.secondsLeft = progress.stage == "paused" ? -1 : secondsLeft();
    const auto isLearner = [](const Part& part) { return part.isLearner; };
    if (m_parts[m_at].isLearner) {
        told.metrics["fit"] = static_cast<double>(std::count_if(m_parts.begin(), m_parts.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, isLearner));
        told.metrics["fits"] = static_cast<double>(std::ranges::count_if(m_parts, isLearner));
    }
    if (m_isTesting) {
        nameTest(told);
    } else if (isLearning(told)) {
        told.message = m_parts[m_at].method + " learns from all sales: " + told.message;
    }
    m_tell(told);
}

}  // namespace foresell
