// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cstdio>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/text_output.h"

namespace foresell {

namespace {

class PrivacyCommands : public CommandGroup {
public:
    explicit PrivacyCommands(CommandHost& host) : m_host(host) {
        addErase();
        addRetain();
    }

private:
    void addErase();
    void addRetain();
    void erase(const JobControl& job);
    void retain(const JobControl& job);
    void tell(const ErasureOutcome& outcome);

    CommandHost& m_host;
    ErasureRequest m_request;
    RetentionRequest m_retention;
    std::string m_before;
    bool m_isPreview = false, m_isSure = false;
};

void PrivacyCommands::addErase() {
    CLI::App* const command = m_host.addForProject("erase", "Erase sales for good, and prove it",
                                                   [this](const JobControl& job) { erase(job); });
    auto* const what = command->add_option_group("what");
    what->add_option("--customer", m_request.customer, "Every sale of this customer, as the imported file writes him");
    what->add_option("--order", m_request.order, "Every line of this order");
    what->add_option("--before", m_before, "Every line of an earlier day")->type_name("DATE");
    what->require_option(1);
    command->add_flag("--preview", m_isPreview, "Count what would go, erase nothing");
    command->add_flag("--yes", m_isSure, "Do not ask: erasing cannot be undone");
    command->footer(
        "The undo log, imports that were taken back, backups and the states of interrupted trainings go too.\n"
        "Forecasts and trained models stay: train again, so that they are free of what was erased.\n"
        "Copies that you made and the files that you imported are not touched.");
}

void PrivacyCommands::addRetain() {
    CLI::App* const command = m_host.addForProject(
        "retain", "Keep single sale lines for some months, then only their sums by day", [this](const JobControl& job) { retain(job); });
    command->add_option("--months", m_retention.months, "Whole months before that of the newest sale; 0: for ever")
        ->required()
        ->check(CLI::Range(0, 1200));
    command->add_flag("--preview", m_isPreview, "Count what would be summed, change nothing");
    command->add_flag("--yes", m_isSure, "Do not ask: this cannot be undone");
}

void askUnless(bool isSure) {
    if (!isSure) {
        throw Error("option.yes", "this cannot be undone", "Look with --preview first, then say --yes.");
    }
}

void PrivacyCommands::erase(const JobControl& job) {
    if (!m_before.empty()) {
        const auto day = fromIso(m_before);
        if (!day) {
            throw Error("option.before", "\"" + m_before + "\" is no date", "Write it as 2011-12-09.");
        }
        m_request.before = *day;
    }
    if (m_isPreview) {
        const ErasurePreview preview = previewErasure(*ProjectReader::open(m_host.projectPath()), m_request, job);
        m_host.printResult(toText(preview), preview);
        return;
    }
    askUnless(m_isSure);
    tell(eraseSales(*OpenProject::open(m_host.projectPath()), m_request, job));
}

void PrivacyCommands::retain(const JobControl& job) {
    if (m_isPreview) {
        const RetentionPreview preview = previewRetention(*ProjectReader::open(m_host.projectPath()), m_retention, job);
        m_host.printResult(toText(preview), preview);
        return;
    }
    askUnless(m_isSure || m_retention.months == 0);
    tell(applyRetention(*OpenProject::open(m_host.projectPath()), m_retention, job));
}

void PrivacyCommands::tell(const ErasureOutcome& outcome) {
    m_host.printResult(toText(outcome), outcome);
    m_host.setStatus(outcome.proof.isClean() ? 0 : 1);
}

}  // namespace

std::unique_ptr<CommandGroup> makePrivacyCommands(CommandHost& host) {
    return std::make_unique<PrivacyCommands>(host);
}

}  // namespace foresell
