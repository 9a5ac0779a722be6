// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/erasure_proof.h"

#include <algorithm>

namespace foresell {

namespace {

/// Digests lie in the file as they are, 16 bytes a line, so that they show whether an old page is still there. One that
/// another line has too, since both say the same, is no sign.
std::vector<Digest> withoutThoseStored(std::vector<Digest> digests, const ProjectReader& reader) {
    std::sort(digests.begin(), digests.end());
    digests.erase(std::unique(digests.begin(), digests.end()), digests.end());
    std::vector<bool> isStored(digests.size());
    std::vector<Digest> stored;
    for (const ChunkInfo& chunk : reader.chunks()) {
        reader.readDigests(chunk.id, stored);
        for (const Digest& digest : stored) {
            const auto found = std::lower_bound(digests.begin(), digests.end(), digest);
            if (found != digests.end() && *found == digest) {
                isStored[static_cast<std::size_t>(found - digests.begin())] = true;
            }
        }
    }
    std::vector<Digest> gone;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        if (!isStored[i]) {
            gone.push_back(digests[i]);
        }
    }
    return gone;
}

ErasureProof prove(const std::filesystem::path& project, const ErasedLines& erased, const std::filesystem::path& checkpoints) {
    ErasureProof proof;
    ByteScan scan;
    const auto reader = ProjectReader::open(project);
    for (const std::string& text : erased.texts) {
        scan.add(text);
    }
    for (const Digest& digest : withoutThoseStored(erased.digests, *reader)) {
        scan.add({reinterpret_cast<const char*>(digest.data()), sizeof(Digest)});
    }
    SaleBatch lines;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, lines);
        for (std::size_t row = 0; row < lines.size(); ++row) {
            proof.linesLeft += erased.isOne(lines, row) ? 1 : 0;
        }
        // Compressed in the file, so they are looked through unpacked as well.
        scan.scanText("names of sale lines", lines.name.bytes());
    }
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        scan.scanFile(project.string() + suffix);
    }
    scan.scanFolder(backupFolderOf(project));
    scan.scanFolder(checkpoints);
    proof.files = scan.files();
    proof.bytes = scan.bytes();
    proof.needles = static_cast<std::int64_t>(scan.size());
    proof.finds = scan.finds();
    return proof;
}

}  // namespace

std::filesystem::path backupFolderOf(const std::filesystem::path& project) {
    return project.string() + "-backups";
}

std::int64_t filesBelow(const std::filesystem::path& folder) {
    std::error_code missing;
    const std::filesystem::recursive_directory_iterator files(folder, missing);
    return std::count_if(begin(files), end(files), [](const auto& entry) { return entry.is_regular_file(); });
}

void purgeAndProve(ProjectWriter& project, const ErasedLines& erased, const std::filesystem::path& checkpoints,
                   const JobControl& job, ErasureOutcome& outcome) {
    job.report({.stage = "proving"});
    outcome.purge = project.purge();
    if (!checkpoints.empty()) {
        outcome.checkpoints = static_cast<std::int32_t>(filesBelow(checkpoints));
        std::error_code ignored;
        std::filesystem::remove_all(checkpoints, ignored);
    }
    outcome.proof = prove(project.path(), erased, checkpoints);
}

}  // namespace foresell
