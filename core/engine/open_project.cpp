// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/open_project.h"

namespace foresell {

OpenProject::OpenProject(std::unique_ptr<ProjectWriter> writer) : m_writer(std::move(writer)) {}

OpenProject::~OpenProject() {
    try {
        m_writer->close();
    } catch (...) {  // the next open repairs what a failed close left
    }
}

std::shared_ptr<OpenProject> OpenProject::open(const std::filesystem::path& path) {
    return std::shared_ptr<OpenProject>(new OpenProject(ProjectWriter::open(path)));
}

std::shared_ptr<OpenProject> OpenProject::create(const std::filesystem::path& path,
                                                 const ProjectSettings& settings) {
    return std::shared_ptr<OpenProject>(new OpenProject(ProjectWriter::create(path, settings)));
}

void OpenProject::announce(const std::string& what) {
    if (m_onChange) {
        m_onChange(m_writer->revision(), what);
    }
}

}  // namespace foresell
