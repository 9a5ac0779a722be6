// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/line_keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/error.h"

namespace foresell {

namespace {

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == 8);

[[noreturn]] void throwNoKey(const std::string& folder) {
    throw Error("import.no_customer_key", "Cannot keep the key for customers in " + folder,
                "Make the folder writable, or import without the customer column.", {{"folder", folder}});
}

std::filesystem::path keyFolder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
        return std::filesystem::path(data) / "foresell" / "keys";
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        return std::filesystem::path(home) / ".local" / "share" / "foresell" / "keys";
    }
    throwNoKey("the home folder, since HOME is not set");  // a folder that others can read is no place for a key
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

std::int64_t LineKeys::knownCustomer(std::string_view id) {
    if (!m_hasCustomerKey && !readKey(keyFolder() / (m_uuid + ".key"), m_customerKey)) {
        throw Error("privacy.no_customer_key", "This computer has not the key by which the project knows its customers.",
                    "Erase where the sales were imported, or erase by order or date.");
    }
    m_hasCustomerKey = true;
    return customer(id);
}

void LineKeys::loadCustomerKey() {
    const std::filesystem::path path = keyFolder() / (m_uuid + ".key");
    if (!readKey(path, m_customerKey)) {
        makeCustomerKey(path);
    }
    m_hasCustomerKey = true;
}

/// The file appears whole or not at all, and nobody else may read it.
void LineKeys::makeCustomerKey(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    const std::filesystem::path partial = path.string() + ".part";
    randombytes_buf(m_customerKey.data(), m_customerKey.size());
    const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool isWritten = file >= 0 && ::write(file, m_customerKey.data(), m_customerKey.size()) == std::ssize(m_customerKey) &&
                           ::fsync(file) == 0;
    if (file >= 0) {
        ::close(file);
    }
    if (isWritten) {
        std::filesystem::rename(partial, path, error);
    }
    if (!isWritten || error || !readKey(path, m_customerKey)) {
        throwNoKey(path.parent_path().string());
    }
}

}  // namespace foresell
