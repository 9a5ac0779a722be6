// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// network_step NETWORK FILE [HIDDEN [LAYERS [DEVICE [PRECISION]]]]: takes training steps of one network (batch 256, window 56 x 16, 28 numbers to
// tell by squared error, AdamW, gradients clipped) as its standard input asks, for network_step_peers.py. FILE gets the first
// weights and the batches as safetensors. Each line read is a number of steps; "0" starts anew. Answers in JSON, one line each.
#include <torch/torch.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/networks/encoder_impl.h"
#include "core/base/model_file.h"
#include "core/training/optimizer_impl.h"
#include "core/training/precision_impl.h"

using namespace foresell;

namespace {

constexpr int batch = 256, lookback = 56, inputs = 16, targets = 28, batches = 8;
constexpr double rate = 1e-3;

/// An encoder and a linear layer, with the trainer's own optimiser.
class Net : public torch::nn::Module {
public:
    explicit Net(const std::string& network, int hidden, int layers) {
        const EncoderPlugin& plugin = findEncoder(network);
        m_encoder = register_module("encoder", plugin.make({.lookback = lookback,
                                                            .inputs = inputs,
                                                            .stepInputs = 1,
                                                            .hiddenSize = hidden,
                                                            .layers = layers,
                                                            .activation = "auto"}));
        m_last = register_module("last", torch::nn::Linear(m_encoder->outputSize(), targets));
    }
    at::Tensor forward(const at::Tensor& past) { return m_last(m_encoder->encode(past, Dropout())); }

private:
    std::shared_ptr<Encoder> m_encoder;
    torch::nn::Linear m_last{nullptr};
};

class Bench {
public:
    Bench(const std::string& network, int hidden, int layers, const at::Device& device, bool isMixed)
        : m_net(network, hidden, layers), m_parameters(m_net), m_device(device), m_isMixed(isMixed) {
        const torch::NoGradGuard guard;
        at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(3);
        for (auto& entry : m_net.named_parameters()) {
            const double bound = 1 / std::sqrt(static_cast<double>(entry.value().size(-1)));
            entry.value().uniform_(-bound, bound, generator);
        }
        for (int i = 0; i < batches; ++i) {
            m_past.push_back(at::empty({lookback, batch, inputs}).normal_(0, 1, generator));
            const at::Tensor level = m_past.back().select(2, 0).mean(0).unsqueeze(1);
            m_target.push_back((level + m_past.back().select(2, 1)[lookback - 1].unsqueeze(1) * 0.5).expand({batch, targets}).contiguous());
        }
    }

    void start() {
        m_net.to(m_device);
        for (std::size_t i = 0; i < batches; ++i) {
            m_past[i] = m_past[i].to(m_device);
            m_target[i] = m_target[i].to(m_device);
        }
        m_parameters = FlatParameters(m_net);
        m_first = m_parameters.values.clone();
        restart();
    }

    void restart() {
        m_parameters.values.copy_(m_first);
        m_optimizer = std::make_unique<FlatOptimizer>(LearningSettings{}, m_parameters.values);
        m_step = 0;
    }

    nlohmann::json run(int steps) {
        std::vector<at::Tensor> losses;
        const auto begin = std::chrono::steady_clock::now();
        for (int step = 0; step < steps; ++step, ++m_step) {
            const auto at = static_cast<std::size_t>(m_step % batches);
            m_parameters.gradients.zero_();
            losses.push_back(lossOf(at));
            losses.back().backward();
            m_optimizer->step(m_parameters, rate);
            losses.back().detach_();
        }
        const at::Tensor told = at::stack(losses).to(at::kCPU, at::kDouble);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return {{"seconds", seconds}, {"losses", std::vector<double>(told.data_ptr<double>(), told.data_ptr<double>() + told.numel())}};
    }

    void write(const std::string& path) const {
        ModelFile file;
        const auto add = [&](const std::string& name, const at::Tensor& tensor) {
            const float* data = tensor.data_ptr<float>();
            file.arrays.push_back({name, tensor.sizes().vec(), std::vector<float>(data, data + tensor.numel())});
        };
        for (const auto& entry : m_net.named_parameters()) {
            add(entry.key(), entry.value().detach().contiguous());
        }
        for (std::size_t i = 0; i < batches; ++i) {
            add("past_" + std::to_string(i), m_past[i]);
            add("target_" + std::to_string(i), m_target[i]);
        }
        std::ofstream(path, std::ios::binary) << writeModelFile(file);
    }

private:
    at::Tensor lossOf(std::size_t batchNumber) {
        const MixedPrecision precision(m_isMixed, m_device);
        return at::mse_loss(m_net.forward(m_past[batchNumber]), m_target[batchNumber]);
    }

    Net m_net;
    FlatParameters m_parameters;
    at::Device m_device;
    bool m_isMixed;
    std::unique_ptr<FlatOptimizer> m_optimizer;
    at::Tensor m_first;
    std::vector<at::Tensor> m_past, m_target;
    int m_step = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "network_step NETWORK FILE [HIDDEN [LAYERS [DEVICE [PRECISION]]]]\n";
        return 2;
    }
    at::set_num_threads(2);
    Bench bench(argv[1], argc > 3 ? std::stoi(argv[3]) : 128, argc > 4 ? std::stoi(argv[4]) : 1,
                at::Device(argc > 5 ? argv[5] : "cpu"), argc > 6 && std::string(argv[6]) == "mixed");
    bench.write(argv[2]);
    bench.start();
    std::cout << "{}" << std::endl;
    for (int steps = 0; std::cin >> steps;) {
        if (steps == 0) {
            bench.restart();
        }
        std::cout << bench.run(steps).dump() << std::endl;
    }
    return 0;
}
