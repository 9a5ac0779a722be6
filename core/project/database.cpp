// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/database.h"

#include <sqlite3.h>
#include <zstd.h>

#include <cctype>
#include <map>

#include "core/base/checksum.h"
#include "core/project/page_checksums.h"
#include "core/project/schema.h"

namespace foresell {

namespace {

using Definitions = std::map<std::string, std::string>;

Definitions definitions(SQLite::Database& database) {
    Definitions found;
    SQLite::Statement rows(database, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema");
    while (rows.executeStep()) {
        found[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    }
    return found;
}

Definitions expectedDefinitions(int version) {
    SQLite::Database scratch(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int i = 0; i < version; ++i) {
        scratch.exec(migrations()[static_cast<std::size_t>(i)]);
    }
    return definitions(scratch);
}

/// The path as a "file:" URI (https://sqlite.org/uri.html) with the parameters of the mode.
std::string uri(const std::filesystem::path& path, OpenMode mode) {
    static constexpr std::string_view hexDigits = "0123456789ABCDEF";
    std::string text = "file:";
    for (const char character : path.string()) {
        const auto byte = static_cast<unsigned char>(character);
        if (std::isalnum(byte) != 0 || character == '/' || character == '.' || character == '-' || character == '_') {
            text += character;
        } else {
            text += {'%', hexDigits[byte >> 4U], hexDigits[byte & 15U]};
        }
    }
    switch (mode) {
        case OpenMode::immutable: return text + "?immutable=1";
        case OpenMode::unchecked: return text + "?checked=0";
        case OpenMode::usual: break;
    }
    return text;
}

/// A file whose header has been changed would be read without its page checksums.
void requirePageChecksums(SQLite::Database& database) {
    int reserve = -1;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    if (reserve != projectPageReserve || database.execAndGet("PRAGMA page_size").getInt() != projectPageSize) {
        throwDamaged("the head of the file");
    }
}

}  // namespace

SQLite::Database openDatabase(const std::filesystem::path& path, int flags, OpenMode mode) {
    SQLite::Database database(uri(path, mode), flags | SQLITE_OPEN_URI, 5000, pageChecksumLayer());
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    database.exec("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;");
    return database;
}

int schemaVersion(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

void checkSchema(SQLite::Database& database, bool mayBeOlder) {
    if (database.execAndGet("PRAGMA application_id").getInt() != projectApplicationId) {
        throw Error("project.not_a_project", "This file is not a Foresell project.",
                    "Choose a file that Foresell has made, or import this one as data.");
    }
    const int version = schemaVersion(database);
    const int newest = static_cast<int>(migrations().size());
    if (version > newest) {
        throw Error("project.newer", "This project was made by a newer Foresell.", "Update Foresell to open it.");
    }
    if (version < 1 || (version < newest && !mayBeOlder)) {
        throw Error("project.older", "This project was made by an older Foresell.",
                    "Open it once where it can be written, so that it is brought up to date.");
    }
    requirePageChecksums(database);
    if (definitions(database) != expectedDefinitions(version)) {
        throw Error("project.foreign_schema", "The tables of this project are not those that Foresell makes.",
                    "Open a backup, or ask whoever changed the file.");
    }
}

void throwTranslated(const SQLite::Exception& exception, const std::string& file) {
    const Error::Details details{{"file", file}, {"reason", exception.what()}};
    if (exception.getExtendedErrorCode() == SQLITE_IOERR_DATA) {
        throwDamaged("a page of " + file);
    }
    switch (exception.getErrorCode()) {
        case SQLITE_FULL:
            throw Error("project.disk_full", "The disk is full. Nothing that was saved before is lost.",
                        "Free some space and try again.", details);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw Error("project.damaged", file + " is damaged or is no Foresell project.",
                        "Run \"foresell-cli verify\" on it to see what can be rescued, or open a backup.", details);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw Error("project.read_only", file + " cannot be written.",
                        "Save a copy in a folder of yours and open that.", details);
        case SQLITE_CANTOPEN:
            throw Error("project.cannot_open", file + " cannot be opened.",
                        "Check that the file is there and that you may read it.", details);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error("project.busy", file + " is in use by another program.", "Close the other program.", details);
        default:
            throw Error("project.io", file + ": " + exception.what(), "Check the disk and try again.", details);
    }
}

void throwDamaged(const std::string& what) {
    throw Error("project.damaged", "The project is damaged: " + what + " does not match its checksum.",
                "Run \"foresell-cli verify\" on it to see what can be rescued, or open a backup.", {{"what", what}});
}

std::string_view checkedBlob(SQLite::Statement& row, int column, const char* what) {
    const SQLite::Column blob = row.getColumn(column);
    const std::string_view bytes(static_cast<const char*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes()));
    if (checksum64(bytes) != static_cast<std::uint64_t>(row.getColumn(column + 1).getInt64())) {
        throwDamaged(what);
    }
    return bytes;
}

void bindBlob(SQLite::Statement& statement, int index, std::string_view bytes) {
    statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

std::string compress(std::string_view bytes, int level) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size) != 0) {
        throw Error("project.compress", std::string("Compressing failed: ") + ZSTD_getErrorName(size));
    }
    packed.resize(size);
    return packed;
}

std::string decompress(std::string_view bytes, std::size_t limit) {
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit) {
        throwDamaged("a compressed block");
    }
    std::string plain(size, '\0');
    if (ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size()) != size) {
        throwDamaged("a compressed block");
    }
    return plain;
}

}  // namespace foresell
