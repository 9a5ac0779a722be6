// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/catalog/sale_batch.h"

namespace foresell {

/// A batch of sale lines as the project file stores it: compressed columns and, apart, the digests, each with its
/// XXH3-64 checksum.
struct EncodedChunk {
    std::int32_t lines = 0;
    Day firstDay = noDay;
    Day lastDay = noDay;
    std::string contents;  ///< lines by day and item, as in chunk_contents.h
    std::uint64_t contentsChecksum = 0;
    std::string columns;
    std::uint64_t columnsChecksum = 0;
    std::string digests;
    std::uint64_t digestsChecksum = 0;
};

/// Safe to call from any thread. `batch` holds 1..SaleBatch::capacity lines.
EncodedChunk encodeSaleChunk(const SaleBatch& batch);

/// Fills `batch` with the lines of a chunk, without their digests. Throws Error "project.damaged" when the bytes are
/// not those that were written.
void decodeSaleChunk(std::string_view columns, std::uint64_t checksum, SaleBatch& batch);
void decodeDigests(std::string_view digests, std::uint64_t checksum, std::vector<Digest>& into);

/// Price and amount of a line that cleaning restated.
struct RepricedLine {
    std::int32_t line = 0;
    Fixed price = fixedMissing;
    Fixed amount = fixedMissing;

    bool operator==(const RepricedLine&) const = default;
};

/// In ChunkMarks::step: a bundle whose parts stand for it. A day's sum keeps the bundle, since it is taken apart anew.
inline constexpr std::uint8_t lineTakenApart = 254;

/// What cleaning says of the lines of one chunk.
struct ChunkMarks {
    std::int64_t chunk = 0;
    std::vector<std::uint8_t> step;                              ///< a line each: 0 kept, lineTakenApart, else the step's number
    std::vector<std::pair<std::int32_t, Fixed>> corrected;       ///< line, corrected quantity; ascending
    std::vector<RepricedLine> repriced;                          ///< ascending by line
};

}  // namespace foresell
