// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/job.h"
#include "core/browsing/line_query.h"

namespace foresell {

/// Pages through the sale lines of a project. Sorted by day or item it reads only the chunks of the page; any other order,
/// filter or search reads every line once, tells its progress ("searching"), can be cancelled and then keeps what it has
/// found for the next page. Notices when the project has changed. Not for several threads at once.
class LineBrowser {
public:
    explicit LineBrowser(std::filesystem::path project);
    ~LineBrowser();
    LineBrowser(const LineBrowser&) = delete;
    LineBrowser& operator=(const LineBrowser&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Lines [offset, offset + limit) of what the query finds. Throws Error "lines.*".
    LinePage page(const LineQuery& query, std::int64_t offset, std::int64_t limit, const JobControl& job);
    /// The weeks of what the query finds, beginning on `weekStart` (0 Monday).
    LineWeeks weeks(const LineQuery& query, int weekStart, const JobControl& job);

private:
    struct State;
    std::filesystem::path m_path;
    std::unique_ptr<State> m_state;  ///< of one revision of the project
    State& current();
};

}  // namespace foresell
