// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/import/behaviour_tally.h"
#include "core/import/day_row.h"
#include "core/import/import_run.h"
#include "core/import/reject_log.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t rowsAtOnce = 65'536;

struct CountField {
    Field field;
    Deed deed;
};

constexpr CountField countFields[] = {{Field::Views, Deed::Views},   {Field::Searches, Deed::Searches},
                                      {Field::Carts, Deed::Carts},   {Field::Favourites, Deed::Favourites},
                                      {Field::Orders, Deed::Orders}, {Field::Visitors, Deed::Visitors}};

/// Either a file of counts, or a log of which each row is one event: of the kind that it names, else a view.
class BehaviourImport {
public:
    BehaviourImport(ImportRun& run, const FileDetection& detection, ImportId import)
        : m_run(run), m_detection(detection), m_import(import),
          m_rejects(import ? &run.project : nullptr, import, detection), m_rows(run, detection) {
        for (const CountField& each : countFields) {
            if (detection.fields[indexOf(each.field)]) {
                m_counted.push_back(each);
                m_tally.note(each.deed);
            }
        }
    }

    void take(const TableRow& row) {
        ++m_counts.read;
        DayRow day;
        RowFault fault = m_rows.read(row, day);
        if (!fault) {
            fault = m_counted.empty() ? addEvent(row, day) : addCounts(row, day);
        }
        if (fault) {
            m_rejects.add(row, fault);
            return;
        }
        ++m_counts.imported;
    }

    FileCounts finish() {
        const PlanBatch all = m_tally.take();
        for (std::size_t first = 0; m_import && first < all.size(); first += rowsAtOnce) {
            m_run.job.throwIfCancelled();
            m_run.project.appendPlan(m_import, part(all, first, std::min(all.size(), first + rowsAtOnce)));
        }
        m_rejects.flush();
        m_counts.rejected = m_rejects.count();
        return {m_counts, m_rejects.reasons(), m_rejects.first()};
    }

private:
    RowFault addCounts(const TableRow& row, const DayRow& day) {
        std::array<Fixed, deedCount> counts{};
        for (const auto& [field, deed] : m_counted) {
            Fixed& count = counts[static_cast<std::size_t>(deed)];
            const NumberResult result = parseNumber(m_rows.cellAt(row, field), m_detection.numbers, count);
            if (result == NumberResult::Empty) {
                count = 0;
            } else if (result != NumberResult::Ok) {
                return m_rows.faultAt(result == NumberResult::TooLarge ? "number_too_large" : "bad_number", field);
            } else if (count < 0) {
                return m_rows.faultAt("negative_count", field);
            }
        }
        for (const auto& [field, deed] : m_counted) {
            m_tally.add(day, deed, toDouble(counts[static_cast<std::size_t>(deed)]));
        }
        return {};
    }

    RowFault addEvent(const TableRow& row, const DayRow& day) {
        Deed deed = Deed::Views;
        if (m_detection.fields[indexOf(Field::Event)]) {
            const auto told = deedOfEvent(m_rows.cellAt(row, Field::Event));
            if (!told) {
                return m_rows.faultAt("unknown_event", Field::Event);
            }
            deed = *told;
        }
        m_tally.add(day, deed, 1);
        const std::string_view customer = idOf(row, Field::Customer);
        const std::string_view session = idOf(row, Field::Session);
        if (!customer.empty() || !session.empty()) {
            m_tally.addVisit(day, static_cast<std::uint64_t>(m_run.keys.customer(customer.empty() ? session : customer)), !customer.empty());
        }
        return {};
    }

    /// Empty for what stands for nobody.
    std::string_view idOf(const TableRow& row, Field field) const {
        const std::string_view id = cleanId(m_rows.cellAt(row, field));
        return id == "NA" || id == "NULL" || id == "null" || id == "nan" || id == "0" ? std::string_view() : id;
    }

    static PlanBatch part(const PlanBatch& all, std::size_t first, std::size_t end) {
        const auto cut = [&](const auto& values) {
            using Values = std::decay_t<decltype(values)>;
            return Values(values.begin() + static_cast<std::ptrdiff_t>(first), values.begin() + static_cast<std::ptrdiff_t>(end));
        };
        PlanBatch batch{.names = all.names, .item = cut(all.item), .location = cut(all.location), .channel = cut(all.channel),
                        .day = cut(all.day), .knownFrom = cut(all.knownFrom), .values = {}};
        for (const auto& values : all.values) {
            batch.values.push_back(cut(values));
        }
        return batch;
    }

    ImportRun& m_run;
    const FileDetection& m_detection;
    ImportId m_import;
    RejectLog m_rejects;
    DayRowReader m_rows;
    BehaviourTally m_tally;
    std::vector<CountField> m_counted;
    ImportCounts m_counts;
};

}  // namespace

FileCounts importBehaviour(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import) {
    BehaviourImport behaviour(run, detection, import);
    forEachRow(run, table, detection, [&](const TableRow& row) { behaviour.take(row); });
    return behaviour.finish();
}

}  // namespace foresell
