// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/model_file.h"

namespace foresell {

/// Checkpoints of one training in a folder of its own. A file appears whole or not at all (written aside, synced,
/// renamed); the last two are kept, and each holds the best weights beside the latest.
class CheckpointStore {
public:
    CheckpointStore() = default;  ///< keeps nothing
    /// Throws Error "training.checkpoint" where the folder cannot be made.
    explicit CheckpointStore(std::filesystem::path folder);

    bool isActive() const { return !m_folder.empty(); }
    /// Throws Error "training.checkpoint" where the disk refuses.
    void save(std::int64_t step, const ModelFile& state) const;
    /// The newest readable checkpoint with this fingerprint; damaged ones and those of other trainings are passed over.
    std::optional<ModelFile> load(const std::string& fingerprint) const;
    /// Deletes the checkpoints, after the training is through.
    void clear() const;

private:
    std::vector<std::filesystem::path> newestFirst() const;

    std::filesystem::path m_folder;
};

}  // namespace foresell
