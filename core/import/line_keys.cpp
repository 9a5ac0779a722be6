// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/line_keys.h"

#include <sodium.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"

namespace foresell {

namespace {

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == 8);

std::filesystem::path keyFolder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path base = data != nullptr && *data != '\0'  ? std::filesystem::path(data)
                                       : home != nullptr && *home != '\0' ? std::filesystem::path(home) / ".local" / "share"
                                                                          : std::filesystem::path("/tmp");
    return base / "foresell" / "keys";
}

template <std::size_t size>
bool readKey(const std::filesystem::path& path, std::array<unsigned char, size>& key) {
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char*>(key.data()), static_cast<std::streamsize>(size));
    return file.gcount() == static_cast<std::streamsize>(size);
}

}  // namespace

LineKeys::LineKeys(const std::string& digestKey, const std::string& uuid) : m_uuid(uuid) {
    if (sodium_init() < 0) {
        throw Error("import.no_random", "The system gives no random numbers.");
    }
    for (unsigned char part = 0; part < 3; ++part) {
        crypto_generichash(m_secret.data() + part * 64, 64, &part, 1, reinterpret_cast<const unsigned char*>(digestKey.data()),
                           std::min<std::size_t>(digestKey.size(), crypto_generichash_KEYBYTES_MAX));
    }
}

Digest LineKeys::digest(std::string_view bytes) const {
    const XXH128_hash_t hash = XXH3_128bits_withSecret(bytes.data(), bytes.size(), m_secret.data(), m_secret.size());
    return {hash.low64, hash.high64};
}

std::int64_t LineKeys::customer(std::string_view id) {
    if (id.empty()) {
        return 0;
    }
    if (!m_hasCustomerKey) {
        loadCustomerKey();
    }
    std::int64_t hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), reinterpret_cast<const unsigned char*>(id.data()), id.size(),
                     m_customerKey.data());
    return hash == 0 ? 1 : hash;
}

void LineKeys::loadCustomerKey() {
    const std::filesystem::path folder = keyFolder();
    const std::filesystem::path path = folder / (m_uuid + ".key");
    if (!readKey(path, m_customerKey)) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        const mode_t before = umask(0077);
        randombytes_buf(m_customerKey.data(), m_customerKey.size());
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(m_customerKey.data()), static_cast<std::streamsize>(m_customerKey.size()));
        file.close();
        umask(before);
        if (!readKey(path, m_customerKey)) {
            throw Error("import.no_customer_key", "Cannot keep the key for customers in " + folder.string(),
                        "Make the folder writable, or import without the customer column.", {{"folder", folder.string()}});
        }
    }
    m_hasCustomerKey = true;
}

}  // namespace foresell
