// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/import/catalogue.h"
#include "core/import/row_source.h"
#include "core/import/file_detection.h"
#include "core/import/line_keys.h"
#include "core/import/shop_clock.h"

namespace foresell {

/// Why a row could not be imported; `code` is null where it could.
struct RowFault {
    const char* code = nullptr;
    std::size_t column = noColumn;  ///< the column at fault
    static constexpr std::size_t noColumn = static_cast<std::size_t>(-1);

    explicit operator bool() const { return code != nullptr; }
};

/// A customer's id as it is hashed, from what a file or a person has written.
std::string_view customerId(std::string_view cell);

/// Faults of the row as such: an open quote, text that is not in the encoding, NUL, too few or too many cells.
RowFault checkRow(const TableRow& row, const FileDetection& detection);

/// A row as a sale line, before it is known whether it is new. The views hold as long as those of the row.
struct SaleLine {
    DateTime time;
    std::string_view item, location, channel, order, name, customer, category, brand;
    Fixed quantity = fixedMissing, price = fixedMissing, amount = fixedMissing, cost = fixedMissing;
};

/// Turns rows into sale lines: ids as text, numbers and dates in the formats of the file.
class SaleMapper {
public:
    static constexpr std::size_t longestId = 256;
    static constexpr std::size_t longestName = 512;

    SaleMapper(const FileDetection& detection, ShopClock& clock);

    RowFault map(const TableRow& row, SaleLine& line);
    /// The normalised cells without the customer, for the digest.
    std::string_view normalised(const SaleLine& line);

private:
    std::string_view cell(const TableRow& row, Field field) const;
    RowFault readTime(const TableRow& row, SaleLine& line);
    RowFault readNumber(const TableRow& row, Field field, Fixed& value) const;
    RowFault readId(const TableRow& row, Field field, std::string_view& value) const;
    RowFault fault(const char* code, Field field) const;

    const FileDetection& m_detection;
    ShopClock& m_clock;
    DateParser m_dates;
    std::size_t m_cellsNeeded = 0;
    std::string m_bytes;
};

}  // namespace foresell
