// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_memory.h"

#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <atomic>

namespace foresell {
namespace {

constexpr int usualThreshold = 128 * 1024;       ///< glibc's, for both
constexpr int keptBlocks = 8 << 20;              ///< larger ones are few, and kept they would leave holes
constexpr int keptAtEnd = 1 << 30;
std::atomic<int> keepers = 0;

}  // namespace

std::int64_t peakMemory() {
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss * 1024 : 0;
}

FreedMemoryKeeper::FreedMemoryKeeper() {
#ifdef __GLIBC__
    if (keepers++ == 0) {
        mallopt(M_MMAP_THRESHOLD, keptBlocks);
        mallopt(M_TRIM_THRESHOLD, keptAtEnd);
    }
#endif
}

FreedMemoryKeeper::~FreedMemoryKeeper() {
#ifdef __GLIBC__
    if (--keepers == 0) {
        mallopt(M_MMAP_THRESHOLD, usualThreshold);
        mallopt(M_TRIM_THRESHOLD, usualThreshold);
        malloc_trim(0);
    }
#endif
}

}  // namespace foresell
