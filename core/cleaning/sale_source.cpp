// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/sale_source.h"

namespace foresell {

bool SaleSource::isPromoted(std::int32_t /*item*/, std::int32_t /*location*/, Day /*day*/) const {
    return false;
}

std::string SaleSource::itemGroup(std::int32_t /*item*/) const {
    return {};
}

std::string SaleSource::locationCode(std::int32_t /*location*/) const {
    return {};
}

std::string SaleSource::channelCode(std::int32_t /*channel*/) const {
    return {};
}

std::int32_t SaleSource::findItem(const std::string& /*code*/) const {
    return 0;
}

std::int32_t SaleSource::findLocation(const std::string& /*code*/) const {
    return 0;
}

std::vector<ItemLink> SaleSource::itemLinks() const {
    return {};
}

double SaleSource::listPrice(std::int32_t /*item*/) const {
    return 0;
}

std::vector<StockOutSpell> SaleSource::stockOutSpells(Day /*asOf*/) const {
    return {};
}

}  // namespace foresell
