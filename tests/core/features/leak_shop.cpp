// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/features/leak_shop.h"

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/features/project_panel.h"
#include "core/project/project_writer.h"

namespace foresell::test {

namespace {

struct Line {
    Day day;
    std::string order, item;
    int quantity;
};

std::vector<Line> shopLines() {
    std::mt19937 random(11);
    std::vector<Line> lines;
    for (int i = 0; i < shopDays; ++i) {
        if (i % 7 == 6) {
            continue;
        }
        for (int k = 0; k < 14; ++k) {
            const std::string order = std::to_string(1000 + i * 14 + k);
            const std::string item = "item" + std::to_string(random() % (i < 100 ? 5 : 7));
            const int quantity = 1 + static_cast<int>(random() % 6);
            lines.push_back({firstDay + i, order, item, quantity});
            if (random() % 20 == 0) {
                lines.push_back(lines.back());
            }
            if (random() % 15 == 0) {
                lines.push_back({firstDay + i + static_cast<int>(random() % 30), "C" + order, item, -quantity});
            }
            if (random() % 90 == 0) {
                lines.push_back({firstDay + i, "9" + order, item, 2000});
            }
        }
        lines.push_back({firstDay + i, "P" + std::to_string(i), "POST", 1});
    }
    std::erase_if(lines, [](const Line& line) { return line.day >= firstDay + shopDays; });
    std::ranges::stable_sort(lines, {}, &Line::day);
    return lines;
}

Digest digestOf(const Line& line) {
    const std::uint64_t hash = std::hash<std::string>()(line.order + "|" + line.item + "|" + std::to_string(line.quantity) +
                                                        "|" + std::to_string(line.day));
    return {hash, ~hash};
}

void store(ProjectWriter& writer, const char* role, const PlanBatch& batch) {
    const auto rows = static_cast<std::int64_t>(batch.size());
    const ImportId import = writer.beginImport({.role = role, .name = "days.csv"});
    writer.appendPlan(import, batch);
    writer.finishImport(import, {.read = rows, .imported = rows}, {}, "{}");
}

/// Four items run out now and then, some for a part of a day; what is dated later than `upTo` is not yet written.
void storeStock(ProjectWriter& writer, Day upTo, const std::map<std::string, std::int32_t>& numbers) {
    PlanBatch stock{.names = {"stock", "availability"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}, {}}};
    const double untold = std::numeric_limits<double>::quiet_NaN();
    const auto tell = [&](int item, Day day, double units, double availability) {
        const auto number = numbers.find("item" + std::to_string(item));
        if (day <= upTo && number != numbers.end()) {
            stock.item.push_back(number->second);
            stock.location.push_back(0);
            stock.channel.push_back(0);
            stock.day.push_back(day);
            stock.knownFrom.push_back(noDay);
            stock.values[0].push_back(units);
            stock.values[1].push_back(availability);
        }
    };
    for (int item = 0; item < 4; ++item) {
        for (int day = 5 + item; day < shopDays; day += 13) {
            tell(item, firstDay + day, 0, untold);
            tell(item, firstDay + day + 4, 30, untold);
            tell(item, firstDay + day + 6, untold, 0.5);
        }
    }
    store(writer, "stock", stock);
}

/// How often each item was looked at and put into a cart.
void storeVisits(ProjectWriter& writer, Day upTo, const std::map<std::string, std::int32_t>& numbers) {
    PlanBatch visits{.names = {"views", "carts"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}, {}}};
    for (const auto& [item, number] : numbers) {
        std::mt19937 random(static_cast<unsigned>(item.back()));
        for (Day day = firstDay; day <= firstDay + shopDays; ++day) {
            const int views = static_cast<int>(random() % 40);
            if (day <= upTo && views > 0) {
                visits.item.push_back(number);
                visits.location.push_back(0);
                visits.channel.push_back(0);
                visits.day.push_back(day);
                visits.knownFrom.push_back(noDay);
                visits.values[0].push_back(views);
                visits.values[1].push_back(views / 7);
            }
        }
    }
    store(writer, "behaviour", visits);
}

/// The weather of every day, and at the end of the shop that of ten coming ones.
void storeWeather(ProjectWriter& writer, Day upTo) {
    PlanBatch weather{.names = {"rain"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}}};
    for (Day day = firstDay; day <= std::min(upTo, firstDay + shopDays + 10); ++day) {
        weather.item.push_back(0);
        weather.location.push_back(0);
        weather.channel.push_back(0);
        weather.day.push_back(day);
        weather.knownFrom.push_back(noDay);
        weather.values[0].push_back((day * 7) % 11);
    }
    store(writer, "signals", weather);
}

}  // namespace

void storeShop(const std::filesystem::path& path, Day upTo, int firstNumber, std::size_t chunkLines) {
    const auto writer = ProjectWriter::create(path, {.name = "Shop", .country = "GB"});
    const ImportId sales = writer->beginImport({.name = "sales.csv"});
    std::map<std::string, std::int32_t> numbers;
    ProjectWriter::Dictionaries dictionaries;
    SaleBatch batch;
    std::int64_t count = 0;
    const auto flush = [&] {
        if (batch.size() > 0) {
            writer->appendSales(sales, encodeSaleChunk(batch));
            batch.clear();
        }
    };
    for (const Line& line : shopLines()) {
        if (line.day > upTo) {
            continue;
        }
        const auto [number, isNew] = numbers.emplace(line.item, firstNumber + static_cast<int>(numbers.size()));
        if (isNew) {
            dictionaries.items.push_back({.id = {number->second}, .code = line.item, .name = line.item, .category = line.item.substr(0, 1)});
        }
        batch.sourceRow.push_back(++count);
        batch.day.push_back(line.day);
        batch.second.push_back(10 * 3600);
        batch.item.push_back(number->second);
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.customer.push_back(7);
        batch.quantity.push_back(toFixed(line.quantity));
        batch.price.push_back(toFixed(2.5));
        batch.amount.push_back(fixedMissing);
        batch.digest.push_back(digestOf(line));
        batch.order.push(line.order);
        batch.name.push("");
        if (batch.size() == chunkLines) {
            flush();
        }
    }
    flush();
    writer->finishImport(sales, {.read = count, .imported = count}, dictionaries, "{}");
    PlanBatch plan{.names = {"promotion"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}}};
    for (int i = 0; i < shopDays + 40; i += 5) {
        const Day knownFrom = firstDay + i - 10;
        if (knownFrom <= upTo) {
            plan.item.push_back(0);
            plan.location.push_back(0);
            plan.channel.push_back(0);
            plan.day.push_back(firstDay + i);
            plan.knownFrom.push_back(knownFrom);
            plan.values[0].push_back(1);
        }
    }
    const auto rows = static_cast<std::int64_t>(plan.size());
    const ImportId planned = writer->beginImport({.role = "plan", .name = "plan.csv"});
    writer->appendPlan(planned, plan);
    writer->finishImport(planned, {.read = rows, .imported = rows}, {}, "{}");
    storeStock(*writer, upTo, numbers);
    storeVisits(*writer, upTo, numbers);
    storeWeather(*writer, upTo);
    writer->close();
}

Shop::Shop(const std::filesystem::path& path) : reader(ProjectReader::open(path)), sales(*reader) {}

Panel Shop::panelAt(PeriodKind period, Day origin) const {
    ProjectPanelOptions options;
    options.panel.period = period;
    options.panel.origin = origin;
    options.futurePeriods = 14;
    const Recipe recipe = defaultRecipe();
    return buildCleanPanel(*reader, sales, &recipe, options, {}).panel;
}

}  // namespace foresell::test
