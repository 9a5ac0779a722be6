// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/text_output.h"

namespace foresell {

namespace {

Day dayOf(const std::string& text, const char* option) {
    const auto day = fromIso(text);
    if (!day) {
        throw Error(std::string("option.") + option, "\"" + text + "\" is no date", "Write it as 2011-12-09.");
    }
    return *day;
}

class LineCommands : public CommandGroup {
public:
    explicit LineCommands(CommandHost& host);

private:
    void run(const JobControl& job);

    CommandHost& m_host;
    LinePageRequest m_request;
    LineExportRequest m_export;
    std::string m_from, m_to;
};

LineCommands::LineCommands(CommandHost& host) : m_host(host) {
    CLI::App* const command =
        m_host.addForProject("lines", "Show sale lines, or write them to a file", [this](const JobControl& job) { run(job); });
    LineQuery& query = m_request.query;
    command->add_option("--item", query.item, "Of this item alone")->type_name("CODE");
    command->add_option("--location", query.location, "Of this location alone")->type_name("CODE");
    command->add_option("--channel", query.channel, "Of this channel alone")->type_name("CODE");
    command->add_option("--from", m_from, "From this day on")->type_name("DATE");
    command->add_option("--to", m_to, "Up to this day")->type_name("DATE");
    command->add_option("--search", query.search, "Part of an item's code or name, a place or an order number")->type_name("TEXT");
    command->add_option("--state", query.state, "kept, set_aside or corrected by cleaning; returns, no_price, sums")
        ->check(CLI::IsMember({"kept", "set_aside", "corrected", "returns", "no_price", "sums"}));
    command->add_option("--import", query.import, "That this import brought")->type_name("NUMBER");
    command->add_option("--sort", query.sort, "date, item, location, channel, quantity, price, amount, file (date)")
        ->check(CLI::IsMember({"date", "item", "location", "channel", "quantity", "price", "amount", "file"}));
    command->add_flag("--descending", query.isDescending, "Largest or latest first");
    command->add_option("--offset", m_request.offset, "Lines to pass over")->check(CLI::NonNegativeNumber);
    m_request.limit = 20;
    command->add_option("--limit", m_request.limit, "Lines to show (20)")->check(CLI::Range(0, 10'000));
    command->add_option("-o,--output", m_export.output, "Write every line that is found: .xlsx, or else CSV")->type_name("FILE");
    command->add_flag("--with-customers", m_export.withCustomers, "Write the keys by which customers are told apart as well");
}

void LineCommands::run(const JobControl& job) {
    m_request.query.from = m_from.empty() ? noDay : dayOf(m_from, "from");
    m_request.query.to = m_to.empty() ? noDay : dayOf(m_to, "to");
    LineBrowser browser(m_host.projectPath());
    if (!m_export.output.empty()) {
        m_export.query = m_request.query;
        const LineExportResult result = exportLines(browser, m_export, job);
        m_host.printResult(toText(result), result);
        return;
    }
    const LinePage page = linesOf(browser, m_request, job);
    m_host.printResult(toText(page), page);
}

}  // namespace

std::unique_ptr<CommandGroup> makeLineCommands(CommandHost& host) {
    return std::make_unique<LineCommands>(host);
}

}  // namespace foresell
