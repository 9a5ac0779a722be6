// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/browsing/line_export.h"
#include "core/engine/commands.h"

namespace foresell {

LinePage linesOf(LineBrowser& browser, const LinePageRequest& request, const JobControl& job) {
    constexpr std::int64_t mostRows = 10'000;
    if (request.limit > mostRows) {
        throw Error("lines.bad_query", "a page holds at most 10,000 lines", "Ask for less, or export.");
    }
    return browser.page(request.query, request.offset, request.limit, job);
}

LineExportResult exportLines(LineBrowser& browser, const LineExportRequest& request, const JobControl& job) {
    return {exportLines(browser, request.query, request.output, request.withCustomers, job), request.output};
}

}  // namespace foresell
