// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/model_file.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/error.h"
#include "core/base/json_text.h"

namespace foresell {
namespace {

static_assert(std::endian::native == std::endian::little, "arrays are stored as they lie in memory");

constexpr std::uint64_t largestHeader = 1 << 20;
constexpr std::uint64_t largestDimension = std::uint64_t{1} << 40;

[[noreturn]] void refuse(const std::string& what) {
    throw Error("model.damaged", "The model cannot be read: " + what + ".", "Train again, or restore a backup.",
                {{"what", what}});
}

struct Region {
    std::string name, type;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;
};

std::string hexDigest(const std::vector<Region>& regions, std::string_view data) {
    std::string text;
    for (const Region& region : regions) {
        text += region.name + '\0' + region.type;
        for (const std::int64_t dimension : region.shape) {
            text += ',' + std::to_string(dimension);
        }
        text += '\0';
    }
    const XXH64_hash_t names = XXH3_64bits(text.data(), text.size());
    const XXH64_hash_t hash = XXH3_64bits_withSeed(data.data(), data.size(), names);
    char digest[17];
    std::snprintf(digest, sizeof digest, "%016llx", static_cast<unsigned long long>(hash));
    return digest;
}

std::uint64_t elements(const Region& region) {
    std::uint64_t count = 1;
    for (const std::int64_t dimension : region.shape) {
        if (dimension < 0 || static_cast<std::uint64_t>(dimension) > largestDimension ||
            (dimension > 0 && count > largestDimension / static_cast<std::uint64_t>(dimension))) {
            refuse("an array has an impossible shape");
        }
        count *= static_cast<std::uint64_t>(dimension);
    }
    return count;
}

Region readRegion(const std::string& name, const nlohmann::json& entry, std::uint64_t dataSize) {
    Region region;
    region.name = name;
    region.type = entry.at("dtype").get<std::string>();
    if (entry.size() != 3 || entry.at("shape").size() > 8 || entry.at("data_offsets").size() != 2) {
        refuse("an entry of the header is not understood");
    }
    for (const auto& dimension : entry.at("shape")) {
        if (!dimension.is_number_unsigned()) {
            refuse("an array has an impossible shape");
        }
        region.shape.push_back(dimension.get<std::int64_t>());
    }
    for (const auto& offset : entry.at("data_offsets")) {
        if (!offset.is_number_unsigned()) {
            refuse("an array lies outside the file");
        }
    }
    region.begin = entry.at("data_offsets")[0].get<std::uint64_t>();
    region.end = entry.at("data_offsets")[1].get<std::uint64_t>();
    if (region.begin > region.end || region.end > dataSize) {
        refuse("an array lies outside the file");
    }
    const std::uint64_t width = region.type == "F32" ? 4 : region.type == "U8" ? 1 : 0;
    if (width == 0 || elements(region) * width != region.end - region.begin) {
        refuse("an array has another length than its shape says");
    }
    return region;
}

std::vector<Region> readRegions(const nlohmann::json& header, std::uint64_t dataSize) {
    std::vector<Region> regions;
    for (const auto& [name, entry] : header.items()) {
        if (name != "__metadata__") {
            regions.push_back(readRegion(name, entry, dataSize));
        }
    }
    std::ranges::sort(regions, {}, [](const Region& region) { return std::pair(region.begin, region.end); });
    std::uint64_t position = 0;
    for (const Region& region : regions) {
        if (region.begin != position) {
            refuse("arrays overlap or leave a hole");
        }
        position = region.end;
    }
    if (position != dataSize) {
        refuse("bytes follow the last array");
    }
    return regions;
}

ModelFile readChecked(std::string_view bytes) {
    std::uint64_t headerSize = 0;
    if (bytes.size() < sizeof headerSize) {
        refuse("it is too short");
    }
    std::memcpy(&headerSize, bytes.data(), sizeof headerSize);
    if (headerSize > largestHeader || headerSize > bytes.size() - sizeof headerSize) {
        refuse("its header is too long");
    }
    const std::string_view headerText = bytes.substr(sizeof headerSize, headerSize);
    const std::string_view data = bytes.substr(sizeof headerSize + headerSize);
    if (std::ranges::count_if(headerText, [](char c) { return c == '[' || c == '{'; }) > 20000) {
        refuse("its header is not understood");
    }
    const auto header = nlohmann::json::parse(headerText);
    const std::vector<Region> regions = readRegions(header, data.size());
    if (header.at("__metadata__").at("checksum").get<std::string>() != hexDigest(regions, data)) {
        refuse("its checksum does not match");
    }
    ModelFile file;
    for (const Region& region : regions) {
        const std::string_view part = data.substr(region.begin, region.end - region.begin);
        if (region.type == "U8") {
            if (region.name == "description") {
                file.description = parseJson(part);
                if (file.description.is_discarded()) {
                    refuse("its description is not understood");
                }
            }
            continue;
        }
        NamedArray array{region.name, region.shape, std::vector<float>(part.size() / sizeof(float))};
        if (!part.empty()) {  // no address is no address, also for no bytes
            std::memcpy(array.values.data(), part.data(), part.size());
        }
        file.arrays.push_back(std::move(array));
    }
    return file;
}

}  // namespace

const NamedArray& ModelFile::array(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const auto found = std::ranges::find(arrays, name, &NamedArray::name);
    if (found == arrays.end() || found->shape != shape) {
        refuse("the array " + name + " is missing or has another shape");
    }
    return *found;
}

std::string writeModelFile(const ModelFile& file) {
    const std::string description = file.description.dump();
    std::vector<Region> regions;
    std::uint64_t position = 0;
    const auto place = [&](const std::string& name, const char* type, std::vector<std::int64_t> shape,
                           std::uint64_t size) {
        regions.push_back({name, type, std::move(shape), position, position + size});
        position += size;
    };
    std::string data;
    for (const NamedArray& array : file.arrays) {
        place(array.name, "F32", array.shape, array.values.size() * sizeof(float));
        data.append(reinterpret_cast<const char*>(array.values.data()), array.values.size() * sizeof(float));
    }
    place("description", "U8", {static_cast<std::int64_t>(description.size())}, description.size());
    data += description;
    nlohmann::json header;
    header["__metadata__"] = {{"format", "foresell"}, {"checksum", hexDigest(regions, data)}};
    for (const Region& region : regions) {
        header[region.name] = {
            {"dtype", region.type}, {"shape", region.shape}, {"data_offsets", {region.begin, region.end}}};
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t headerSize = text.size();
    std::string bytes(sizeof headerSize, '\0');
    std::memcpy(bytes.data(), &headerSize, sizeof headerSize);
    return bytes + text + data;
}

ModelFile readModelFile(std::string_view bytes) {
    try {
        return readChecked(bytes);
    } catch (const nlohmann::json::exception&) {
        refuse("its header is not understood");
    }
}

}  // namespace foresell
