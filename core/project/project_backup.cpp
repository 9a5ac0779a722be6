// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_backup.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/base/error.h"
#include "core/project/page_checksums.h"

namespace foresell {

namespace {

constexpr std::size_t backupsKept = 3;

std::filesystem::path backupFolder(const std::filesystem::path& project) {
    return project.string() + "-backups";
}

}  // namespace

void copyDatabase(SQLite::Database& from, const std::filesystem::path& target) {
    if (std::filesystem::exists(target)) {
        throw Error("project.exists", target.filename().string() + " is there already.", "Choose another name.",
                    {{"file", target.filename().string()}});
    }
    const std::filesystem::path partial = target.string() + ".part";
    std::filesystem::remove(partial);
    {
        SQLite::Database to(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, pageChecksumLayer());
        SQLite::Backup(to, from).executeStep(-1);
    }
    std::filesystem::rename(partial, target);
}

std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& project) {
    std::vector<std::filesystem::path> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(backupFolder(project), ignored)) {
        if (entry.path().extension() == ".foresell") {
            found.push_back(entry.path());
        }
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

int removeBackups(const std::filesystem::path& project) {
    const int found = static_cast<int>(backupsOf(project).size());
    std::error_code failure;
    std::filesystem::remove_all(backupFolder(project), failure);
    if (failure) {
        throw Error("project.read_only", "The backups beside the project cannot be deleted.",
                    "Check that you may write in the folder of the project.", {{"reason", failure.message()}});
    }
    return found;
}

void backUp(SQLite::Database& database, const std::filesystem::path& project) {
    std::filesystem::create_directories(backupFolder(project));
    const auto now = std::chrono::system_clock::now();
    const auto microseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count() % 1'000'000;
    const std::string name = fmt::format("{:%Y%m%d-%H%M%S}-{:06}.foresell",
                                         fmt::gmtime(std::chrono::system_clock::to_time_t(now)), microseconds);
    copyDatabase(database, backupFolder(project) / name);
    const auto all = backupsOf(project);
    for (std::size_t i = backupsKept; i < all.size(); ++i) {
        std::filesystem::remove(all[i]);
    }
}

}  // namespace foresell
