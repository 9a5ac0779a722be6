// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "core/base/error.h"

namespace foresell {

namespace {

std::string holder(int file) {
    std::array<char, 32> text{};
    const ssize_t length = pread(file, text.data(), text.size() - 1, 0);
    return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : "unknown";
}

}  // namespace

ProjectLock::ProjectLock(const std::filesystem::path& project) {
    const std::string path = project.string() + ".lock";
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0) {
        throw Error("project.read_only", "The folder of this project cannot be written.",
                    "Save a copy in a folder of yours and open that.",
                    {{"file", path}, {"reason", std::strerror(errno)}});
    }
    if (flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        const std::string process = holder(m_file);
        ::close(m_file);
        throw Error("project.locked", "This project is open in another program (process " + process + ").",
                    "Close it there first.", {{"process", process}});
    }
    const std::string process = std::to_string(getpid());
    if (ftruncate(m_file, 0) != 0 || pwrite(m_file, process.data(), process.size(), 0) < 0) {
        // The number is only told to whoever finds the project locked: without it the lock holds all the same.
        return;
    }
}

ProjectLock::~ProjectLock() {
    ::close(m_file);
}

}  // namespace foresell
