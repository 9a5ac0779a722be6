// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/import/table_source.h"
#include "core/import/workbook.h"

namespace foresell {

/// One sheet of a workbook as a table. A joined cell counts for all its cells: in its row, so that a heading over several
/// columns names each; and in the rows below it, but for numbers, which would be counted more than once.
class SheetTable : public TableSource {
public:
    struct Facts {
        std::string name;                     ///< of the file
        std::function<std::string()> digest;  ///< of the file
    };

    SheetTable(Facts facts, std::shared_ptr<const Workbook> workbook, std::size_t sheet, bool skipsHiddenRows);

    /// The sheets that the options mean. Throws Error "import.no_such_sheet" or "import.empty_file".
    static TableSources choose(const Facts& facts, const std::shared_ptr<const Workbook>& workbook, const ImportOptions& options);

    std::string name() const override;
    std::int64_t bytes() const override;
    std::string digest() const override { return m_facts.digest ? m_facts.digest() : std::string(); }
    TableLook look(const ImportOptions& options) override;
    std::unique_ptr<RowSource> rows() override;

private:
    void readMerged();

    Facts m_facts;
    std::shared_ptr<const Workbook> m_workbook;
    std::size_t m_sheet;
    bool m_skipsHiddenRows;
    bool m_hasMerged = false;
    std::vector<MergedCells> m_merged;  ///< by first row
    std::int64_t m_rowCount = 0, m_hiddenRows = 0;
};

}  // namespace foresell
