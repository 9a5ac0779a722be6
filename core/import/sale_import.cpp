// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/import/chunk_writer.h"
#include "core/import/import_run.h"
#include "core/import/order_states.h"
#include "core/import/presale.h"
#include "core/import/product_list.h"
#include "core/import/reject_log.h"
#include "core/import/sale_mapper.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::int64_t rowsBetweenChecks = 4096;

/// Reads one file of sale lines, row by row, into batches.
class SaleImport {
public:
    SaleImport(ImportRun& run, const FileDetection& detection, ImportId import)
        : m_run(run),
          m_mapper(detection, run.clock),
          m_rejects(import ? &run.project : nullptr, import, detection),
          m_writer(import ? &run.project : nullptr, import),
          m_states(detection.states, detection.paidColumns),
          m_completion(detection.fields[indexOf(Field::Order)].value_or(0), detection.repeatsDown),
          m_stages(detection.stages),
          m_products(detection.hasProductLists ? detection.fields[indexOf(Field::Name)] : std::nullopt),
          m_tellsItems(detection.fields[indexOf(Field::Item)] || detection.hasProductLists),
          m_countsDeposit(detection.dateBasis == DateBasis::Ordered),
          m_batch(std::make_unique<SaleBatch>()),
          m_linesFrom(run.reader->linesFrom()) {
        m_batch->reserve(SaleBatch::capacity);
        m_hasFacts = detection.fields[indexOf(Field::Category)] || detection.fields[indexOf(Field::Brand)] ||
                     detection.fields[indexOf(Field::Cost)];
    }

    FileCounts read(RowSource& rows, std::int64_t headerRow) {
        TableRow row;
        while (rows.next(row)) {
            if (row.number > headerRow) {
                take(row);
            }
            if (++m_sinceCheck == rowsBetweenChecks) {
                m_sinceCheck = 0;
                m_run.progress.at(row.position, m_counts.read);
            }
        }
        takeUnpaired();
        if (m_batch->size() > 0) {
            m_batch = m_writer.exchange(std::move(m_batch));
        }
        m_rejects.flush();
        m_writer.finish();
        m_counts.rejected = m_rejects.count();
        return {m_counts, m_rejects.reasons(), m_rejects.first()};
    }

    std::vector<Digest> takeDigests() { return std::move(m_digests); }
    HashSet takeOrders() { return std::move(m_orders); }
    bool tellsItems() const { return m_tellsItems; }

private:
    void take(TableRow& row) {
        ++m_counts.read;
        if (m_completion.isNeeded()) {
            m_completion.complete(row);
        }
        const OrderState state = m_states.isNeeded() ? m_states.of(row) : OrderState::Sale;
        SaleLine line;
        if (!readLine(row, state, line)) {
            return;
        }
        const PaymentStage stage = m_stages && *m_stages < row.cells.size() ? paymentStageOf(trimmed(row.cells[*m_stages])) : PaymentStage::None;
        if (stage == PaymentStage::None || line.order.empty() || m_pairs.isFull()) {
            deliver(row, line, state);
            return;
        }
        if (const auto other = m_pairs.match(presaleKey(line), stage, row, state)) {
            const TableRow heldRow = other->row();
            SaleLine held;
            if (!m_mapper.map(heldRow, held)) {
                m_isPair = true;
                join(row, line, stage, held, std::max(state, other->state));
                m_isPair = false;
            }
        }
    }

    /// False: the row was rejected.
    bool readLine(const TableRow& row, OrderState state, SaleLine& line) {
        RowFault fault = state == OrderState::NotPaid ? RowFault{"order_not_paid"} : m_mapper.map(row, line);
        if (!fault && state == OrderState::Cancelled && line.quantity == 0) {
            fault = {"order_cancelled"};
        }
        if (fault) {
            m_rejects.add(row, fault);
            return false;
        }
        if (line.time.day < m_linesFrom) {
            m_rejects.add(row, {"day_not_kept"}, false);
            return false;
        }
        return true;
    }

    /// Deposit and balance as one sale: the money of both, the quantity once, on the day of the balance, or of the deposit
    /// where the day of the order counts.
    void join(const TableRow& row, const SaleLine& line, PaymentStage stage, const SaleLine& first, OrderState state) {
        const bool isRowDeposit = stage == PaymentStage::Deposit;
        SaleLine sale = isRowDeposit == m_countsDeposit ? line : first;
        const SaleLine& other = isRowDeposit == m_countsDeposit ? first : line;
        const bool isSumOfPrices = isMissing(sale.amount) && isMissing(other.amount);
        sale.quantity = std::max(sale.quantity, other.quantity);  // fixedMissing is below all
        sale.amount = sum(sale.amount, other.amount);
        sale.price = isSumOfPrices || sale.price != other.price ? sum(sale.price, other.price) : sale.price;
        deliver(row, sale, state);
    }

    static Fixed sum(Fixed a, Fixed b) { return isMissing(a) ? b : isMissing(b) ? a : a + b; }

    /// What has no other payment in this file: the other may stand in a file before.
    void takeUnpaired() {
        const std::vector<PresalePairs::Left> all = m_pairs.takeLeft();
        if (all.empty()) {
            return;
        }
        m_run.deposits.readEarlier(m_run);
        readStored(all);
        for (const PresalePairs::Left& left : all) {
            const TableRow row = left.row.row();
            SaleLine line;
            if (m_mapper.map(row, line)) {
                continue;
            }
            if (left.stage == PaymentStage::Deposit) {
                keepDeposit(row, line, left.row.state);
            } else {
                takeBalance(row, line, left.row.state);
            }
        }
    }

    void readStored(const std::vector<PresalePairs::Left>& payments) {
        HashSet orders;
        for (const PresalePairs::Left& left : payments) {
            SaleLine line;
            const TableRow row = left.row.row();
            if (!m_mapper.map(row, line) && m_run.knownOrders.contains(orderHash(line.order))) {
                orders.add(orderHash(line.order));
            }
        }
        if (!orders.empty()) {
            m_run.deposits.readStored(m_run, orders);
        }
    }

    /// A deposit without its balance is no sale yet.
    void keepDeposit(const TableRow& row, const SaleLine& line, OrderState state) {
        const bool hasOrder = m_run.knownOrders.contains(orderHash(line.order));
        const RowFault fault{hasOrder ? "deposit_of_known_order" : "balance_not_paid"};
        OpenDeposit deposit{.line = KeptLine(line), .state = state, .file = m_run.file, .reject = m_rejects.describe(row, fault)};
        deposit.isKnown = hasOrder && (m_run.deposits.isStored(line, m_run.catalogue.items.find(line.item)) ||
                                       m_run.deposits.wasSeen(m_run.keys.digest(m_mapper.normalised(line))));
        if (!m_run.deposits.add(presaleKey(line), std::move(deposit))) {
            m_rejects.add(row, fault);
        }
    }

    /// With the deposit of a file before; without one the balance is a sale.
    void takeBalance(const TableRow& row, const SaleLine& line, OrderState state) {
        const auto deposit = m_run.deposits.take(presaleKey(line));
        if (!deposit) {
            if (m_run.deposits.isStored(line, m_run.catalogue.items.find(line.item))) {
                ++m_counts.duplicate;
            } else {
                deliver(row, line, state);
            }
            return;
        }
        const std::int64_t imported = m_counts.imported;
        join(row, line, PaymentStage::Balance, deposit->line.line(), std::max(state, deposit->state));
        m_run.deposits.note(deposit->file, m_counts.imported > imported ? DepositOutcome::Paid : DepositOutcome::KnownAgain);
    }

    /// Each product of a list is a line; the order's money goes by quantity, to the last fraction.
    void deliver(const TableRow& row, const SaleLine& line, OrderState state) {
        const bool isList = m_products && *m_products < row.cells.size();
        const std::vector<ListedProduct> products = isList ? readProductList(row.cells[*m_products]) : std::vector<ListedProduct>();
        if (products.empty()) {
            deliverOne(row, line, state);
            return;
        }
        Fixed units = 0;
        for (const ListedProduct& product : products) {
            units += product.quantity;
        }
        Fixed told = 0, given = 0;
        m_counts.read += std::ssize(products) - 1;
        for (const ListedProduct& product : products) {
            SaleLine one = line;
            one.item = product.name.substr(0, SaleMapper::longestId);
            one.name = product.name.substr(0, SaleMapper::longestName);
            one.quantity = product.quantity;
            one.price = fixedMissing;
            told += product.quantity;
            if (!isMissing(line.amount) && units > 0) {
                const Fixed until = told == units ? line.amount : toFixed(toDouble(line.amount) * toDouble(told) / toDouble(units));
                one.amount = until - std::exchange(given, until);
            }
            deliverOne(row, one, state);
        }
    }

    /// An order that was cancelled or returned is a sale and its return, each a line, so that both can be seen.
    void deliverOne(const TableRow& row, SaleLine line, OrderState state) {
        store(row, line);
        if (state != OrderState::Sale && line.quantity > 0) {
            ++m_counts.read;
            line.quantity = -line.quantity;
            line.amount = isMissing(line.amount) ? line.amount : -line.amount;
            store(row, line);
        }
    }

    void store(const TableRow& row, const SaleLine& line) {
        const Digest digest = m_run.keys.digest(m_mapper.normalised(line));
        const std::int64_t rows = std::exchange(m_isPair, false) ? 2 : 1;  // of the file that became this line
        const std::uint64_t order = orderHash(line.order);
        const bool isItemised = !m_tellsItems && order != 0 && !m_run.itemisedOrders.empty() && m_run.itemisedOrders.contains(order);
        if (isItemised || m_run.knownDigests.take(digest)) {
            m_counts.duplicate += rows;
            return;
        }
        m_counts.imported += rows;
        if (order != 0 && !m_run.knownOrders.empty() && m_run.knownOrders.contains(order)) {
            ++m_counts.updated;
        }
        if (m_run.keepsDigests) {
            m_digests.push_back(digest);
        }
        if (order != 0 && (m_run.keepsDigests || !m_run.deposits.isEmpty())) {
            m_orders.add(order);
        }
        SaleLine whole = line;
        if (m_tellsItems && !m_run.orders.empty()) {
            m_run.orders.complete(whole);  // not in the digest, by which the line is known again without the other file
        }
        append(row, whole, digest);
    }

    void append(const TableRow& row, const SaleLine& line, const Digest& digest) {
        SaleBatch& batch = *m_batch;
        const std::int32_t item = m_run.catalogue.items.idOf(line.item);
        batch.sourceRow.push_back(row.number);
        batch.day.push_back(line.time.day);
        batch.second.push_back(line.time.second);
        batch.item.push_back(item);
        batch.location.push_back(m_run.catalogue.locations.idOf(line.location));
        batch.channel.push_back(m_run.catalogue.channels.idOf(line.channel));
        batch.customer.push_back(m_run.keys.customer(line.customer));
        batch.quantity.push_back(line.quantity);
        batch.price.push_back(line.price);
        batch.amount.push_back(line.amount);
        batch.digest.push_back(digest);
        batch.order.push(line.order);
        // Always kept with its line: the item's own name may still become that of an earlier line.
        batch.name.push(line.name);
        if (item != 0 && !line.name.empty()) {
            m_run.catalogue.noteName(item, lineTime(line.time.day, line.time.second), line.name);
        }
        if (item != 0 && m_hasFacts) {
            m_run.catalogue.noteFacts(item, lineTime(line.time.day, line.time.second), line.category, line.brand, line.cost);
        }
        if (batch.size() == SaleBatch::capacity) {
            m_batch = m_writer.exchange(std::move(m_batch));
        }
    }

    ImportRun& m_run;
    SaleMapper m_mapper;
    RejectLog m_rejects;
    ChunkWriter m_writer;
    OrderStates m_states;
    OrderCompletion m_completion;
    std::optional<std::size_t> m_stages;  ///< column that tells deposits from balances
    std::optional<std::size_t> m_products;  ///< column whose cells list several products
    bool m_tellsItems = true;
    bool m_countsDeposit = false;  ///< the day of a presale is that of its deposit
    std::unique_ptr<SaleBatch> m_batch;
    Day m_linesFrom;  ///< earlier lines were erased or summed, and would come back
    ImportCounts m_counts;
    bool m_isPair = false;         ///< the next line that is stored stands for two rows
    PresalePairs m_pairs;
    std::int64_t m_sinceCheck = 0;
    bool m_hasFacts = false;
    std::vector<Digest> m_digests;
    HashSet m_orders;
};

}  // namespace

FileCounts importSales(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import) {
    readEarlierLines(run);
    run.knownDigests.restore();
    const bool joinsEarlier = run.orders.empty();
    joinEarlierOrders(run, table, detection);
    const auto rows = table.rows();
    SaleImport sales(run, detection, import);
    FileCounts counts = sales.read(*rows, detection.headerRow);
    for (const Digest& digest : sales.takeDigests()) {
        run.knownDigests.add(digest);
    }
    const HashSet orders = sales.takeOrders();
    run.knownOrders.merge(orders);
    if (sales.tellsItems()) {
        run.itemisedOrders.merge(orders);
    }
    if (joinsEarlier) {
        run.orders.clear();
    }
    detection.encoding = rows->encoding();
    return counts;
}

}  // namespace foresell
