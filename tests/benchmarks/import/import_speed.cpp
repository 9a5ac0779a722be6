// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// import_speed [ROWS [FOLDER]]: imports a generated sales file and, in the same run, lets sqlite3 import it
// into a bare table; prints one JSON object with both times, their ratio, the peak memory and how long a
// cancel takes.
// import_speed daily [FOLDER]: imports what 30,000 items sold at 10 locations on each day of a year (109.5 million rows, 3.2 GB);
// its time and peak memory, and how long it then takes to open the project and to show the weeks of
// one item after the other.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>

#include "core/base/error.h"
#include "core/browsing/line_browser.h"
#include "core/import/importer.h"

using namespace foresell;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Orders of one to nine lines of 20,000 items at 40 locations over three years, in the order of time.
void writeSales(const fs::path& path, std::int64_t rows) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) {
        throw Error("benchmark.write", "Cannot write " + path.string());
    }
    std::fputs("order_id,sku,order_date,quantity,unit_price,customer_id,store,channel\n", file);
    std::mt19937_64 random(7);
    const auto below = [&](std::uint64_t limit) { return random() % limit; };
    std::int64_t written = 0;
    for (std::int64_t order = 1; written < rows; ++order) {
        const std::int64_t second = written * 94'608'000 / rows;
        const std::string day = toIso(toDay(2022, 1, 1) + static_cast<Day>(second / 86'400));
        const int ofDay = static_cast<int>(second % 86'400);
        const auto customer = below(300'000) + 100'000;
        const auto store = below(40) + 1;
        for (std::uint64_t line = below(9) + 1; line > 0 && written < rows; --line, ++written) {
            const auto item = below(200) * below(100);
            std::fprintf(
                file, "SO-%09lld,SKU%06llu,%s %02d:%02d:%02d,%llu,%llu.%02llu,%llu,ST%02llu,%s\n",
                static_cast<long long>(order), static_cast<unsigned long long>(item), day.c_str(),
                ofDay / 3600, ofDay / 60 % 60, ofDay % 60, static_cast<unsigned long long>(below(12) + 1),
                static_cast<unsigned long long>(item % 90 + 1), static_cast<unsigned long long>(item % 100),
                static_cast<unsigned long long>(customer), static_cast<unsigned long long>(store),
                order % 3 == 0 ? "app" : "web");
        }
    }
    std::fclose(file);
}

constexpr int dailyItems = 30'000, dailyPlaces = 10, dailyDays = 365;

void writeDaily(const fs::path& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) {
        throw Error("benchmark.write", "Cannot write " + path.string());
    }
    std::fputs("date,item,location,quantity\n", file);
    std::mt19937_64 random(7);
    for (int day = 0; day < dailyDays; ++day) {
        const std::string date = toIso(toDay(2025, 1, 1) + day);
        for (int item = 0; item < dailyItems; ++item) {
            for (int place = 0; place < dailyPlaces; ++place) {
                std::fprintf(file, "%s,SKU-%05d,S%02d,%d\n", date.c_str(), item, place, static_cast<int>(random() % 20));
            }
        }
    }
    std::fclose(file);
}

struct Cost {
    double seconds = 0, cpuSeconds = 0, peakMegabytes = 0;
};

/// Runs `work` in a process of its own, so that its memory can be told.
template <typename Work>
Cost costOf(Work&& work) {
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        int status = 1;
        try {
            status = work();
        } catch (const Error& error) {
            std::cerr << error.code() << ": " << error.what() << "\n";
        }
        _exit(status);
    }
    int status = 0;
    rusage usage = {};
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Error("benchmark.failed", "A measured program failed");
    }
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return {secondsSince(start), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

void removeProject(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with("shop.foresell") ||
            entry.path().filename() == "bare.db") {
            fs::remove_all(entry.path());
        }
    }
}

int importWithForesell(const fs::path& folder, const fs::path& file, std::int64_t rows) {
    const auto project = ProjectWriter::create(folder / "shop.foresell", {});
    const ImportSummary summary = runImport(*project, {file}, {}, {});
    project->close();
    return summary.counts.imported == rows && summary.counts.isBalanced() ? 0 : 1;
}

int importWithSqlite(const fs::path& folder, const fs::path& file) {
    const std::string import = ".import --csv " + file.string() + " t";
    execlp("sqlite3", "sqlite3", (folder / "bare.db").c_str(), import.c_str(), static_cast<char*>(nullptr));
    return 1;
}

/// Seconds from asking to stop until the import has ended, asked in the middle of it.
double cancelSeconds(const fs::path& folder, const fs::path& file, double after) {
    const auto project = ProjectWriter::create(folder / "shop.foresell", {});
    std::stop_source stop;
    JobControl job;
    job.stop = stop.get_token();
    Clock::time_point asked;
    std::jthread asker([&] {
        std::this_thread::sleep_for(std::chrono::duration<double>(after));
        asked = Clock::now();
        stop.request_stop();
    });
    try {
        runImport(*project, {file}, {}, job);
        return -1;
    } catch (const Cancelled&) {
        return secondsSince(asked);
    }
}

nlohmann::json toJson(const Cost& cost) {
    return {{"seconds", cost.seconds}, {"cpu_seconds", cost.cpuSeconds}, {"peak_mb", cost.peakMegabytes}};
}

nlohmann::json measureDaily(const fs::path& folder) {
    const std::int64_t rows = std::int64_t{dailyItems} * dailyPlaces * dailyDays;
    const fs::path file = folder / "daily.csv", project = folder / "shop.foresell";
    if (!fs::exists(file)) {
        writeDaily(file);
    }
    removeProject(folder);
    nlohmann::json result = {{"rows", rows}, {"file_bytes", fs::file_size(file)}};
    result["import"] = toJson(costOf([&] { return importWithForesell(folder, file, rows); }));
    result["project_bytes"] = fs::file_size(project);
    const auto opened = Clock::now();
    LineBrowser browser(project);
    result["rows_shown"] = browser.page({}, 0, 200, {}).rows.size();
    result["open_and_first_page_seconds"] = secondsSince(opened);
    std::vector<double> switches;
    for (const char* item : {"SKU-00007", "SKU-15000", "SKU-29999", "SKU-00008", "SKU-15007", "SKU-29000"}) {
        const auto asked = Clock::now();
        browser.weeks({.item = item, .sort = "item"}, 0, {});
        switches.push_back(secondsSince(asked));
    }
    result["item_weeks_seconds"] = switches;
    return result;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count > 1 && std::string(arguments[1]) == "daily") {
            const fs::path place = count > 2 ? fs::path(arguments[2]) : fs::temp_directory_path() / "foresell_import_speed";
            fs::create_directories(place);
            std::cout << measureDaily(place).dump(2) << "\n";
            return 0;
        }
        const std::int64_t rows = count > 1 ? std::atoll(arguments[1]) : 10'000'000;
        const fs::path folder =
            count > 2 ? fs::path(arguments[2]) : fs::temp_directory_path() / "foresell_import_speed";
        fs::create_directories(folder);
        const fs::path file = folder / ("sales_" + std::to_string(rows) + ".csv");
        if (!fs::exists(file)) {
            writeSales(file, rows);
        }
        removeProject(folder);
        const Cost ours = costOf([&] { return importWithForesell(folder, file, rows); });
        const auto projectBytes = fs::file_size(folder / "shop.foresell");
        removeProject(folder);
        const Cost sqlite = costOf([&] { return importWithSqlite(folder, file); });
        removeProject(folder);
        const double cancel = cancelSeconds(folder, file, ours.seconds * 0.7);
        removeProject(folder);
        const nlohmann::json result = {{"rows", rows},
                                       {"file_bytes", fs::file_size(file)},
                                       {"project_bytes", projectBytes},
                                       {"foresell", toJson(ours)},
                                       {"sqlite3", toJson(sqlite)},
                                       {"speed_ratio", sqlite.seconds / ours.seconds},
                                       {"cancel_seconds", cancel}};
        std::cout << result.dump(2) << "\n";
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
