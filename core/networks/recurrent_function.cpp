// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/recurrent_function_impl.h"

#include <ATen/Parallel.h>

#include "core/networks/encoder_impl.h"
#include "core/networks/gru_gates.h"
#include "core/networks/library_layers_impl.h"

namespace foresell {
namespace {

/// Carries the arrays through autograd's saved data.
struct ArraysHolder : torch::CustomClassHolder {
    explicit ArraysHolder(std::shared_ptr<RecurrentArrays> kept) : arrays(std::move(kept)) {}
    std::shared_ptr<RecurrentArrays> arrays;
};

std::int64_t rowsAThread(std::int64_t batch) {
    const std::int64_t threads = std::max(1, at::get_num_threads());
    return std::max<std::int64_t>((batch + threads - 1) / threads, 16);
}

float* rowsOf(const at::Tensor& tensor, std::int64_t step, std::int64_t row) {
    return tensor.data_ptr<float>() + (step * tensor.size(1) + row) * tensor.size(2);
}

/// Rows in the order reset, keep, fresh to fresh, reset, keep, and back.
at::Tensor freshFirst(const at::Tensor& rows, std::int64_t hidden) {
    return at::cat({rows.narrow(0, 2 * hidden, hidden), rows.narrow(0, 0, 2 * hidden)});
}

at::Tensor freshLast(const at::Tensor& rows, std::int64_t hidden) {
    return at::cat({rows.narrow(0, hidden, 2 * hidden), rows.narrow(0, 0, hidden)});
}

/// What the sums of a step start from: what comes in, its weights (inputs x columns) and biases; gated, the fresh memory's bias
/// apart, since the reset gate bears on it.
struct StepInputs {
    StepInputs(const at::Tensor& past, const RecurrentWeights& weights, bool isGated) : past(past) {
        const std::int64_t hidden = weights.recurrent.size(1);
        weight = (isGated ? freshFirst(weights.input, hidden) : weights.input).t();
        bias = isGated ? freshFirst(weights.bias, hidden) : weights.bias + weights.recurrentBias;
        if (isGated) {
            bias.narrow(0, hidden, 2 * hidden).add_(weights.recurrentBias.narrow(0, 0, 2 * hidden));
            memoryBias = weights.recurrentBias.narrow(0, 2 * hidden, hidden);
        }
    }

    at::Tensor past, weight, bias, memoryBias;
};

/// One pass over arrays whose last axis is 4 hidden (gated) or hidden (plain).
struct Pass {
    const RecurrentArrays& arrays;
    std::int64_t hidden = arrays.outputs.size(2);
    bool isGated = arrays.gates.size(2) != hidden;

    /// The columns that the inputs' product fills, and those that the memory's product adds to.
    at::Tensor inputColumns(const at::Tensor& gates) const {
        return isGated ? gates.narrow(-1, 0, 3 * hidden) : gates;
    }
    at::Tensor memoryColumns(const at::Tensor& gates) const {
        return isGated ? gates.narrow(-1, hidden, 3 * hidden) : gates;
    }

    void forward(const StepInputs& inputs, const at::Tensor& recurrentTransposed, std::int64_t begin, std::int64_t end) const;
    void backward(const at::Tensor& recurrent, const at::Tensor& allGradient, const at::Tensor& lastGradient,
                  std::int64_t begin, std::int64_t end) const;
};

void Pass::forward(const StepInputs& inputs, const at::Tensor& recurrentTransposed, std::int64_t begin, std::int64_t end) const {
    const at::AutoDispatchBelowADInplaceOrView withoutAutograd;
    const std::int64_t rows = end - begin;
    for (std::int64_t step = 0; step < arrays.gates.size(0); ++step) {
        const at::Tensor all = arrays.gates[step].narrow(0, begin, rows);
        at::Tensor fromInputs = inputColumns(all);
        at::addmm_out(fromInputs, inputs.bias, inputs.past[step].narrow(0, begin, rows), inputs.weight);
        if (isGated) {
            all.narrow(1, 3 * hidden, hidden).copy_(inputs.memoryBias);
        }
        if (step > 0) {
            at::Tensor sums = memoryColumns(all);
            at::addmm_out(sums, sums, arrays.outputs[step - 1].narrow(0, begin, rows), recurrentTransposed);
        }
        float* gates = rowsOf(arrays.gates, step, begin);
        float* output = rowsOf(arrays.outputs, step, begin);
        if (isGated) {
            gruGatesForward(gates, step > 0 ? rowsOf(arrays.outputs, step - 1, begin) : nullptr, output, rows, hidden);
        } else {
            rnnForward(gates, output, rows, hidden);
        }
    }
}

void Pass::backward(const at::Tensor& recurrent, const at::Tensor& allGradient, const at::Tensor& lastGradient,
                    std::int64_t begin, std::int64_t end) const {
    const at::AutoDispatchBelowADInplaceOrView withoutAutograd;
    const std::int64_t rows = end - begin;
    at::Tensor outputGradient = lastGradient.defined() ? lastGradient.narrow(0, begin, rows).clone()
                                                       : at::zeros({rows, hidden}, recurrent.options());
    for (std::int64_t step = arrays.gates.size(0) - 1; step >= 0; --step) {
        float* gates = rowsOf(arrays.gates, step, begin);
        const float* above = allGradient.defined() ? rowsOf(allGradient, step, begin) : nullptr;
        if (isGated) {
            gruGatesBackward(gates, step > 0 ? rowsOf(arrays.outputs, step - 1, begin) : nullptr,
                             outputGradient.data_ptr<float>(), above, rows, hidden);
        } else {
            rnnBackward(gates, outputGradient.data_ptr<float>(), above, rows, hidden);
        }
        if (step > 0) {
            at::addmm_out(outputGradient, outputGradient, memoryColumns(arrays.gates[step].narrow(0, begin, rows)),
                          recurrent);
        }
    }
}

class RecurrentFunction : public torch::autograd::Function<RecurrentFunction> {
public:
    static torch::autograd::variable_list forward(torch::autograd::AutogradContext* context, const at::Tensor& past,
                                                  const at::Tensor& inputWeight, const at::Tensor& recurrentWeight,
                                                  const at::Tensor& bias, const at::Tensor& recurrentBias,
                                                  bool wholeSequence, std::shared_ptr<RecurrentArrays> arrays) {
        const Pass pass{*arrays};
        const StepInputs inputs(past, {inputWeight, recurrentWeight, bias, recurrentBias}, pass.isGated);
        const at::Tensor transposed = recurrentWeight.t();
        at::parallel_for(0, past.size(1), rowsAThread(past.size(1)),
                         [&](std::int64_t begin, std::int64_t end) { pass.forward(inputs, transposed, begin, end); });
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
        const Pass pass{*static_cast<ArraysHolder*>(capsule.get())->arrays};
        const bool wholeSequence = context->saved_data["whole_sequence"].toBool();
        const at::Tensor all = wholeSequence ? gradients[0].contiguous() : at::Tensor();
        const at::Tensor last = wholeSequence ? at::Tensor() : gradients[0].contiguous();
        at::parallel_for(0, past.size(1), rowsAThread(past.size(1)), [&](std::int64_t begin, std::int64_t end) {
            pass.backward(saved[2], all, last, begin, end);
        });
        const std::int64_t steps = past.size(0);
        const std::int64_t batch = past.size(1);
        const at::Tensor flat = pass.arrays.gates.view({steps * batch, -1});
        const at::Tensor ofInputs = pass.inputColumns(flat);
        const at::Tensor ofMemory = pass.memoryColumns(flat);
        at::Tensor recurrentGradient = at::zeros_like(saved[2]);
        if (steps > 1) {
            at::mm_out(recurrentGradient, ofMemory.narrow(0, batch, (steps - 1) * batch).t(),
                       pass.arrays.outputs.view({steps * batch, -1}).narrow(0, 0, (steps - 1) * batch));
        }
        const auto inOrder = [&](const at::Tensor& rows) {
            return pass.isGated ? freshLast(rows, pass.hidden) : rows;
        };
        at::Tensor pastGradient;
        if (context->needs_input_grad(0)) {
            const at::Tensor weight = pass.isGated ? freshFirst(saved[1], pass.hidden) : saved[1];
            pastGradient = ofInputs.mm(weight).view(past.sizes());
        }
        const at::Tensor inputs = past.reshape({steps * batch, -1});
        return {pastGradient, inOrder(ofInputs.t().mm(inputs)), recurrentGradient, inOrder(ofInputs.sum(0)),
                ofMemory.sum(0), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

std::shared_ptr<RecurrentArrays> RecurrentArrayPool::take(std::int64_t steps, std::int64_t batch, std::int64_t hidden,
                                                          bool isGated) {
    const std::int64_t width = (isGated ? 4 : 1) * hidden;
    for (const auto& arrays : m_arrays) {
        const auto shape = arrays->outputs.sizes();
        if (arrays.use_count() == 1 && shape[0] == steps && shape[1] == batch && shape[2] == hidden) {
            return arrays;
        }
    }
    std::erase_if(m_arrays, [](const auto& arrays) { return arrays.use_count() == 1; });
    auto arrays = std::make_shared<RecurrentArrays>();
    arrays->gates = at::empty({steps, batch, width}, at::kFloat);
    arrays->outputs = at::empty({steps, batch, hidden}, at::kFloat);
    m_arrays.push_back(arrays);
    return arrays;
}

at::Tensor fusedRecurrent(const at::Tensor& past, const RecurrentWeights& weights, bool isGated, bool wholeSequence,
                          RecurrentArrayPool& pool) {
    return RecurrentFunction::apply(past, weights.input, weights.recurrent, weights.bias, weights.recurrentBias,
                                    wholeSequence,
                                    pool.take(past.size(0), past.size(1), weights.recurrent.size(1), isGated))[0];
}

at::Tensor plainRecurrent(const at::Tensor& past, const RecurrentWeights& weights, bool isGated, bool wholeSequence,
                          const std::string& activation) {
    const LibraryLayers guard;
    at::Tensor memory = at::zeros({past.size(1), weights.recurrent.size(1)}, weights.recurrent.options());
    if (isGated || activation == "tanh" || activation == "relu") {
        using Layer = std::tuple<at::Tensor, at::Tensor> (*)(const at::Tensor&, const at::Tensor&, at::TensorList, bool, std::int64_t,
                                                             double, bool, bool, bool);
        const Layer layer = isGated ? static_cast<Layer>(at::gru) : activation == "tanh" ? static_cast<Layer>(at::rnn_tanh)
                                                      : static_cast<Layer>(at::rnn_relu);
        const auto [outputs, last] =
            layer(past, memory.unsqueeze(0), {weights.input, weights.recurrent, weights.bias, weights.recurrentBias}, true, 1, 0.0,
                  at::GradMode::is_enabled(), false, false);
        return wholeSequence ? outputs : last[0];
    }
    const at::Tensor sums = at::matmul(past, weights.input.t()) + weights.bias;
    const at::Tensor transposed = weights.recurrent.t();
    std::vector<at::Tensor> outputs;
    for (const at::Tensor& step : sums.unbind(0)) {
        memory = activate(step + at::addmm(weights.recurrentBias, memory, transposed), activation);
        if (wholeSequence) {
            outputs.push_back(memory);
        }
    }
    return wholeSequence ? at::stack(outputs) : memory;
}

}  // namespace foresell
