// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/presale.h"

#include <algorithm>
#include <array>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t longestStage = 24;  ///< bytes
constexpr std::array<std::string_view, 5> depositWords = {"\u5B9A\u91D1", "\u8BA2\u91D1", "\u9884\u4ED8\u6B3E", "deposit", "downpayment"};  // 定金 订金 预付款
constexpr std::array<std::string_view, 4> balanceWords = {"\u5C3E\u6B3E", "\u4F59\u6B3E", "balance", "finalpayment"};                       // 尾款 余款
constexpr std::array<std::string_view, 9> stageNames = {"\u652F\u4ED8\u9636\u6BB5", "\u4ED8\u6B3E\u9636\u6BB5", "\u9884\u552E\u9636\u6BB5",
                                                        "\u6B3E\u9879\u7C7B\u578B", "\u4ED8\u6B3E\u7C7B\u578B", "\u9636\u6BB5", "paymentstage",
                                                        "presalestage", "paymenttype"};  // 支付阶段 付款阶段 预售阶段 款项类型 付款类型 阶段

template <typename Words>
bool saysAny(const std::string& key, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

}  // namespace

PaymentStage paymentStageOf(std::string_view cell) {
    if (cell.empty() || cell.size() > longestStage) {
        return PaymentStage::None;
    }
    const std::string key = headerKey(cell);
    const bool isDeposit = saysAny(key, depositWords), isBalance = saysAny(key, balanceWords);
    return isDeposit == isBalance ? PaymentStage::None : isDeposit ? PaymentStage::Deposit : PaymentStage::Balance;
}

bool isStageName(std::string_view columnName) {
    return std::find(stageNames.begin(), stageNames.end(), headerKey(columnName)) != stageNames.end();
}

bool isMostlyDeposits(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    std::ptrdiff_t more = 0;
    for (const auto& cells : rows) {
        const PaymentStage stage = column < cells.size() ? paymentStageOf(cells[column]) : PaymentStage::None;
        more += stage == PaymentStage::Deposit ? 1 : stage == PaymentStage::Balance ? -1 : 0;
    }
    return more > 0;
}

HeldRow::HeldRow(const TableRow& row, OrderState rowState)
    : cells(row.cells.begin(), row.cells.end()), text(row.text), number(row.number), isPlainAscii(row.isPlainAscii), state(rowState) {}

TableRow HeldRow::row() const {
    TableRow row;
    row.cells.assign(cells.begin(), cells.end());
    row.text = text;
    row.number = number;
    row.isPlainAscii = isPlainAscii;
    return row;
}

std::optional<HeldRow> PresalePairs::match(const std::string& key, PaymentStage stage, const TableRow& row, OrderState state) {
    const PaymentStage other = stage == PaymentStage::Deposit ? PaymentStage::Balance : PaymentStage::Deposit;
    const auto found = m_rows.find({key, other});
    if (found != m_rows.end()) {
        HeldRow held = std::move(found->second.back());
        found->second.pop_back();
        --m_held;
        if (found->second.empty()) {
            m_rows.erase(found);
        }
        return held;
    }
    if (!isFull()) {
        std::vector<HeldRow>& waiting = m_rows[{key, stage}];
        waiting.insert(waiting.begin(), HeldRow(row, state));
        ++m_held;
    }
    return std::nullopt;
}

std::vector<PresalePairs::Left> PresalePairs::takeLeft() {
    std::vector<Left> left;
    for (auto& [key, rows] : m_rows) {
        for (HeldRow& row : rows) {
            left.push_back({key.second, std::move(row)});
        }
    }
    m_rows.clear();
    m_held = 0;
    std::sort(left.begin(), left.end(), [](const Left& a, const Left& b) { return a.row.number < b.row.number; });
    return left;
}

}  // namespace foresell
