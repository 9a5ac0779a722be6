// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/calendar/date.h"

namespace foresell::test {

/// A sale that fixture files are made of and that must be found again in the project.
struct FixtureSale {
    std::string order, item, name;
    Day day = 0;
    int quantity = 0;
    int cents = 0;
    auto operator<=>(const FixtureSale&) const = default;
};

/// Sales whose order numbers have 18 digits and whose names are in the language: "en", "zh", "tw", "ja", "fr".
std::vector<FixtureSale> fixtureSales(int count, const std::string& language = "en");

/// A table as text cells, its first row the names of the columns in the language.
using Cells = std::vector<std::vector<std::string>>;
Cells cellsOf(const std::vector<FixtureSale>& sales, const std::string& language = "en");

/// The cells as CSV.
std::string csvOf(const Cells& cells, char delimiter = ',', const std::string& end = "\n");

/// UTF-8 text in another encoding; a byte order mark for UTF-16.
std::string encoded(const std::string& utf8, const char* encoding);

/// A zip archive of named entries; `isStored`: not packed.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries, bool isStored = false);

/// The bytes as a gzip file.
std::string gzipOf(const std::string& bytes);

/// What stands in an XLSX file.
struct XlsxParts {
    std::vector<std::pair<std::string, std::string>> sheets;  ///< name, and the XML within <worksheet>
    std::string workbookProperties;                           ///< as "date1904=\"1\""
    std::vector<std::string> strings;                         ///< shared
    std::vector<int> hiddenSheets;
};
std::string xlsxOf(const XlsxParts& parts);

/// Rows of a sheet with text in the cells, as Apache POI's streaming writer leaves them.
std::string inlineRows(const Cells& cells, int firstRow = 1, const std::string& rowAttributes = {});

/// <sheetData> of a table whose texts are shared and whose days are numbers of style 1; adds the texts to `strings`.
std::string typedSheet(const std::vector<FixtureSale>& sales, std::vector<std::string>& strings, bool is1904 = false);

/// An ODS file with one table, given as the XML within <table:table>.
std::string odsOf(const std::vector<std::pair<std::string, std::string>>& tables);
std::string odsRows(const std::vector<FixtureSale>& sales);

std::string xmlEscaped(const std::string& text);

}  // namespace foresell::test
