// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checksum.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace foresell {

namespace {

std::string toHex(XXH128_hash_t hash) {
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

XXH3_state_t* asState(void* state) {
    return static_cast<XXH3_state_t*>(state);
}

}  // namespace

std::uint64_t checksum64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string checksum128Hex(std::string_view bytes) {
    return toHex(XXH3_128bits(bytes.data(), bytes.size()));
}

StreamChecksum::StreamChecksum() : m_state(XXH3_createState()) {
    if (m_state == nullptr) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(asState(m_state));
}

StreamChecksum::~StreamChecksum() {
    XXH3_freeState(asState(m_state));
}

void StreamChecksum::add(std::string_view bytes) {
    XXH3_128bits_update(asState(m_state), bytes.data(), bytes.size());
}

std::string StreamChecksum::hex() const {
    return toHex(XXH3_128bits_digest(asState(m_state)));
}

}  // namespace foresell
