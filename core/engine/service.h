// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "core/browsing/line_browser.h"
#include "core/cleaning/cleaning_preview.h"
#include "core/engine/feature_view.h"
#include "core/engine/job_table.h"
#include "core/engine/line_channel.h"
#include "core/engine/open_project.h"
#include "core/protocol/message.h"

namespace foresell {

/// The engine as a child process: JSON-RPC 2.0, one message a line, on standard input and output; the methods
/// are those of core/protocol/methods.h. Jobs run in threads of their own, so that edits, cancel and pause
/// are answered while they run. It ends when standard input ends, which is also how it notices that its
/// parent has died.
class Service {
public:
    Service();
    ~Service();

    /// Returns the exit status of the program.
    int run();

private:
    using Answer = std::function<nlohmann::json(const nlohmann::json& params, const JobControl& job)>;
    struct Method {
        enum class Way { AtOnce, Light, Heavy } way = Way::AtOnce;
        Answer answer;
    };

    using Edit = std::function<void(ProjectWriter& writer, const nlohmann::json& params)>;

    void addMethods();
    void addProjectMethods();
    void addEditMethods();
    void addEdit(const char* name, const std::string& what, Edit edit);
    void addWorkMethods();
    void addJobMethods();
    void addDatabaseMethods();
    void addLineMethods();
    void addPrivacyMethods();
    template <typename Use>
    nlohmann::json withBrowser(Use use);
    void handle(const Message& message);
    void handleRequest(const Message& message);
    static std::string answer(const nlohmann::json& id, const Answer& work, const nlohmann::json& params, const JobControl& job);
    ProgressCallback progressOf(const nlohmann::json& id);

    /// As the project is now; kept until it changes.
    std::shared_ptr<const FeatureView> features(const JobControl& job);
    nlohmann::json previewRecipe(const nlohmann::json& params, const JobControl& job);
    std::shared_ptr<CleaningPreview> lastPreview();
    void forgetPreview();
    nlohmann::json linesOfPreview(const nlohmann::json& params);
    /// Does a heavy job that other programs can pause, resume and end early, too.
    nlohmann::json steered(const char* name, const JobControl& job, const std::function<nlohmann::json(const JobControl&)>& work);
    nlohmann::json runForecast(const nlohmann::json& params, const JobControl& job);

    std::shared_ptr<OpenProject> project() const;  ///< throws "engine.no_project"
    std::shared_ptr<OpenProject> projectOrNone() const;
    void refuseWhileBusy() const;  ///< throws "engine.busy"
    nlohmann::json useProject(std::shared_ptr<OpenProject> project);
    void closeProject();

    LineChannel m_channel;
    std::map<std::string, Method> m_methods;
    mutable std::mutex m_mutex;  ///< of the three members below
    std::shared_ptr<OpenProject> m_project;
    std::shared_ptr<CleaningPreview> m_preview;
    std::mutex m_browsing;  ///< of the next member: one look at the lines at a time
    std::unique_ptr<LineBrowser> m_browser;
    std::shared_ptr<const FeatureView> m_features;
    JobTable m_jobs;
    bool m_isEnding = false;
};

}  // namespace foresell
