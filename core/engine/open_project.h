// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/project/project_reader.h"
#include "core/project/project_writer.h"

namespace foresell {

/// A project that this process may change: its one writer, readers beside it, and who is told of a change.
class OpenProject {
public:
    using ChangeCallback = std::function<void(std::int64_t revision, const std::string& what)>;

    static std::shared_ptr<OpenProject> open(const std::filesystem::path& path);
    static std::shared_ptr<OpenProject> create(const std::filesystem::path& path,
                                               const ProjectSettings& settings);
    ~OpenProject();

    ProjectWriter& writer() { return *m_writer; }
    /// A reader of its own for each thread.
    std::unique_ptr<ProjectReader> reader() const { return ProjectReader::open(path()); }
    const std::filesystem::path& path() const { return m_writer->path(); }

    void setChangeCallback(ChangeCallback callback) { m_onChange = std::move(callback); }
    /// To be called after each committed change; `what` as in ChangeNote.
    void announce(const std::string& what);

private:
    explicit OpenProject(std::unique_ptr<ProjectWriter> writer);

    std::unique_ptr<ProjectWriter> m_writer;
    ChangeCallback m_onChange;
};

}  // namespace foresell
