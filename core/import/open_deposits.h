// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/import/known_lines.h"
#include "core/import/order_states.h"
#include "core/import/sale_mapper.h"
#include "core/project/project_types.h"

namespace foresell {

struct ImportRun;

/// A sale line that owns its texts.
class KeptLine {
public:
    explicit KeptLine(const SaleLine& line);
    /// Its views hold as long as this object.
    SaleLine line() const;

private:
    SaleLine m_line;
    std::array<std::string, 8> m_texts;
};

/// A deposit whose balance has not been seen.
struct OpenDeposit {
    KeptLine line;
    OrderState state = OrderState::Sale;
    std::size_t file = earlierImport;  ///< of this call
    Reject reject;                     ///< what becomes of it where no balance comes
    bool isKnown = false;              ///< where no balance comes it is a line that is there already
    static constexpr std::size_t earlierImport = static_cast<std::size_t>(-1);
};

/// What became of a deposit of an earlier file of this call.
enum class DepositOutcome { Paid, KnownAgain };

/// The deposits of presales that wait for a balance in a later file of this call or in a later call: those of earlier imports
/// lie among their rejects.
class OpenDeposits {
public:
    static constexpr std::size_t mostOpen = 1'000'000;

    /// Reads what earlier imports left, once.
    void readEarlier(ImportRun& run);
    /// False: there are too many.
    bool add(const std::string& key, OpenDeposit deposit);
    std::optional<OpenDeposit> take(const std::string& key);
    /// True for a deposit that an earlier import has kept.
    bool wasSeen(const Digest& digest) const { return m_seen.contains(digest[0]); }
    /// Reads what earlier imports hold of these orders.
    void readStored(ImportRun& run, const HashSet& orders);
    /// True where that is a line of the payment's order, item and time, with as much money at least: the payment is in it.
    bool isStored(const SaleLine& payment, std::int32_t item) const;
    bool isEmpty() const { return m_open == 0; }

    void note(std::size_t file, DepositOutcome outcome);
    struct Settled {
        std::int64_t paid = 0, known = 0;
        std::vector<Reject> unpaid;
    };
    /// What became of each file's deposits; those that are still open are unpaid, or known where the order has become known.
    std::map<std::size_t, Settled> settle(const HashSet& knownOrders);

private:
    void readImport(ImportRun& run, ImportId import);

    std::map<std::string, std::vector<OpenDeposit>> m_deposits;  ///< the first of each key last
    std::map<std::size_t, Settled> m_settled;
    HashSet m_seen;
    using Place = std::tuple<std::uint64_t, std::int32_t, Day, std::int32_t>;  ///< order, item, day and second
    std::map<Place, Fixed> m_stored;                                            ///< the money
    std::size_t m_open = 0;
    bool m_hasRead = false;
};

/// By which the two payments of a presale find each other.
std::string presaleKey(const SaleLine& line);
/// Of the order number, as in ImportRun::knownOrders; 0 without one.
std::uint64_t orderHash(std::string_view order);

}  // namespace foresell
