// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/open_deposits.h"

#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/import/import_run.h"
#include "core/import/rejected_rows.h"

namespace foresell {

namespace {

constexpr const char* unpaidReason = "balance_not_paid";
constexpr std::int64_t rowsAtOnce = 10'000;

/// The texts of a line, in one order.
std::array<std::string_view*, 8> textsOf(SaleLine& line) {
    return {&line.item, &line.location, &line.channel, &line.order, &line.name, &line.customer, &line.category, &line.brand};
}

bool hasDeposits(const ImportRecord& import) {
    if (import.state != "done" || import.source.role != roleName(ImportRole::Sales)) {
        return false;
    }
    const nlohmann::json details = parseJson(import.details);
    return details.is_object() && details.value("reject_reasons", nlohmann::json::object()).value(unpaidReason, 0) > 0;
}

std::vector<std::string> depositRows(const ProjectReader& project, ImportId import) {
    std::vector<std::string> rows;
    for (std::int64_t offset = 0;; offset += rowsAtOnce) {
        const std::vector<Reject> rejects = project.rejects(import, offset, rowsAtOnce);
        for (const Reject& reject : rejects) {
            if (reject.reason == unpaidReason && !reject.text.empty()) {
                rows.push_back(reject.text);
            }
        }
        if (std::ssize(rejects) < rowsAtOnce) {
            return rows;
        }
    }
}

}  // namespace

KeptLine::KeptLine(const SaleLine& line) : m_line(line) {
    const auto views = textsOf(m_line);
    for (std::size_t i = 0; i < views.size(); ++i) {
        m_texts[i] = *views[i];
        *views[i] = {};
    }
}

SaleLine KeptLine::line() const {
    SaleLine line = m_line;
    const auto views = textsOf(line);
    for (std::size_t i = 0; i < views.size(); ++i) {
        *views[i] = m_texts[i];
    }
    return line;
}

std::string presaleKey(const SaleLine& line) {
    return std::string(line.order) + '\x1f' + std::string(line.item);
}

std::uint64_t orderHash(std::string_view order) {
    return order.empty() ? 0 : XXH3_64bits(order.data(), order.size());
}

void OpenDeposits::readEarlier(ImportRun& run) {
    if (std::exchange(m_hasRead, true)) {
        return;
    }
    for (const ImportRecord& import : run.reader->imports()) {
        run.job.throwIfCancelled();
        if (hasDeposits(import)) {
            try {
                readImport(run, import.id);
            } catch (const Error&) {
                // Rows that cannot be read again stay what they are: rejects of their import.
            }
        }
    }
}

void OpenDeposits::readImport(ImportRun& run, ImportId import) {
    ImportOptions options;
    const auto table = correctedRows(*run.reader, import, depositRows(*run.reader, import), options);
    const FileDetection detection = detectTable(*table, options).detection;
    SaleMapper mapper(detection, run.clock);
    const auto rows = table->rows();
    std::map<std::string, std::vector<OpenDeposit>> found;
    TableRow row;
    SaleLine line;
    while (rows->next(row)) {
        line = {};
        if (row.number <= detection.headerRow || mapper.map(row, line) || line.order.empty() || line.time.day < run.reader->linesFrom()) {
            continue;
        }
        m_seen.add(run.keys.digest(mapper.normalised(line))[0]);
        std::vector<OpenDeposit>& open = found[presaleKey(line)];
        open.insert(open.begin(), {.line = KeptLine(line), .reject = {}});
    }
    for (auto& [key, open] : found) {  // the same file may have been imported again
        m_open += open.size() - m_deposits[key].size();
        m_deposits[key] = std::move(open);
    }
}

void OpenDeposits::readStored(ImportRun& run, const HashSet& orders) {
    SaleBatch batch;
    for (const ChunkInfo& chunk : run.reader->chunks()) {
        run.job.throwIfCancelled();
        run.reader->readChunk(chunk.id, batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::uint64_t order = orderHash(batch.order.at(i));
            if (order != 0 && batch.quantity[i] > 0 && orders.contains(order)) {
                const auto [place, isNew] = m_stored.try_emplace({order, batch.item[i], batch.day[i], batch.second[i]}, batch.amount[i]);
                place->second = std::max(place->second, batch.amount[i]);
            }
        }
    }
}

bool OpenDeposits::isStored(const SaleLine& payment, std::int32_t item) const {
    const auto found = m_stored.find({orderHash(payment.order), item, payment.time.day, payment.time.second});
    return found != m_stored.end() && (isMissing(payment.amount) || found->second >= payment.amount);
}

bool OpenDeposits::add(const std::string& key, OpenDeposit deposit) {
    if (m_open >= mostOpen) {
        return false;
    }
    std::vector<OpenDeposit>& open = m_deposits[key];
    open.insert(open.begin(), std::move(deposit));
    ++m_open;
    return true;
}

std::optional<OpenDeposit> OpenDeposits::take(const std::string& key) {
    const auto found = m_deposits.find(key);
    if (found == m_deposits.end()) {
        return std::nullopt;
    }
    OpenDeposit deposit = std::move(found->second.back());
    found->second.pop_back();
    --m_open;
    if (found->second.empty()) {
        m_deposits.erase(found);
    }
    return deposit;
}

void OpenDeposits::note(std::size_t file, DepositOutcome outcome) {
    if (file != OpenDeposit::earlierImport) {
        Settled& settled = m_settled[file];
        (outcome == DepositOutcome::Paid ? settled.paid : settled.known) += 1;
    }
}

std::map<std::size_t, OpenDeposits::Settled> OpenDeposits::settle(const HashSet& knownOrders) {
    for (auto& [key, open] : m_deposits) {
        for (OpenDeposit& deposit : open) {
            if (deposit.file == OpenDeposit::earlierImport) {
                continue;
            }
            const bool isOfThisCall = deposit.reject.reason == unpaidReason && knownOrders.contains(orderHash(deposit.line.line().order));
            if (deposit.isKnown || isOfThisCall) {
                ++m_settled[deposit.file].known;
            } else {
                m_settled[deposit.file].unpaid.push_back(std::move(deposit.reject));
            }
        }
    }
    m_deposits.clear();
    m_open = 0;
    for (auto& [file, settled] : m_settled) {
        std::ranges::sort(settled.unpaid, {}, &Reject::row);
    }
    return std::move(m_settled);
}

}  // namespace foresell
