// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/base/error.h"
#include "core/import/day_row.h"
#include "core/import/import_run.h"
#include "core/import/reject_log.h"
#include "core/import/sale_mapper.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t rowsAtOnce = 65'536;
constexpr std::size_t mostCategories = 64;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A further column: numbers, or words of which each becomes a column of 0 and 1, named "column=word".
struct CovariateColumn {
    std::size_t column = 0;
    std::string name;
    bool isText = false;
    bool isShare = false;  ///< 0 to 1
    std::set<std::string, std::less<>> words;
    std::size_t firstValue = 0;  ///< index of its first column in the batch
};

bool isWordFor(std::string_view cell, NumberFormat numbers, double& number) {
    const std::string word = asciiLower(cell);
    if (word == "true" || word == "yes" || word == "y" || word == "in stock" || cell == "是" || cell == "有货") {
        number = 1;
        return false;
    }
    if (word == "false" || word == "no" || word == "n" || word == "out of stock" || cell == "否" || cell == "无货" || cell == "缺货") {
        number = 0;
        return false;
    }
    Fixed value = 0;
    const NumberResult result = parseNumber(cell, numbers, value);
    number = result == NumberResult::Ok ? toDouble(value) : unknown;
    return result == NumberResult::Bad || result == NumberResult::TooLarge;
}

class PlanImport {
public:
    PlanImport(ImportRun& run, const FileDetection& detection, ImportId import)
        : m_run(run), m_detection(detection), m_import(import), m_rejects(import ? &run.project : nullptr, import, detection),
          m_rows(run, detection) {
        for (std::size_t i = 0; i < detection.columns.size(); ++i) {
            const ColumnGuess& column = detection.columns[i];
            if (column.use == ColumnUse::Covariate || isStockField(column.field)) {
                CovariateColumn covariate;
                covariate.column = i;
                covariate.name = column.field ? std::string(fieldName(*column.field)) : column.name;
                covariate.isShare = column.field == Field::Availability;
                m_covariates.push_back(std::move(covariate));
            }
        }
    }

    bool isStock() const { return m_detection.role == ImportRole::Stock; }

    /// First pass: which columns hold words, and which.
    void learn(const TableRow& row) {
        for (CovariateColumn& covariate : m_covariates) {
            const std::string_view cell = DayRowReader::cellAt(row, covariate.column);
            double number = 0;
            if (!isStock() && !cell.empty() && cell.size() < 128 && isWordFor(cell, m_detection.numbers, number)) {
                covariate.isText = true;
            }
            if (covariate.words.size() <= mostCategories && !cell.empty() && cell.size() < 128 &&
                covariate.words.find(cell) == covariate.words.end()) {
                covariate.words.emplace(cell);
            }
        }
    }

    /// Columns with more words than can be told apart tell nothing: they are left out.
    void begin() {
        std::erase_if(m_covariates, [](const CovariateColumn& c) { return c.isText && c.words.size() > mostCategories; });
        for (CovariateColumn& covariate : m_covariates) {
            covariate.firstValue = m_batch.names.size();
            if (!covariate.isText) {
                m_batch.names.push_back(covariate.name);
                continue;
            }
            for (const std::string& word : covariate.words) {
                m_batch.names.push_back(covariate.name + "=" + word);
            }
        }
        m_batch.values.resize(m_batch.names.size());
    }

    void take(const TableRow& row) {
        ++m_counts.read;
        DayRow key;
        RowFault fault = m_rows.read(row, key);
        if (!fault) {
            fault = readValues(row);
        }
        if (fault) {
            m_rejects.add(row, fault);
            return;
        }
        ++m_counts.imported;
        for (Day day = key.first; day <= key.last; ++day) {
            append(key, day);
        }
        if (isStock() && m_detection.fields[indexOf(Field::EndDate)]) {
            m_values.assign(m_values.size(), unknown);  // what was in stock after the range is not told
            append(key, key.last + 1);
        }
    }

    std::int64_t rows() const { return m_counts.read; }

    FileCounts finish() {
        store();
        m_rejects.flush();
        m_counts.rejected = m_rejects.count();
        return {m_counts, m_rejects.reasons(), m_rejects.first()};
    }

private:
    bool isStockField(std::optional<Field> field) const { return isStock() && (field == Field::Stock || field == Field::Availability); }

    RowFault readValues(const TableRow& row) {
        m_values.assign(m_batch.names.size(), unknown);
        for (const CovariateColumn& covariate : m_covariates) {
            const std::string_view cell = DayRowReader::cellAt(row, covariate.column);
            if (cell.empty()) {
                continue;
            }
            if (!covariate.isText) {
                double& value = m_values[covariate.firstValue];
                if (isWordFor(cell, m_detection.numbers, value)) {
                    return {"bad_number", covariate.column};
                }
                if (covariate.isShare && (value < 0 || value > 1)) {
                    return {"not_a_share", covariate.column};
                }
                continue;
            }
            std::size_t index = covariate.firstValue;
            for (const std::string& word : covariate.words) {
                m_values[index++] = word == cell ? 1 : 0;
            }
        }
        const bool tellsNothing = std::ranges::all_of(m_values, [](double value) { return std::isnan(value); });
        return isStock() && tellsNothing ? m_rows.faultAt("no_stock", m_detection.fields[indexOf(Field::Stock)] ? Field::Stock : Field::Availability)
                                         : RowFault();
    }

    void append(const DayRow& key, Day day) {
        m_batch.item.push_back(key.item);
        m_batch.location.push_back(key.location);
        m_batch.channel.push_back(key.channel);
        m_batch.day.push_back(day);
        m_batch.knownFrom.push_back(noDay);
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            m_batch.values[i].push_back(m_values[i]);
        }
        if (m_batch.size() >= rowsAtOnce) {
            store();
        }
    }

    void store() {
        if (m_import && m_batch.size() > 0) {
            m_run.project.appendPlan(m_import, m_batch);
        }
        for (auto* column : {&m_batch.item, &m_batch.location, &m_batch.channel}) {
            column->clear();
        }
        m_batch.day.clear();
        m_batch.knownFrom.clear();
        for (auto& values : m_batch.values) {
            values.clear();
        }
    }

    ImportRun& m_run;
    const FileDetection& m_detection;
    ImportId m_import;
    RejectLog m_rejects;
    DayRowReader m_rows;
    std::vector<CovariateColumn> m_covariates;
    PlanBatch m_batch;
    std::vector<double> m_values;
    ImportCounts m_counts;
};

}  // namespace

FileCounts importPlan(ImportRun& run, TableSource& table, FileDetection& detection, const SampleTable& sample, ImportId import) {
    PlanImport plan(run, detection, import);
    if (!table.canReread()) {
        TableRow row;
        for (const auto& cells : sample.rows) {
            row.cells.assign(cells.begin(), cells.end());
            plan.learn(row);
        }
    } else {
        forEachRow(run, table, detection, [&](const TableRow& row) {
            if (!checkRow(row, detection)) {
                plan.learn(row);
            }
        });
    }
    plan.begin();
    forEachRow(run, table, detection, [&](const TableRow& row) { plan.take(row); });
    return plan.finish();
}

}  // namespace foresell
