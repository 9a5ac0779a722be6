// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace foresell {

/// How a project file is opened beside SQLite's own flags.
enum class OpenMode {
    usual,
    immutable,  ///< in a place where nothing can be written: no log beside the file and nobody else who changes it
    unchecked,  ///< pages are read without comparing their checksums, to rescue what can be read
};

/// Opens a project file with the settings that every connection needs. Internal to core/project.
SQLite::Database openDatabase(const std::filesystem::path& path, int flags, OpenMode mode = OpenMode::usual);

/// Checks that the file is a Foresell project of a version that this program knows, holding no table, view or trigger
/// of anyone else's. Throws Error "project.*".
void checkSchema(SQLite::Database& database, bool mayBeOlder);

int schemaVersion(SQLite::Database& database);

/// Runs `function` and translates SQLite's exceptions into Error: disk full, damaged, locked, read-only.
[[noreturn]] void throwTranslated(const SQLite::Exception& exception, const std::string& file);

template <typename Function>
auto translated(const std::filesystem::path& path, Function&& function) {
    try {
        return function();
    } catch (const SQLite::Exception& exception) {
        throwTranslated(exception, path.filename().string());
    }
}

/// A blob column and its checksum, from two neighbouring columns of a row; throws "project.damaged" when they differ.
std::string_view checkedBlob(SQLite::Statement& row, int column, const char* what);

void bindBlob(SQLite::Statement& statement, int index, std::string_view bytes);

std::string compress(std::string_view bytes, int level = 1);
/// Throws "project.damaged" when the bytes do not unpack to at most `limit` bytes.
std::string decompress(std::string_view bytes, std::size_t limit = std::size_t{8} << 30);

[[noreturn]] void throwDamaged(const std::string& what);

}  // namespace foresell
