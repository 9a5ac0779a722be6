// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <map>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/text_output.h"
#include "core/report/unusual_run.h"

namespace foresell {

namespace {

UnusualRun runThatTells(const ProjectReader& reader, std::int32_t wanted) {
    constexpr const char* hint = "Train the autoencoder: foresell-cli train PROJECT --model autoencoder";
    if (wanted == 0) {
        if (auto newest = newestUnusualRun(reader)) {
            return *newest;
        }
        throw Error("anomalies.no_run", "no run of this project tells which items are unusual", hint);
    }
    const std::map<std::string, std::string> facts{{"run", std::to_string(wanted)}};
    const std::optional<RunRecord> run = reader.run(RunId{wanted});
    if (!run) {
        throw Error("training.no_such_run", "there is no run " + std::to_string(wanted), "`foresell-cli runs` lists the runs.", facts);
    }
    RunResult result = resultOf(*run);
    if (run->state != "done") {
        throw Error("runs.not_done", "run " + std::to_string(wanted) + " did not finish", "Choose another run, or train again.", facts);
    }
    if (!result.unusual.isTold()) {
        throw Error("anomalies.cannot_tell", "run " + std::to_string(wanted) + " forecasts by " + result.model + ", which cannot tell which items are unusual",
                    hint, facts);
    }
    return {run->id, std::move(result)};
}

std::string lineOf(const UnusualItem& item) {
    return fmt::format("  {:<20}{:>9}{:>12.0f}{:>12.0f}{:>12}", item.code, kindName(item.kind), item.sold, item.usual, fmt::format("1 in {:.0f}", 1 / item.share));
}

}  // namespace

UnusualReport unusualItems(const ProjectReader& reader, std::int32_t run) {
    const UnusualRun told = runThatTells(reader, run);
    UnusualReport report{told.run.value, told.result.origin, told.result.axis.kind, told.result.unusual, {}};
    for (const ItemRecord& item : reader.items()) {
        if (told.result.unusual.find(item.code) != nullptr) {
            report.names[item.code] = item.name;
        }
    }
    return report;
}

void to_json(nlohmann::json& to, const UnusualReport& report) {
    to = report.found;
    to["run"] = report.run;
    to["until"] = toIso(report.until);
    to["period"] = periodName(report.period);
    for (nlohmann::json& item : to["items"]) {
        item["name"] = report.names.contains(item["item"]) ? report.names.at(item["item"]) : "";
    }
}

std::string toText(const UnusualReport& report) {
    const UnusualItems& found = report.found;
    std::string text = fmt::format("{} of {} items were unlike their usual course in the {} {}s until {} (run {}).\n", found.items.size(), found.compared,
                                   found.length, periodName(report.period), toIso(report.until), report.run);
    if (found.compared == 0) {
        return text + "There is too little history to compare with: it takes about 20 items over a year.\n";
    }
    if (found.tooNew > 0) {
        text += fmt::format("{} have too little history to be compared.\n", found.tooNew);
    }
    if (found.items.empty()) {
        return text;
    }
    text += fmt::format("About 1 in {:.0f} ordinary items is called by chance. Look at price, stock, listing and data of each.\n", 1 / UnusualItems::calledBelow);
    text += fmt::format("  {:<20}{:>9}{:>12}{:>12}{:>12}\n", "item", "how", "sold", "usually", "as unlike");
    for (const UnusualItem& item : found.items) {
        const auto name = report.names.find(item.code);
        text += lineOf(item) + (name == report.names.end() || name->second.empty() ? "" : "  " + name->second) + '\n';
    }
    return text;
}

}  // namespace foresell
