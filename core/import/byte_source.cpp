// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/byte_source.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <vector>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t rawBlock = std::size_t{256} << 10;

class File {
public:
    explicit File(const std::filesystem::path& path) : m_name(path.string()) {
        if (isStandardInput(path)) {
            return;
        }
        m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (m_descriptor < 0) {
            const int code = errno;
            throw Error(code == ENOENT ? "import.no_such_file" : "import.unreadable",
                        fmt::format("Cannot open {}: {}", m_name, std::strerror(code)),
                        "Check the path and that you may read the file.", {{"file", m_name}});
        }
        ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (m_descriptor > STDERR_FILENO) {
            ::close(m_descriptor);
        }
    }

    std::size_t read(char* into, std::size_t size) {
        for (;;) {
            const ssize_t got = ::read(m_descriptor, into, size);
            if (got >= 0) {
                m_position += got;
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                throw Error("import.unreadable", fmt::format("Cannot read {}: {}", m_name, std::strerror(errno)),
                            "Copy the file to a local disk and try again.", {{"file", m_name}});
            }
        }
    }

    /// Reads until `size` bytes are there or the file ends.
    std::size_t readFully(char* into, std::size_t size) {
        std::size_t done = 0;
        while (done < size) {
            const std::size_t got = read(into + done, size - done);
            if (got == 0) {
                break;
            }
            done += got;
        }
        return done;
    }

    const std::string& name() const { return m_name; }
    std::int64_t position() const { return m_position.load(std::memory_order_relaxed); }

private:
    std::string m_name;
    int m_descriptor = STDIN_FILENO;
    std::atomic<std::int64_t> m_position = 0;
};

/// Bytes as they are; `head` was read already to look at the magic number.
class PlainSource : public ByteSource {
public:
    PlainSource(std::unique_ptr<File> file, std::string head) : m_file(std::move(file)), m_head(std::move(head)) {}

    std::size_t read(char* into, std::size_t size) override {
        if (m_used < m_head.size()) {
            const std::size_t count = std::min(size, m_head.size() - m_used);
            std::memcpy(into, m_head.data() + m_used, count);
            m_used += count;
            return count;
        }
        return m_file->readFully(into, size);
    }
    std::int64_t position() const override { return m_file->position(); }

private:
    std::unique_ptr<File> m_file;
    std::string m_head;
    std::size_t m_used = 0;
};

class GzipSource : public ByteSource {
public:
    GzipSource(std::unique_ptr<File> file, const std::string& head) : m_file(std::move(file)), m_input(rawBlock) {
        std::memcpy(m_input.data(), head.data(), head.size());
        m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
        m_stream.avail_in = static_cast<uInt>(head.size());
        if (inflateInit2(&m_stream, 15 + 16) != Z_OK) {
            throw Error("import.unreadable", "Cannot start unpacking " + m_file->name());
        }
    }
    ~GzipSource() override { inflateEnd(&m_stream); }

    std::size_t read(char* into, std::size_t size) override {
        m_stream.next_out = reinterpret_cast<Bytef*>(into);
        m_stream.avail_out = static_cast<uInt>(size);
        while (m_stream.avail_out > 0 && !m_isAtEnd) {
            step();
        }
        return size - m_stream.avail_out;
    }
    std::int64_t position() const override { return m_file->position(); }

private:
    void step() {
        if (m_stream.avail_in == 0) {
            refill();
            if (m_stream.avail_in == 0) {
                m_isAtEnd = true;
                if (!m_isBetweenMembers) {
                    fail("it ends too early");
                }
                return;
            }
        }
        if (m_isBetweenMembers && !beginMember()) {
            return;
        }
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            m_isBetweenMembers = true;
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            fail(m_stream.msg != nullptr ? m_stream.msg : "its data is damaged");
        }
    }

    /// Another member follows, or padding, which gzip ignores as well.
    bool beginMember() {
        if (*m_stream.next_in != 0x1f) {
            m_isAtEnd = true;
            return false;
        }
        inflateReset(&m_stream);
        m_isBetweenMembers = false;
        return true;
    }

    void refill() {
        m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
        m_stream.avail_in = static_cast<uInt>(m_file->read(m_input.data(), m_input.size()));
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw Error("import.damaged_gzip", fmt::format("Cannot unpack {}: {}", m_file->name(), why),
                    "Copy or download the file again; nothing of it was imported.", {{"file", m_file->name()}});
    }

    std::unique_ptr<File> m_file;
    std::vector<char> m_input;
    z_stream m_stream = {};
    bool m_isBetweenMembers = false;
    bool m_isAtEnd = false;
};

class TextInMemory : public ByteSource {
public:
    TextInMemory(std::string text, std::size_t step) : m_text(std::move(text)), m_step(step) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t left = m_text.size() - m_used;
        const std::size_t count = std::min({size, left, m_step > 0 ? m_step : left});
        std::memcpy(into, m_text.data() + m_used, count);
        m_used += count;
        return count;
    }
    std::int64_t position() const override { return static_cast<std::int64_t>(m_used); }

private:
    std::string m_text;
    std::size_t m_step;
    std::size_t m_used = 0;
};

}  // namespace

std::unique_ptr<ByteSource> ByteSource::open(const std::filesystem::path& path) {
    if (!isStandardInput(path) && std::filesystem::is_directory(path)) {
        throw Error("import.unreadable", path.string() + " is a folder", "Name the files in it.",
                    {{"file", path.string()}});
    }
    auto file = std::make_unique<File>(path);
    std::string head(2, '\0');
    head.resize(file->readFully(head.data(), head.size()));
    if (head == "\x1f\x8b") {
        return std::make_unique<GzipSource>(std::move(file), head);
    }
    return std::make_unique<PlainSource>(std::move(file), std::move(head));
}

std::unique_ptr<ByteSource> ByteSource::ofText(std::string text, std::size_t step) {
    return std::make_unique<TextInMemory>(std::move(text), step);
}

bool isStandardInput(const std::filesystem::path& path) {
    return path == "-";
}

std::int64_t fileSize(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error || isStandardInput(path) ? 0 : static_cast<std::int64_t>(size);
}

std::string fileDigest(const std::filesystem::path& path) {
    if (isStandardInput(path)) {
        return {};
    }
    File file(path);
    std::vector<char> block(rawBlock);
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    while (const std::size_t got = file.read(block.data(), block.size())) {
        XXH3_128bits_update(state.get(), block.data(), got);
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace foresell
