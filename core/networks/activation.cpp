// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/Parallel.h>

#include "core/networks/encoder_impl.h"
#include "core/networks/gelu.h"

namespace foresell {
namespace {

at::Tensor geluOnCpu(const at::Tensor& values, at::Tensor* slope) {
    constexpr std::int64_t fewestAThread = 1 << 14;
    const at::Tensor in = values.contiguous();
    const at::Tensor out = at::empty_like(in);
    const float* x = in.data_ptr<float>();
    float* y = out.data_ptr<float>();
    float* d = nullptr;
    if (slope) {
        *slope = at::empty_like(in);
        d = slope->data_ptr<float>();
    }
    at::parallel_for(0, in.numel(), fewestAThread, [&](std::int64_t begin, std::int64_t end) {
        gelu(x + begin, y + begin, d ? d + begin : nullptr, end - begin);
    });
    return out;
}

/// libtorch's takes three times as long, and its way back leaves its result unwritten where the gradient is laid out
/// otherwise than the values were.
class GeluFunction : public torch::autograd::Function<GeluFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& values) {
        at::Tensor slope;
        const at::Tensor result = geluOnCpu(values, &slope);
        context->save_for_backward({slope});
        return result;
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        return {gradients[0] * context->get_saved_variables()[0]};
    }
};

}  // namespace

at::Tensor activate(const at::Tensor& values, const std::string& activation) {
    if (activation == "relu") {
        return values.relu();
    }
    if (activation == "sigmoid") {
        return values.sigmoid();
    }
    if (activation == "tanh") {
        return values.tanh();
    }
    if (!values.is_cpu()) {
        return at::gelu(values);
    }
    return at::GradMode::is_enabled() && values.requires_grad() ? GeluFunction::apply(values) : geluOnCpu(values, nullptr);
}

}  // namespace foresell
