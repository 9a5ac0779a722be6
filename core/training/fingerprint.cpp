// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <nlohmann/json.hpp>

namespace foresell {
namespace {

class Digest {
public:
    template <typename Value>
    void add(const std::vector<Value>& values) {
        m_hash = XXH3_64bits_withSeed(values.data(), values.size() * sizeof(Value), m_hash + values.size());
    }
    void add(const std::string& text) { m_hash = XXH3_64bits_withSeed(text.data(), text.size(), m_hash + text.size()); }
    void add(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(text);
        }
    }
    XXH64_hash_t value() const { return m_hash; }

private:
    XXH64_hash_t m_hash = 0;
};

std::string describe(const Panel& panel, int horizon, const TrainingOptions& o, int threads,
                     const std::string& device) {
    return nlohmann::json{static_cast<int>(panel.axis.kind), panel.firstPeriod, panel.periods, panel.futurePeriods,
                          panel.allowsNegative, horizon, o.model, o.lookback, o.loss, o.optimizer, o.schedule, o.activation, o.normalisation,
                          o.normalisationScope,
                          o.hiddenSize, o.layers, o.dropout, o.weightDecay, o.averagesWeights, o.learningRate, o.batchSize, o.epochs, o.patience,
                          o.timeBudgetSeconds, o.seed, o.useKnownFuture, o.precision, threads, device, FORESELL_VERSION}
        .dump();
}

}  // namespace

std::string trainingFingerprint(const Panel& panel, int horizon, const TrainingOptions& options, int threads,
                                const std::string& device) {
    Digest digest;
    digest.add(describe(panel, horizon, options, threads, device));
    digest.add(panel.target);
    digest.add(panel.state);
    digest.add(panel.censored);
    digest.add(panel.begin);
    digest.add(panel.itemCodes);
    digest.add(panel.locationCodes);
    digest.add(panel.channelCodes);
    for (const auto* covariates : {&panel.knownFuture, &panel.pastOnly}) {
        for (const Covariate& covariate : *covariates) {
            digest.add(covariate.name);
            digest.add(covariate.values);
            digest.add(covariate.isKnown);
        }
    }
    for (const StaticFeature& feature : panel.statics) {
        digest.add(feature.name);
        digest.add(feature.codes);
        digest.add(feature.texts);
        digest.add(feature.values);
    }
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(digest.value()));
    return text;
}

}  // namespace foresell
