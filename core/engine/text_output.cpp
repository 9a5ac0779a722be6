// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/text_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/fixed.h"
#include "core/cleaning/step_catalog.h"

namespace foresell {

namespace {

/// 541909 -> "541,909".
std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = text.size(); at > first + 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string percent(double ratio) {
    return std::isfinite(ratio) ? fmt::format("{:.1f} %", ratio * 100) : "-";
}

std::string number(double value, const char* format) {
    return std::isfinite(value) ? fmt::format(fmt::runtime(format), value) : "-";
}

std::string span(Day first, Day last) {
    return first == noDay ? "no dates" : toIso(first) + " to " + toIso(last);
}

std::string scoreTable(const std::vector<MethodScores>& methods) {
    std::string text = fmt::format("  {:<20}{:>9}{:>9}{:>8}{:>8}{:>9}{:>10}{:>10}{:>9}\n", "method", "WAPE",
                                   "bias", "MASE", "RMSSE", "sMAPE", "cover 80", "cover 95", "seconds");
    for (const MethodScores& method : methods) {
        const Scores& s = method.scores;
        text +=
            fmt::format("  {:<20}{:>9}{:>9}{:>8}{:>8}{:>9}{:>10}{:>10}{:>9.1f}\n", method.method,
                        percent(s.wape), percent(s.bias), number(s.mase, "{:.3f}"), number(s.rmsse, "{:.3f}"),
                        percent(s.smape), percent(s.coverage80), percent(s.coverage95), method.seconds);
    }
    return text;
}

std::string verdictText(const RunResult& result) {
    switch (result.verdict) {
        case Verdict::NotJudged:
            if (!result.importedFrom.empty()) {
                return "It was not tested: it came from a file, and there are no newer sales than it has seen that could test it.\n";
            }
            return "The history is too short to hold an end out, so the methods were not compared.\n";
        case Verdict::LearnerBetter:
            return fmt::format("{} is better than {}: its error is {} smaller.\n", result.learner,
                               result.baseline, percent(result.gain));
        case Verdict::BaselineBetter:
            return fmt::format("{} is better than {}: its error is {} larger.\n", result.baseline,
                               result.learner, percent(-result.gain));
        case Verdict::Even:
            break;
    }
    return fmt::format("{} and {} are even: the difference may be chance.\n", result.learner,
                       result.baseline);
}

/// Why the forecast is not made by this run; empty where it is.
std::string successionText(const TrainingOutcome& outcome) {
    if (outcome.run == outcome.forecastRun || outcome.forecastRun == 0) {
        return {};
    }
    const std::string why = outcome.succession == "worse"        ? "it missed by more on the same unseen sales"
                            : outcome.succession == "other_unit" ? "it counts in another unit of time"
                            : outcome.succession == "sees_less"  ? "it ends at an earlier day"
                                                                 : "it was not tested on unseen sales";
    return fmt::format("The forecast stays that of run {}: {}. To use this one: runs --use {}\n", outcome.forecastRun, why, outcome.run);
}

}  // namespace

std::string toText(const SampleResult& result) {
    std::string text = fmt::format("A sample shop with {} items at {} locations, {} sale lines, {}:\n",
                                   grouped(result.items), grouped(result.locations), grouped(result.rows),
                                   span(result.firstDay, result.lastDay));
    for (const std::string& file : result.files) {
        text += "  " + file + '\n';
    }
    return text;
}

std::string toText(const ProjectFacts& facts) {
    std::string text = fmt::format("{}\n  {} sale lines, {}\n  {} items, {} locations, {} channels\n",
                                   facts.path, grouped(facts.lines), span(facts.firstDay, facts.lastDay),
                                   grouped(facts.items), grouped(facts.locations), grouped(facts.channels));
    text += fmt::format("  rows read {} = imported {} + rejected {} + duplicate {}{}\n",
                        grouped(facts.counts.read), grouped(facts.counts.imported),
                        grouped(facts.counts.rejected), grouped(facts.counts.duplicate),
                        facts.isBalanced ? "" : "  (does not add up)");
    text += facts.isCleaned ? "  cleaned\n" : "  not cleaned since the last import\n";
    for (const ImportRecord& import : facts.imports) {
        text += fmt::format("  import {}: {} as {}, {} rows\n", import.id.value, import.source.name,
                            import.source.role, grouped(import.counts.read));
    }
    for (const RunFacts& run : facts.runs) {
        text += fmt::format("  run {}: {}", run.run, run.state);
        if (run.state == "done") {
            text += fmt::format(", {}, {} {}s ahead of {}", run.result.model, run.result.horizon,
                                periodName(run.result.axis.kind), toIso(run.result.origin));
        }
        text += '\n';
    }
    return text;
}

std::string toText(const ImportResult& result) {
    std::string text;
    for (const ImportRecord& import : result.imports) {
        text += fmt::format("{} as {}: {} rows read = {} imported + {} rejected + {} duplicate\n",
                            import.source.name, import.source.role, grouped(import.counts.read),
                            grouped(import.counts.imported), grouped(import.counts.rejected),
                            grouped(import.counts.duplicate));
        if (import.counts.updated > 0) {
            text += fmt::format("  {} of the imported lines change an order that was known\n",
                                grouped(import.counts.updated));
        }
    }
    for (const auto& [reason, count] : result.rejectReasons) {
        text += fmt::format("  rejected, {}: {}\n", reason, grouped(count));
    }
    return text + (result.isDryRun ? "Nothing was kept: this was a dry run.\n" : "");
}

std::string toText(const StepCatalog&) {
    std::string text;
    for (const StepInfo& step : cleaningStepCatalog()) {
        text += fmt::format("{}{}\n", step.id, step.isStandard ? "  (in the default recipe)" : "");
        for (const OptionInfo& option : step.options) {
            text += fmt::format("  {:<18}{}\n", option.name, option.standard.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        }
    }
    return text;
}

std::string toText(const CleaningSummary& summary) {
    constexpr const char* row = "  {:<18}{:>12}{:>12}{:>12}{:>16}{:>18}";
    const auto whole = [](Fixed value) { return number(toDouble(value), "{:.0f}"); };
    std::string text = fmt::format(fmt::runtime(row), "step", "set aside", "corrected", "lines left", "units left", "money left") + "\n";
    text += fmt::format(fmt::runtime(row), "imported", "", "", grouped(summary.imported.lines), whole(summary.imported.units),
                        whole(summary.imported.money)) + "\n";
    for (const CleaningStepResult& step : summary.steps) {
        text += fmt::format(fmt::runtime(row), step.id, grouped(step.setAside), grouped(step.corrected), grouped(step.after.lines),
                            whole(step.after.units), whole(step.after.money)) +
                (step.needsALook ? "  look at this one\n" : "\n");
    }
    for (const CleaningStepResult& step : summary.steps) {
        if (step.created > 0) {
            text += fmt::format("{} lines stand for what was in bundles or came as a gift.\n", grouped(step.created));
        }
        if (step.lost.lines > 0) {
            text += fmt::format("Without stock on {} days of items: about {} units were wanted and not sold, worth {}; kept apart.\n",
                                grouped(step.lost.lines), whole(step.lost.units), whole(step.lost.money));
        }
    }
    text += fmt::format("{} of {} lines set aside; totals {} at each step.\n", grouped(summary.setAside),
                        grouped(summary.imported.lines), summary.isBalanced ? "balance" : "DO NOT BALANCE");
    return text;
}

std::string toText(const FeatureList& list) {
    std::string text = fmt::format("{} series, {}s from {}, {} ahead\n", grouped(list.series), list.period, span(list.firstDay, list.lastDay), list.periodsAhead);
    std::size_t width = 10;
    for (const FeatureFacts& feature : list.features) {
        width = std::max(width, feature.name.size() + 2);
    }
    text += fmt::format("  {:<4}{:<{}}{:<10}{:<11}{:>10}{:>10}  {}\n", "use", "feature", width, "known", "from", "coverage", "missing", "formula");
    for (const FeatureFacts& feature : list.features) {
        const char* role = feature.role == FeatureRole::Static ? "always" : feature.role == FeatureRole::KnownAhead ? "ahead" : "past only";
        const std::string missing = feature.comingCells > 0 ? grouped(feature.comingMissing) : "-";
        text += fmt::format("  {:<4}{:<{}}{:<10}{:<11}{:>10}{:>10}  {}\n", feature.isUsed ? "yes" : "no", feature.name, width, role, feature.source,
                            percent(feature.coverage), missing, feature.formula);
    }
    return text;
}

std::string toText(const ComingValues& coming) {
    std::string text = fmt::format("{}: {} row(s) of {}\n", coming.feature, coming.rows.size(), grouped(coming.total));
    for (const ComingValues::Row& row : coming.rows) {
        const std::string key = row.item + (row.location.empty() ? "" : " " + row.location) + (row.channel.empty() ? "" : " " + row.channel);
        text += key.empty() ? "all:" : key + ":";
        for (const double value : row.values) {
            text += std::isfinite(value) ? fmt::format(" {:g}", value) : " ?";
        }
        text += '\n';
    }
    return text;
}

std::string toText(const TrainingOutcome& outcome) {
    const RunResult& result = outcome.result;
    std::string text = fmt::format("Run {}: {} on {} series x {} {}s up to {}, {:.1f} s\n", outcome.run,
                                   result.model, grouped(result.series), result.periods,
                                   periodName(result.axis.kind), toIso(result.origin), result.seconds);
    if (result.epochs > 0) {
        text += fmt::format(
            "  {} epochs (best {}), {:.0f} windows a second, {} parameters, {} with {} threads, seed {}\n",
            result.epochs, result.bestEpoch, result.windowsPerSecond, grouped(result.parameters),
            result.device, result.threads, result.seed);
    }
    if (!result.search.empty()) {
        text += fmt::format("  {} sets of options tried first\n", result.search.size());
    }
    if (!result.scores.empty()) {
        text += fmt::format("Held-out end, {}:\n", span(result.testFirst, result.testLast)) +
                scoreTable(result.scores);
    }
    if (result.scores.empty() || !result.learner.empty()) {
        text += verdictText(result);
    }
    return text + successionText(outcome);
}

std::string toText(const std::vector<RunFacts>& runs, std::int32_t forecastRun) {
    if (runs.empty()) {
        return "Nothing has been trained yet.\n";
    }
    std::string text = fmt::format("  {:>4}  {:<10}{:<20}{:<12}{:>8}{:>9}{:>10}{:>10}\n", "run", "state", "model", "origin",
                                   "periods", "WAPE", "seconds", "from run");
    for (const RunFacts& run : runs) {
        const RunResult& result = run.result;
        const MethodScores* scores = result.scoresOf(result.model);
        text += fmt::format("  {:>4}  {:<10}{:<20}{:<12}{:>8}{:>9}{:>10}{:>10}\n", run.run, run.run == forecastRun ? "in use" : run.state,
                            result.model.empty() ? run.options.model : result.model,
                            result.origin == noDay ? "-" : toIso(result.origin), result.horizon,
                            scores == nullptr ? "-" : percent(scores->scores.wape), number(result.seconds, "{:.1f}"),
                            run.options.fromRun == 0 ? "-" : std::to_string(run.options.fromRun));
    }
    return text;
}

namespace {

bool isShare(const std::string& metric) {
    return metric == "wape" || metric == "bias" || metric == "smape" || metric.starts_with("coverage_");
}

/// As the score table of a training calls it; apart from the options of the same name.
std::string metricLabel(const std::string& metric) {
    if (metric.starts_with("coverage_")) {
        return "inside the " + metric.substr(std::string("coverage_").size()) + " % range";
    }
    return metric == "epochs" ? "epochs learnt" : metric == "wape" ? "error (WAPE)" : metric;
}

std::string metricText(const std::string& metric, double value) {
    return isShare(metric) ? percent(value) : number(value, std::abs(value) < 100 ? "{:.4f}" : "{:.0f}");
}

/// Tells of the runs that no sales have tested; empty where all or none were.
std::string untestedRuns(const RunComparison& comparison) {
    const std::vector<double>& errors = comparison.metrics.front().values;
    std::string text;
    for (std::size_t run = 0; run < errors.size(); ++run) {
        text += std::isfinite(errors[run]) ? "" : fmt::format("Run {} was not tested, so its error is not known.\n", comparison.runs[run]);
    }
    return std::ranges::any_of(errors, [](double error) { return std::isfinite(error); }) ? text : std::string();
}

}  // namespace

std::string toText(const RunComparison& comparison) {
    std::string text = fmt::format("  {:<22}", "run");
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        text += fmt::format("{:>24}", fmt::format("{} {}", comparison.runs[i], comparison.models[i]));
    }
    text += '\n';
    for (const RunComparison::Option& option : comparison.options) {
        text += fmt::format("  {:<22}", option.name);
        for (const std::string& value : option.values) {
            text += fmt::format("{:>24}", value.empty() ? "-" : value);
        }
        text += '\n';
    }
    for (const RunComparison::Metric& metric : comparison.metrics) {
        text += fmt::format("  {:<22}", metricLabel(metric.name));
        for (const double value : metric.values) {
            text += fmt::format("{:>24}", metricText(metric.name, value));
        }
        text += '\n';
    }
    if (const std::string untested = untestedRuns(comparison); !untested.empty()) {
        return text + untested;
    }
    if (!comparison.isSameTest) {
        return text + "Their errors do not compare: they were tested on other days.\n";
    }
    return text + (comparison.isSameData ? "" : "They learnt from other data.\n") +
           (comparison.best < 0 ? std::string("None of them was tested.\n")
                                : fmt::format("Smallest error: run {}.\n", comparison.runs[static_cast<std::size_t>(comparison.best)]));
}

std::string toText(const ModelFacts& facts) {
    return fmt::format("The {} of run {}, {} {}s ahead, up to {}, {} bytes:\n{}\n", facts.model, facts.run, facts.horizon,
                       facts.period, facts.lastDay == noDay ? "an unknown day" : toIso(facts.lastDay), grouped(facts.bytes),
                       facts.output);
}

std::string toText(const ForecastFacts& facts) {
    return fmt::format("{} rows: {} series, {} {}s after {}, by {} (run {})\n{}\n", grouped(facts.rows),
                       grouped(facts.series), facts.horizon, facts.period, toIso(facts.origin), facts.model,
                       facts.run, facts.output);
}

std::string toText(const BacktestOutcome& outcome) {
    std::string text = fmt::format("{} series, {} {}s ahead, {} origins from {} to {}, {:.1f} s\n",
                                   grouped(outcome.series), outcome.horizon, outcome.period,
                                   outcome.byOrigin.size(), toIso(outcome.byOrigin.front().origin),
                                   toIso(outcome.byOrigin.back().origin), outcome.seconds);
    return text + scoreTable(outcome.methods) + "Best: " + outcome.best + '\n';
}

std::string toText(const RefreshOutcome& outcome) {
    if (!outcome.didChange) {
        return "Nothing new in the folder.\n";
    }
    ImportResult imported;
    imported.imports = outcome.imports;
    return toText(imported) + toText(outcome.cleaning.get<CleaningSummary>()) +
           toText(outcome.training.get<TrainingOutcome>());
}

std::string toText(const VerifyOutcome& outcome) {
    std::string text;
    for (const std::string& problem : outcome.problems) {
        text += "damaged: " + problem + '\n';
    }
    if (!outcome.rescued.empty()) {
        text += "What could be read was copied to " + outcome.rescued + '\n';
    }
    return text + (outcome.isSound ? fmt::format("Sound: {} parts were read and their checksums compared.\n",
                                                 grouped(outcome.checked))
                                   : std::string());
}

}  // namespace foresell
