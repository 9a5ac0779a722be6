// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <atomic>

#include "core/base/error.h"
#include "core/import/encoding.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using ZipHandle = std::unique_ptr<zip_t, ZipCloser>;

[[noreturn]] void damaged(const std::string& name, const std::string& why) {
    throw Error("import.damaged_zip", fmt::format("Cannot unpack {}: {}", name, why),
                "Copy or download the file again; nothing of it was imported.", {{"file", name}, {"why", why}});
}

[[noreturn]] void unsafe(const std::string& name, const std::string& why) {
    throw Error("import.unsafe_zip", fmt::format("{} is not unpacked: {}", name, why),
                "Split the data over several files, or save the table as CSV.", {{"file", name}, {"why", why}});
}

/// A handle of its own for each reader: libzip's are not for several threads.
ZipHandle openHandle(const std::string& name, const std::filesystem::path& path, const std::string* bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = bytes != nullptr ? zip_source_buffer_create(bytes->data(), bytes->size(), 0, &error)
                                            : zip_source_file_create(path.c_str(), 0, -1, &error);
    ZipHandle handle(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (!handle) {
        const std::string why = zip_error_strerror(&error);
        if (source != nullptr) {
            zip_source_free(source);
        }
        zip_error_fini(&error);
        damaged(name, why);
    }
    zip_error_fini(&error);
    return handle;
}

/// One entry, unpacked while it is read.
class EntrySource : public ByteSource {
public:
    EntrySource(ZipHandle archive, const ZipArchive::Entry& entry, std::string name, std::shared_ptr<const std::string> bytes)
        : m_bytes(std::move(bytes)), m_archive(std::move(archive)), m_entry(zip_fopen_index(m_archive.get(), entry.index, 0)),
          m_name(std::move(name)), m_promised(entry.bytes) {
        if (!m_entry) {
            damaged(m_name, zip_strerror(m_archive.get()));
        }
    }

    std::size_t read(char* into, std::size_t size) override {
        const zip_int64_t got = zip_fread(m_entry.get(), into, size);
        if (got < 0) {
            damaged(m_name, zip_file_strerror(m_entry.get()));
        }
        m_position += got;
        if (m_position > m_promised) {
            unsafe(m_name, "more comes out of it than it promises");
        }
        return static_cast<std::size_t>(got);
    }
    std::int64_t position() const override { return m_position; }

private:
    std::shared_ptr<const std::string> m_bytes;  ///< kept for the handle
    ZipHandle m_archive;
    std::unique_ptr<zip_file_t, ZipCloser> m_entry;
    std::string m_name;
    std::int64_t m_promised;
    std::atomic<std::int64_t> m_position = 0;
};

/// Names are UTF-8, or GBK where an older Chinese system packed them.
std::string nameOf(const char* raw) {
    const std::string_view name = raw == nullptr ? std::string_view() : std::string_view(raw);
    std::string text(name);
    if (!isCleanUtf8(name)) {
        text.clear();
        Utf8Decoder(Encoding::Gb18030).decode(name, true, text);
        text = toShowable(text);
    }
    std::replace(text.begin(), text.end(), '\\', '/');
    return text;
}

}  // namespace

std::shared_ptr<const ZipArchive> ZipArchive::ofFile(const std::filesystem::path& path) {
    const std::shared_ptr<ZipArchive> archive(new ZipArchive);
    archive->m_name = path.filename().string();
    archive->m_path = path;
    archive->readDirectory();
    return archive;
}

std::shared_ptr<const ZipArchive> ZipArchive::ofBytes(std::string bytes, std::string name) {
    const std::shared_ptr<ZipArchive> archive(new ZipArchive);
    archive->m_name = std::move(name);
    archive->m_bytes = std::make_shared<const std::string>(std::move(bytes));
    archive->readDirectory();
    return archive;
}

void ZipArchive::readDirectory() {
    const ZipHandle handle = openHandle(m_name, m_path, m_bytes.get());
    const zip_int64_t count = zip_get_num_entries(handle.get(), 0);
    if (count > mostEntries) {
        unsafe(m_name, fmt::format("it holds {} files, more than {}", count, mostEntries));
    }
    std::int64_t sum = 0, packed = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t facts;
        zip_stat_init(&facts);
        if (zip_stat_index(handle.get(), i, 0, &facts) != 0 || (facts.valid & ZIP_STAT_SIZE) == 0) {
            damaged(m_name, zip_strerror(handle.get()));
        }
        Entry entry{nameOf(zip_get_name(handle.get(), i, ZIP_FL_ENC_RAW)), static_cast<std::int64_t>(facts.size), i};
        if (facts.size > static_cast<zip_uint64_t>(largestEntry)) {
            unsafe(m_name, fmt::format("{} in it would grow to more than {} MB", entry.name, largestEntry >> 20));
        }
        if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE) {
            throw Error("import.locked_file", m_name + " is locked with a password",
                        "Save it without a password and import that.", {{"file", m_name}});
        }
        sum += entry.bytes;
        packed += (facts.valid & ZIP_STAT_COMP_SIZE) != 0 ? static_cast<std::int64_t>(facts.comp_size) : 0;
        m_entries.push_back(std::move(entry));
    }
    if (sum > largestSum || (sum > largestEntry && sum / largestRatio > packed)) {
        unsafe(m_name, fmt::format("it would grow to {} MB", sum >> 20));
    }
}

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const {
    const auto exact = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.name == name; });
    if (exact != m_entries.end() || name.empty()) {
        return exact == m_entries.end() ? nullptr : &*exact;
    }
    const std::string lower = asciiLower(name);
    const auto alike = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return asciiLower(entry.name) == lower; });
    return alike == m_entries.end() ? nullptr : &*alike;
}

std::unique_ptr<ByteSource> ZipArchive::open(const Entry& entry) const {
    return std::make_unique<EntrySource>(openHandle(m_name, m_path, m_bytes.get()), entry, m_name, m_bytes);
}

std::string readAll(ByteSource& source, std::int64_t most) {
    std::string all;
    std::string block(std::size_t{64} << 10, '\0');
    while (const std::size_t got = source.read(block.data(), block.size())) {
        if (static_cast<std::int64_t>(all.size() + got) > most) {
            unsafe("the file", fmt::format("a part of it is larger than {} MB", most >> 20));
        }
        all.append(block, 0, got);
    }
    return all;
}

}  // namespace foresell
