// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/import/order_states.h"
#include "core/import/row_source.h"

namespace foresell {

/// Which payment of a presale a row tells of.
enum class PaymentStage { None, Deposit, Balance };

/// What a cell says: "定金", "尾款", "deposit", "balance" and the like, alone or with a few words; a cell that speaks of both
/// says neither.
PaymentStage paymentStageOf(std::string_view cell);
/// True for the name of a column that tells the stage of a payment.
bool isStageName(std::string_view columnName);

/// True where the column of the rows tells of deposits more often than of balances.
bool isMostlyDeposits(const std::vector<std::vector<std::string>>& rows, std::size_t column);

/// A row that is kept until the other payment of its order comes.
struct HeldRow {
    std::vector<std::string> cells;
    std::string text;
    std::int64_t number = 0;
    bool isPlainAscii = true;
    OrderState state = OrderState::Sale;

    HeldRow() = default;
    HeldRow(const TableRow& row, OrderState state);
    /// Views into this one.
    TableRow row() const;
};

/// Brings the two payments of a presale together: rows of the same key, the first deposit with the first balance.
class PresalePairs {
public:
    static constexpr std::size_t mostHeld = 1'000'000;

    /// The row that was kept for this one; nothing: it is kept itself, or, where too many are, `isFull`.
    std::optional<HeldRow> match(const std::string& key, PaymentStage stage, const TableRow& row, OrderState state);
    bool isFull() const { return m_held >= mostHeld; }

    struct Left {
        PaymentStage stage = PaymentStage::None;
        HeldRow row;
    };
    /// What found no other payment, in the order of the file.
    std::vector<Left> takeLeft();

private:
    std::map<std::pair<std::string, PaymentStage>, std::vector<HeldRow>> m_rows;  ///< the first of each key last
    std::size_t m_held = 0;
};

}  // namespace foresell
