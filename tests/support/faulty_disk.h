// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foresell::test {

/// A disk below SQLite of which chosen operations fail. To be installed before the first project is opened; for one test
/// program with one thread.
class FaultyDisk {
public:
    static void install();
    /// The operation `number` from now on (1 = the next write, cut or flush) fails with the status, and so do all
    /// after it where `lasting`, as on a full disk.
    static void failAt(int number, int status, bool lasting);
    static void repair();
    /// Whether a failure has happened since failAt.
    static bool hasFailed();
};

}  // namespace foresell::test
