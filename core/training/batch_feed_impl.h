// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <future>
#include <memory>
#include <optional>

#include "core/training/panel_tensors_impl.h"
#include "core/training/window_sampler.h"

namespace foresell {

/// Hands out the batch of each training step. Where the panel lies on a GPU, the batch of the next step is gathered while
/// the present one runs, by a thread of its own on a stream of its own: a gathering is some 250 small operations, which
/// take as long to send as those of the step itself. On the processor, whose cores the step has all in use, a batch is
/// gathered when it is asked for. What a batch holds is the same either way.
class BatchFeed {
public:
    enum class When { Asked, Ahead };

    /// Windows are drawn from `sampler`, which must outlive the feed; targets at columns from `learnEnd` on are masked.
    BatchFeed(const WindowSampler& sampler, int learnEnd, When when);

    /// The batch of a step, whatever was gathered ahead: then for `step + 1` with as many windows. Throws what gathering
    /// throws (out of memory, say), also what it threw ahead.
    WindowBatch take(const std::shared_ptr<const PanelTensors>& tensors, std::uint64_t step, int windows);

private:
    /// What a batch depends on, beside the sampler and the end.
    struct Request {
        std::shared_ptr<const PanelTensors> tensors;
        std::uint64_t step = 0;
        int windows = 0;
        bool operator==(const Request&) const = default;
    };

    WindowBatch gather(const Request& request) const;
    void gatherAhead(const Request& request);

    const WindowSampler* m_sampler;
    int m_learnEnd;
    When m_when;
    std::optional<c10::Stream> m_side;  ///< of the GPU, kept: memory that was freed on a stream is used again on it
    Request m_aheadOf;
    std::future<WindowBatch> m_ahead;  ///< of m_aheadOf
};

}  // namespace foresell
