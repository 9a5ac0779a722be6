// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/commands.h"
#include "core/engine/job_door.h"
#include "core/engine/service.h"
#include "core/protocol/calendar_messages.h"
#include "core/protocol/methods.h"
#include "core/protocol/notes.h"

namespace foresell {

namespace {

using nlohmann::json;

Revision revisionOf(ProjectWriter& writer) {
    return {writer.revision(), writer.undoName(), writer.redoName()};
}

}  // namespace

void Service::addMethods() {
    using Way = Method::Way;
    m_methods[method::hello] = {Way::AtOnce,
                                [](const json&, const JobControl&) { return json(helloFacts()); }};
    m_methods[method::shutdown] = {Way::AtOnce, [this](const json&, const JobControl&) {
                                       m_isEnding = true;
                                       return json::object();
                                   }};
    m_methods[method::sampleCreate] = {Way::Light, [](const json& params, const JobControl& job) {
                                           return json(createSample(params.get<SampleRequest>(), job));
                                       }};
    m_methods[method::importPreview] = {
        Way::Light, [this](const json& params, const JobControl& job) {
            const auto project = projectOrNone();
            const auto reader = project ? project->reader() : nullptr;
            return json(previewFile(reader.get(), params.get<ImportRequest>(), job));
        }};
    m_methods[method::verifyRun] = {
        Way::Light, [this](const json& params, const JobControl& job) {
            const auto path = params.get<PathRequest>().path;
            return json(verifyProject(path.empty() ? project()->path() : std::filesystem::path(path), job));
        }};
    addProjectMethods();
    addEditMethods();
    addWorkMethods();
    addJobMethods();
    addDatabaseMethods();
    addLineMethods();
    addPrivacyMethods();
}

void Service::addProjectMethods() {
    using Way = Method::Way;
    m_methods[method::projectCreate] = {
        Way::AtOnce, [this](const json& params, const JobControl&) {
            const auto request = params.get<CreateRequest>();
            refuseWhileBusy();
            closeProject();
            return useProject(OpenProject::create(request.path, request.settings));
        }};
    m_methods[method::projectOpen] = {Way::AtOnce, [this](const json& params, const JobControl&) {
                                          const auto request = params.get<PathRequest>();
                                          refuseWhileBusy();
                                          closeProject();
                                          return useProject(OpenProject::open(request.path));
                                      }};
    m_methods[method::projectClose] = {Way::AtOnce, [this](const json&, const JobControl&) {
                                           refuseWhileBusy();
                                           closeProject();
                                           return json::object();
                                       }};
    m_methods[method::projectDiscard] = {Way::AtOnce, [this](const json&, const JobControl&) {
                                             refuseWhileBusy();
                                             const auto path = pathToDiscard(*project());
                                             closeProject();
                                             removeProjectFiles(path);
                                             return json::object();
                                         }};
    m_methods[method::projectInfo] = {Way::AtOnce, [this](const json&, const JobControl&) {
                                          const auto project = this->project();
                                          return json(projectFacts(*project->reader(), &project->writer()));
                                      }};
}

void Service::addEdit(const char* name, const std::string& what, Edit edit) {
    m_methods[name] = {Method::Way::AtOnce,
                       [this, what, edit = std::move(edit)](const json& params, const JobControl&) {
                           const auto project = this->project();
                           edit(project->writer(), params);
                           project->announce(what);
                           return json(revisionOf(project->writer()));
                       }};
}

void Service::addEditMethods() {
    addEdit(method::settingsSet, "settings", [](ProjectWriter& writer, const json& params) {
        writer.setSettings(params.get<ProjectSettings>());
    });
    addEdit(method::recipeSet, "recipe", [](ProjectWriter& writer, const json& params) {
        writer.setRecipe(toJson(recipeFromJson(params)).dump());
    });
    addEdit(method::calendarSet, "calendar", [](ProjectWriter& writer, const json& params) {
        writer.setCalendarEdits(toText(params.get<CalendarRequest>().edits));
    });
    addEdit(method::importUndo, "import", [](ProjectWriter& writer, const json& params) {
        writer.undoImport(ImportId{params.get<ImportUndoRequest>().import});
    });
    addEdit(method::editUndo, "undo", [](ProjectWriter& writer, const json&) { writer.undo(); });
    addEdit(method::editRedo, "undo", [](ProjectWriter& writer, const json&) { writer.redo(); });
}

void Service::addWorkMethods() {
    using Way = Method::Way;
    m_methods[method::importRun] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return json(importFiles(*project(), params.get<ImportRequest>(), job));
        }};
    m_methods[method::cleaningPreview] = {
        Way::Light, [this](const json& params, const JobControl& job) { return previewRecipe(params, job); }};
    m_methods[method::cleaningLines] = {
        Way::AtOnce, [this](const json& params, const JobControl&) { return linesOfPreview(params); }};
    m_methods[method::cleaningWeeks] = {
        Way::Light, [this](const json& params, const JobControl&) {
            return json(lastPreview()->weeklyOf(params.get<ItemWeeksRequest>().item));
        }};
    m_methods[method::dataQuality] = {Way::Light, [this](const json&, const JobControl& job) {
                                          const auto reader = project()->reader();
                                          return json(foresell::dataQuality(*reader, job));
                                      }};
    m_methods[method::cleaningApply] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return json(applyCleaning(*project(), params.get<CleaningRequest>(), job));
        }};
    m_methods[method::featuresList] = {
        Way::Light, [this](const json&, const JobControl& job) { return json(features(job)->list()); }};
    m_methods[method::featuresComing] = {Way::Light, [this](const json& params, const JobControl& job) {
                                             return json(features(job)->coming(params.get<ComingValuesRequest>()));
                                         }};
    m_methods[method::featuresChange] = {Way::Light, [this](const json& params, const JobControl& job) {
                                             const auto project = this->project();
                                             changeFeatures(*project, params.get<FeatureChange>(), job);
                                             return json(revisionOf(project->writer()));
                                         }};
    m_methods[method::featuresEnter] = {Way::Light, [this](const json& params, const JobControl& job) {
                                            const auto project = this->project();
                                            enterComingValues(*project, params.get<ComingEntries>(), job);
                                            return json(revisionOf(project->writer()));
                                        }};
    m_methods[method::trainingStart] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return steered("train", job, [&](const JobControl& open) {
                const auto project = this->project();
                return json(params.contains("resume") ? resumeRun(*project, params.at("resume").get<std::int32_t>(), open)
                                                      : trainRun(*project, params.get<TrainingOptions>(), open));
            });
        }};
    m_methods[method::trainingEstimate] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return json(estimateRun(*project()->reader(), params.get<TrainingOptions>(), job));
        }};
    m_methods[method::runsCompare] = {
        Way::AtOnce, [this](const json& params, const JobControl&) {
            return json(compareRuns(*project()->reader(), params.get<CompareRequest>()));
        }};
    m_methods[method::runsUse] = {Way::AtOnce, [this](const json& params, const JobControl&) {
                                      const auto project = this->project();
                                      useRun(*project, params.get<UseRunRequest>().run);
                                      return json(revisionOf(project->writer()));
                                  }};
    m_methods[method::runsRemove] = {Way::AtOnce, [this](const json& params, const JobControl&) {
                                         const auto project = this->project();
                                         removeRun(*project, params.get<UseRunRequest>().run);
                                         return json(revisionOf(project->writer()));
                                     }};
    m_methods[method::modelExport] = {
        Way::Light, [this](const json& params, const JobControl&) {
            return json(exportModel(*project()->reader(), params.get<ModelExportRequest>()));
        }};
    m_methods[method::modelImport] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return json(importModel(*project(), params.get<ModelImportRequest>(), job));
        }};
    m_methods[method::forecastRun] = {
        Way::Light, [this](const json& params, const JobControl& job) { return runForecast(params, job); }};
    m_methods[method::forecastExport] = {
        Way::Light, [this](const json& params, const JobControl& job) {
            const auto reader = project()->reader();
            return json(exportForecast(*reader, params.get<ExportRequest>(), job));
        }};
    m_methods[method::backtestRun] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            const auto reader = project()->reader();
            return json(runBacktest(*reader, params.get<BacktestRequest>(), job));
        }};
    m_methods[method::refreshRun] = {
        Way::Heavy, [this](const json& params, const JobControl& job) {
            return steered("refresh", job, [&](const JobControl& open) { return json(refreshProject(*project(), params.get<RefreshRequest>(), open)); });
        }};
}

json Service::steered(const char* name, const JobControl& job, const std::function<json(const JobControl&)>& work) {
    JobDoor door(project()->path(), name,
                 {[this] { m_jobs.pause(m_jobs.heavyJob()); }, [this] { m_jobs.resume(m_jobs.heavyJob()); }, [this] { m_jobs.finish(m_jobs.heavyJob()); }});
    return work(door.watched(job));
}

std::shared_ptr<const FeatureView> Service::features(const JobControl& job) {
    const auto reader = project()->reader();
    {
        const std::lock_guard guard(m_mutex);
        if (m_features != nullptr && m_features->revision() == reader->revision()) {
            return m_features;
        }
    }
    auto view = FeatureView::of(*reader, job);
    const std::lock_guard guard(m_mutex);
    m_features = view;
    return view;
}

json Service::previewRecipe(const json& params, const JobControl& job) {
    const auto reader = project()->reader();
    auto preview = previewCleaning(*reader, params.get<CleaningRequest>(), job);
    json summary = CleaningSummary::of(preview->result());
    const std::lock_guard guard(m_mutex);
    m_preview = std::move(preview);
    return summary;
}

std::shared_ptr<CleaningPreview> Service::lastPreview() {
    const std::lock_guard guard(m_mutex);
    if (m_preview == nullptr) {
        throw Error("cleaning.no_preview", "there is no cleaning preview", "Ask for cleaning.preview first.");
    }
    return m_preview;
}

json Service::linesOfPreview(const json& params) {
    const auto request = params.get<LinesRequest>();
    const auto preview = lastPreview();
    if (request.step < 0 || request.step >= std::ssize(preview->recipe().steps) || request.offset < 0 ||
        request.limit < 0 || request.limit > 10'000) {
        throw Error("protocol.bad_params", "step, offset or limit is out of range");
    }
    return preview->changedLines(static_cast<std::size_t>(request.step),
                                 static_cast<std::size_t>(request.offset),
                                 static_cast<std::size_t>(request.limit), request.search);
}

json Service::runForecast(const json& params, const JobControl& job) {
    const auto reader = project()->reader();
    const ForecastRecord forecast = forecastOf(*reader, params.get<ForecastRequest>(), storedLevels(), job);
    return factsOf(forecast, *reader->run(forecast.run));
}

void Service::addJobMethods() {
    using Act = bool (JobTable::*)(const json&);
    const auto add = [this](const char* name, Act act) {
        m_methods[name] = {Method::Way::AtOnce, [this, act](const json& params, const JobControl&) {
                               return json{{"found", (m_jobs.*act)(params.get<JobRequest>().id)}};
                           }};
    };
    add(method::jobCancel, &JobTable::cancel);
    add(method::jobPause, &JobTable::pause);
    add(method::jobResume, &JobTable::resume);
    add(method::jobFinish, &JobTable::finish);
}

json Service::useProject(std::shared_ptr<OpenProject> project) {
    project->setChangeCallback([this](std::int64_t revision, const std::string& what) {
        m_channel.writeLine(notificationLine(notification::projectChanged, ChangeNote{revision, what}));
    });
    json facts = projectFacts(*project->reader(), &project->writer());
    const std::lock_guard guard(m_mutex);
    m_project = std::move(project);
    return facts;
}

}  // namespace foresell
