// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/chunk_writer.h"

#include <utility>

namespace foresell {

namespace {

constexpr std::size_t batchesAhead = 2;

}  // namespace

ChunkWriter::ChunkWriter(ProjectWriter* project, ImportId import) : m_project(project), m_import(import) {
    if (m_project != nullptr) {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
}

ChunkWriter::~ChunkWriter() {
    m_thread.request_stop();
    m_changed.notify_all();
}

void ChunkWriter::throwFailure() {
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

std::unique_ptr<SaleBatch> ChunkWriter::exchange(std::unique_ptr<SaleBatch> full) {
    if (m_project == nullptr) {
        full->clear();
        return full;
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < batchesAhead || m_failure; });
    throwFailure();
    m_waiting.push_back(std::move(full));
    m_changed.notify_all();
    if (m_free.empty()) {
        auto batch = std::make_unique<SaleBatch>();
        batch->reserve(SaleBatch::capacity);
        return batch;
    }
    auto batch = std::move(m_free.back());
    m_free.pop_back();
    return batch;
}

void ChunkWriter::finish() {
    if (m_project == nullptr) {
        return;
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return (m_waiting.empty() && !m_isBusy) || m_failure; });
    throwFailure();
}

void ChunkWriter::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) && !stop.stop_requested()) {
        auto batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_isBusy = true;
        lock.unlock();
        std::exception_ptr failure;
        try {
            m_project->appendSales(m_import, encodeSaleChunk(*batch));
        } catch (...) {
            failure = std::current_exception();
        }
        batch->clear();
        lock.lock();
        m_isBusy = false;
        m_failure = m_failure ? m_failure : failure;
        m_free.push_back(std::move(batch));
        m_changed.notify_all();
    }
}

}  // namespace foresell
