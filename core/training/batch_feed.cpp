// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_feed_impl.h"

#include <c10/core/Event.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

namespace foresell {
namespace {

c10::impl::VirtualGuardImpl streamsOf(const at::Device& device) {
    return c10::impl::VirtualGuardImpl(device.type());
}

/// What is sent to `stream` from now on waits for what was sent to `other` up to now.
void letWaitFor(const c10::Stream& other, const c10::Stream& stream) {
    c10::Event event(other.device_type());
    event.record(other);
    event.block(stream);
}

/// Memory of the batch is not used again before the stream is through with it.
void keepFor(const c10::Stream& stream, const WindowBatch& batch) {
    const NetworkInputs& inputs = batch.inputs;
    const DemandTargets& targets = batch.targets;
    for (const at::Tensor& tensor : {inputs.past, inputs.window, inputs.codes, inputs.step, inputs.open, targets.scaled,
                                     targets.ratio, targets.mask, targets.level, targets.censored, targets.centre, targets.spread}) {
        if (tensor.defined()) {
            tensor.record_stream(stream);
        }
    }
}

}  // namespace

BatchFeed::BatchFeed(const WindowSampler& sampler, int learnEnd, When when)
    : m_sampler(&sampler), m_learnEnd(learnEnd), m_when(when) {}

WindowBatch BatchFeed::gather(const Request& request) const {
    const torch::NoGradGuard guard;
    return request.tensors->gather(m_sampler->draw(request.step, request.windows), m_learnEnd);
}

void BatchFeed::gatherAhead(const Request& request) {
    m_aheadOf = request;
    const at::Device& device = request.tensors->device();
    if (device.is_cpu()) {
        m_ahead = std::async(std::launch::async, [this, request] { return gather(request); });
        return;
    }
    if (!m_side || m_side->device() != device) {
        m_side = streamsOf(device).getStreamFromGlobalPool(device);
    }
    letWaitFor(streamsOf(device).getStream(device), *m_side);  // the panel is there
    m_ahead = std::async(std::launch::async, [this, request, side = *m_side] {
        const c10::StreamGuard guard(side);
        return gather(request);
    });
}

WindowBatch BatchFeed::take(const std::shared_ptr<const PanelTensors>& tensors, std::uint64_t step, int windows) {
    const Request wanted{tensors, step, windows};
    const bool isThere = m_ahead.valid() && m_aheadOf == wanted;
    WindowBatch batch;
    if (isThere) {
        batch = m_ahead.get();
        if (const at::Device& device = tensors->device(); !device.is_cpu()) {
            const c10::Stream stream = streamsOf(device).getStream(device);
            letWaitFor(*m_side, stream);
            keepFor(stream, batch);
        }
    } else {
        m_ahead = {};  // waits for it
        batch = gather(wanted);
    }
    if (m_when == When::Ahead) {
        gatherAhead({tensors, step + 1, windows});
    }
    return batch;
}

}  // namespace foresell
