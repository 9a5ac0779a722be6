// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/encoder_impl.h"
#include "core/networks/head_impl.h"

namespace foresell {
namespace {

const std::vector<EncoderPlugin>& plugins() {
    static const std::vector<EncoderPlugin> list{lstmPlugin(), gruPlugin(),  rnnPlugin(),
                                                 cnnPlugin(),  mlpPlugin(),  mlpTeamPlugin(), tidePlugin(),
                                                 nhitsPlugin(), tftPlugin(), autoencoderPlugin(),
                                                 deeparPlugin()};
    return list;
}

const std::vector<HeadPlugin>& heads() {
    static const std::vector<HeadPlugin> list{quantilePlugin(), squaredErrorPlugin(),      absoluteErrorPlugin(),
                                              huberPlugin(),    poissonPlugin(),           tweediePlugin(),
                                              classesPlugin(),  negativeBinomialPlugin()};
    return list;
}

/// The names, for a hint.
template <typename Plugins>
std::string namesOf(const Plugins& list) {
    std::string names;
    for (const auto& plugin : list) {
        names += (names.empty() ? "" : ", ") + plugin.info.name;
    }
    return names;
}

}  // namespace

std::vector<NetworkInfo> availableNetworks() {
    std::vector<NetworkInfo> infos;
    for (const EncoderPlugin& plugin : plugins()) {
        infos.push_back(plugin.info);
    }
    return infos;
}

std::vector<LossInfo> availableLosses() {
    std::vector<LossInfo> infos;
    for (const HeadPlugin& plugin : heads()) {
        infos.push_back(plugin.info);
    }
    return infos;
}

std::vector<std::string> availableActivations() {
    return {"auto", "relu", "sigmoid", "tanh", "gelu"};
}

const HeadPlugin& findHead(const std::string& loss) {
    for (const HeadPlugin& plugin : heads()) {
        if (plugin.info.name == loss) {
            return plugin;
        }
    }
    throw Error("training.option", "There is no loss named \"" + loss + "\".", "Choose one of " + namesOf(heads()) + ".",
                {{"option", "loss"}, {"rule", "it is one of " + namesOf(heads())}});
}

const EncoderPlugin& findEncoder(const std::string& name) {
    for (const EncoderPlugin& plugin : plugins()) {
        if (plugin.info.name == name) {
            return plugin;
        }
    }
    throw Error("network.unknown", "There is no network named \"" + name + "\".", "Choose one of " + namesOf(plugins()) + ".",
                {{"network", name}});
}

}  // namespace foresell
