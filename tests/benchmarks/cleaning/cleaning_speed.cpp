// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// cleaning_speed [LINES [PYTHON SCRIPT]]: previews the default recipe, and each step alone, over generated lines that are
// in memory; with a Python that has pandas and duckdb, and cleaning_speed.py, these do the same steps on the same lines in
// the same run, in turns. Prints one JSON object: seconds of processor and of clock, and ratios.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <random>

#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/step_catalog.h"

using namespace foresell;
namespace fs = std::filesystem;
using json = nlohmann::json;

namespace {

/// Orders of one to nine lines of 20,000 items at 40 locations over three years, with repeats, cancellations, returns,
/// prices of zero and bulk orders.
class GeneratedSales : public SaleSource {
public:
    explicit GeneratedSales(std::int64_t lines) : m_lines(lines) {
        std::int64_t order = 1;
        while (written() < lines) {
            addOrder(order++);
        }
    }

    std::int64_t lineCount() const override { return m_lines; }
    void readChunks(Day /*asOf*/, const JobControl& /*job*/, const UseChunk& use) const override {
        for (std::size_t i = 0; i < m_chunks.size(); ++i) {
            use(static_cast<std::int64_t>(i), m_chunks[i]);
        }
    }
    std::string itemCode(std::int32_t item) const override { return "SKU" + std::to_string(item); }
    std::string itemName(std::int32_t item) const override { return "Item " + std::to_string(item); }

    void writeCsv(const fs::path& path) const {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        std::fputs("ord,day,sec,item,place,cust,qty,price\n", file);
        for (const SaleBatch& lines : m_chunks) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                std::fprintf(file, "%.*s,%d,%d,SKU%d,%d,%lld,%.4f,%.4f\n", static_cast<int>(lines.order.at(i).size()), lines.order.at(i).data(),
                             lines.day[i], lines.second[i], lines.item[i], lines.location[i], static_cast<long long>(lines.customer[i]),
                             toDouble(lines.quantity[i]), toDouble(lines.price[i]));
            }
        }
        std::fclose(file);
    }

private:
    std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    std::int64_t written() const {
        return m_chunks.empty() ? 0 : static_cast<std::int64_t>((m_chunks.size() - 1) * SaleBatch::capacity + m_chunks.back().size());
    }

    void addOrder(std::int64_t order) {
        const std::int64_t time = written() * 94'608'000 / m_lines;
        const auto customer = static_cast<std::int64_t>(below(300'000)) + 1;
        const auto place = static_cast<std::int32_t>(below(40)) + 1;
        const bool cancels = below(60) == 0;
        for (std::uint64_t line = below(9) + 1; line > 0; --line) {
            const auto item = static_cast<std::int32_t>(below(200) * below(100)) + 1;
            const auto quantity = static_cast<Fixed>(below(50'000) == 0 ? 900 : below(12) + 1);
            const Fixed price = below(500) == 0 ? 0 : item % 90 + 1;
            add(order, time, item, place, customer, (below(90) == 0 ? -1 : 1) * quantity, price);
            if (below(100) == 0) {
                add(order, time, item, place, customer, quantity, price);
            }
            if (cancels) {
                add(-order, time + 600, item, place, customer, -quantity, price);
            }
        }
    }

    void add(std::int64_t order, std::int64_t time, std::int32_t item, std::int32_t place, std::int64_t customer, Fixed quantity, Fixed price) {
        if (m_chunks.empty() || m_chunks.back().size() == SaleBatch::capacity) {
            m_chunks.emplace_back().reserve(SaleBatch::capacity);
        }
        SaleBatch& lines = m_chunks.back();
        lines.sourceRow.push_back(written() + 2);
        lines.day.push_back(18'993 + static_cast<Day>(time / 86'400));
        lines.second.push_back(static_cast<std::int32_t>(time % 86'400));
        lines.item.push_back(item);
        lines.location.push_back(place);
        lines.channel.push_back(0);
        lines.customer.push_back(customer);
        lines.quantity.push_back(quantity * fixedOne);
        lines.price.push_back(price * fixedOne);
        lines.amount.push_back(fixedMissing);
        const auto mix = [](std::uint64_t a, std::uint64_t b) { return (a ^ b) * 0x9E3779B97F4A7C15U; };
        const std::uint64_t digest = mix(mix(mix(static_cast<std::uint64_t>(order), static_cast<std::uint64_t>(item)), static_cast<std::uint64_t>(quantity)),
                                         static_cast<std::uint64_t>(time + price));
        lines.digest.push_back({digest, mix(digest, 77)});
        lines.order.push((order < 0 ? "C" : "") + std::to_string(std::abs(order)));
        lines.name.push("");
    }

    std::int64_t m_lines;
    std::mt19937_64 m_random{7};
    std::vector<SaleBatch> m_chunks;
};

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

json timePreview(const SaleSource& sales, const Recipe& recipe) {
    const double spent = processorSeconds();
    const auto begin = std::chrono::steady_clock::now();
    const CleaningPreview preview(sales, recipe, {}, {});
    return {{"seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()},
            {"processor_seconds", processorSeconds() - spent},
            {"set_aside", preview.result().setAside}};
}

json timePeer(const std::string& python, const std::string& script, const fs::path& file) {
    const std::string command = "'" + python + "' '" + script + "' '" + file.string() + "'";
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        text.push_back(static_cast<char>(c));
    }
    pclose(pipe);
    return json::parse(text);
}

}  // namespace

int main(int count, char** arguments) {
    const std::int64_t lines = count > 1 ? std::stoll(arguments[1]) : 10'000'000;
    const GeneratedSales sales(lines);
    json result = {{"lines", lines}};
    const Recipe recipe = defaultRecipe();
    result["preview"] = timePreview(sales, recipe);
    if (count > 3) {
        const fs::path file = fs::temp_directory_path() / "foresell_cleaning_speed.csv";
        sales.writeCsv(file);
        result["peer"] = timePeer(arguments[2], arguments[3], file);
        result["preview_again"] = timePreview(sales, recipe);
        fs::remove(file);
        const double own = std::min(result["preview"]["processor_seconds"].get<double>(), result["preview_again"]["processor_seconds"].get<double>());
        for (const char* peer : {"pandas", "duckdb"}) {
            result["ratio_to_" + std::string(peer)] = own / result["peer"][peer]["processor_seconds"].get<double>();
        }
    }
    const json reading = timePreview(sales, {});
    result["reading_alone"] = reading;
    for (const StepInfo& step : cleaningStepCatalog()) {
        json time = timePreview(sales, {{{.id = step.id}}});
        result["steps"][step.id] = time["processor_seconds"].get<double>() - reading["processor_seconds"].get<double>();
    }
    std::cout << result.dump(2) << "\n";
    return 0;
}
