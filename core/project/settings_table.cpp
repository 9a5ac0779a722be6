// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/settings_table.h"

#include <charconv>

namespace foresell {

std::string readSetting(SQLite::Database& database, const std::string& name) {
    SQLite::Statement row(database, "SELECT value FROM setting WHERE name = ?");
    row.bind(1, name);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void writeSetting(SQLite::Database& database, const std::string& name, const std::string& value) {
    SQLite::Statement write(database, "INSERT INTO setting (name, value) VALUES (?, ?) "
                                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    write.bind(1, name);
    write.bind(2, value);
    write.exec();
}

ProjectSettings readSettings(SQLite::Database& database) {
    ProjectSettings settings;
    settings.name = readSetting(database, "name");
    settings.timeZone = readSetting(database, "time_zone");
    settings.country = readSetting(database, "country");
    settings.currency = readSetting(database, "currency");
    const std::string weekStart = readSetting(database, "week_start");
    std::from_chars(weekStart.data(), weekStart.data() + weekStart.size(), settings.weekStart);
    if (const std::string weeks = readSetting(database, "weeks"); !weeks.empty()) {
        settings.weeks = weeks;
    }
    const std::string fiscalMonth = readSetting(database, "fiscal_month");
    std::from_chars(fiscalMonth.data(), fiscalMonth.data() + fiscalMonth.size(), settings.fiscalMonth);
    const std::string keepMonths = readSetting(database, "keep_months");
    std::from_chars(keepMonths.data(), keepMonths.data() + keepMonths.size(), settings.keepMonths);
    settings.uuid = readSetting(database, "uuid");
    return settings;
}

void writeSettings(SQLite::Database& database, const ProjectSettings& settings) {
    writeSetting(database, "name", settings.name);
    writeSetting(database, "time_zone", settings.timeZone);
    writeSetting(database, "country", settings.country);
    writeSetting(database, "currency", settings.currency);
    writeSetting(database, "week_start", std::to_string(settings.weekStart));
    writeSetting(database, "weeks", settings.weeks);
    writeSetting(database, "fiscal_month", std::to_string(settings.fiscalMonth));
    writeSetting(database, "keep_months", std::to_string(settings.keepMonths));
    writeSetting(database, "uuid", settings.uuid);
}

}  // namespace foresell
