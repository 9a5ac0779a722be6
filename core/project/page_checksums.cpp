// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/page_checksums.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <string_view>

#include "core/base/checksum.h"

namespace foresell {

namespace {

constexpr int checkedBytes = projectPageSize - projectPageReserve;

/// What SQLite sees of an open project file; the system's own file lies directly behind it in the same allocation.
struct CheckedFile {
    sqlite3_file base;
    bool isChecked;
};

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<CheckedFile*>(file) + 1);
}

bool isWholePage(int bytes, sqlite3_int64 offset) {
    return bytes == projectPageSize && offset % projectPageSize == 0;
}

std::uint64_t checksumOf(const char* page) {
    return checksum64({page, checkedBytes});
}

/// A page that SQLite has allocated and freed without ever writing it is a hole in the file.
bool isUnwritten(const char* page) {
    return std::all_of(page, page + projectPageSize, [](char byte) { return byte == 0; });
}

bool matches(const char* page) {
    std::uint64_t stored = 0;
    std::memcpy(&stored, page + checkedBytes, sizeof stored);
    return stored == checksumOf(page) || isUnwritten(page);
}

int closeFile(sqlite3_file* file) {
    return below(file)->pMethods->xClose(below(file));
}

int readFile(sqlite3_file* file, void* into, int bytes, sqlite3_int64 offset) {
    const int status = below(file)->pMethods->xRead(below(file), into, bytes, offset);
    const bool compares = reinterpret_cast<CheckedFile*>(file)->isChecked && isWholePage(bytes, offset);
    if (status == SQLITE_OK && compares && !matches(static_cast<const char*>(into))) {
        return SQLITE_IOERR_DATA;
    }
    return status;
}

int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
    if (!isWholePage(bytes, offset)) {
        return below(file)->pMethods->xWrite(below(file), from, bytes, offset);
    }
    std::array<char, projectPageSize> page;
    std::memcpy(page.data(), from, checkedBytes);
    const std::uint64_t checksum = checksumOf(page.data());
    std::memcpy(page.data() + checkedBytes, &checksum, sizeof checksum);
    return below(file)->pMethods->xWrite(below(file), page.data(), bytes, offset);
}

// The rest is passed on as it is. Version 2 of the methods: no memory mapping, which would go past the comparison.
const sqlite3_io_methods checkedMethods = {
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = [](sqlite3_file* file, sqlite3_int64 size) { return below(file)->pMethods->xTruncate(below(file), size); },
    .xSync = [](sqlite3_file* file, int flags) { return below(file)->pMethods->xSync(below(file), flags); },
    .xFileSize = [](sqlite3_file* file, sqlite3_int64* size) { return below(file)->pMethods->xFileSize(below(file), size); },
    .xLock = [](sqlite3_file* file, int level) { return below(file)->pMethods->xLock(below(file), level); },
    .xUnlock = [](sqlite3_file* file, int level) { return below(file)->pMethods->xUnlock(below(file), level); },
    .xCheckReservedLock = [](sqlite3_file* file, int* out) { return below(file)->pMethods->xCheckReservedLock(below(file), out); },
    .xFileControl = [](sqlite3_file* file, int op, void* arg) { return below(file)->pMethods->xFileControl(below(file), op, arg); },
    .xSectorSize = [](sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); },
    .xDeviceCharacteristics = [](sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); },
    .xShmMap = [](sqlite3_file* file, int page, int size, int extends, void volatile** out) {
        return below(file)->pMethods->xShmMap(below(file), page, size, extends, out);
    },
    .xShmLock = [](sqlite3_file* file, int offset, int count, int flags) {
        return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
    },
    .xShmBarrier = [](sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); },
    .xShmUnmap = [](sqlite3_file* file, int deletes) { return below(file)->pMethods->xShmUnmap(below(file), deletes); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

/// Log and journal files are opened as without this layer.
int openFile(sqlite3_vfs* layer, const char* name, sqlite3_file* file, int flags, int* flagsOut) {
    auto* system = static_cast<sqlite3_vfs*>(layer->pAppData);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) {
        return system->xOpen(system, name, file, flags, flagsOut);
    }
    auto* checked = new (file) CheckedFile{{nullptr}, sqlite3_uri_boolean(name, "checked", 1) != 0};
    const int status = system->xOpen(system, name, below(file), flags, flagsOut);
    if (status == SQLITE_OK) {
        checked->base.pMethods = &checkedMethods;
    }
    return status;
}

}  // namespace

const char* pageChecksumLayer() {
    static sqlite3_vfs layer = [] {
        sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
        sqlite3_vfs made = *system;
        made.zName = "foresell-page-checksums";
        made.szOsFile += static_cast<int>(sizeof(CheckedFile));
        made.pNext = nullptr;
        made.pAppData = system;
        made.xOpen = openFile;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&layer, 0);
    return registered == SQLITE_OK ? layer.zName : nullptr;
}

}  // namespace foresell
