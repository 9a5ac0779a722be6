// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/training_run.h"

namespace foresell {

namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t{1} << 30;

RunRecord runWithModel(const ProjectReader& reader, std::int32_t run) {
    for (const RunRecord& record : reader.runs()) {
        if (record.state == "done" && hasNetwork(record) && (run == 0 || record.id.value == run)) {
            return record;
        }
    }
    throw Error("model.none", run == 0 ? "no network has been trained yet" : "run " + std::to_string(run) + " has no network",
                "Only networks can be carried elsewhere; choose a run of a network.",
                {{"run", std::to_string(run)}});
}

void writeAside(const std::string& output, const std::string& bytes) {
    const std::string aside = output + ".part";
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code failed;
    if (out) {
        std::filesystem::rename(aside, output, failed);
    }
    if (!out || failed) {
        std::filesystem::remove(aside, failed);
        throw Error("model.cannot_write", "cannot write " + output, "Check the folder and the space left on the disk.",
                    {{"file", output}});
    }
}

std::string readWhole(const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    if (failed) {
        throw Error("model.cannot_read", "cannot read " + path, "Check the name and the rights of the file.", {{"file", path}});
    }
    if (size > largestFile) {
        throw Error("model.too_large", path + " is too large to be a model of Foresell", "Choose a file that Foresell exported.",
                    {{"file", path}});
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) {
        throw Error("model.cannot_read", "cannot read " + path, "Check the name and the rights of the file.", {{"file", path}});
    }
    return bytes;
}

}  // namespace

ModelFacts exportModel(const ProjectReader& reader, const ModelExportRequest& request) {
    const RunRecord run = runWithModel(reader, request.run);
    const std::string bytes = reader.model(run.id);
    const auto model = NetworkForecaster::load(bytes);  // what is written can be read again
    writeAside(request.output, bytes);
    return {run.id.value,     model->name(),    periodName(model->period()),          request.output,
            model->horizon(), model->lastDay(), static_cast<std::int64_t>(bytes.size())};
}

TrainingOutcome importModel(OpenProject& project, const ModelImportRequest& request, const JobControl& job) {
    auto model = NetworkForecaster::load(readWhole(request.file));
    return TrainingRun(project, {}, job).use(std::move(model), std::filesystem::path(request.file).filename().string());
}

}  // namespace foresell
