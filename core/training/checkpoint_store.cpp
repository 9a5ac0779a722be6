// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "core/base/error.h"

namespace foresell {
namespace {

constexpr const char* extension = ".safetensors";

[[noreturn]] void refuse(const std::filesystem::path& path, int reason) {
    throw Error("training.checkpoint",
                "The training's state cannot be written to " + path.string() + ": " + std::strerror(reason) + ".",
                "Free some disk space or choose another state folder.", {{"file", path.string()}});
}

void writeSynced(const std::filesystem::path& path, const std::string& bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        refuse(path, errno);
    }
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + written, bytes.size() - written);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            const int reason = errno;
            ::close(file);
            refuse(path, reason);
        }
        written += static_cast<std::size_t>(count);
    }
    if (::fsync(file) != 0 || ::close(file) != 0) {
        refuse(path, errno);
    }
}

void syncFolder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

}  // namespace

CheckpointStore::CheckpointStore(std::filesystem::path folder) : m_folder(std::move(folder)) {
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error) {
        refuse(m_folder, error.value());
    }
}

void CheckpointStore::save(std::int64_t step, const ModelFile& state) const {
    if (!isActive()) {
        return;
    }
    std::string number = std::to_string(step);
    number.insert(0, number.size() < 12 ? 12 - number.size() : 0, '0');
    const auto path = m_folder / ("checkpoint-" + number + extension);
    const auto aside = m_folder / "checkpoint.part";
    writeSynced(aside, writeModelFile(state));
    std::error_code error;
    std::filesystem::rename(aside, path, error);
    if (error) {
        refuse(path, error.value());
    }
    syncFolder(m_folder);
    const auto files = newestFirst();
    for (std::size_t i = 2; i < files.size(); ++i) {
        std::filesystem::remove(files[i], error);
    }
}

std::optional<ModelFile> CheckpointStore::load(const std::string& fingerprint) const {
    for (const auto& path : isActive() ? newestFirst() : std::vector<std::filesystem::path>{}) {
        try {
            std::ifstream stream(path, std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(stream), {});
            ModelFile file = readModelFile(bytes);
            if (file.description.value("fingerprint", "") == fingerprint) {
                return file;
            }
        } catch (const Error&) {
            continue;
        } catch (const nlohmann::json::exception&) {
            continue;
        }
    }
    return std::nullopt;
}

void CheckpointStore::clear() const {
    std::error_code error;
    for (const auto& path : isActive() ? newestFirst() : std::vector<std::filesystem::path>{}) {
        std::filesystem::remove(path, error);
    }
}

std::vector<std::filesystem::path> CheckpointStore::newestFirst() const {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        if (entry.path().extension() == extension) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files, std::greater{});
    return files;
}

}  // namespace foresell
