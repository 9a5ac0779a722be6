// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_run.h"
#include "core/import/sale_mapper.h"

namespace foresell {

/// What a row of a plan, of stock, of behaviour or of market signals is about; parts that the file does not give are 0.
struct DayRow {
    std::int32_t item = 0, location = 0, channel = 0;
    Day first = noDay, last = noDay;
};

/// Reads it, with new items, locations and channels put into the catalogue of the import.
class DayRowReader {
public:
    DayRowReader(ImportRun& run, const FileDetection& detection);

    /// The fault of a row that cannot be used; `into` is then undefined.
    RowFault read(const TableRow& row, DayRow& into);
    RowFault faultAt(const char* code, Field field) const;
    /// Trimmed; empty where the row or the file has none.
    std::string_view cellAt(const TableRow& row, Field field) const;
    static std::string_view cellAt(const TableRow& row, std::size_t column);

private:
    RowFault readDay(const TableRow& row, Field field, Day& day);
    RowFault readId(const TableRow& row, Field field, Dictionary& dictionary, std::int32_t& id);

    ImportRun& m_run;
    const FileDetection& m_detection;
    DateParser m_dates;
};

}  // namespace foresell
