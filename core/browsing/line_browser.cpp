// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browsing/line_browser.h"

#include <algorithm>
#include <functional>
#include <list>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/browsing/item_weeks.h"
#include "core/browsing/line_filter.h"
#include "core/browsing/line_index.h"
#include "core/calendar/period.h"

namespace foresell {

namespace {

constexpr std::size_t chunksHeld = 6;

/// A line that a query has found.
struct Hit {
    std::int64_t key = 0;  ///< by which it is sorted
    std::uint32_t chunk = 0, row = 0;
};

struct DecodedChunk {
    std::size_t chunk = 0;
    SaleBatch lines;
    std::optional<ChunkMarks> marks;
};

std::vector<std::string> stepIds(const ProjectReader& reader) {
    std::vector<std::string> ids;
    const auto summary = parseJson(reader.cleaningSummary());
    if (summary.is_object() && summary.contains("steps")) {
        for (const auto& step : summary["steps"]) {
            ids.push_back(step.value("id", ""));
        }
    }
    return ids;
}

std::int64_t orMissing(Fixed value) {
    return isMissing(value) ? INT64_MIN : value;
}

}  // namespace

struct LineBrowser::State {
    explicit State(const std::filesystem::path& path)
        : reader(ProjectReader::open(path)), revision(reader->revision()), index(*reader), names(*reader), steps(stepIds(*reader)) {}

    std::unique_ptr<ProjectReader> reader;
    std::int64_t revision;
    LineIndex index;
    LineNames names;
    std::vector<std::string> steps;
    std::list<DecodedChunk> held;  ///< last used first

    std::optional<LineQuery> sortedFor;  ///< the query that `hits` are of
    std::vector<Hit> hits;
    std::optional<ItemWeeks> itemWeeks;

    const DecodedChunk& chunk(std::size_t number);
    std::function<std::int64_t(const SaleBatch&, std::size_t)> keyOf(const std::string& sort) const;
    void search(const LineQuery& query, const JobControl& job);
    LinePage indexedPage(LineIndex::By by, const std::vector<LineIndex::Bucket>& buckets, std::int64_t offset, std::int64_t limit);
    LinePage searchedPage(std::int64_t offset, std::int64_t limit);
    LineRow rowOf(const DecodedChunk& decoded, std::size_t row) const;
    std::optional<LineWeeks> weeksOfItem(std::int32_t item, int weekStart, const JobControl& job);
    void forEachMatch(const LineQuery& query, bool withMarks, const JobControl& job,
                      const std::function<void(const DecodedChunk&, std::size_t row)>& use);
};

const DecodedChunk& LineBrowser::State::chunk(std::size_t number) {
    const auto found = std::ranges::find(held, number, &DecodedChunk::chunk);
    if (found != held.end()) {
        held.splice(held.begin(), held, found);
        return held.front();
    }
    if (held.size() >= chunksHeld) {
        held.splice(held.begin(), held, std::prev(held.end()));
    } else {
        held.emplace_front();
    }
    DecodedChunk& decoded = held.front();
    decoded.chunk = SIZE_MAX;  // should reading fail
    reader->readChunk(index.chunks()[number].id, decoded.lines);
    decoded.marks = reader->readMarks(index.chunks()[number].id);
    decoded.chunk = number;
    return decoded;
}

LineRow LineBrowser::State::rowOf(const DecodedChunk& decoded, std::size_t row) const {
    const SaleBatch& lines = decoded.lines;
    LineRow shown;
    shown.day = lines.day[row];
    shown.second = lines.second[row];
    if (const ItemRecord* item = names.item(lines.item[row])) {
        shown.item = item->code;
        shown.name = item->name;
    }
    if (!lines.name.at(row).empty()) {
        shown.name = lines.name.at(row);
    }
    const PlaceRecord* location = names.location(lines.location[row]);
    const PlaceRecord* channel = names.channel(lines.channel[row]);
    shown.location = location != nullptr ? location->code : std::string();
    shown.channel = channel != nullptr ? channel->code : std::string();
    shown.order = lines.order.at(row);
    shown.quantity = lines.quantity[row];
    shown.price = lines.price[row];
    shown.amount = lines.amount[row];
    shown.customer = lines.customer[row];
    shown.import = index.chunks()[decoded.chunk].import.value;
    shown.row = lines.sourceRow[row];
    shown.state = lines.sourceRow[row] == sumOfDay ? "sum" : "kept";
    const std::uint8_t step = decoded.marks && row < decoded.marks->step.size() ? decoded.marks->step[row] : std::uint8_t{0};
    if (step != 0) {
        shown.state = "set_aside";
        shown.step = step == lineTakenApart ? "bundles" : step <= steps.size() ? steps[step - 1U] : std::string();
    } else if (const auto corrected = correctedQuantity(decoded.marks, row)) {
        shown.state = "corrected";
        shown.corrected = *corrected;
    }
    return shown;
}

LinePage LineBrowser::State::indexedPage(LineIndex::By by, const std::vector<LineIndex::Bucket>& buckets, std::int64_t offset,
                                         std::int64_t limit) {
    LinePage page;
    for (const LineIndex::Bucket& bucket : buckets) {
        page.total += bucket.lines;
    }
    page.rows.resize(static_cast<std::size_t>(std::clamp<std::int64_t>(page.total - offset, 0, limit)));
    for (auto& [number, parts] : index.partsOf(by, buckets, offset, limit)) {
        const DecodedChunk& decoded = chunk(number);
        const auto& values = by == LineIndex::By::Day ? decoded.lines.day : decoded.lines.item;
        std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
        for (std::size_t row = 0; row < values.size(); ++row) {
            const auto part = std::ranges::lower_bound(parts, values[row], {}, &LineIndex::Part::value);
            if (part == parts.end() || part->value != values[row] || part->take == 0) {
                continue;
            }
            if (part->skip > 0) {
                --part->skip;
                continue;
            }
            --part->take;
            page.rows.at(part->at++) = rowOf(decoded, row);
        }
    }
    return page;
}

std::function<std::int64_t(const SaleBatch&, std::size_t)> LineBrowser::State::keyOf(const std::string& sort) const {
    if (sort == "file") {
        return [](const SaleBatch&, std::size_t) { return 0; };
    }
    if (sort == "date") {
        return [](const SaleBatch& lines, std::size_t row) { return std::int64_t{lines.day[row]}; };
    }
    if (sort == "quantity") {
        return [](const SaleBatch& lines, std::size_t row) { return orMissing(lines.quantity[row]); };
    }
    if (sort == "price") {
        return [](const SaleBatch& lines, std::size_t row) { return orMissing(lines.price[row]); };
    }
    if (sort == "amount") {
        return [](const SaleBatch& lines, std::size_t row) { return orMissing(lines.amount[row]); };
    }
    const bool isItem = sort == "item";
    if (!isItem && sort != "location" && sort != "channel") {
        throw Error("lines.bad_query", "\"" + sort + "\" is nothing to sort by",
                    "Choose date, item, location, channel, quantity, price, amount or file.");
    }
    const auto column = isItem ? &SaleBatch::item : sort == "location" ? &SaleBatch::location : &SaleBatch::channel;
    const auto ranks = LineNames::ranks(isItem ? names.itemOrder() : LineNames::orderOf(sort == "location" ? names.locations() : names.channels()));
    return [column, ranks](const SaleBatch& lines, std::size_t row) { return ranks.at((lines.*column)[row]); };
}

void LineBrowser::State::forEachMatch(const LineQuery& query, bool withMarks, const JobControl& job,
                                      const std::function<void(const DecodedChunk&, std::size_t)>& use) {
    const LineFilter filter(query, names);
    Progress progress{.stage = "searching", .total = std::ssize(index.chunks()), .unit = "chunks"};
    DecodedChunk decoded;
    for (std::size_t number = 0; number < index.chunks().size(); ++number) {
        job.throwIfCancelled();
        progress.done = static_cast<std::int64_t>(number);
        job.report(progress);
        const ChunkInfo& info = index.chunks()[number];
        if (!filter.concerns(info) || (filter.item() != 0 && !index.hasItem(number, filter.item()))) {
            continue;
        }
        reader->readChunk(info.id, decoded.lines);
        decoded.marks = withMarks || filter.needsMarks() ? reader->readMarks(info.id) : std::nullopt;
        decoded.chunk = number;
        for (std::size_t row = 0; row < decoded.lines.size(); ++row) {
            if (filter.matches(decoded.lines, row, decoded.marks)) {
                use(decoded, row);
            }
        }
    }
}

void LineBrowser::State::search(const LineQuery& query, const JobControl& job) {
    if (sortedFor == query) {
        return;
    }
    sortedFor.reset();
    hits.clear();
    const auto key = keyOf(query.sort);
    forEachMatch(query, false, job, [&](const DecodedChunk& decoded, std::size_t row) {
        hits.push_back({key(decoded.lines, row), static_cast<std::uint32_t>(decoded.chunk), static_cast<std::uint32_t>(row)});
    });
    if (query.sort != "file") {
        std::stable_sort(hits.begin(), hits.end(),
                         [isDescending = query.isDescending](const Hit& a, const Hit& b) { return isDescending ? a.key > b.key : a.key < b.key; });
    } else if (query.isDescending) {
        std::reverse(hits.begin(), hits.end());
    }
    job.throwIfCancelled();
    sortedFor = query;
}

LinePage LineBrowser::State::searchedPage(std::int64_t offset, std::int64_t limit) {
    LinePage page;
    page.total = std::ssize(hits);
    const auto first = static_cast<std::size_t>(std::min(offset, page.total));
    const std::size_t last = first + static_cast<std::size_t>(std::min(limit, page.total - static_cast<std::int64_t>(first)));
    std::vector<std::size_t> places(last - first);
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = first + i;
    }
    std::sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
        return std::pair(hits[a].chunk, hits[a].row) < std::pair(hits[b].chunk, hits[b].row);
    });
    page.rows.resize(places.size());
    for (const std::size_t place : places) {
        page.rows[place - first] = rowOf(chunk(hits[place].chunk), hits[place].row);
    }
    return page;
}

LineBrowser::LineBrowser(std::filesystem::path project) : m_path(std::move(project)) {}
LineBrowser::~LineBrowser() = default;

LineBrowser::State& LineBrowser::current() {
    if (m_state == nullptr || m_state->reader->revision() != m_state->revision) {
        m_state = std::make_unique<State>(m_path);
    }
    return *m_state;
}

LinePage LineBrowser::page(const LineQuery& query, std::int64_t offset, std::int64_t limit, const JobControl& job) {
    if (offset < 0 || limit < 0) {
        throw Error("lines.bad_query", "offset or limit is below zero");
    }
    State& state = current();
    LineQuery wide = query;  // without what the index answers
    wide.from = wide.to = noDay;
    if (query.sort == "date" && wide == LineQuery{.isDescending = query.isDescending}) {
        return state.indexedPage(LineIndex::By::Day, state.index.days(query.from, query.to, query.isDescending), offset, limit);
    }
    wide = query;
    wide.item.clear();
    if (query.sort == "item" && wide == LineQuery{.sort = "item", .isDescending = query.isDescending}) {
        std::vector<std::int32_t> order = state.names.itemOrder();
        if (!query.item.empty()) {
            order = {LineFilter(query, state.names).item()};
        } else if (query.isDescending) {
            std::reverse(order.begin(), order.end());
        }
        return state.indexedPage(LineIndex::By::Item, state.index.items(order), offset, limit);
    }
    state.search(query, job);
    return state.searchedPage(offset, limit);
}

/// Nothing, where too much would have to be kept for it.
std::optional<LineWeeks> LineBrowser::State::weeksOfItem(std::int32_t item, int weekStart, const JobControl& job) {
    if (!itemWeeks || itemWeeks->weekStart() != weekStart) {
        itemWeeks.emplace(index.chunks().size(), names.items().size(), weekStart);
    }
    if (!itemWeeks->knows(item)) {
        return std::nullopt;
    }
    Progress progress{.stage = "searching", .total = std::ssize(index.chunks()), .unit = "chunks"};
    DecodedChunk decoded;
    for (std::size_t number = 0; number < index.chunks().size() && !itemWeeks->isFull(); ++number) {
        if (itemWeeks->has(number) || !index.hasItem(number, item)) {
            continue;
        }
        job.throwIfCancelled();
        progress.done = static_cast<std::int64_t>(number);
        job.report(progress);
        const std::int64_t id = index.chunks()[number].id;
        reader->readChunk(id, decoded.lines);
        itemWeeks->add(number, decoded.lines, reader->readMarks(id));
    }
    return itemWeeks->isFull() ? std::nullopt : std::optional(itemWeeks->of(item));
}

LineWeeks LineBrowser::weeks(const LineQuery& query, int weekStart, const JobControl& job) {
    State& state = current();
    if (!query.item.empty() && query == LineQuery{.item = query.item, .sort = query.sort, .isDescending = query.isDescending}) {
        if (auto weeks = state.weeksOfItem(LineFilter(query, state.names).item(), weekStart, job)) {
            return *weeks;
        }
    }
    const PeriodAxis axis{.kind = PeriodKind::Week, .firstWeekday = weekStart};
    std::map<std::int32_t, std::pair<Fixed, Fixed>> weeks;
    state.forEachMatch(query, true, job, [&](const DecodedChunk& decoded, std::size_t row) {
        const Fixed quantity = decoded.lines.quantity[row];
        if (isMissing(quantity)) {
            return;
        }
        auto& [sold, kept] = weeks[axis.indexOf(decoded.lines.day[row])];
        sold += quantity;
        const bool isSetAside = decoded.marks && decoded.marks->step[row] != 0;
        kept += isSetAside ? 0 : correctedQuantity(decoded.marks, row).value_or(quantity);
    });
    LineWeeks result;
    if (weeks.empty()) {
        return result;
    }
    const std::int32_t first = weeks.begin()->first;
    result.firstDay = axis.firstDay(first);
    const auto count = static_cast<std::size_t>(weeks.rbegin()->first - first) + 1;
    result.sold.resize(count);
    result.kept.resize(count);
    for (const auto& [week, sums] : weeks) {
        result.sold[static_cast<std::size_t>(week - first)] = sums.first;
        result.kept[static_cast<std::size_t>(week - first)] = sums.second;
    }
    return result;
}

}  // namespace foresell
