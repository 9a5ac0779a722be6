// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/job.h"
#include "core/project/project_reader.h"

namespace foresell {

/// Whose or which sales are meant: exactly one of the three.
struct ErasureRequest {
    std::string customer;  ///< as the imported file has it
    std::string order;
    Day before = noDay;    ///< every line of an earlier day
};

/// The sales imports none of whose lines is of `day` or later. Rejected rows bear no day: their texts go with the last
/// line of their import.
std::vector<ImportId> importsBefore(const ProjectReader& project, Day day);

/// Finds the lines that a request means. Of a customer also those lines of his orders that bear no customer themselves,
/// since some shops write him on an order's first line alone.
class LineSelection {
public:
    /// Throws Error "privacy.bad_request" unless exactly one thing is asked for, "privacy.no_customer_key".
    LineSelection(const ErasureRequest& request, const ProjectReader& project, const JobControl& job);

    bool concerns(const ChunkInfo& chunk) const;
    bool contains(const SaleBatch& lines, std::size_t row) const;
    /// True where the text names what is asked for: the customer or the order, or one of the customer's orders.
    bool isNamedIn(std::string_view text) const;
    bool isByDate() const { return m_before != noDay; }
    Day before() const { return m_before; }

    /// The texts that must not be found any more: the customer and the orders.
    std::vector<std::string> texts() const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void findOrders(const ProjectReader& project, const JobControl& job);

    std::string m_text;  ///< of the customer or the order, as asked for
    std::int64_t m_customer = 0;
    Day m_before = noDay;
    std::unordered_set<std::string, TextHash, std::equal_to<>> m_orders;
};

}  // namespace foresell
