// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_disk.h"

#include <sqlite3.h>

#include <map>

namespace foresell::test {

namespace {

struct Plan {
    int left = 0;  // operations until the failure; 0: none is planned
    int status = SQLITE_OK;
    bool isLasting = false;
    bool hasFailed = false;
};

Plan plan;
// The methods of the system's files, by those that stand in for them.
std::map<const sqlite3_io_methods*, sqlite3_io_methods> replaced;
std::map<const sqlite3_io_methods*, const sqlite3_io_methods*> systemOf;

int failure() {
    if (plan.hasFailed) {
        return plan.isLasting ? plan.status : SQLITE_OK;
    }
    if (plan.left == 0 || --plan.left > 0) {
        return SQLITE_OK;
    }
    plan.hasFailed = true;
    return plan.status;
}

const sqlite3_io_methods& system(sqlite3_file* file) {
    return *systemOf.at(file->pMethods);
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    const int status = failure();
    return status == SQLITE_OK ? system(file).xWrite(file, bytes, count, offset) : status;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const int status = failure();
    return status == SQLITE_OK ? system(file).xTruncate(file, size) : SQLITE_IOERR_TRUNCATE;
}

int syncFile(sqlite3_file* file, int flags) {
    const int status = failure();
    return status == SQLITE_OK ? system(file).xSync(file, flags) : SQLITE_IOERR_FSYNC;
}

int openFile(sqlite3_vfs* disk, const char* name, sqlite3_file* file, int flags, int* flagsOut) {
    auto* below = static_cast<sqlite3_vfs*>(disk->pAppData);
    const int status = below->xOpen(below, name, file, flags, flagsOut);
    if (status == SQLITE_OK) {
        const sqlite3_io_methods* methods = file->pMethods;
        sqlite3_io_methods& mine = replaced[methods];
        mine = *methods;
        mine.xWrite = writeFile;
        mine.xTruncate = truncateFile;
        mine.xSync = syncFile;
        systemOf[&mine] = methods;
        file->pMethods = &mine;
    }
    return status;
}

}  // namespace

void FaultyDisk::install() {
    static sqlite3_vfs disk = *sqlite3_vfs_find(nullptr);
    disk.pAppData = sqlite3_vfs_find(nullptr);
    disk.zName = "faulty-disk";
    disk.pNext = nullptr;
    disk.xOpen = openFile;
    sqlite3_vfs_register(&disk, 1);
}

void FaultyDisk::failAt(int number, int status, bool lasting) {
    plan = {number, status, lasting, false};
}

void FaultyDisk::repair() {
    plan = {};
}

bool FaultyDisk::hasFailed() {
    return plan.hasFailed;
}

}  // namespace foresell::test
