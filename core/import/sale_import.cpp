// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <xxhash.h>

#include <utility>

#include "core/base/error.h"
#include "core/import/chunk_writer.h"
#include "core/import/import_run.h"
#include "core/import/order_states.h"
#include "core/import/reject_log.h"
#include "core/import/sale_mapper.h"

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

private:
    /// An order that was cancelled or returned is a sale and its return, each a line, so that both can be seen.
    void take(TableRow& row) {
        ++m_counts.read;
        if (m_completion.isNeeded()) {
            m_completion.complete(row);
        }
        const OrderState state = m_states.isNeeded() ? m_states.of(row) : OrderState::Sale;
        SaleLine line;
        RowFault fault = state == OrderState::NotPaid ? RowFault{"order_not_paid"} : m_mapper.map(row, line);
        if (!fault && state == OrderState::Cancelled && line.quantity == 0) {
            fault = {"order_cancelled"};
        }
        if (fault) {
            m_rejects.add(row, fault);
            return;
        }
        if (line.time.day < m_linesFrom) {
            m_rejects.add(row, {"day_not_kept"}, false);
            return;
        }
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
        if (m_run.knownDigests.take(digest)) {
            ++m_counts.duplicate;
            return;
        }
        ++m_counts.imported;
        if (!line.order.empty() && !m_run.knownOrders.empty() &&
            m_run.knownOrders.contains(XXH3_64bits(line.order.data(), line.order.size()))) {
            ++m_counts.updated;
        }
        if (m_run.keepsDigests) {
            m_digests.push_back(digest);
            if (!line.order.empty()) {
                m_orders.add(XXH3_64bits(line.order.data(), line.order.size()));
            }
        }
        append(row, line, digest);
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
    std::unique_ptr<SaleBatch> m_batch;
    Day m_linesFrom;  ///< earlier lines were erased or summed, and would come back
    ImportCounts m_counts;
    std::int64_t m_sinceCheck = 0;
    bool m_hasFacts = false;
    std::vector<Digest> m_digests;
    HashSet m_orders;
};

}  // namespace

FileCounts importSales(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import) {
    readEarlierLines(run);
    run.knownDigests.restore();
    const auto rows = table.rows();
    SaleImport sales(run, detection, import);
    FileCounts counts = sales.read(*rows, detection.headerRow);
    for (const Digest& digest : sales.takeDigests()) {
        run.knownDigests.add(digest);
    }
    if (run.keepsDigests) {
        run.knownOrders.merge(sales.takeOrders());
    }
    detection.encoding = rows->encoding();
    return counts;
}

}  // namespace foresell
