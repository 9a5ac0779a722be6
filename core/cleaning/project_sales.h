// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/cleaning/sale_source.h"
#include "core/project/project_reader.h"

namespace foresell {

/// The visible sale lines of a project file, as cleaning and the panel read them. `reader` must outlive it. Dictionaries
/// are read at once, the plan's promotions when they are first asked for. Not for use by several threads at once.
class ProjectSales : public SaleSource {
public:
    explicit ProjectSales(const ProjectReader& reader);
    ~ProjectSales() override;

    std::int64_t lineCount() const override;
    void readChunks(Day asOf, const JobControl& job, const UseChunk& use) const override;
    std::string itemCode(std::int32_t item) const override;
    std::string itemName(std::int32_t item) const override;
    std::string itemGroup(std::int32_t item) const override;  ///< its category
    std::string locationCode(std::int32_t location) const override;
    std::string channelCode(std::int32_t channel) const override;
    std::int32_t findItem(const std::string& code) const override;
    std::int32_t findLocation(const std::string& code) const override;

    /// By the plan's covariate named "promotion" (any case), as far as it was known on that day.
    bool isPromoted(std::int32_t item, std::int32_t location, Day day) const override;

    std::vector<ItemLink> itemLinks() const override;
    double listPrice(std::int32_t item) const override;  ///< its price, else its cost

    /// By the project's stock.
    std::vector<StockOutSpell> stockOutSpells(Day asOf) const override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace foresell
