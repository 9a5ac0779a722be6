// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// A named array of a model: `values` has as many numbers as the product of `shape`.
struct NamedArray {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// A model or checkpoint as it is stored: a description and arrays, in the public format safetensors (8 bytes header
/// length, JSON header, raw little-endian arrays; github.com/huggingface/safetensors). The description is the byte
/// array "description", so that it may be large while the header stays under 1 MB. A checksum (XXH3) in the header's
/// metadata covers every name, shape and byte.
struct ModelFile {
    nlohmann::json description;
    std::vector<NamedArray> arrays;

    /// Throws Error "model.damaged" where the array is missing or has another shape.
    const NamedArray& array(const std::string& name, const std::vector<std::int64_t>& shape) const;
};

std::string writeModelFile(const ModelFile& file);

/// Reads what may come from outside: every length and offset is checked. Throws Error "model.damaged".
ModelFile readModelFile(std::string_view bytes);

}  // namespace foresell
