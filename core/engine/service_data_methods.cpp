// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/commands.h"
#include "core/engine/service.h"
#include "core/protocol/methods.h"

namespace foresell {

using nlohmann::json;

void Service::addDatabaseMethods() {
    using Way = Method::Way;
    m_methods[method::databaseTables] = {Way::Light, [](const json& params, const JobControl& job) {
                                             return json(databaseTables(params.get<DatabaseRequest>(), job));
                                         }};
    m_methods[method::databaseQuery] = {Way::Light, [](const json& params, const JobControl& job) {
                                            return json(databaseQuery(params.get<ImportRequest>(), job));
                                        }};
}

/// `use` gets the browser of the open project, which holds what the last query has found.
template <typename Use>
json Service::withBrowser(Use use) {
    const auto open = project();
    const std::lock_guard guard(m_browsing);
    if (m_browser == nullptr || m_browser->path() != open->path()) {
        m_browser = std::make_unique<LineBrowser>(open->path());
    }
    return json(use(*m_browser));
}

void Service::addLineMethods() {
    using Way = Method::Way;
    m_methods[method::linesPage] = {Way::Light, [this](const json& params, const JobControl& job) {
                                        return withBrowser([&](LineBrowser& browser) {
                                            return linesOf(browser, params.get<LinePageRequest>(), job);
                                        });
                                    }};
    m_methods[method::linesWeeks] = {
        Way::Light, [this](const json& params, const JobControl& job) {
            return withBrowser([&](LineBrowser& browser) {
                return browser.weeks(params.get<LineWeeksRequest>().query, project()->writer().settings().weekStart, job);
            });
        }};
    m_methods[method::dataItems] = {Way::Light, [this](const json& params, const JobControl& job) {
                                        return json(itemQuality(*project()->reader(), params.get<ItemQualityRequest>(), job));
                                    }};
    m_methods[method::linesExport] = {Way::Light, [this](const json& params, const JobControl& job) {
                                          // One of its own, so that the table can be used in the meantime.
                                          LineBrowser browser(project()->path());
                                          return json(exportLines(browser, params.get<LineExportRequest>(), job));
                                      }};
}

void Service::addPrivacyMethods() {
    using Way = Method::Way;
    m_methods[method::erasePreview] = {Way::Light, [this](const json& params, const JobControl& job) {
                                           return json(previewErasure(*project()->reader(), params.get<ErasureRequest>(), job));
                                       }};
    m_methods[method::eraseRun] = {Way::Heavy, [this](const json& params, const JobControl& job) {
                                       forgetPreview();
                                       return json(eraseSales(*project(), params.get<ErasureRequest>(), job));
                                   }};
    m_methods[method::retainPreview] = {
        Way::Light, [this](const json& params, const JobControl& job) {
            return json(previewRetention(*project()->reader(), params.get<RetentionRequest>(), job));
        }};
    m_methods[method::retainRun] = {Way::Heavy, [this](const json& params, const JobControl& job) {
                                        forgetPreview();
                                        return json(applyRetention(*project(), params.get<RetentionRequest>(), job));
                                    }};
}

/// Both hold lines in memory that are to be erased.
void Service::forgetPreview() {
    {
        const std::lock_guard guard(m_browsing);
        m_browser.reset();
    }
    const std::lock_guard guard(m_mutex);
    m_preview.reset();
}

}  // namespace foresell
