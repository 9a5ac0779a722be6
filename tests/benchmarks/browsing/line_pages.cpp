// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// line_pages FOLDER [LINES]: how long the table of sale lines takes to its first page and to others, over LINES (10 million)
// lines of 5,000 items and 700 days, once as a shop writes them (by day) and once in random order, which is the worst case; how
// long a search takes and how soon one stops. JSON on stdout; wall-clock and processor
// milliseconds, so that a busy machine can be told apart. The projects in FOLDER are made where they are not there.
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "core/base/error.h"
#include "core/browsing/line_browser.h"
#include "core/project/project_writer.h"

using namespace foresell;

namespace {

constexpr int items = 5000;
constexpr int days = 700;

void makeProject(const std::filesystem::path& path, std::int64_t lines, bool isShuffled) {
    const auto writer = ProjectWriter::create(path, {.name = "Benchmark"});
    std::mt19937_64 random(1);
    ProjectWriter::Dictionaries names;
    for (int id = 1; id <= items; ++id) {
        names.items.push_back({.id = {id}, .code = "SKU-" + std::to_string(100'000 + id * 7 % items), .name = "Item " + std::to_string(id)});
    }
    const ImportId import = writer->beginImport({"sales", "sales.csv", 1, "digest"});
    SaleBatch batch;
    for (std::int64_t line = 0; line < lines; ++line) {
        batch.sourceRow.push_back(line + 2);
        batch.day.push_back(19'000 + static_cast<Day>(isShuffled ? random() % days : static_cast<std::uint64_t>(line * days / lines)));
        batch.second.push_back(static_cast<std::int32_t>(random() % 86'400));
        batch.item.push_back(1 + static_cast<std::int32_t>(random() % items));
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.customer.push_back(static_cast<std::int64_t>(random()));
        batch.quantity.push_back(static_cast<Fixed>(1 + random() % 5) * fixedOne);
        batch.price.push_back(static_cast<Fixed>(random() % 1000) * 1000);
        batch.amount.push_back(fixedMissing);
        batch.digest.push_back({random(), random()});
        batch.order.push("C" + std::to_string(250'000'000'000 + line / 3));
        batch.name.push("");
        if (batch.size() == SaleBatch::capacity || line + 1 == lines) {
            writer->appendSales(import, encodeSaleChunk(batch));
            batch.clear();
        }
    }
    writer->finishImport(import, {lines, lines, 0, 0, 0}, names, "{}");
}

nlohmann::json timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    const double wall = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return {{"wall_ms", wall}, {"cpu_ms", 1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC}};
}

nlohmann::json cancelled(LineBrowser& browser) {
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    try {
        browser.page({.search = "nothing-like-it"}, 0, 200, {.stop = stop.get_token()});
    } catch (const Cancelled&) {
        later.join();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count();
    }
    return nullptr;
}

nlohmann::json measure(const std::filesystem::path& path, std::int64_t lines) {
    nlohmann::json times;
    {
        LineBrowser browser(path);
        times["first_page_by_day_with_opening"] = timed([&] { browser.page({}, 0, 200, {}); });
        times["first_page_by_item"] = timed([&] { browser.page({.sort = "item"}, 0, 200, {}); });
        times["page_in_the_middle_by_day"] = timed([&] { browser.page({}, lines / 2, 200, {}); });
        times["page_in_the_middle_by_item"] = timed([&] { browser.page({.sort = "item"}, lines / 2, 200, {}); });
        times["last_page_by_day"] = timed([&] { browser.page({}, lines - 200, 200, {}); });
        times["one_item"] = timed([&] { browser.page({.item = "SKU-100042", .sort = "item"}, 0, 200, {}); });
        times["search_of_an_order"] = timed([&] { browser.page({.search = "250000012345"}, 0, 200, {}); });
        times["sorted_by_quantity"] = timed([&] { browser.page({.sort = "quantity"}, 0, 200, {}); });
        times["next_page_by_quantity"] = timed([&] { browser.page({.sort = "quantity"}, 200, 200, {}); });
        times["stop_of_a_search_wall_ms"] = cancelled(browser);
    }
    {
        LineBrowser browser(path);
        times["first_page_by_item_with_opening"] = timed([&] { browser.page({.sort = "item"}, 0, 200, {}); });
    }
    return times;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: line_pages FOLDER [LINES]\n";
        return 2;
    }
    const std::int64_t lines = argc > 2 ? std::stoll(argv[2]) : 10'000'000;
    nlohmann::json result{{"lines", lines}};
    for (const bool isShuffled : {false, true}) {
        const std::filesystem::path path =
            std::filesystem::path(argv[1]) / ((isShuffled ? "shuffled-" : "by-day-") + std::to_string(lines) + ".foresell");
        if (!std::filesystem::exists(path)) {
            makeProject(path, lines, isShuffled);
        }
        result[isShuffled ? "shuffled" : "by_day"] = measure(path, lines);
    }
    std::cout << result.dump(2) << '\n';
    return 0;
}
