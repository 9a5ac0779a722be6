// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_impl.h"

#include <cmath>

namespace foresell {
namespace {

NamedArray toArray(const std::string& name, const at::Tensor& tensor) {
    const at::Tensor values = tensor.detach().to(at::kCPU).contiguous();
    const float* data = values.data_ptr<float>();
    return {name, values.sizes().vec(), std::vector<float>(data, data + values.numel())};
}

nlohmann::json finiteOrNull(double value) {
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

}  // namespace

ModelFile Trainer::capture() {
    readLosses();
    const TrainingResult& done = m_state.result;
    ModelFile file;
    file.description = {{"fingerprint", m_job.fingerprint},
                        {"phase", static_cast<int>(m_state.phase)},
                        {"step", m_state.step},
                        {"optimizer_steps", m_optimizer->steps},
                        {"rate_factor", m_state.rateFactor},
                        {"loss_sum", m_state.lossSum},
                        {"loss_count", m_state.lossCount},
                        {"seconds", elapsed()},
                        {"step_seconds", m_state.stepSeconds},
                        {"windows", m_state.windows},
                        {"best_loss", finiteOrNull(m_state.bestLoss)},
                        {"epochs", done.epochs},
                        {"best_epoch", done.bestEpoch},
                        {"steps", done.steps},
                        {"recoveries", done.recoveries},
                        {"stopped_by", done.stoppedBy},
                        {"training_curve", done.trainingCurve},
                        {"validation_curve", done.validationCurve}};
    file.arrays = {toArray("values", m_parameters->values), toArray("first", m_optimizer->first),
                   toArray("second", m_optimizer->second), toArray("average", m_average), toArray("best", m_best)};
    return file;
}

void Trainer::restore(const ModelFile& file) {
    const auto& d = file.description;
    m_state.phase = static_cast<Phase>(d.at("phase").get<int>());
    m_state.step = d.at("step");
    m_optimizer->steps = d.at("optimizer_steps");
    m_state.rateFactor = d.at("rate_factor");
    m_state.lossSum = d.at("loss_sum");
    m_state.lossCount = d.at("loss_count");
    m_state.seconds = d.at("seconds");
    m_state.stepSeconds = d.at("step_seconds");
    m_state.windows = d.at("windows");
    m_state.bestLoss = d.at("best_loss").is_null() ? INFINITY : d.at("best_loss").get<double>();
    TrainingResult& done = m_state.result;
    done.epochs = d.at("epochs");
    done.bestEpoch = d.at("best_epoch");
    done.steps = d.at("steps");
    done.recoveries = d.at("recoveries");
    done.stoppedBy = d.at("stopped_by");
    done.trainingCurve = d.at("training_curve").get<std::vector<double>>();
    done.validationCurve = d.at("validation_curve").get<std::vector<double>>();
    const std::pair<const char*, at::Tensor*> arrays[] = {{"values", &m_parameters->values},
                                                          {"first", &m_optimizer->first},
                                                          {"second", &m_optimizer->second},
                                                          {"average", &m_average},
                                                          {"best", &m_best}};
    for (const auto& [name, tensor] : arrays) {
        std::vector<float> values = file.array(name, tensor->sizes().vec()).values;
        tensor->copy_(at::from_blob(values.data(), tensor->sizes(), at::kFloat));
    }
    holdGood();
}

bool Trainer::resume() {
    const auto file = m_job.checkpoints.load(m_job.fingerprint);
    if (!file) {
        return false;
    }
    restore(*file);
    m_started = Clock::now();
    return true;
}

void Trainer::save() {
    if (m_job.checkpoints.isActive()) {
        m_job.checkpoints.save(static_cast<std::int64_t>(m_state.phase) * 1000000000 + m_state.step, capture());
    }
}

}  // namespace foresell
