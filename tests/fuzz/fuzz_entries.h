// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace foresell::test {

/// What the fuzzers call with bytes that they make up, and every run of the tests with those that were kept
/// (tests/fuzz/corpus): a text file, detected and read through; a workbook, as an archive or as XML within one; numbers,
/// days, codes and names; a cleaning recipe; a model. Errors for bad input are what is wanted; anything else is a fault.
void fuzzCsv(std::string_view bytes);
void fuzzWorkbook(std::string_view bytes);
void fuzzValues(std::string_view bytes);
void fuzzRecipe(std::string_view bytes);
void fuzzModel(std::string_view bytes);

}  // namespace foresell::test
