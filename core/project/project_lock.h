// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace foresell {

/// Holds a project for its one writer: an flock on the side file "NAME.lock", which the system drops when the holder
/// dies. Throws Error "project.locked" naming the holder's process.
class ProjectLock {
public:
    explicit ProjectLock(const std::filesystem::path& project);
    ~ProjectLock();
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;

private:
    int m_file = -1;
};

}  // namespace foresell
