// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace foresell {

/// XXH3 of 64 bits: notices any flipped bit of a blob; no protection against forgery.
std::uint64_t checksum64(std::string_view bytes);

/// XXH3 of 128 bits, as 32 hexadecimal digits.
std::string checksum128Hex(std::string_view bytes);

/// XXH3 of 128 bits over bytes that come piece by piece.
class StreamChecksum {
public:
    StreamChecksum();
    ~StreamChecksum();
    StreamChecksum(const StreamChecksum&) = delete;
    StreamChecksum& operator=(const StreamChecksum&) = delete;

    void add(std::string_view bytes);
    /// 32 hexadecimal digits of all that was added.
    std::string hex() const;

private:
    void* m_state;
};

}  // namespace foresell
