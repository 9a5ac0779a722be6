// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_shop.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/error.h"
#include "core/sample/sample_file.h"
#include "core/sample/line_writer.h"

namespace foresell {
namespace {

constexpr std::array<const char*, 6> fileNames = {"sales.csv", "items.csv", "locations.csv",
                                                  "plan.csv", "stock.csv", "truth.json"};

/// Above this many items plan.csv holds only the days on which a price or a promotion changes.
constexpr int mostItemsWithDailyPlan = 1000;

void checkRange(const char* name, std::int64_t value, std::int64_t lowest, std::int64_t highest) {
    if (value < lowest || value > highest) {
        throw Error("sample.bad_option",
                    std::string(name) + " must be between " + std::to_string(lowest) + " and " + std::to_string(highest) + ".",
                    "Choose another number.", {{"option", name}, {"value", std::to_string(value)}});
    }
}

void checkOptions(const SampleOptions& options) {
    checkRange("items", options.items, 1, 1'000'000);
    checkRange("locations", options.locations, 1, 1'000);
    checkRange("days", options.days, 14, 7'300);
    checkRange("days ahead", options.daysAhead, 0, 730);
    checkRange("the last day", options.lastDay, toDay(2001, 1, 1), toDay(2099, 1, 1));
    checkRange("items times locations", std::int64_t{options.items} * options.locations, 1, 20'000'000);
}

void prepareFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) {
        throw Error("sample.cannot_write", "Cannot make the folder " + folder.string() + ".",
                    "Choose a folder that can be written to.", {{"file", folder.string()}});
    }
    if (std::filesystem::exists(folder / "truth.json")) {
        return;
    }
    for (const char* name : fileNames) {
        if (std::filesystem::exists(folder / name)) {
            throw Error("sample.foreign_files", folder.string() + " already holds a file named " + name + ".",
                        "Choose an empty folder: the sample never overwrites other files.",
                        {{"file", (folder / name).string()}});
        }
    }
}

void writeItems(SampleFile& file, const ShopModel& model) {
    file.text("Item code,Item name,Category,Brand,Cost,Price,Launch date").endRow();
    for (const SampleItem& item : model.items) {
        const BilingualWord& category = sampleCategories()[static_cast<std::size_t>(item.category)].name;
        const BilingualWord& brand = sampleBrands()[static_cast<std::size_t>(item.brand)];
        file.text(item.code).text(",").text(quotedCell(item.name)).text(",");
        file.text(category.en).text(" / ").text(category.zh).text(",");
        file.text(brand.en).text(" / ").text(brand.zh).text(",");
        file.cents(item.costCents).text(",").cents(item.baseCents).text(",").day(item.launch).endRow();
    }
    file.finish();
}

void writeLocations(SampleFile& file, const ShopModel& model) {
    file.text("Location,Location name").endRow();
    for (const SampleLocation& location : model.locations) {
        file.text(location.code).text(",").text(location.nameEn).text(" / ").text(location.nameZh).endRow();
    }
    file.finish();
}

void writePlanRow(SampleFile& file, const SampleItem& item, Day day, const ItemState& state, bool isOpen) {
    file.text(item.code).text(",").day(day).text(",").cents(state.cents);
    file.text(state.isPromoted ? ",1" : ",0").text(isOpen ? ",1" : ",0").endRow();
}

/// One row an item and day; for a large shop only the days on which something changes, and the closed days.
void writePlan(SampleFile& file, const ShopModel& model, const JobControl& job) {
    file.text("Item code,Date,price,promotion,open").endRow();
    const bool isDaily = model.options.items <= mostItemsWithDailyPlan;
    for (const SampleItem& item : model.items) {
        job.throwIfCancelled();
        ItemState state;
        for (Day day = std::max(item.launch, model.firstDay); day <= model.planLastDay; ++day) {
            const bool isChanged = state.changesOn == noDay || day >= state.changesOn;
            if (isChanged) {
                state = model.stateOf(item, day);
            }
            const bool isOpen = model.isOpen(day);
            if (isDaily || isChanged || isOpen != model.isOpen(day - 1)) {
                writePlanRow(file, item, day, state, isOpen);
            }
        }
    }
    file.finish();
}

/// The first day without stock and the first day with stock again.
void writeStock(SampleFile& file, const ShopModel& model) {
    file.text("Item code,Location,Date,Stock").endRow();
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        for (std::size_t l = 0; l < model.locations.size(); ++l) {
            for (const DaySpan& span : model.stockOuts[i * model.locations.size() + l]) {
                const std::string key = model.items[i].code + "," + model.locations[l].code + ",";
                file.text(key).day(span.first).text(",0").endRow();
                if (span.last < model.options.lastDay) {
                    file.text(key).day(span.last + 1).text(",").number(60 + static_cast<int>(model.items[i].base * 30)).endRow();
                }
            }
        }
    }
    file.finish();
}

SampleSales writeSales(SampleFile& file, const ShopModel& model, const JobControl& job) {
    SampleRandom random(model.options.seed ^ 0x5A1E5F11E5U);
    SampleSales sales;
    DaySimulator simulator(model, random);
    LineWriter writer(model, file, random, sales);
    writer.writeHeader();
    SampleDay day;
    Progress progress;
    progress.stage = "writing";
    progress.total = model.options.days;
    progress.unit = "days";
    for (Day date = model.firstDay; date <= model.options.lastDay; ++date) {
        job.throwIfCancelled();
        simulator.simulate(date, day);
        writer.writeDay(date, day);
        progress.done = date - model.firstDay + 1;
        job.report(progress);
    }
    file.finish();
    sales.lostByItem = simulator.lostByItem();
    for (const std::int64_t lost : sales.lostByItem) {
        sales.lostUnits += lost;
    }
    return sales;
}

}  // namespace

SampleSummary writeSampleShop(const std::filesystem::path& folder, const SampleOptions& options, const JobControl& job) {
    checkOptions(options);
    prepareFolder(folder);
    const ShopModel model = makeShopModel(options);
    SampleSummary summary;
    const auto note = [&](const SampleFile& file) {
        summary.files.push_back(file.path());
        summary.bytes += file.bytes();
    };
    SampleFile salesFile(folder / fileNames[0]);
    SampleFile itemsFile(folder / fileNames[1]);
    SampleFile locationsFile(folder / fileNames[2]);
    SampleFile planFile(folder / fileNames[3]);
    SampleFile stockFile(folder / fileNames[4]);
    const SampleSales sales = writeSales(salesFile, model, job);
    writeTruth(folder / fileNames[5], model, sales);
    writeItems(itemsFile, model);
    writeLocations(locationsFile, model);
    writePlan(planFile, model, job);
    writeStock(stockFile, model);
    for (const SampleFile* file : {&salesFile, &itemsFile, &locationsFile, &planFile, &stockFile}) {
        note(*file);
    }
    summary.files.push_back(folder / fileNames[5]);
    summary.bytes += static_cast<std::int64_t>(std::filesystem::file_size(folder / fileNames[5]));
    summary.rows = sales.rows;
    return summary;
}

}  // namespace foresell
