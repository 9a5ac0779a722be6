// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/commands.h"
#include "core/sample/sample_shop.h"

namespace foresell {

SampleResult createSample(const SampleRequest& request, const JobControl& job) {
    SampleOptions options;
    options.items = request.items > 0 ? request.items : options.items;
    options.locations = request.locations > 0 ? request.locations : options.locations;
    options.days = request.days > 0 ? request.days : options.days;
    options.seed = request.seed;
    const SampleSummary summary = writeSampleShop(request.folder, options, job);
    SampleResult result;
    for (const std::filesystem::path& file : summary.files) {
        result.files.push_back(file.string());
    }
    result.items = options.items;
    result.locations = options.locations;
    result.rows = summary.rows;
    result.lastDay = options.lastDay;
    result.firstDay = options.lastDay - options.days + 1;
    return result;
}

}  // namespace foresell
