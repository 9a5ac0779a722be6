// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/order_states.h"

#include <algorithm>
#include <array>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

struct Word {
    std::string_view key;  ///< as headerKey
    OrderState state;
    bool isWhole = true;   ///< the cell says nothing else
};

constexpr std::array words = {
    Word{"pending", OrderState::NotPaid},
    Word{"pendingpayment", OrderState::NotPaid},
    Word{"unpaid", OrderState::NotPaid},
    Word{"onhold", OrderState::NotPaid},
    Word{"failed", OrderState::NotPaid},
    Word{"expired", OrderState::NotPaid},
    Word{"draft", OrderState::NotPaid},
    Word{"checkoutdraft", OrderState::NotPaid},
    Word{"\u7B49\u5F85\u4E70\u5BB6\u4ED8\u6B3E", OrderState::NotPaid, false},  // 等待买家付款
    Word{"\u5F85\u4ED8\u6B3E", OrderState::NotPaid, false},                    // 待付款
    Word{"\u5F85\u652F\u4ED8", OrderState::NotPaid, false},                    // 待支付
    Word{"\u672A\u4ED8\u6B3E", OrderState::NotPaid, false},                    // 未付款, also of the second stage of a presale
    Word{"\u672A\u652F\u4ED8", OrderState::NotPaid, false},                    // 未支付
    Word{"cancelled", OrderState::Cancelled},
    Word{"canceled", OrderState::Cancelled},
    Word{"voided", OrderState::Cancelled},
    Word{"\u4EA4\u6613\u5173\u95ED", OrderState::Cancelled, false},  // 交易关闭
    Word{"\u5DF2\u5173\u95ED", OrderState::Cancelled, false},        // 已关闭
    Word{"\u5DF2\u53D6\u6D88", OrderState::Cancelled, false},        // 已取消
    Word{"\u53D6\u6D88", OrderState::Cancelled},                     // 取消
    Word{"\u88AB\u5408\u5E76", OrderState::NotPaid, false},          // 被合并: its goods are in another order
    Word{"refund", OrderState::Returned},
    Word{"refunded", OrderState::Returned},
    Word{"returned", OrderState::Returned},
    Word{"\u9000\u6B3E\u6210\u529F", OrderState::Returned, false},  // 退款成功
    Word{"\u9000\u6B3E\u5B8C\u6210", OrderState::Returned, false},  // 退款完成
    Word{"\u9000\u6B3E\u5B8C\u7ED3", OrderState::Returned, false},  // 退款完结
    Word{"\u5DF2\u9000\u6B3E", OrderState::Returned, false},        // 已退款, also 已全额退款
    Word{"\u9000\u8D27\u6210\u529F", OrderState::Returned, false},  // 退货成功
    Word{"\u5168\u989D\u9000\u6B3E", OrderState::Returned, false},  // 全额退款
};

bool isFilled(const TableRow& row, std::size_t column) {
    return column < row.cells.size() && !trimmed(row.cells[column]).empty() && trimmed(row.cells[column]) != "-";
}

}  // namespace

OrderState stateOf(std::string_view cell) {
    if (cell.empty()) {
        return OrderState::Sale;
    }
    const std::string key = headerKey(cell);
    OrderState found = OrderState::Sale;
    for (const Word& word : words) {
        if (word.isWhole ? key == word.key : key.find(word.key) != std::string::npos) {
            found = std::max(found, word.state);
        }
    }
    return found;
}

bool isCancellationDate(std::string_view columnName) {
    const std::string key = headerKey(columnName);
    return key == "cancelledat" || key == "canceledat" || key == "\u53D6\u6D88\u65F6\u95F4";
}

OrderState OrderStates::of(const TableRow& row) const {
    OrderState state = OrderState::Sale;
    for (const Column& column : m_states) {
        if (isFilled(row, column.index)) {
            state = std::max(state, column.isDate ? OrderState::Cancelled : stateOf(trimmed(row.cells[column.index])));
        }
    }
    const bool isPaid = m_paid.empty() || std::any_of(m_paid.begin(), m_paid.end(), [&](std::size_t column) { return isFilled(row, column); });
    return state == OrderState::Cancelled && !isPaid ? OrderState::NotPaid : state;
}

void OrderCompletion::complete(TableRow& row) {
    if (m_order >= row.cells.size() || row.damage != TableRow::Damage::None) {
        return;
    }
    const bool isSame = !m_last.empty() && row.cells[m_order] == m_lastOrder;
    if (!isSame) {
        m_lastOrder = row.cells[m_order];
        m_last.assign(m_columns.size(), {});
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i] >= row.cells.size()) {
            continue;
        }
        std::string_view& cell = row.cells[m_columns[i]];
        if (!cell.empty()) {
            m_last[i] = cell;
        } else if (isSame) {
            cell = m_last[i];
        }
    }
}

}  // namespace foresell
