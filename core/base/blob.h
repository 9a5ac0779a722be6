// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace foresell {

/// Lays numbers and arrays end to end, little endian as on every machine that Foresell is built for.
class BlobWriter {
public:
    template <typename T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&value, sizeof(T));
    }
    void putText(std::string_view text) {
        put(static_cast<std::uint64_t>(text.size()));
        append(text.data(), text.size());
    }
    template <typename T>
    void putVector(const std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        put(static_cast<std::uint64_t>(values.size()));
        append(values.data(), values.size() * sizeof(T));
    }
    std::string take() { return std::move(m_bytes); }

private:
    void append(const void* data, std::size_t size) {
        if (size > 0) {
            m_bytes.append(static_cast<const char*>(data), size);
        }
    }
    std::string m_bytes;
};

/// Reads back what BlobWriter wrote. Never reads past the end: what does not fit makes it `failed`, and every later
/// value is zero or empty.
class BlobReader {
public:
    explicit BlobReader(std::string_view bytes) : m_rest(bytes) {}

    template <typename T>
    T get() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (take(sizeof(T))) {
            std::memcpy(&value, m_taken.data(), sizeof(T));
        }
        return value;
    }
    std::string_view getText() {
        const auto size = get<std::uint64_t>();
        return take(size) ? m_taken : std::string_view();
    }
    template <typename T>
    void getVector(std::vector<T>& into) {
        const auto count = get<std::uint64_t>();
        if (count > m_rest.size() / sizeof(T)) {
            m_failed = true;
            into.clear();
            return;
        }
        into.resize(count);
        if (take(count * sizeof(T)) && count > 0) {
            std::memcpy(into.data(), m_taken.data(), m_taken.size());
        }
    }
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty() && !m_failed; }

private:
    bool take(std::size_t size) {
        if (m_failed || size > m_rest.size()) {
            m_failed = true;
            return false;
        }
        m_taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }

    std::string_view m_rest;
    std::string_view m_taken;
    bool m_failed = false;
};

}  // namespace foresell
