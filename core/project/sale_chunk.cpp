// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sale_chunk.h"

#include <algorithm>
#include <cstring>

#include "core/base/blob.h"
#include "core/base/checksum.h"
#include "core/base/error.h"
#include "core/project/chunk_contents.h"
#include "core/project/database.h"

namespace foresell {

namespace {

// A column is stored as its smallest value and, for each line, the distance from it in as few bytes as the largest
// distance needs. A missing value is distance 0, which then moves the others up by one.
template <typename Narrow, typename Value>
void putDistances(BlobWriter& writer, const std::vector<Value>& values, std::int64_t low, bool hasMissing) {
    std::vector<Narrow> distances(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = static_cast<std::int64_t>(values[i]);
        const std::uint64_t distance = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(low);
        distances[i] = hasMissing && isMissing(value) ? Narrow{0} : static_cast<Narrow>(distance + (hasMissing ? 1 : 0));
    }
    writer.putVector(distances);
}

template <typename Value>
void putColumn(BlobWriter& writer, const std::vector<Value>& values) {
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min() + 1;
    bool hasMissing = false;
    for (const Value each : values) {
        const auto value = static_cast<std::int64_t>(each);
        if (isMissing(value)) {
            hasMissing = true;
        } else {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high) {
        low = high = 0;
    }
    const std::uint64_t range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const std::uint8_t width = range == 0 || range > UINT32_MAX ? 8 : range > UINT16_MAX ? 4 : range > UINT8_MAX ? 2 : 1;
    writer.put(low);
    writer.put(static_cast<std::uint8_t>(hasMissing ? 1 : 0));
    writer.put(width);
    switch (width) {
        case 1: putDistances<std::uint8_t>(writer, values, low, hasMissing); break;
        case 2: putDistances<std::uint16_t>(writer, values, low, hasMissing); break;
        case 4: putDistances<std::uint32_t>(writer, values, low, hasMissing); break;
        default: putDistances<std::uint64_t>(writer, values, low, hasMissing); break;
    }
}

template <typename Narrow, typename Value>
void getDistances(BlobReader& reader, std::vector<Value>& values, std::int64_t low, bool hasMissing) {
    std::vector<Narrow> distances;
    reader.getVector(distances);
    values.resize(distances.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t distance = distances[i];
        const std::int64_t value =
            hasMissing && distance == 0
                ? fixedMissing
                : static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + distance - (hasMissing ? 1 : 0));
        values[i] = static_cast<Value>(value);
    }
}

template <typename Value>
void getColumn(BlobReader& reader, std::vector<Value>& values) {
    const auto low = reader.get<std::int64_t>();
    const bool hasMissing = reader.get<std::uint8_t>() != 0;
    switch (reader.get<std::uint8_t>()) {
        case 1: getDistances<std::uint8_t>(reader, values, low, hasMissing); break;
        case 2: getDistances<std::uint16_t>(reader, values, low, hasMissing); break;
        case 4: getDistances<std::uint32_t>(reader, values, low, hasMissing); break;
        case 8: getDistances<std::uint64_t>(reader, values, low, hasMissing); break;
        default: throwDamaged("a chunk of sale lines");
    }
}

void putTexts(BlobWriter& writer, const TextColumn& texts) {
    std::vector<std::uint32_t> lengths(texts.size());
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        lengths[i] = static_cast<std::uint32_t>(texts.at(i).size());
    }
    putColumn(writer, lengths);
    writer.putText(texts.bytes());
}

void getTexts(BlobReader& reader, TextColumn& texts) {
    std::vector<std::uint32_t> lengths;
    getColumn(reader, lengths);
    const std::string_view bytes = reader.getText();
    texts.clear();
    std::size_t begin = 0;
    for (const std::uint32_t length : lengths) {
        if (length > bytes.size() - begin) {
            throwDamaged("a chunk of sale lines");
        }
        texts.push(bytes.substr(begin, length));
        begin += length;
    }
}

// A customer's hash fills all 64 bits, and the smallest of them is also fixedMissing: kept as it is.
void putRaw(BlobWriter& writer, const std::vector<std::int64_t>& values) {
    writer.putVector(values);
}

template <typename Visitor>
void forEachColumn(SaleBatch& batch, Visitor&& visit) {
    visit(batch.sourceRow);
    visit(batch.day);
    visit(batch.second);
    visit(batch.item);
    visit(batch.location);
    visit(batch.channel);
    visit(batch.quantity);
    visit(batch.price);
    visit(batch.amount);
}

}  // namespace

EncodedChunk encodeSaleChunk(const SaleBatch& batch) {
    BlobWriter writer;
    writer.put(static_cast<std::uint32_t>(batch.size()));
    forEachColumn(const_cast<SaleBatch&>(batch), [&writer](const auto& column) { putColumn(writer, column); });
    putRaw(writer, batch.customer);
    putTexts(writer, batch.order);
    putTexts(writer, batch.name);

    EncodedChunk chunk;
    chunk.lines = static_cast<std::int32_t>(batch.size());
    const auto [first, last] = std::minmax_element(batch.day.begin(), batch.day.end());
    chunk.firstDay = *first;
    chunk.lastDay = *last;
    chunk.contents = encodeContents(batch);
    chunk.contentsChecksum = checksum64(chunk.contents);
    chunk.columns = compress(writer.take());
    chunk.columnsChecksum = checksum64(chunk.columns);
    chunk.digests.assign(reinterpret_cast<const char*>(batch.digest.data()), batch.digest.size() * sizeof(Digest));
    chunk.digestsChecksum = checksum64(chunk.digests);
    return chunk;
}

void decodeSaleChunk(std::string_view columns, std::uint64_t checksum, SaleBatch& batch) {
    if (checksum64(columns) != checksum) {
        throwDamaged("a chunk of sale lines");
    }
    const std::string plain = decompress(columns, std::size_t{256} << 20);
    BlobReader reader(plain);
    const auto lines = reader.get<std::uint32_t>();
    batch.clear();
    bool sameLength = true;
    forEachColumn(batch, [&](auto& column) {
        getColumn(reader, column);
        sameLength = sameLength && column.size() == lines;
    });
    reader.getVector(batch.customer);
    getTexts(reader, batch.order);
    getTexts(reader, batch.name);
    if (!reader.atEnd() || !sameLength || batch.customer.size() != lines || batch.order.size() != lines ||
        batch.name.size() != lines) {
        throwDamaged("a chunk of sale lines");
    }
}

void decodeDigests(std::string_view digests, std::uint64_t checksum, std::vector<Digest>& into) {
    if (checksum64(digests) != checksum || digests.size() % sizeof(Digest) != 0) {
        throwDamaged("the digests of a chunk of sale lines");
    }
    into.resize(digests.size() / sizeof(Digest));
    if (!into.empty()) {
        std::memcpy(into.data(), digests.data(), digests.size());
    }
}

}  // namespace foresell
