// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_preview.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>

#include "core/cleaning/cleaning_state.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/text_patterns.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr double lookAbove = 0.04;          ///< of the units sold, for steps that judge
constexpr double lookAboveMatched = 0.25;   ///< for cancellations, which are matched with their sales
constexpr std::size_t mostSteps = 250;      ///< marks are bytes

const nlohmann::json& optionsOf(const Recipe& recipe, std::string_view id) {
    static const nlohmann::json none = nlohmann::json::object();
    const auto step = std::find_if(recipe.steps.begin(), recipe.steps.end(), [&](const RecipeStep& s) { return s.id == id; });
    return step == recipe.steps.end() ? none : step->options;
}

void countCancellationLines(CleaningState& state, const Recipe& recipe) {
    const LineTable& table = state.table();
    const StepOptions options(cleaning_step::cancellations, optionsOf(recipe, cleaning_step::cancellations));
    const CancellationPrefixes prefixes(options);
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
            runCleaningStep(state, recipe.steps[i], job);
        }
        const std::string& id = recipe.steps[i].id;
        const bool isRestated = id == cleaning_step::bundles;  // what it sets aside, others stand for
        const bool isMatched = id == cleaning_step::cancellations || id == cleaning_step::returns;
        state.endStep(isRestated ? 1 : isMatched ? lookAboveMatched : lookAbove);
    }
    job.throwIfCancelled();
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
        lost = result.stockOuts;
        sorted.resize(changes.size());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        result.seconds = took.count();
    }

    void keepItemTexts(const SaleSource& source);
    void keepItemText(const SaleSource& source, std::int32_t item);
    const std::vector<LineChange>& sortedChanges(std::size_t step);
    bool isFound(const LineChange& change, const std::string& wanted) const;
    ChangedLine describe(std::size_t step, const LineChange& change) const;
    std::string namedBy(std::size_t step, const LineChange& change) const;
    std::string codeOf(std::int32_t item) const;
    ChangedLinesPage lostDemand(std::size_t offset, std::size_t limit, const std::string& wanted);

    Recipe recipe;
    LineTable table;
    CleaningResult result;
    std::vector<std::vector<LineChange>> changes;
    std::vector<bool> sorted;
    std::vector<StockOutDay> lost;
    bool isLostSorted = false;
    std::unordered_map<std::int32_t, ItemText> items;
};

void CleaningPreview::Impl::keepItemText(const SaleSource& source, std::int32_t item) {
    if (item != 0 && !items.contains(item)) {
        ItemText text{source.itemCode(item), source.itemName(item), {}};
        text.search = loweredText(text.code + "\n" + text.name);
        items.emplace(item, std::move(text));
    }
}

void CleaningPreview::Impl::keepItemTexts(const SaleSource& source) {
    for (const auto& list : changes) {
        for (const LineChange& change : list) {
            keepItemText(source, change.item);
            keepItemText(source, change.itemNow);
        }
    }
    for (const StockOutDay& day : result.stockOuts) {
        keepItemText(source, day.item);
    }
}

/// Largest first, with the lines of a pair side by side: both go by the larger quantity of the two and its line.
const std::vector<LineChange>& CleaningPreview::Impl::sortedChanges(std::size_t step) {
    std::vector<LineChange>& list = changes[step];
    if (sorted[step]) {
        return list;
    }
    const auto sizeOf = [&](const LineChange& change) {
        const Fixed other = change.detail.other == LineTable::noLine ? 0 : table.quantity(change.detail.other);
        return std::max(std::abs(change.before), isMissing(other) ? 0 : std::abs(other));
    };
    const auto timeOf = [&](Line line) {
        return (static_cast<std::int64_t>(table.day(line)) * 86'400) + std::max(0, table.second(line));
    };
    std::sort(list.begin(), list.end(), [&](const LineChange& a, const LineChange& b) {
        const Line firstOfA = std::min(a.line, a.detail.other);
        const Line firstOfB = std::min(b.line, b.detail.other);
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
    const auto item = items.find(change.item);
    return (item != items.end() && item->second.search.find(wanted) != std::string::npos) ||
           loweredText(table.order(change.line)).find(wanted) != std::string::npos;
}

std::string CleaningPreview::Impl::namedBy(std::size_t step, const LineChange& change) const {
    const ReasonDetail& detail = change.detail;
    const StepOptions options(recipe.steps[step].id, recipe.steps[step].options);
    const auto asDecimal = [](std::int32_t number, std::int32_t parts) {
        std::string text = std::to_string(number / parts);
        const std::int32_t rest = number % parts * 10 / parts;
        return rest == 0 ? text : text + "." + std::to_string(rest);
    };
    switch (change.reason) {
        case CleaningReason::ExactRepeat:
        case CleaningReason::ItemsAreThere:
            return std::string(table.order(change.line));
        case CleaningReason::NotAProduct:
            return nonProductPatterns(options)[static_cast<std::size_t>(detail.number)];
        case CleaningReason::TestOrder:
            return detail.number < 0 ? std::string() : testOrderPatterns(options)[static_cast<std::size_t>(detail.number)];
        case CleaningReason::BulkOrder:
        case CleaningReason::WholesaleOrder:
        case CleaningReason::WholesaleCustomer:
        case CleaningReason::QuantityOutlier:
            return std::to_string(detail.number / 10);
        case CleaningReason::PriceOutlier:
        case CleaningReason::ReturnsExpected:
            return asDecimal(detail.number, 10);
        case CleaningReason::UnitConverted:
        case CleaningReason::MoneyConverted:
            return asDecimal(detail.number, 100);
        case CleaningReason::ClickFarm:
            return std::to_string(detail.number);
        case CleaningReason::TakenApart:
            return std::to_string(detail.number);
        case CleaningReason::PartOf:
        case CleaningReason::GiftWith:
            return codeOf(table.item(detail.other));
        case CleaningReason::Merged:
        case CleaningReason::Succeeded:
        case CleaningReason::OfStyle:
            return codeOf(change.itemNow);
        default:
            return detail.other == LineTable::noLine ? std::string() : std::string(table.order(detail.other));
    }
}

std::string CleaningPreview::Impl::codeOf(std::int32_t item) const {
    const auto found = items.find(item);
    return found == items.end() ? std::string() : found->second.code;
}

ChangedLine CleaningPreview::Impl::describe(std::size_t step, const LineChange& change) const {
    ChangedLine line;
    line.order = table.order(change.line);
    line.day = table.day(change.line);
    line.second = table.second(change.line);
    if (const auto item = items.find(change.item); item != items.end()) {
        line.itemCode = item->second.code;
        line.itemName = item->second.name;
    }
    line.quantity = change.before;
    line.price = table.price(change.line);
    line.money = change.moneyBefore;
    line.quantityNow = change.now;
    line.moneyNow = change.moneyNow;
    line.isSetAside = change.isSetAside;
    line.reason = change.reason == CleaningReason::PriceOutlier && change.detail.usual < 0 ? "price_too_low" : reasonName(change.reason);
    line.other = namedBy(step, change);
    line.usual = change.detail.usual;
    return line;
}

ChangedLinesPage CleaningPreview::Impl::lostDemand(std::size_t offset, std::size_t limit, const std::string& wanted) {
    ChangedLinesPage page;
    if (!isLostSorted) {
        std::sort(lost.begin(), lost.end(), [](const StockOutDay& a, const StockOutDay& b) {
            return std::tuple(-a.lostUnits, a.day, a.item, a.location) < std::tuple(-b.lostUnits, b.day, b.item, b.location);
        });
        isLostSorted = true;
    }
    for (const StockOutDay& day : lost) {
        const auto item = items.find(day.item);
        if (!wanted.empty() && (item == items.end() || item->second.search.find(wanted) == std::string::npos)) {
            continue;
        }
        const auto at = static_cast<std::size_t>(page.total++);
        if (at < offset || page.lines.size() >= limit) {
            continue;
        }
        ChangedLine& line = page.lines.emplace_back();
        line.day = day.day;
        line.itemCode = codeOf(day.item);
        line.itemName = item == items.end() ? std::string() : item->second.name;
        line.quantity = day.soldUnits;
        line.quantityNow = day.soldUnits + day.lostUnits;
        line.moneyNow = day.lostMoney;
        line.isSetAside = false;
        line.reason = reasonName(CleaningReason::OutOfStock);
    }
    return page;
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
    const std::string wanted = loweredText(search);
    if (m_impl->recipe.steps[step].id == cleaning_step::stockOuts) {
        return m_impl->lostDemand(offset, limit, wanted);
    }
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
    const auto add = [&](Line line, Fixed units, Fixed money, int sign) {
        const auto week = static_cast<std::size_t>((table.day(line) - whole.firstDay) / 7);
        totals.units.back()[week] += sign * units;
        totals.money.back()[week] += sign * money;
    };
    for (Line line = 0; line < table.importedSize(); ++line) {
        if (table.isSeen(line) && table.item(line) == item) {
            const Fixed units = table.quantity(line);
            add(line, isMissing(units) ? 0 : units, moneyOfLine(units, table.price(line), table.amount(line)), 1);
        }
    }
    for (const std::vector<LineChange>& step : m_impl->changes) {
        totals.units.push_back(totals.units.back());
        totals.money.push_back(totals.money.back());
        for (const LineChange& change : step) {
            if (change.item == item) {
                add(change.line, change.before, change.moneyBefore, -1);
            }
            if (change.itemNow == item) {
                add(change.line, change.now, change.moneyNow, 1);
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
