// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/sample/shop_model.h"

namespace foresell {

/// What was put into sales.csv for cleaning to find. Lines of one kind are never of another.
struct SampleDirt {
    struct Outlier {
        std::int64_t order = 0;
        std::string item;
        int quantity = 0;
    };

    std::int64_t brokenRows = 0;
    std::int64_t repeats = 0;                ///< lines that are there a second time
    std::int64_t repeatUnits = 0;
    std::int64_t cancellationLines = 0;      ///< of orders that begin with C
    std::int64_t cancelledInFull = 0;        ///< of these: the whole sale line is cancelled
    std::int64_t cancelledInPart = 0;        ///< a part of the sale line is
    std::int64_t cancelledWithoutSale = 0;   ///< there is no such sale
    std::int64_t cancelledUnits = 0;         ///< of the first two, counted positive
    std::int64_t returnLines = 0;            ///< negative lines of ordinary orders
    std::int64_t returnUnits = 0;            ///< counted positive
    std::int64_t zeroPriceLines = 0;
    std::map<std::string, std::int64_t> nonProductLines;  ///< by code
    std::int64_t missingPrices = 0;
    std::int64_t missingCustomers = 0;
    std::vector<Outlier> outliers;
};

struct SampleSales {
    std::int64_t rows = 0;   ///< of the file, header not counted
    std::int64_t lines = 0;  ///< of these: readable
    std::int64_t plainLines = 0;  ///< sales as they truly happened, outliers and cancelled ones included
    std::int64_t plainUnits = 0;
    std::int64_t lostUnits = 0;  ///< wanted while out of stock
    std::vector<std::int64_t> soldByItem;
    std::vector<std::int64_t> lostByItem;
    SampleDirt dirt;
};

void writeTruth(const std::filesystem::path& path, const ShopModel& model, const SampleSales& sales);

}  // namespace foresell
