// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/parallel_series.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace foresell {

namespace {

constexpr std::size_t pieceSize = 16;
constexpr std::size_t fewPieces = 4;  // not worth a second thread

}  // namespace

void forEachPiece(std::size_t count, const JobControl& control,
                  const std::function<void(std::size_t begin, std::size_t end)>& work) {
    const std::size_t pieces = (count + pieceSize - 1) / pieceSize;
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr error;
    const auto take = [&] {
        try {
            for (std::size_t piece = next++; piece < pieces; piece = next++) {
                control.throwIfCancelled();
                work(piece * pieceSize, std::min(count, (piece + 1) * pieceSize));
            }
        } catch (...) {
            next = pieces;
            const std::lock_guard lock(mutex);
            error = error ? error : std::current_exception();
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(cores, pieces / fewPieces); ++i) {
            helpers.emplace_back(take);
        }
        take();
    }
    if (error) {
        std::rethrow_exception(error);
    }
}

}  // namespace foresell
