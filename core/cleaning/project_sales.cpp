// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/project_sales.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "core/cleaning/stock_spells.h"

namespace foresell {
namespace {

/// Item, location (0: all) and day of a promotion.
using PromotedDay = std::array<std::int32_t, 3>;

bool isPromotionName(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name == "promotion";
}

void collectPromotions(const PlanBatch& plan, std::vector<PromotedDay>& promoted) {
    const auto column = std::find_if(plan.names.begin(), plan.names.end(), isPromotionName);
    if (column == plan.names.end()) {
        return;
    }
    const std::vector<double>& values = plan.values[static_cast<std::size_t>(column - plan.names.begin())];
    for (std::size_t row = 0; row < plan.size(); ++row) {
        const bool isKnown = plan.knownFrom[row] == noDay || plan.knownFrom[row] <= plan.day[row];
        if (isKnown && values[row] > 0) {
            promoted.push_back({plan.item[row], plan.location[row], plan.day[row]});
        }
    }
}

}  // namespace

struct ProjectSales::State {
    explicit State(const ProjectReader& theReader) : reader(theReader) {
        for (ItemRecord& item : reader.items()) {
            itemIds.emplace(item.code, item.id.value);
            items.emplace(item.id.value, std::move(item));
        }
        for (const PlaceRecord& location : reader.locations()) {
            locations.emplace(location.id, location.code);
        }
        for (const PlaceRecord& channel : reader.channels()) {
            channels.emplace(channel.id, channel.code);
        }
    }

    const ProjectReader& reader;
    std::unordered_map<std::int32_t, ItemRecord> items;
    std::unordered_map<std::string, std::int32_t> itemIds;
    std::unordered_map<std::int32_t, std::string> locations, channels;
    std::optional<std::vector<PromotedDay>> promoted;  ///< sorted
};

ProjectSales::ProjectSales(const ProjectReader& reader) : m_state(std::make_unique<State>(reader)) {}

ProjectSales::~ProjectSales() = default;

std::int64_t ProjectSales::lineCount() const {
    return m_state->reader.lineCount();
}

void ProjectSales::readChunks(Day asOf, const JobControl& job, const UseChunk& use) const {
    SaleBatch batch;
    const auto until = asOf == noDay ? std::optional<Day>() : std::optional(asOf);
    for (const ChunkInfo& chunk : m_state->reader.chunks({}, until)) {
        job.throwIfCancelled();
        m_state->reader.readChunk(chunk.id, batch);
        m_state->reader.readDigests(chunk.id, batch.digest);
        use(chunk.id, batch);
    }
}

std::string ProjectSales::itemCode(std::int32_t item) const {
    const auto found = m_state->items.find(item);
    return found == m_state->items.end() ? std::string() : found->second.code;
}

std::string ProjectSales::itemName(std::int32_t item) const {
    const auto found = m_state->items.find(item);
    return found == m_state->items.end() ? std::string() : found->second.name;
}

std::string ProjectSales::itemGroup(std::int32_t item) const {
    const auto found = m_state->items.find(item);
    return found == m_state->items.end() ? std::string() : found->second.category;
}

std::string ProjectSales::locationCode(std::int32_t location) const {
    const auto found = m_state->locations.find(location);
    return found == m_state->locations.end() ? std::string() : found->second;
}

std::string ProjectSales::channelCode(std::int32_t channel) const {
    const auto found = m_state->channels.find(channel);
    return found == m_state->channels.end() ? std::string() : found->second;
}

std::int32_t ProjectSales::findItem(const std::string& code) const {
    const auto found = m_state->itemIds.find(code);
    return found == m_state->itemIds.end() ? 0 : found->second;
}

std::int32_t ProjectSales::findLocation(const std::string& code) const {
    const auto& all = m_state->locations;
    const auto found = std::find_if(all.begin(), all.end(), [&code](const auto& each) { return each.second == code; });
    return found == all.end() ? 0 : found->first;
}

bool ProjectSales::isPromoted(std::int32_t item, std::int32_t location, Day day) const {
    if (!m_state->promoted) {
        auto& promoted = m_state->promoted.emplace();
        m_state->reader.readPlan([&](const PlanBatch& plan) { collectPromotions(plan, promoted); });
        std::sort(promoted.begin(), promoted.end());
    }
    const auto& promoted = *m_state->promoted;
    const PromotedDay keys[] = {{item, location, day}, {item, 0, day}, {0, location, day}, {0, 0, day}};
    return std::any_of(std::begin(keys), std::end(keys), [&](const PromotedDay& key) {
        return std::binary_search(promoted.begin(), promoted.end(), key);
    });
}

std::vector<ItemLink> ProjectSales::itemLinks() const {
    return m_state->reader.links();
}

double ProjectSales::listPrice(std::int32_t item) const {
    const auto found = m_state->items.find(item);
    if (found == m_state->items.end()) {
        return 0;
    }
    const Fixed known = isMissing(found->second.price) ? found->second.cost : found->second.price;
    return isMissing(known) ? 0 : toDouble(known);
}

std::vector<StockOutSpell> ProjectSales::stockOutSpells(Day asOf) const {
    StockSpells spells;
    m_state->reader.readDays("stock", [&](const PlanBatch& batch) { spells.add(batch); });
    return spells.upTo(asOf);
}

}  // namespace foresell
