// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "core/base/error.h"
#include "core/engine/calendar_command.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/feature_view.h"
#include "core/engine/text_output.h"

namespace foresell {

namespace {

/// "NAME=WHAT" as pairs, in their order; the name ends at the first "=".
std::vector<std::pair<std::string, std::string>> pairsOf(const std::vector<std::string>& texts, const char* option, const std::string& usage) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error(std::string("option.") + option, "\"" + text + "\" has no name before a =", "Write " + usage + ".");
        }
        pairs.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    }
    return pairs;
}

bool isEmpty(const FeatureChange& change) {
    return change.enable.empty() && change.disable.empty() && change.derive.empty() && change.remove.empty() && change.fills.empty();
}

class FeatureCommands : public CommandGroup {
public:
    explicit FeatureCommands(CommandHost& host) : m_host(host) {
        addCalendar();
        addFeatures();
    }

private:
    void addCalendar();
    void addFeatures();
    void showCalendar();
    void showFeatures(const JobControl& job);

    CommandHost& m_host;
    CalendarChange m_calendarChange;
    int m_year = 0, m_fiscalMonth = 0;
    std::string m_weeks;
    FeatureChange m_features;
    ComingValuesRequest m_coming;
    std::vector<std::string> m_formulas, m_fills;
};

void FeatureCommands::showCalendar() {
    if (!m_calendarChange.isEmpty() || !m_weeks.empty() || m_fiscalMonth > 0) {
        const auto project = OpenProject::open(m_host.projectPath());
        if (!m_calendarChange.isEmpty()) {
            project->writer().setCalendarEdits(toText(changedBy(*project->reader(), m_calendarChange)));
        }
        ProjectSettings settings = project->writer().settings();
        settings.weeks = m_weeks.empty() ? settings.weeks : m_weeks;
        settings.fiscalMonth = m_fiscalMonth > 0 ? m_fiscalMonth : settings.fiscalMonth;
        project->writer().setSettings(settings);
    }
    const auto reader = ProjectReader::open(m_host.projectPath());
    const int year = m_year > 0 ? m_year : calendarYear(*reader);
    m_host.print(calendarFacts(*reader, toDay(year, 1, 1), toDay(year, 12, 31)));
}

void FeatureCommands::addCalendar() {
    CLI::App* const command = m_host.addForProject("calendar", "Show and change the shop's holidays and events",
                                                   [this](const JobControl&) { showCalendar(); });
    CalendarChange& change = m_calendarChange;
    command->add_option("--year", m_year, "The year to show (that of the last sale)")->check(CLI::Range(2000, 2100));
    command->add_option("--add", change.add, "Add an event of this name; needs --first")->type_name("NAME");
    command->add_option("--change", change.change, "Change an event; its dates in the year of the main day alone")->type_name("ID");
    command->add_option("--first", change.first, "Its first day")->type_name("DATE");
    command->add_option("--last", change.last, "Its last day (the first)")->type_name("DATE");
    command->add_option("--main", change.main, "Its main day (the last)")->type_name("DATE");
    command->add_option("--phase", change.phases, "presale, opening, burst or encore; may be given several times")
        ->type_name("PHASE=FIRST..LAST")
        ->allow_extra_args(false);
    command->add_option("--channel", change.channels, "Only in this channel; may be given several times")
        ->type_name("CODE")
        ->allow_extra_args(false);
    command->add_option("--lead", change.lead, "Days before the main day on which buying changes");
    command->add_option("--pull-forward", change.pullForward, "Days after it that lack the demand drawn forward");
    command->add_option("--learned", change.isLearned, "Whether forecasts learn its effect: true or false");
    command->add_flag("--yearly", change.isYearly, "An own event comes back on these dates every year");
    command->add_option("--off", change.off, "Neither show nor learn an event")->type_name("ID");
    command->add_option("--on", change.on, "Take it back")->type_name("ID");
    command->add_option("--remove", change.remove, "Forget an own event, or what was changed of another")->type_name("ID");
    command->add_option("--weeks", m_weeks, "How weeks are numbered: none, iso, 4-4-5, 4-5-4, 5-4-4 or nrf")->type_name("SCHEME");
    command->add_option("--fiscal-month", m_fiscalMonth, "Month in which the fiscal year begins")->check(CLI::Range(1, 12));
}

void FeatureCommands::addFeatures() {
    CLI::App* const command = m_host.addForProject("features", "List and choose what forecasts may learn from besides the sales",
                                                   [this](const JobControl& job) { showFeatures(job); });
    command->add_option("--enable", m_features.enable, "Use these features")->delimiter(',')->type_name("NAME,...");
    command->add_option("--disable", m_features.disable, "Leave these features out")->delimiter(',')->type_name("NAME,...");
    command->add_option("--derive", m_formulas, "Add a feature computed from others, as margin=\"price - cost\"")
        ->type_name("NAME=FORMULA")
        ->allow_extra_args(false);
    command->add_option("--remove", m_features.remove, "Remove these derived features")->delimiter(',')->type_name("NAME,...");
    command->add_option("--fill", m_fills, "Fill coming values that are not told: hold_last, last_year or none")
        ->type_name("NAME=HOW")
        ->allow_extra_args(false);
    command->add_option("--coming", m_coming.feature, "Show the coming values of a feature instead of the list")->type_name("NAME");
    command->add_flag("--missing", m_coming.onlyMissing, "With --coming only the rows that miss a value");
}

void FeatureCommands::showFeatures(const JobControl& job) {
    for (const auto& [name, formula] : pairsOf(m_formulas, "derive", "--derive NAME=FORMULA")) {
        m_features.derive.push_back({name, formula});
    }
    for (const auto& [name, how] : pairsOf(m_fills, "fill", "--fill NAME=hold_last")) {
        m_features.fills[name] = how;
    }
    if (!isEmpty(m_features)) {
        changeFeatures(*OpenProject::open(m_host.projectPath()), m_features, job);
    }
    const auto view = FeatureView::of(*ProjectReader::open(m_host.projectPath()), job);
    if (m_coming.feature.empty()) {
        m_host.print(view->list());
    } else {
        m_host.print(view->coming(m_coming));
    }
}

}  // namespace

std::unique_ptr<CommandGroup> makeFeatureCommands(CommandHost& host) {
    return std::make_unique<FeatureCommands>(host);
}

}  // namespace foresell
