// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <optional>

#include "core/base/error.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/import_options.h"
#include "core/engine/option_file.h"
#include "core/engine/text_output.h"

namespace foresell {

namespace {

constexpr const char* passwordVariable = "FORESELL_DATABASE_PASSWORD";

constexpr std::int64_t largestQueryFile = 1 << 20;

std::string queryIn(const std::string& path) {
    std::optional<std::string> text = readOptionFile(path, largestQueryFile);
    if (!text) {
        throw Error("option.query_file", "cannot read " + path, "Check the path.", {{"file", path}});
    }
    if (std::ssize(*text) > largestQueryFile) {
        throw Error("option.query_too_large", path + " is larger than 1 MB: that is no SELECT",
                    "Write only the SELECT into the file. Data is imported with `import`.", {{"file", path}});
    }
    return std::move(*text);
}

/// Asks on the terminal without showing what is typed.
std::string typedPassword() {
    if (isatty(STDIN_FILENO) == 0) {
        throw Error("option.ask_password", "there is no terminal to ask on",
                    std::string("Set ") + passwordVariable + ", or give the password by --password-stdin.");
    }
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs("Password: ", stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::string password;
    std::getline(std::cin, password);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputs("\n", stderr);
    return password;
}

class DatabaseCommands : public CommandGroup {
public:
    explicit DatabaseCommands(CommandHost& host);

private:
    void addReading(CLI::App& command);
    void run(const JobControl& job);
    std::string password() const;

    CommandHost& m_host;
    ImportRequest m_request;
    std::vector<std::string> m_maps;
    std::string m_queryFile;
    bool m_lists = false, m_showsQuery = false, m_asks = false, m_readsPassword = false;
};

DatabaseCommands::DatabaseCommands(CommandHost& host) : m_host(host) {
    m_request.role.clear();
    CLI::App* const command = m_host.addForProject("import-db", "Import sales, a plan or items from a database, which is only read",
                                                   [this](const JobControl& job) { run(job); });
    command->add_option("URL", m_request.database.url, "postgresql://USER@HOST:PORT/DATABASE, mysql://..., sqlite:FILE or odbc:NAME")
        ->required();
    auto* const what = command->add_option_group("what");
    what->add_flag("--list", m_lists, "List the tables, import nothing");
    what->add_option("--table", m_request.database.table, "Import this table or view")->type_name("NAME");
    what->add_option("--query", m_request.database.query, "Import what this SELECT finds")->type_name("SQL");
    what->add_option("--query-file", m_queryFile, "Import what the SELECT in this file finds")->type_name("FILE");
    what->require_option(1);
    addReading(*command);
    command->footer(std::string("The password is taken from ") + passwordVariable +
                    ", from standard input with --password-stdin, or asked for with --ask-password; never from the URL.\n"
                    "It is kept nowhere. The database is read in a read-only transaction where it has such.");
}

void DatabaseCommands::addReading(CLI::App& command) {
    command.add_flag("--add-up", m_request.database.addsUp, "Let the server add up by day, item, location and channel first");
    command.add_flag("--show-query", m_showsQuery, "Show the SQL that would be sent, import nothing");
    auto* const asks = command.add_flag("--ask-password", m_asks, "Ask for the password on the terminal");
    command.add_flag("--password-stdin", m_readsPassword, "Read the password from standard input, up to the line's end")->excludes(asks);
    command.add_option("--as", m_request.role, "sales, plan or items (detected)")->type_name("ROLE");
    command.add_option("--map", m_maps, "Take a column for a field; an empty column says the field is not there")
        ->type_name("FIELD=COLUMN")
        ->allow_extra_args(false);
    command.add_flag("--dry-run", m_request.isDryRun, "Read and count, keep nothing");
}

std::string DatabaseCommands::password() const {
    if (m_asks) {
        return typedPassword();
    }
    if (m_readsPassword) {
        std::string line;
        std::getline(std::cin, line);
        return line;
    }
    const char* const set = std::getenv(passwordVariable);
    return set == nullptr ? std::string() : set;
}

void DatabaseCommands::run(const JobControl& job) {
    m_request.fields = fieldsOf(m_maps);
    if (!m_queryFile.empty()) {
        m_request.database.query = queryIn(m_queryFile);
    }
    m_request.database.password = password();
    if (m_lists) {
        const DatabaseTables tables = databaseTables(m_request.database, job);
        m_host.printResult(toText(tables), tables);
        return;
    }
    if (m_showsQuery) {
        const DatabaseQuery query = databaseQuery(m_request, job);
        m_host.printResult(query.query + '\n', query);
        return;
    }
    const ImportResult result = importFiles(*OpenProject::open(m_host.projectPath()), m_request, job);
    m_host.printResult(toText(result), summaryOf(result));
}

}  // namespace

std::unique_ptr<CommandGroup> makeDatabaseCommands(CommandHost& host) {
    return std::make_unique<DatabaseCommands>(host);
}

}  // namespace foresell
