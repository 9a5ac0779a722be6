// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/line_writer.h"

#include <algorithm>

namespace foresell {
namespace {

// How often, by order or by line.
constexpr double cancelledOrders = 0.012;
constexpr double cancelledWithoutSale = 0.0004;
constexpr double returnedOrders = 0.001;
constexpr double giftOrders = 0.001;
constexpr double serviceOrders = 0.006;
constexpr double guestOrders = 0.06;
constexpr double repeatedLines = 0.004;
constexpr double outlierLines = 0.0003;
constexpr double priceMissingLines = 0.0002;

constexpr std::int32_t lastOrderSecond = 85'800;  // 23:50: later in the day only cancellations follow
constexpr int brokenRows = 12;

/// Orders per hour of the day: few at night, most at lunch and from 20 to 22 h.
constexpr std::array<double, 24> hourWeights = {1.6, 0.8, 0.4, 0.3, 0.3, 0.5, 1.2, 2.4, 4.0, 5.4, 6.0, 5.8,
                                                6.2, 5.6, 5.2, 5.0, 4.8, 4.6, 5.0, 6.4, 8.2, 8.8, 7.4, 4.1};

struct Service {
    const char* code;
    const char* name;
    int cents;
};
constexpr std::array<Service, 4> services = {{{"POST", "Postage / 邮费", 990},
                                              {"SHIPPING", "Express shipping / 运费", 1990},
                                              {"ADJUST", "Price difference / 补差价", 100},
                                              {"GIFTCARD", "Gift card / 礼品卡", 10000}}};

/// Turns shares of the day's orders into the second at which they come; shares must not fall.
class DayClock {
public:
    std::int32_t secondAt(double share) {
        const double wanted = share * total();
        while (m_hour < 23 && wanted >= m_before + hourWeights[m_hour]) {
            m_before += hourWeights[m_hour++];
        }
        const double inHour = (wanted - m_before) / hourWeights[m_hour];
        const int hourLength = m_hour == 23 ? lastOrderSecond - 23 * 3600 : 3600;
        return static_cast<std::int32_t>(m_hour) * 3600 + std::min(hourLength - 1, static_cast<int>(inHour * hourLength));
    }

private:
    static double total() {
        double sum = 0;
        for (const double weight : hourWeights) {
            sum += weight;
        }
        return sum;
    }
    std::size_t m_hour = 0;
    double m_before = 0;
};

}  // namespace

LineWriter::LineWriter(const ShopModel& model, SampleFile& file, SampleRandom& random, SampleSales& sales)
    : m_model(model),
      m_file(file),
      m_random(random),
      m_sales(sales),
      m_customers(static_cast<std::uint32_t>(400 + 40 * model.items.size())),
      m_isDirty(!model.options.isClean) {
    for (const SampleItem& item : model.items) {
        m_itemCells.push_back("," + item.code + "," + quotedCell(item.name) + ",");
    }
    for (const SampleLocation& location : model.locations) {
        m_locationCells.push_back(location.code + ",");
    }
    m_sales.soldByItem.resize(model.items.size());
}

void LineWriter::writeHeader() {
    m_file.text("Order number,Order time,Item code,Item name,Location,Quantity,Unit price,Customer ID").endRow();
}

void LineWriter::writeDay(Day date, const SampleDay& day) {
    m_dateCell = "," + toIso(date) + " ";
    const int days = m_model.options.days;
    const int number = date - m_model.firstDay;
    if (m_isDirty && number * brokenRows / days != (number + 1) * brokenRows / days) {
        writeBrokenRow(date);
    }
    writeCancellations(date, 8 * 3600, 9 * 3600);
    DayClock clock;
    const double count = static_cast<double>(day.orders.size());
    for (std::size_t i = 0; i < day.orders.size(); ++i) {
        writeOrder(date, day, day.orders[i], clock.secondAt((static_cast<double>(i) + m_random.uniform()) / count));
    }
    writeCancellations(date, lastOrderSecond, 86'399);
}

void LineWriter::writeBrokenRow(Day date) {
    const std::string time = toIso(date) + " 00:00:01";
    const std::string prefix = std::to_string(m_nextOrder++) + ",";
    const std::string item = m_itemCells.front() + m_locationCells.front();
    switch (m_sales.dirt.brokenRows++ % 4) {
        case 0:
            m_file.text(prefix + "2026-13-45 10:00:00" + item + "1,9.90,").endRow();
            break;
        case 1:
            m_file.text(prefix + time + item + "two,9.90,").endRow();
            break;
        case 2:
            m_file.text(prefix + item + "1,9.90,").endRow();  // no date
            break;
        default:
            m_file.text(prefix + "soon" + item + "1,9.90,").endRow();
    }
    ++m_sales.rows;
}

void LineWriter::writeOrder(Day date, const SampleDay& day, const SampleOrder& order, std::int32_t second) {
    Row row{.order = m_nextOrder++, .second = second, .location = order.location};
    const double fate = m_random.uniform();
    row.customer = 1'000'000 + m_random.below(m_customers);
    if (m_isDirty && fate < cancelledOrders) {
        row.customer = m_nextCancellingCustomer++;
        planCancellation(date, day, order, row);
        for (std::uint32_t i = order.begin; i < order.end; ++i) {
            const SampleLine& line = day.lines[i];
            writeRow(row, m_itemCells[line.item], line.quantity, line.cents);
            countLine(line.item, line.quantity);
        }
        return;
    }
    if (fate > 1 - guestOrders) {
        row.customer = 0;
    }
    writePlainLines(row, day, order);
    if (m_isDirty) {
        writeExtras(row, day.lines[order.begin]);
    }
}

void LineWriter::writePlainLines(const Row& row, const SampleDay& day, const SampleOrder& order) {
    SampleDirt& dirt = m_sales.dirt;
    for (std::uint32_t i = order.begin; i < order.end; ++i) {
        const SampleLine& line = day.lines[i];
        std::int32_t quantity = line.quantity;
        const double fate = m_isDirty ? m_random.uniform() : 1;
        if (fate < outlierLines && !m_model.items[line.item].isIntermittent) {
            quantity = m_random.between(80, 260);
            dirt.outliers.push_back({row.order, m_model.items[line.item].code, quantity});
        } else if (fate < outlierLines + priceMissingLines) {
            writeRowWithoutPrice(row, m_itemCells[line.item], quantity);
            countLine(line.item, quantity);
            ++dirt.missingPrices;
            continue;
        }
        writeRow(row, m_itemCells[line.item], quantity, line.cents);
        countLine(line.item, quantity);
        if (fate > 1 - repeatedLines && m_isDirty) {
            writeRow(row, m_itemCells[line.item], quantity, line.cents);
            ++dirt.repeats;
            dirt.repeatUnits += quantity;
        }
    }
}

void LineWriter::writeExtras(const Row& row, const SampleLine& line) {
    SampleDirt& dirt = m_sales.dirt;
    const double fate = m_random.uniform();
    double until = serviceOrders;
    if (fate < until) {
        const Service& service = services[m_random.below(10) < 7 ? 0 : 1 + m_random.below(3)];
        const std::string cells = std::string(",") + service.code + "," + service.name + ",";
        writeRow(row, cells, 1, service.cents);
        ++dirt.nonProductLines[service.code];
    } else if (fate < (until += giftOrders)) {
        writeRow(row, m_itemCells[line.item], 1, 0);
        ++dirt.zeroPriceLines;
    } else if (fate < (until += returnedOrders)) {
        Row returned = row;
        returned.order = m_nextOrder++;
        returned.customer = 0;
        writeRow(returned, m_itemCells[line.item], -line.quantity, line.cents);
        ++dirt.returnLines;
        dirt.returnUnits += line.quantity;
    } else if (fate < (until += cancelledWithoutSale)) {
        Row cancelled = row;
        cancelled.order = m_nextOrder++;
        cancelled.customer = m_nextCancellingCustomer++;
        cancelled.isCancellation = true;
        writeRow(cancelled, m_itemCells[line.item], -line.quantity, line.cents);
        ++dirt.cancellationLines;
        ++dirt.cancelledWithoutSale;
    }
}

void LineWriter::planCancellation(Day date, const SampleDay& day, const SampleOrder& order, const Row& row) {
    const int delay = m_random.chance(0.4) ? 0 : m_random.between(1, static_cast<int>(longestDelay) - 2);
    if (date + delay > m_model.options.lastDay) {
        return;
    }
    const bool isWhole = m_random.chance(0.5);
    for (std::uint32_t i = order.begin; i < (isWhole ? order.end : order.begin + 1); ++i) {
        const SampleLine& line = day.lines[i];
        Cancellation cancellation{line.item, order.location, line.quantity, line.cents, row.customer, row.order};
        if (line.quantity > 1 && m_random.chance(0.3)) {
            cancellation.quantity = m_random.between(1, line.quantity - 1);
            cancellation.isInPart = true;
        }
        dueOn(date + delay).push_back(cancellation);
    }
}

void LineWriter::writeCancellations(Day date, std::int32_t fromSecond, std::int32_t toSecond) {
    auto& due = dueOn(date);
    SampleDirt& dirt = m_sales.dirt;
    Row row{.isCancellation = true};
    std::int64_t sale = 0;
    for (std::size_t i = 0; i < due.size(); ++i) {
        const Cancellation& line = due[i];
        if (line.sale != sale) {
            sale = line.sale;
            row.order = m_nextOrder++;
            row.location = line.location;
            row.customer = line.customer;
            row.second = fromSecond + static_cast<std::int32_t>((toSecond - fromSecond) * i / due.size());
        }
        writeRow(row, m_itemCells[line.item], -line.quantity, line.cents);
        ++dirt.cancellationLines;
        ++(line.isInPart ? dirt.cancelledInPart : dirt.cancelledInFull);
        dirt.cancelledUnits += line.quantity;
    }
    due.clear();
}

void LineWriter::countLine(std::uint32_t item, std::int32_t quantity) {
    ++m_sales.plainLines;
    m_sales.plainUnits += quantity;
    m_sales.soldByItem[item] += quantity;
}

std::string_view LineWriter::timeText(std::int32_t second) {
    const auto put = [this](std::size_t at, std::int32_t value) {
        m_time[at] = static_cast<char>('0' + value / 10);
        m_time[at + 1] = static_cast<char>('0' + value % 10);
    };
    put(0, second / 3600);
    m_time[2] = ':';
    put(3, second / 60 % 60);
    m_time[5] = ':';
    put(6, second % 60);
    return {m_time.data(), m_time.size()};
}

void LineWriter::beginRow(const Row& row, std::string_view itemCells, std::int32_t quantity) {
    if (row.isCancellation) {
        m_file.text("C");
    }
    m_file.number(row.order).text(m_dateCell).text(timeText(row.second)).text(itemCells);
    m_file.text(m_locationCells[row.location]).number(quantity).text(",");
    ++m_sales.rows;
    ++m_sales.lines;
    m_sales.dirt.missingCustomers += row.customer == 0 ? 1 : 0;
}

void LineWriter::writeRow(const Row& row, std::string_view itemCells, std::int32_t quantity, std::int64_t cents) {
    beginRow(row, itemCells, quantity);
    m_file.cents(cents).text(",");
    if (row.customer != 0) {
        m_file.number(row.customer);
    }
    m_file.endRow();
}

void LineWriter::writeRowWithoutPrice(const Row& row, std::string_view itemCells, std::int32_t quantity) {
    beginRow(row, itemCells, quantity);
    m_file.text(",");
    if (row.customer != 0) {
        m_file.number(row.customer);
    }
    m_file.endRow();
}

}  // namespace foresell
