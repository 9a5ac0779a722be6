// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/retention.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/import/line_keys.h"
#include "core/privacy/erasure_proof.h"

namespace foresell {

namespace {

struct DaySum {
    Fixed quantity = 0, amount = 0, priced = 0;
    bool isAmountWhole = true;  ///< the amount of every line is known
};

/// Day, item, location, channel, and whether it is of returns.
using SumKey = std::tuple<Day, std::int32_t, std::int32_t, std::int32_t, bool>;

void addTo(Fixed& sum, Fixed value) {
    if (__builtin_add_overflow(sum, value, &sum)) {
        sum = value < 0 ? INT64_MIN + 1 : INT64_MAX;
    }
}

Fixed share(Fixed whole, Fixed part, Fixed of) {
    return part == of ? whole : toFixed(std::clamp(toDouble(whole) * toDouble(part) / toDouble(of), -9e14, 9e14));
}

/// What a line brought for `quantity` of its units; fixedMissing where nothing says.
Fixed moneyOf(const SaleBatch& lines, std::size_t row, Fixed quantity) {
    const Fixed imported = lines.quantity[row];
    if (!isMissing(lines.amount[row]) && imported != 0) {
        return share(lines.amount[row], quantity, imported);
    }
    if (isMissing(lines.price[row])) {
        return lines.amount[row];
    }
    return toFixed(std::clamp(toDouble(lines.price[row]) * toDouble(quantity), -9e14, 9e14));
}

Fixed correctedQuantity(const ChunkMarks& marks, std::size_t row, Fixed imported) {
    const auto found = std::lower_bound(marks.corrected.begin(), marks.corrected.end(),
                                        std::pair(static_cast<std::int32_t>(row), INT64_MIN));
    return found != marks.corrected.end() && found->first == static_cast<std::int32_t>(row) ? found->second : imported;
}

bool isSingleBefore(const SaleBatch& lines, std::size_t row, Day from) {
    return lines.day[row] < from && lines.sourceRow[row] != sumOfDay;
}

class Summing : public SaleRewrite {
public:
    Summing(Day from, const LineKeys& keys, std::vector<ImportId> imports)
        : m_from(from), m_keys(keys), m_imports(std::move(imports)) {}

    bool concerns(const ChunkInfo& chunk) const override { return chunk.firstDay < m_from; }

    void choose(const ChunkInfo&, const SaleBatch& lines, const std::optional<ChunkMarks>& marks, std::vector<bool>& goes) override {
        for (std::size_t row = 0; row < lines.size(); ++row) {
            if (!isSingleBefore(lines, row, m_from)) {
                continue;
            }
            if (!marks || marks->step.size() != lines.size()) {
                throw Error("privacy.not_cleaned", "Sales were imported that are not cleaned yet.", "Clean the sales first.");
            }
            goes[row] = true;
            if (m_digests.size() < mostDigests) {
                m_digests.push_back(lines.digest[row]);
            }
            const Fixed quantity = correctedQuantity(*marks, row, lines.quantity[row]);
            if ((marks->step[row] == 0 || marks->step[row] == lineTakenApart) && !isMissing(quantity)) {
                add(lines, row, quantity);
            }
        }
    }

    bool standIns(ImportId import, SaleBatch& into) override {
        while (!m_sums.empty() && into.size() < SaleBatch::capacity) {
            put(m_sums.begin()->first, m_sums.begin()->second, import, into);
            m_sums.erase(m_sums.begin());
        }
        return into.size() > 0;
    }

    bool erasesText(ImportId import, const Reject&) const override {
        return std::ranges::find(m_imports, import) != m_imports.end();
    }

    const std::vector<Digest>& digests() const { return m_digests; }

private:
    void add(const SaleBatch& lines, std::size_t row, Fixed quantity) {
        DaySum& sum = m_sums[{lines.day[row], lines.item[row], lines.location[row], lines.channel[row], quantity < 0}];
        const Fixed money = moneyOf(lines, row, quantity);
        addTo(sum.quantity, quantity);
        sum.isAmountWhole = sum.isAmountWhole && !isMissing(money);
        if (!isMissing(money)) {
            addTo(sum.amount, money);
            addTo(sum.priced, quantity);
        }
    }

    void put(const SumKey& key, const DaySum& sum, ImportId import, SaleBatch& into) {
        const auto& [day, item, location, channel, isReturn] = key;
        into.sourceRow.push_back(sumOfDay);
        into.day.push_back(day);
        into.second.push_back(-1);
        into.item.push_back(item);
        into.location.push_back(location);
        into.channel.push_back(channel);
        into.customer.push_back(0);
        into.quantity.push_back(sum.quantity);
        into.price.push_back(sum.priced == 0 ? fixedMissing : share(sum.amount, fixedOne, sum.priced));
        into.amount.push_back(sum.isAmountWhole ? sum.amount : fixedMissing);
        const std::array<std::int64_t, 6> cells{day, item, location, channel, isReturn ? 1 : 0, import.value};
        into.digest.push_back(m_keys.digest({reinterpret_cast<const char*>(cells.data()), sizeof cells}));
        into.order.push({});
        into.name.push({});
    }

    Day m_from;
    const LineKeys& m_keys;
    std::vector<ImportId> m_imports;  ///< all of whose lines are summed
    std::map<SumKey, DaySum> m_sums;
    std::vector<Digest> m_digests;
};

}  // namespace

Day keptFrom(const ProjectReader& project, int months) {
    Day last = noDay;
    for (const ChunkInfo& chunk : project.chunks()) {
        last = std::max(last, chunk.lastDay);
    }
    if (last == noDay || months <= 0) {
        return noDay;
    }
    const CivilDate newest = toCivil(last);
    const int month = newest.year * 12 + newest.month - 1 - months;
    return toDay(month / 12, month % 12 + 1, 1);
}

RetentionPreview previewRetention(const ProjectReader& project, Day from, const JobControl& job) {
    RetentionPreview preview;
    preview.from = from;
    SaleBatch lines;
    for (const ChunkInfo& chunk : project.chunks()) {
        job.throwIfCancelled();
        if (chunk.firstDay >= from) {
            preview.linesLeft += chunk.lines;
            continue;
        }
        project.readChunk(chunk.id, lines);
        const auto marks = project.readMarks(chunk.id);
        for (std::size_t row = 0; row < lines.size(); ++row) {
            const bool isSummed = isSingleBefore(lines, row, from);
            preview.lines += isSummed ? 1 : 0;
            preview.linesLeft += isSummed ? 0 : 1;
            preview.setAside += isSummed && marks && row < marks->step.size() && marks->step[row] != 0 && marks->step[row] != lineTakenApart ? 1 : 0;
        }
    }
    return preview;
}

ErasureOutcome sumOldSales(ProjectWriter& project, Day from, const std::filesystem::path& checkpoints, const JobControl& job) {
    const auto start = std::chrono::steady_clock::now();
    ErasureOutcome outcome;
    if (from == noDay) {
        return outcome;
    }
    const auto reader = ProjectReader::open(project.path());
    if (reader->cleaningSummary().empty()) {
        throw Error("privacy.not_cleaned", "Sales were imported that are not cleaned yet.", "Clean the sales first.");
    }
    const LineKeys keys(project.digestKey(), project.settings().uuid);
    Summing summing(from, keys, importsBefore(*reader, from));
    outcome.erased = project.rewriteSales(summing, from, job);
    const ErasedLines erased{{}, summing.digests(), [from](const SaleBatch& lines, std::size_t row) {
                                 return isSingleBefore(lines, row, from);
                             }};
    purgeAndProve(project, erased, checkpoints, job, outcome);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

}  // namespace foresell
