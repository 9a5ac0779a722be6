// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/cleaning/bundle_parts.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/robust.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

Fixed times(Fixed value, double factor) {
    const double result = static_cast<double>(value) * factor;
    if (std::abs(result) > 9e18) {
        throw Error("cleaning.too_large", "Taking a bundle apart makes a number too large.", "Look at the quantities of its parts.");
    }
    return std::llround(result);
}

/// Takes the lines of bundles apart, then adds gifts.
class BundleStep {
public:
    BundleStep(CleaningState& state, const StepOptions& options)
        : m_state(state), m_parts(state.source(), options), m_byPrice(options.text("money") == "price") {}

    void run() {
        m_state.setFact("unknown_codes", m_parts.unknownCodes());
        if (m_parts.empty()) {
            return;
        }
        findPrices();
        const Line lines = m_state.table().size();
        for (Line line = 0; line < lines; ++line) {
            if (m_state.counts(line) && m_parts.isBundle(m_state.item(line)) && !isMissing(m_state.quantity(line))) {
                takeApart(line);
            }
        }
        if (!m_parts.gifts().empty()) {
            addGifts();
        }
    }

private:
    /// The usual price of every item: the median of its own lines, else that of the list of items.
    void findPrices() {
        std::unordered_map<std::int32_t, std::vector<Fixed>> paid;
        for (Line line = 0; line < m_state.table().size(); ++line) {
            const Fixed price = m_state.counts(line) && m_state.quantity(line) > 0 ? m_state.unitPrice(line) : fixedMissing;
            if (!isMissing(price) && price > 0) {
                paid[m_state.item(line)].push_back(price);
            }
        }
        for (auto& [item, prices] : paid) {
            m_prices[item] = toDouble(lowerMedian(prices));
        }
    }

    double priceOf(std::int32_t item) {
        const auto [found, isNew] = m_prices.try_emplace(item, 0.0);
        if (isNew) {
            found->second = m_state.source().listPrice(item);
        }
        return found->second;
    }

    /// What part of the money each part of the bundle gets; they sum to 1.
    std::vector<double> sharesOf(const std::vector<BundlePart>& parts) {
        std::vector<double> shares;
        const auto areUsable = [&shares] {
            return std::ranges::all_of(shares, [](double share) { return share >= 0; }) &&
                   std::ranges::any_of(shares, [](double share) { return share > 0; });
        };
        for (const BundlePart& part : parts) {
            shares.push_back(part.share);
        }
        if (!areUsable()) {
            shares.clear();
            for (const BundlePart& part : parts) {
                const double price = m_byPrice ? priceOf(part.item) : 1;
                shares.push_back(price > 0 ? price * part.quantity : -1);
            }
        }
        if (!areUsable()) {
            m_state.addFact("shared_by_quantity", 1);
            shares.clear();
            for (const BundlePart& part : parts) {
                shares.push_back(part.quantity);
            }
        }
        double sum = 0;
        for (const double share : shares) {
            sum += share;
        }
        for (double& share : shares) {
            share /= sum;
        }
        return shares;
    }

    void takeApart(Line line) {
        const std::vector<BundlePart> parts = m_parts.partsOf(m_state.item(line), m_state.table().day(line));
        if (parts.empty()) {
            m_state.addFact("not_told", 1);
            return;
        }
        const bool hasMoney = !isMissing(m_state.amount(line)) || !isMissing(m_state.price(line));
        const Fixed money = m_state.money(line);
        const std::vector<double> shares = hasMoney ? sharesOf(parts) : std::vector<double>(parts.size());
        std::vector<LinePart> lines;
        double told = 0;
        Fixed given = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            // Each part ends where the next begins, so that nothing is lost in rounding.
            told += shares[i];
            const bool isLast = i + 1 == parts.size();
            const Fixed until = isLast ? money : times(money, std::min(told, 1.0));
            lines.push_back({.item = parts[i].item,
                             .quantity = times(m_state.quantity(line), parts[i].quantity),
                             .amount = hasMoney ? until - given : fixedMissing});
            given = until;
        }
        m_state.takeApart(line, lines);
        m_state.addFact("bundle_lines", 1);
    }

    /// Orders and gifts that stand in them in a line of their own, kept or set aside.
    std::set<std::pair<std::uint64_t, std::int32_t>> giftsInOrders(const std::vector<std::uint64_t>& orders) const {
        std::set<std::int32_t> gifts;
        for (const auto& [item, parts] : m_parts.gifts()) {
            for (const BundlePart& part : parts) {
                gifts.insert(part.item);
            }
        }
        std::set<std::pair<std::uint64_t, std::int32_t>> there;
        const LineTable& table = m_state.table();
        for (Line line = 0; line < table.size(); ++line) {
            if (m_state.counts(line) && gifts.contains(m_state.item(line))) {
                there.emplace(orders[table.orderRun(line)], m_state.item(line));
            }
        }
        return there;
    }

    void addGifts() {
        const std::vector<std::uint64_t> orders = m_state.table().orderHashes();
        const auto there = giftsInOrders(orders);
        const Line lines = m_state.table().size();
        for (Line line = 0; line < lines; ++line) {
            const auto gifts = m_state.counts(line) ? m_parts.gifts().find(m_state.item(line)) : m_parts.gifts().end();
            if (gifts == m_parts.gifts().end() || isMissing(m_state.quantity(line))) {
                continue;
            }
            const std::uint64_t order = orders[m_state.table().orderRun(line)];
            for (const BundlePart& gift : gifts->second) {
                const bool isThere = order != 0 && there.contains({order, gift.item});
                if (!isThere && gift.isInForce(m_state.table().day(line))) {
                    m_state.addBeside(line, {gift.item, times(m_state.quantity(line), gift.quantity), 0}, CleaningReason::GiftWith);
                    m_state.addFact("gift_lines", 1);
                }
            }
        }
    }

    CleaningState& m_state;
    BundleParts m_parts;
    bool m_byPrice;
    std::unordered_map<std::int32_t, double> m_prices;
};

}  // namespace

void takeBundlesApart(CleaningState& state, const StepOptions& options) {
    BundleStep(state, options).run();
}

}  // namespace foresell
