// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/project_fixture.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <stdexcept>

#include "core/base/error.h"
#include "core/project/page_checksums.h"

namespace foresell::test {

SaleBatch someLines(int lines, int seed) {
    SaleBatch batch;
    for (int i = 0; i < lines; ++i) {
        batch.sourceRow.push_back(i + 2);
        batch.day.push_back(14'000 + (i * 7 + seed) % 365);
        batch.second.push_back(i % 3 == 0 ? -1 : (i * 61) % 86'400);
        batch.item.push_back(1 + i % 2);
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.customer.push_back(i % 5 == 0 ? INT64_MIN : static_cast<std::int64_t>(0x9E3779B97F4A7C15ULL * static_cast<unsigned>(i)));
        batch.quantity.push_back(i % 11 == 0 ? fixedMissing : (i % 7 - 2) * fixedOne);
        batch.price.push_back(i % 13 == 0 ? fixedMissing : 12'345 * i);
        batch.amount.push_back(INT64_MAX - i);
        batch.digest.push_back({static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(seed)});
        batch.order.push("订单" + std::to_string(i));
        batch.name.push(i % 4 == 0 ? "A \"name\"\n" : "");
    }
    return batch;
}

void importLines(ProjectWriter& writer, const SaleBatch& batch) {
    const ImportId import = writer.beginImport({"sales", "sales.csv", 100, "digest"});
    writer.appendSales(import, encodeSaleChunk(batch));
    const auto lines = static_cast<std::int64_t>(batch.size());
    writer.appendRejects(import, {{7, "no_date", "Date", "x"}});
    writer.finishImport(import, {lines + 1, lines, 1, 0, 0},
                        {.items = {{.id = {1}, .code = "A", .name = "a"}, {.id = {2}, .code = "B", .name = "b"}}}, "{}");
}

void makeFullProject(const std::filesystem::path& path) {
    const auto writer = ProjectWriter::create(path, {.name = "春风 Shop", .timeZone = "Asia/Shanghai"});
    importLines(*writer, someLines(700, 1));
    importLines(*writer, someLines(300, 2));
    const ImportId plan = writer->beginImport({"plan", "plan.csv", 10, "plan digest"});
    writer->appendPlan(plan, {.names = {"price"}, .item = {1, 2}, .location = {0, 0}, .channel = {0, 0}, .day = {14'000, 14'001},
                              .knownFrom = {noDay, noDay}, .values = {{1.5, 2.5}}});
    ProjectWriter::Dictionaries many;
    for (int i = 3; i < 200; ++i) {
        many.items.push_back({.id = {i}, .code = fmt::format("SKU-{:05}", i), .name = fmt::format("商品 {}", i * 37),
                              .category = fmt::format("类目 {}", i % 7), .brand = "b", .cost = 100 * i, .price = 200 * i});
    }
    many.locations = {{1, "L1", "上海", "{}"}};
    many.channels = {{1, "C1", "天猫", "{}"}};
    many.links = {{.kind = LinkKind::Bundle, .whole = {3}, .part = {4}, .quantity = 2 * fixedOne, .share = fixedOne / 3, .size = {}, .first = 14'000, .last = 14'100},
                  {.kind = LinkKind::Bundle, .whole = {3}, .part = {5}, .size = {}},
                  {.kind = LinkKind::Gift, .whole = {6}, .part = {7}, .size = {}, .first = 14'010},
                  {.kind = LinkKind::Variant, .whole = {8}, .part = {9}, .size = "中码"},
                  {.kind = LinkKind::Successor, .whole = {10}, .part = {11}, .size = {}}};
    writer->finishImport(plan, {2, 2, 0, 0, 0}, many, "{}");
    writer->setRecipe("{\"steps\":[]}");
    writer->storeCleaning("{\"steps\":[]}", "{\"summary\":1}", {});
    const RunId run = writer->beginRun("{\"model\":\"lstm\"}", "hash");
    writer->storeModel(run, std::string(9000, 'm'));
    writer->storeForecast({.run = run, .origin = 100, .horizon = 2, .levels = {0.5}, .keys = {{{1}, {}, {}}}, .mean = {1, 2},
                           .quantiles = {1, 2}, .totalMean = {1, 2}, .totalQuantiles = {1, 2}});
    writer->finishRun(run, "done", "{\"wape\":0.25}");
    writer->close();
}

std::string contentOf(const ProjectReader& reader) {
    const ProjectSettings settings = reader.settings();
    std::string text = fmt::format("{} {} {} {} {}\n", settings.name, settings.timeZone, settings.uuid, reader.recipe(),
                                   reader.cleaningSummary());
    for (const ImportRecord& import : reader.imports()) {
        text += fmt::format("{} {} {} {} {} {} {}\n", import.id.value, import.source.role, import.source.name, import.state,
                            import.counts.read, import.counts.imported, import.details);
        for (const Reject& reject : reader.rejects(import.id, 0, 100)) {
            text += fmt::format("{} {} {} {}\n", reject.row, reject.reason, reject.column, reject.text);
        }
    }
    for (const ItemRecord& item : reader.items()) {
        text += fmt::format("{} {} {} {} {} {} {} {}\n", item.id.value, item.code, item.name, item.category, item.brand,
                            item.cost, item.price, item.attributes);
    }
    for (const ItemLink& link : reader.links()) {
        text += fmt::format("{} {} {} {} {} {} {} {}\n", linkKindName(link.kind), link.whole.value, link.part.value, link.quantity,
                            link.share, link.size, link.first, link.last);
    }
    for (const auto& places : {reader.locations(), reader.channels()}) {
        for (const PlaceRecord& place : places) {
            text += fmt::format("{} {} {}\n", place.id, place.code, place.name);
        }
    }
    for (const ChunkInfo& chunk : reader.chunks()) {
        SaleBatch lines;
        reader.readChunk(chunk.id, lines);
        reader.readDigests(chunk.id, lines.digest);
        text += fmt::format("{} {} {} {}\n", lines.day, lines.quantity, lines.price, lines.amount);
    }
    reader.readPlan([&](const PlanBatch& plan) { text += fmt::format("{} {}\n", plan.day, plan.values); });
    for (const RunRecord& run : reader.runs()) {
        const auto forecast = reader.forecast(run.id);
        text += fmt::format("{} {} {} {} {}\n", run.state, run.options, run.result, reader.model(run.id),
                            forecast ? forecast->mean : std::vector<float>{});
    }
    return text;
}

void runSql(const std::filesystem::path& path, const char* sql) {
    sqlite3* database = nullptr;
    int status = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, pageChecksumLayer());
    if (status == SQLITE_OK) {
        status = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    }
    sqlite3_close(database);
    if (status != SQLITE_OK) {
        throw std::runtime_error(sqlite3_errstr(status));
    }
}

QString codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return QString::fromStdString(error.code());
    }
    return QStringLiteral("none");
}

}  // namespace foresell::test
