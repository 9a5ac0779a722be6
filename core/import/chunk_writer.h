// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/catalog/sale_batch.h"
#include "core/project/project_writer.h"

namespace foresell {

/// Encodes batches of sale lines and appends them to an import, in a thread of its own and in their order. Holds at most a
/// few batches.
class ChunkWriter {
public:
    /// Without a project the batches are dropped (a dry run).
    ChunkWriter(ProjectWriter* project, ImportId import);
    /// Drops what was not written yet.
    ~ChunkWriter();
    ChunkWriter(const ChunkWriter&) = delete;
    ChunkWriter& operator=(const ChunkWriter&) = delete;

    /// Takes a full batch and gives back an empty one. Rethrows what went wrong in the thread.
    std::unique_ptr<SaleBatch> exchange(std::unique_ptr<SaleBatch> full);
    /// Returns when everything is written.
    void finish();

private:
    void run(const std::stop_token& stop);
    void throwFailure();

    ProjectWriter* m_project;
    ImportId m_import;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::unique_ptr<SaleBatch>> m_waiting;
    std::vector<std::unique_ptr<SaleBatch>> m_free;
    std::exception_ptr m_failure;
    bool m_isBusy = false;
    std::jthread m_thread;  ///< last: it uses all of the above
};

}  // namespace foresell
