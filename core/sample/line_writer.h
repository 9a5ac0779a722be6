// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/sample/sample_file.h"
#include "core/sample/day_simulator.h"
#include "core/sample/sample_random.h"
#include "core/sample/shop_truth.h"

namespace foresell {

/// Writes the days to sales.csv as order lines with times and customers, and puts in what cleaning has to find,
/// counting it.
class LineWriter {
public:
    LineWriter(const ShopModel& model, SampleFile& file, SampleRandom& random, SampleSales& sales);

    void writeHeader();
    void writeDay(Day date, const SampleDay& day);

private:
    /// A line of a cancellation that is still to come.
    struct Cancellation {
        std::uint32_t item = 0;
        std::uint32_t location = 0;
        std::int32_t quantity = 0;  ///< cancelled units
        std::int32_t cents = 0;
        std::int64_t customer = 0;
        std::int64_t sale = 0;  ///< the order; lines of one sale are cancelled together
        bool isInPart = false;
        bool hasSale = true;
    };
    struct Row {
        std::int64_t order = 0;
        std::int32_t second = 0;
        std::uint32_t location = 0;
        std::int64_t customer = 0;  ///< 0: none given
        bool isCancellation = false;
    };

    static constexpr std::size_t longestDelay = 32;  ///< days until a cancellation, at most

    void writeBrokenRow(Day date);
    void writeOrder(Day date, const SampleDay& day, const SampleOrder& order, std::int32_t second);
    void writePlainLines(const Row& row, const SampleDay& day, const SampleOrder& order);
    void writeExtras(const Row& row, const SampleLine& line);
    void planCancellation(Day date, const SampleDay& day, const SampleOrder& order, const Row& row);
    void writeCancellations(Day date, std::int32_t fromSecond, std::int32_t toSecond);
    void writeRow(const Row& row, std::string_view itemCells, std::int32_t quantity, std::int64_t cents);
    void writeRowWithoutPrice(const Row& row, std::string_view itemCells, std::int32_t quantity);
    void beginRow(const Row& row, std::string_view itemCells, std::int32_t quantity);
    void countLine(std::uint32_t item, std::int32_t quantity);
    std::vector<Cancellation>& dueOn(Day date) { return m_due[static_cast<std::size_t>(date) % longestDelay]; }
    std::string_view timeText(std::int32_t second);

    const ShopModel& m_model;
    SampleFile& m_file;
    SampleRandom& m_random;
    SampleSales& m_sales;
    std::vector<std::string> m_itemCells;      ///< code and name, with the commas round them
    std::vector<std::string> m_locationCells;  ///< with the comma after it
    std::array<std::vector<Cancellation>, longestDelay> m_due;
    std::string m_dateCell;
    std::array<char, 8> m_time{};
    std::int64_t m_nextOrder = 1'000'001;
    std::int64_t m_nextCancellingCustomer = 9'000'001;
    std::uint32_t m_customers = 0;
    bool m_isDirty = true;
};

}  // namespace foresell
