// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

const std::vector<EncoderPlugin>& plugins() {
    static const std::vector<EncoderPlugin> list{lstmPlugin(), mlpPlugin()};
    return list;
}

}  // namespace

std::vector<NetworkInfo> availableNetworks() {
    std::vector<NetworkInfo> infos;
    for (const EncoderPlugin& plugin : plugins()) {
        infos.push_back(plugin.info);
    }
    return infos;
}

const EncoderPlugin& findEncoder(const std::string& name) {
    for (const EncoderPlugin& plugin : plugins()) {
        if (plugin.info.name == name) {
            return plugin;
        }
    }
    throw Error("network.unknown", "There is no network named \"" + name + "\".", "Choose lstm or mlp.",
                {{"network", name}});
}

Dropout::Dropout(double share, std::uint64_t seed, const at::Device& device) : m_share(share) {
    m_generator = device.is_cpu() ? at::make_generator<at::CPUGeneratorImpl>(seed)
                                  : at::globalContext().defaultGenerator(device).clone();
    m_generator.set_current_seed(seed);
}

at::Tensor Dropout::operator()(const at::Tensor& values) const {
    if (m_share <= 0) {
        return values;
    }
    const at::Tensor mask = at::empty_like(values).bernoulli_(1 - m_share, m_generator);
    return values * mask.div_(1 - m_share);
}

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
    return at::gelu(values);
}

}  // namespace foresell
