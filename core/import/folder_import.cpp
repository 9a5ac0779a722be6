// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/import/byte_source.h"
#include "core/import/importer.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

bool isTable(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 6> suffixes = {".csv", ".tsv", ".txt", ".xlsx", ".ods", ".zip"};
    std::string name = asciiLower(path.filename().string());
    if (name.ends_with(".gz")) {
        name.resize(name.size() - 3);
    }
    return !name.starts_with('.') && std::any_of(suffixes.begin(), suffixes.end(), [&](auto suffix) { return name.ends_with(suffix); });
}

int rankOf(ImportRole role) {
    static constexpr std::array<ImportRole, roleCount> order = {ImportRole::Items,     ImportRole::Structure, ImportRole::Locations, ImportRole::Plan, ImportRole::Stock,
                                                                ImportRole::Behaviour, ImportRole::Signals,   ImportRole::Sales};
    return static_cast<int>(std::find(order.begin(), order.end(), role) - order.begin());
}

/// Nothing for an archive of other things than tables.
std::optional<FileDetection> detectionOf(const std::filesystem::path& path) {
    try {
        return detectTable(*openTables({path}, {}).front(), {}).detection;
    } catch (const Error& error) {
        if (error.code() == "import.empty_zip" || error.code() == "import.nested_zip") {
            return std::nullopt;
        }
        throw;
    }
}

}  // namespace

std::vector<NewFile> findNewFiles(const ProjectReader& project, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.is_regular_file() && isTable(entry.path())) {
            paths.push_back(entry.path());
        }
    }
    if (error) {
        throw Error("import.no_such_folder", "Cannot read the folder " + folder.string() + ": " + error.message(),
                    "Check the path.", {{"folder", folder.string()}});
    }
    std::sort(paths.begin(), paths.end());
    std::vector<NewFile> files;
    for (const auto& path : paths) {
        if (fileSize(path) > 0 && !project.knowsFile(fileDigest(path))) {
            const auto detection = detectionOf(path);
            if (detection && missingFields(*detection).empty()) {
                files.push_back({path, detection->role});
            }
        }
    }
    std::stable_sort(files.begin(), files.end(), [](const NewFile& a, const NewFile& b) { return rankOf(a.role) < rankOf(b.role); });
    return files;
}

ImportSummary importNewFiles(ProjectWriter& project, const std::filesystem::path& folder, const ImportOptions& options,
                             const JobControl& job) {
    ImportFiles files;
    for (const NewFile& file : findNewFiles(*ProjectReader::open(project.path()), folder)) {
        files.push_back(file.path);
    }
    return files.empty() ? ImportSummary() : runImport(project, files, options, job);
}

}  // namespace foresell
