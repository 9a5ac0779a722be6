// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/lstm_function_impl.h"

#include <ATen/Parallel.h>

#include "core/networks/library_layers_impl.h"
#include "core/networks/lstm_gates.h"

namespace foresell {
namespace {

/// Carries the arrays through autograd's saved data.
struct ArraysHolder : torch::CustomClassHolder {
    explicit ArraysHolder(std::shared_ptr<LstmArrays> kept) : arrays(std::move(kept)) {}
    std::shared_ptr<LstmArrays> arrays;
};

std::int64_t rowsAThread(std::int64_t batch) {
    const std::int64_t threads = std::max(1, at::get_num_threads());
    return std::max<std::int64_t>((batch + threads - 1) / threads, 16);
}

float* rowsOf(const at::Tensor& tensor, std::int64_t step, std::int64_t row) {
    return tensor.data_ptr<float>() + (step * tensor.size(1) + row) * tensor.size(2);
}

void forwardRows(const LstmArrays& arrays, const at::Tensor& past, const LstmWeights& weights, std::int64_t begin,
                 std::int64_t end) {
    const at::AutoDispatchBelowADInplaceOrView withoutAutograd;
    const std::int64_t rows = end - begin;
    const at::Tensor input = weights.input.t(), recurrent = weights.recurrent.t();
    for (std::int64_t step = 0; step < arrays.gates.size(0); ++step) {
        at::Tensor sums = arrays.gates[step].narrow(0, begin, rows);
        at::addmm_out(sums, weights.bias, past[step].narrow(0, begin, rows), input);
        if (step > 0) {
            at::addmm_out(sums, sums, arrays.outputs[step - 1].narrow(0, begin, rows), recurrent);
        }
        lstmGatesForward(rowsOf(arrays.gates, step, begin),
                         step > 0 ? rowsOf(arrays.cells, step - 1, begin) : nullptr,
                         rowsOf(arrays.cells, step, begin), rowsOf(arrays.outputs, step, begin), rows,
                         arrays.cells.size(2));
    }
}

void backwardRows(const LstmArrays& arrays, const at::Tensor& recurrent, const at::Tensor& allGradient,
                  const at::Tensor& lastGradient, std::int64_t begin, std::int64_t end) {
    const at::AutoDispatchBelowADInplaceOrView withoutAutograd;
    const std::int64_t rows = end - begin;
    const std::int64_t hidden = arrays.cells.size(2);
    at::Tensor outputGradient = lastGradient.defined() ? lastGradient.narrow(0, begin, rows).clone()
                                                       : at::zeros({rows, hidden}, recurrent.options());
    at::Tensor cellGradient = at::zeros({rows, hidden}, recurrent.options());
    for (std::int64_t step = arrays.gates.size(0) - 1; step >= 0; --step) {
        lstmGatesBackward(rowsOf(arrays.gates, step, begin),
                          step > 0 ? rowsOf(arrays.cells, step - 1, begin) : nullptr,
                          rowsOf(arrays.cells, step, begin), outputGradient.data_ptr<float>(),
                          allGradient.defined() ? rowsOf(allGradient, step, begin) : nullptr,
                          cellGradient.data_ptr<float>(), rows, hidden);
        if (step > 0) {
            at::mm_out(outputGradient, arrays.gates[step].narrow(0, begin, rows), recurrent);
        }
    }
}

class LstmFunction : public torch::autograd::Function<LstmFunction> {
public:
    static torch::autograd::variable_list forward(torch::autograd::AutogradContext* context, const at::Tensor& past,
                                                  const at::Tensor& inputWeight, const at::Tensor& recurrentWeight,
                                                  const at::Tensor& bias, bool wholeSequence,
                                                  std::shared_ptr<LstmArrays> arrays) {
        const LstmWeights weights{inputWeight, recurrentWeight, bias};
        at::parallel_for(0, past.size(1), rowsAThread(past.size(1)), [&](std::int64_t begin, std::int64_t end) {
            forwardRows(*arrays, past, weights, begin, end);
        });
        context->save_for_backward({past, inputWeight, recurrentWeight});
        context->saved_data["arrays"] = c10::IValue::make_capsule(c10::make_intrusive<ArraysHolder>(arrays));
        context->saved_data["whole_sequence"] = wholeSequence;
        // Copied, so that the arrays can be lent again while a caller still holds what came out.
        return {wholeSequence ? arrays->outputs.clone() : arrays->outputs[past.size(0) - 1].clone()};
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const at::Tensor& past = saved[0];
        const auto capsule = context->saved_data["arrays"].toCapsule();
        const LstmArrays& arrays = *static_cast<ArraysHolder*>(capsule.get())->arrays;
        const bool wholeSequence = context->saved_data["whole_sequence"].toBool();
        const at::Tensor all = wholeSequence ? gradients[0].contiguous() : at::Tensor();
        const at::Tensor last = wholeSequence ? at::Tensor() : gradients[0].contiguous();
        at::parallel_for(0, past.size(1), rowsAThread(past.size(1)), [&](std::int64_t begin, std::int64_t end) {
            backwardRows(arrays, saved[2], all, last, begin, end);
        });
        const std::int64_t steps = past.size(0);
        const std::int64_t batch = past.size(1);
        const at::Tensor sums = arrays.gates.view({steps * batch, -1});
        const at::Tensor inputs = past.reshape({steps * batch, -1});
        at::Tensor recurrentGradient = at::zeros_like(saved[2]);
        if (steps > 1) {
            at::mm_out(recurrentGradient, sums.narrow(0, batch, (steps - 1) * batch).t(),
                       arrays.outputs.view({steps * batch, -1}).narrow(0, 0, (steps - 1) * batch));
        }
        at::Tensor pastGradient;
        if (context->needs_input_grad(0)) {
            pastGradient = sums.mm(saved[1]).view(past.sizes());
        }
        return {pastGradient, sums.t().mm(inputs), recurrentGradient, sums.sum(0), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

std::shared_ptr<LstmArrays> LstmArrayPool::take(std::int64_t steps, std::int64_t batch, std::int64_t hidden) {
    for (const auto& arrays : m_arrays) {
        const auto shape = arrays->cells.sizes();
        if (arrays.use_count() == 1 && shape[0] == steps && shape[1] == batch && shape[2] == hidden) {
            return arrays;
        }
    }
    std::erase_if(m_arrays, [](const auto& arrays) { return arrays.use_count() == 1; });
    auto arrays = std::make_shared<LstmArrays>();
    arrays->gates = at::empty({steps, batch, 4 * hidden}, at::kFloat);
    arrays->cells = at::empty({steps, batch, hidden}, at::kFloat);
    arrays->outputs = at::empty({steps, batch, hidden}, at::kFloat);
    m_arrays.push_back(arrays);
    return arrays;
}

at::Tensor fusedLstm(const at::Tensor& past, const LstmWeights& weights, bool wholeSequence, LstmArrayPool& pool) {
    return LstmFunction::apply(past, weights.input, weights.recurrent, weights.bias, wholeSequence,
                               pool.take(past.size(0), past.size(1), weights.recurrent.size(1)))[0];
}

at::Tensor plainLstm(const at::Tensor& past, const LstmWeights& weights, bool wholeSequence) {
    const LibraryLayers guard;
    const at::Tensor start = at::zeros({1, past.size(1), weights.recurrent.size(1)}, weights.recurrent.options());
    const auto [outputs, last, cells] =
        at::lstm(past.to(at::kFloat), {start, start}, {weights.input, weights.recurrent, weights.bias, at::zeros_like(weights.bias)}, true, 1, 0.0,
                 at::GradMode::is_enabled(), false, false);
    return wholeSequence ? outputs : last[0];
}

}  // namespace foresell
