// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importer.h"
#include "core/protocol/import_messages.h"

/// Between the import of core and the messages of the protocol.
namespace foresell {

ImportFiles filesOf(const ImportRequest& request);

/// Throws Error "option.role", "option.encoding", "option.delimiter", "option.date_format" or
/// "option.decimal".
ImportOptions importOptions(const ImportRequest& request);

void describe(const FileDetection& detection, ImportPreviewResult& result);
ImportResult resultOf(const ImportSummary& summary);
/// As `foresell-cli import --json` tells it: the counts at its top level.
nlohmann::json summaryOf(const ImportResult& result);
/// FIELD=COLUMN, as given to --map. Throws Error "option.map".
std::map<std::string, std::string> fieldsOf(const std::vector<std::string>& maps);

}  // namespace foresell
