// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// Why a step set a line aside or changed it.
enum class CleaningReason : std::uint8_t {
    ExactRepeat,
    NearRepeat,
    CancelledBy,
    PartlyCancelledBy,
    Cancels,
    NoEarlierSale,
    ReturnWithoutSale,
    ReturnedBy,
    PartlyReturnedBy,
    Returns,
    ReturnsExpected,
    PriceZero,
    PriceNegative,
    NotAProduct,
    TestOrder,
    BulkOrder,
    WholesaleOrder,
    WholesaleCustomer,
    ClickFarm,
    PriceOutlier,
    QuantityOutlier,
    Merged,
    UnitConverted,
    MoneyConverted,
    NoQuantity,
    NoPrice,
    NoItem,
    QuantityFilled,
    PriceFilled,
    ClosedDay,
    OutOfStock,
    Succeeded,
    TakenApart,
    PartOf,
    GiftWith,
    OfStyle,
    ItemsAreThere,
};

/// The stable name, as ChangedLine::reason has it.
const char* reasonName(CleaningReason reason);

}  // namespace foresell
