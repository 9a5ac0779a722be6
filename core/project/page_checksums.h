// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell {

/// Every page of a project file ends in the XXH3 checksum of the rest of it, written and compared by a layer below
/// SQLite (a "VFS shim", https://sqlite.org/vfs.html), so that a flipped bit is noticed wherever it lies: in a name, an
/// index or a setting as well as in the blobs, which carry checksums of their own. Internal to core/project.
///
/// A page that does not match ends the read with SQLITE_IOERR_DATA, which becomes Error "project.damaged". The
/// write-ahead log has checksums of SQLite's own.
constexpr int projectPageSize = 4096;
constexpr int projectPageReserve = 8;

/// Name of the layer for opening a database, which is made known to SQLite by the first call. With the URI parameter
/// "checked=0" pages are read without comparing, to rescue what can be read.
const char* pageChecksumLayer();

}  // namespace foresell
