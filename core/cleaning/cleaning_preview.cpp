// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_preview.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>

#include "core/cleaning/cleaning_state.h"
#include "core/cleaning/cleaning_steps.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr double lookAbove = 0.04;          ///< of the units sold, for steps that judge
constexpr double lookAboveMatched = 0.25;   ///< for cancellations, which are matched with their sales
constexpr std::size_t mostSteps = 250;      ///< marks are bytes

void runStep(CleaningState& state, const RecipeStep& step) {
    if (step.id == cleaning_step::exactRepeats) {
        setAsideRepeats(state);
    } else if (step.id == cleaning_step::cancellations) {
        matchCancellations(state, step.options);
    } else if (step.id == cleaning_step::returns) {
        setAsideReturns(state);
    } else if (step.id == cleaning_step::zeroPrices) {
        setAsideZeroPrices(state);
    } else if (step.id == cleaning_step::nonProducts) {
        setAsideNonProducts(state, step.options);
    } else if (step.id == cleaning_step::bulkOrders) {
        findBulkOrders(state, step.options);
    } else if (step.id == cleaning_step::missingValues) {
        setAsideMissing(state);
    }
}

const nlohmann::json& optionsOf(const Recipe& recipe, std::string_view id) {
    static const nlohmann::json none = nlohmann::json::object();
    const auto step = std::find_if(recipe.steps.begin(), recipe.steps.end(), [&](const RecipeStep& s) { return s.id == id; });
    return step == recipe.steps.end() ? none : step->options;
}

void countCancellationLines(CleaningState& state, const Recipe& recipe) {
    const LineTable& table = state.table();
    const CancellationPrefixes prefixes(optionsOf(recipe, cleaning_step::cancellations));
    std::vector<bool> cancels(table.orderRuns());
    for (std::size_t run = 0; run < cancels.size(); ++run) {
        cancels[run] = prefixes.matches(table.orderOfRun(run));
    }
    for (Line line = 0; line < table.size(); ++line) {
        state.facts().cancellationLines += table.isSeen(line) && cancels[table.orderRun(line)] ? 1 : 0;
    }
}

void runRecipe(CleaningState& state, const Recipe& recipe, const JobControl& job) {
    Progress progress;
    progress.stage = "cleaning";
    progress.unit = "steps";
    progress.total = static_cast<std::int64_t>(recipe.steps.size());
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        job.throwIfCancelled();
        progress.done = static_cast<std::int64_t>(i);
        progress.message = recipe.steps[i].id;
        job.report(progress);
        state.beginStep(i, recipe.steps[i].id, recipe.steps[i].enabled);
        if (recipe.steps[i].enabled) {
            runStep(state, recipe.steps[i]);
        }
        const std::string& id = recipe.steps[i].id;
        const bool isMatched = id == cleaning_step::cancellations || id == cleaning_step::returns;
        state.endStep(isMatched ? lookAboveMatched : lookAbove);
    }
    job.throwIfCancelled();
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

}  // namespace

struct CleaningPreview::Impl {
    struct ItemText {
        std::string code, name, search;
    };

    Impl(const SaleSource& source, Recipe theRecipe, const CleaningOptions& options, const JobControl& job)
        : recipe(std::move(theRecipe)), table(source, options.asOf, job) {
        recipeFromJson(toJson(recipe));  // the same rules for a recipe that was put together in memory
        const auto begin = std::chrono::steady_clock::now();
        CleaningState state(table, source, options.firstWeekday, recipe.steps.size());
        countCancellationLines(state, recipe);
        runRecipe(state, recipe, job);
        result = state.finish(options.asOf);
        changes = state.changes();
        sorted.resize(changes.size());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        result.seconds = took.count();
    }

    void keepItemTexts(const SaleSource& source);
    const std::vector<LineChange>& sortedChanges(std::size_t step);
    bool isFound(const LineChange& change, const std::string& wanted) const;
    ChangedLine describe(std::size_t step, const LineChange& change) const;
    void describeReason(std::size_t step, const LineChange& change, ChangedLine& line) const;

    Recipe recipe;
    LineTable table;
    CleaningResult result;
    std::vector<std::vector<LineChange>> changes;
    std::vector<bool> sorted;
    std::unordered_map<std::int32_t, ItemText> items;
};

void CleaningPreview::Impl::keepItemTexts(const SaleSource& source) {
    for (const auto& list : changes) {
        for (const LineChange& change : list) {
            const std::int32_t item = table.item(change.line);
            if (item != 0 && !items.contains(item)) {
                ItemText text{source.itemCode(item), source.itemName(item), {}};
                text.search = lowered(text.code + "\n" + text.name);
                items.emplace(item, std::move(text));
            }
        }
    }
}

/// Largest first, with the lines of a pair side by side: both go by the larger quantity of the two and its line.
const std::vector<LineChange>& CleaningPreview::Impl::sortedChanges(std::size_t step) {
    std::vector<LineChange>& list = changes[step];
    if (sorted[step]) {
        return list;
    }
    const auto sizeOf = [&](const LineChange& change) {
        const Fixed other = change.other == LineTable::noLine ? 0 : table.quantity(change.other);
        return std::max(std::abs(change.before), isMissing(other) ? 0 : std::abs(other));
    };
    const auto timeOf = [&](Line line) {
        return (static_cast<std::int64_t>(table.day(line)) * 86'400) + std::max(0, table.second(line));
    };
    std::sort(list.begin(), list.end(), [&](const LineChange& a, const LineChange& b) {
        const Line firstOfA = std::min(a.line, a.other);
        const Line firstOfB = std::min(b.line, b.other);
        return std::tuple(-sizeOf(a), timeOf(firstOfA), firstOfA, timeOf(a.line), a.line) <
               std::tuple(-sizeOf(b), timeOf(firstOfB), firstOfB, timeOf(b.line), b.line);
    });
    sorted[step] = true;
    return list;
}

bool CleaningPreview::Impl::isFound(const LineChange& change, const std::string& wanted) const {
    if (wanted.empty()) {
        return true;
    }
    const auto item = items.find(table.item(change.line));
    return (item != items.end() && item->second.search.find(wanted) != std::string::npos) ||
           lowered(table.order(change.line)).find(wanted) != std::string::npos;
}

void CleaningPreview::Impl::describeReason(std::size_t step, const LineChange& change, ChangedLine& line) const {
    static constexpr const char* reasons[] = {
        "exact_repeat",  "cancelled_by",  "partly_cancelled_by", "cancels",    "no_earlier_sale", "return_without_sale",
        "price_zero",    "price_negative", "not_a_product",      "bulk_order", "no_quantity",     "no_item"};
    line.reason = reasons[change.reason];
    switch (static_cast<CleaningReason>(change.reason)) {
        case CleaningReason::ExactRepeat:
            line.other = line.order;
            break;
        case CleaningReason::NotAProduct:
            line.other = nonProductPatterns(recipe.steps[step].options)[static_cast<std::size_t>(change.number)];
            break;
        case CleaningReason::BulkOrder:
            line.other = std::to_string(change.number / 10);
            break;
        default:
            line.other = change.other == LineTable::noLine ? std::string() : std::string(table.order(change.other));
    }
}

ChangedLine CleaningPreview::Impl::describe(std::size_t step, const LineChange& change) const {
    ChangedLine line;
    line.order = table.order(change.line);
    line.day = table.day(change.line);
    line.second = table.second(change.line);
    if (const auto item = items.find(table.item(change.line)); item != items.end()) {
        line.itemCode = item->second.code;
        line.itemName = item->second.name;
    }
    line.quantity = change.before;
    line.price = table.price(change.line);
    line.quantityNow = change.now;
    line.isSetAside = change.isSetAside;
    describeReason(step, change, line);
    return line;
}

CleaningPreview::CleaningPreview(const SaleSource& source, Recipe recipe, const CleaningOptions& options,
                                 const JobControl& job) {
    const auto begin = std::chrono::steady_clock::now();
    m_impl = std::make_unique<Impl>(source, std::move(recipe), options, job);
    m_impl->keepItemTexts(source);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    m_impl->result.seconds = took.count();
}

CleaningPreview::~CleaningPreview() = default;

const Recipe& CleaningPreview::recipe() const {
    return m_impl->recipe;
}

const CleaningResult& CleaningPreview::result() const {
    return m_impl->result;
}

ChangedLinesPage CleaningPreview::changedLines(std::size_t step, std::size_t offset, std::size_t limit,
                                               std::string_view search) const {
    ChangedLinesPage page;
    if (step >= m_impl->changes.size()) {
        return page;
    }
    const std::string wanted = lowered(search);
    for (const LineChange& change : m_impl->sortedChanges(step)) {
        if (!m_impl->isFound(change, wanted)) {
            continue;
        }
        const auto at = static_cast<std::size_t>(page.total++);
        if (at >= offset && page.lines.size() < limit) {
            page.lines.push_back(m_impl->describe(step, change));
        }
    }
    return page;
}

WeeklyTotals CleaningPreview::weeklyOf(std::int32_t item) const {
    const LineTable& table = m_impl->table;
    const WeeklyTotals& whole = m_impl->result.weekly;
    WeeklyTotals totals;
    totals.firstDay = whole.firstDay;
    if (whole.units.empty()) {
        return totals;
    }
    const std::size_t weeks = whole.units.front().size();
    totals.units.assign(1, std::vector<Fixed>(weeks));
    totals.money = totals.units;
    const auto add = [&](Line line, Fixed quantity, int sign) {
        const auto week = static_cast<std::size_t>((table.day(line) - whole.firstDay) / 7);
        totals.units.back()[week] += sign * (isMissing(quantity) ? 0 : quantity);
        totals.money.back()[week] += sign * table.money(line, quantity);
    };
    for (Line line = 0; line < table.size(); ++line) {
        if (table.isSeen(line) && table.item(line) == item) {
            add(line, table.quantity(line), 1);
        }
    }
    for (const std::vector<LineChange>& step : m_impl->changes) {
        totals.units.push_back(totals.units.back());
        totals.money.push_back(totals.money.back());
        for (const LineChange& change : step) {
            if (table.item(change.line) == item) {
                const Fixed imported = table.quantity(change.line);
                add(change.line, isMissing(imported) ? imported : change.before, -1);
                if (!change.isSetAside) {
                    add(change.line, change.now, 1);
                }
            }
        }
    }
    return totals;
}

CleaningResult cleanSales(const SaleSource& source, const Recipe& recipe, const CleaningOptions& options,
                          const JobControl& job) {
    return CleaningPreview(source, recipe, options, job).result();
}

}  // namespace foresell
