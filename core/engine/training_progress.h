// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"

namespace foresell {

/// Makes of the progress of a training's parts that of the whole training. `done`, `total` and `unit` stay those of the part;
/// `secondsLeft` becomes that of the whole, and `metrics` gain "share" (of the whole, 0 to 1, never less than before), "fit" and
/// "fits" (which of the trainings of what learns for a while) and, while methods are tested, "judging" (1), "method" and "methods"
/// (which of how many is tested). A test tells stage "testing" in all it does, but for "learning", "settling" and "paused".
class TrainingProgress {
public:
    struct Part {
        std::string method;
        double seconds = 0;    ///< how long it is thought to take; 0: not known
        bool isLearner = false;  ///< learns for a while
    };

    explicit TrainingProgress(ProgressCallback tell) : m_tell(std::move(tell)) {}

    /// What comes: a search of so many seconds (0: none), the tests of methods, and what then learns from everything.
    void expect(double searchSeconds, const std::vector<Part>& tests, const Part& shipped);
    void beginTests();
    void endTests() { m_isTesting = false; }
    /// The tests are over: this one learns from everything.
    void beginShipping(const Part& shipped);
    /// What all parts are to report to; empty where nobody listens.
    ProgressCallback callback();

private:
    void tell(Progress progress);
    void advanceTo(std::size_t part);
    void take(const Progress& progress);
    void nameTest(Progress& told) const;
    double weightOf(const Part& part) const;
    double share();
    double secondsLeft() const;

    ProgressCallback m_tell;
    std::vector<Part> m_parts;  ///< the search (where there is one), the tests, what is shipped
    std::size_t m_firstTest = 0, m_at = 0;
    bool m_isTesting = false;
    double m_within = 0;          ///< of the present part
    double m_share = 0;           ///< that was told last
    double m_spent = 0;           ///< seconds of the present part's learning
    double m_left = -1;           ///< of the same, as it thinks itself; negative: not known yet
    double m_learnt = 0, m_learntPlan = 0;  ///< seconds of learning that are over, and what was thought of them
};

}  // namespace foresell
