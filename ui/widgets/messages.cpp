// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messages.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace foresell {

namespace {

struct Phrase {
    const char* code;
    const char* text;
    const char* hint;
};

// Errors that a person at the window is likely to meet, for translation by their code.
constexpr std::array phrases{
    Phrase{"engine.died", QT_TRANSLATE_NOOP("foresell::errors", "The engine stopped unexpectedly. Nothing that was saved is lost."),
           QT_TRANSLATE_NOOP("foresell::errors", "Try again; the engine has been started anew.")},
    Phrase{"job.busy", QT_TRANSLATE_NOOP("foresell::errors", "Another job is running."),
           QT_TRANSLATE_NOOP("foresell::errors", "Wait for it, or stop it at the foot of the window.")},
    Phrase{"export.cannot_write", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another place, or close the file where it is open.")},
    Phrase{"project.exists", QT_TRANSLATE_NOOP("foresell::errors", "%1 is there already."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another name, or open it.")},
    Phrase{"project.missing", QT_TRANSLATE_NOOP("foresell::errors", "%1 is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Check the path, or create the project first.")},
    Phrase{"project.locked", QT_TRANSLATE_NOOP("foresell::errors", "This project is open in another program."),
           QT_TRANSLATE_NOOP("foresell::errors", "Close it there first.")},
    Phrase{"project.not_a_project", QT_TRANSLATE_NOOP("foresell::errors", "This file is not a Foresell project."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a file that Foresell has made, or import this one as data.")},
    Phrase{"project.newer", QT_TRANSLATE_NOOP("foresell::errors", "This project was made by a newer Foresell."),
           QT_TRANSLATE_NOOP("foresell::errors", "Update Foresell to open it.")},
    Phrase{"project.damaged", QT_TRANSLATE_NOOP("foresell::errors", "The project is damaged."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open a backup, or run foresell-cli verify to see what can be rescued.")},
    Phrase{"project.disk_full", QT_TRANSLATE_NOOP("foresell::errors", "The disk is full. Nothing that was saved before is lost."),
           QT_TRANSLATE_NOOP("foresell::errors", "Free some space and try again.")},
    Phrase{"project.read_only", QT_TRANSLATE_NOOP("foresell::errors", "The project cannot be written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Save a copy in a folder of yours and open that.")},
    Phrase{"import.no_such_file", QT_TRANSLATE_NOOP("foresell::errors", "%1 is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether it was moved or renamed, and choose it again.")},
    Phrase{"import.no_such_folder", QT_TRANSLATE_NOOP("foresell::errors", "This folder is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether it was moved or renamed, and choose it again.")},
    Phrase{"project.cannot_open", QT_TRANSLATE_NOOP("foresell::errors", "The project cannot be opened."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether the folder is there and whether you may write in it.")},
    Phrase{"project.in_use", QT_TRANSLATE_NOOP("foresell::errors", "This project is open in another program."),
           QT_TRANSLATE_NOOP("foresell::errors", "Close it there first.")},
    Phrase{"project.io", QT_TRANSLATE_NOOP("foresell::errors", "The project cannot be read or written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether its disk is there and sound, then try again.")},
    Phrase{"engine.busy", QT_TRANSLATE_NOOP("foresell::errors", "Another job is running."),
           QT_TRANSLATE_NOOP("foresell::errors", "Wait for it, or stop it at the foot of the window.")},
    Phrase{"cleaning.bad_recipe", QT_TRANSLATE_NOOP("foresell::errors", "This is no cleaning recipe."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a file that was saved as one.")},
    Phrase{"training.diverged", QT_TRANSLATE_NOOP("foresell::errors", "The training came to no result: its error grew without end."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use a lower learning rate, or look for extreme values in Cleaning.")},
    Phrase{"training.failed", QT_TRANSLATE_NOOP("foresell::errors", "The training failed. The last forecast stays."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a smaller network, batch or look back.")},
    Phrase{"training.out_of_memory", QT_TRANSLATE_NOOP("foresell::errors", "There is too little memory for this training."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a smaller network or batch, or close other programs.")},
    Phrase{"forecast.failed", QT_TRANSLATE_NOOP("foresell::errors", "The forecast failed. The last one stays."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train anew.")},
    Phrase{"panel.too_large", QT_TRANSLATE_NOOP("foresell::errors", "There are too many items and periods for the memory."),
           QT_TRANSLATE_NOOP("foresell::errors", "Forecast weeks or months, or fewer places.")},
    Phrase{"runs.too_few", QT_TRANSLATE_NOOP("foresell::errors", "Choose two runs or more to compare."),
           ""},
    Phrase{"import.unreadable", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether it is still there and whether you may open it.")},
    Phrase{"import.empty_file", QT_TRANSLATE_NOOP("foresell::errors", "%1 holds no rows."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a file with a table in it.")},
    Phrase{"import.damaged_gzip", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be unpacked."),
           QT_TRANSLATE_NOOP("foresell::errors", "Copy or download the file again; nothing of it was imported.")},
    Phrase{"import.nothing_copied", QT_TRANSLATE_NOOP("foresell::errors", "Nothing was copied."),
           QT_TRANSLATE_NOOP("foresell::errors", "Copy rows with their headings, then paste them here.")},
    Phrase{"import.damaged_zip", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be unpacked."),
           QT_TRANSLATE_NOOP("foresell::errors", "Copy or download the file again; nothing of it was imported.")},
    Phrase{"import.damaged_workbook", QT_TRANSLATE_NOOP("foresell::errors", "%1 is damaged."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open it in a spreadsheet, save it anew and import that.")},
    Phrase{"import.unsafe_zip", QT_TRANSLATE_NOOP("foresell::errors", "%1 is not unpacked: it would grow too large."),
           QT_TRANSLATE_NOOP("foresell::errors", "Split the data over several files, or save the table as CSV.")},
    Phrase{"import.unsafe_xml", QT_TRANSLATE_NOOP("foresell::errors", "%1 is no workbook as spreadsheets write them."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open it in a spreadsheet, save it anew and import that.")},
    Phrase{"import.old_workbook", QT_TRANSLATE_NOOP("foresell::errors", "%1 is a workbook of the old kind or locked with a password."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open it in a spreadsheet, save it as .xlsx without a password and import that.")},
    Phrase{"import.locked_file", QT_TRANSLATE_NOOP("foresell::errors", "%1 is locked with a password."),
           QT_TRANSLATE_NOOP("foresell::errors", "Save it without a password and import that.")},
    Phrase{"import.not_a_table", QT_TRANSLATE_NOOP("foresell::errors", "%1 is a web page, whatever its name says."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open it in a spreadsheet, save it as .xlsx or CSV and import that.")},
    Phrase{"import.nested_zip", QT_TRANSLATE_NOOP("foresell::errors", "%1 holds another archive."),
           QT_TRANSLATE_NOOP("foresell::errors", "Unpack it and import the files in it.")},
    Phrase{"import.empty_zip", QT_TRANSLATE_NOOP("foresell::errors", "%1 holds no table."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose an archive with CSV, TSV, text, XLSX or ODS files in it.")},
    Phrase{"import.not_wide", QT_TRANSLATE_NOOP("foresell::errors", "%1 has neither days nor items side by side."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose the other layout, or the row with the names of the columns.")},
    Phrase{"import.sheet_too_large", QT_TRANSLATE_NOOP("foresell::errors", "A sheet of %1 has too many cells."),
           QT_TRANSLATE_NOOP("foresell::errors", "Split the sheet, or save it as CSV.")},
    Phrase{"import.no_such_column", QT_TRANSLATE_NOOP("foresell::errors", "The file has not the columns of before."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose the columns again above the table.")},
    Phrase{"import.missing_field", QT_TRANSLATE_NOOP("foresell::errors", "A column that is needed is missing."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose the columns above the table.")},
    Phrase{"database.wrong_password", QT_TRANSLATE_NOOP("foresell::errors", "The database refuses the user or the password."),
           QT_TRANSLATE_NOOP("foresell::errors", "Check both, or ask who runs the database.")},
    Phrase{"database.unreachable", QT_TRANSLATE_NOOP("foresell::errors", "The database cannot be reached."),
           QT_TRANSLATE_NOOP("foresell::errors", "Check host and port, whether the server runs, and whether this computer may connect.")},
    Phrase{"database.no_such_database", QT_TRANSLATE_NOOP("foresell::errors", "There is no database of this name."),
           QT_TRANSLATE_NOOP("foresell::errors", "Check the name.")},
    Phrase{"database.no_such_table", QT_TRANSLATE_NOOP("foresell::errors", "There is no such table."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose one of the list.")},
    Phrase{"database.not_allowed", QT_TRANSLATE_NOOP("foresell::errors", "The database does not allow it."),
           QT_TRANSLATE_NOOP("foresell::errors", "Ask who runs the database for the right to read it.")},
    Phrase{"database.no_driver", QT_TRANSLATE_NOOP("foresell::errors", "The driver of this kind of database is not installed."),
           QT_TRANSLATE_NOOP("foresell::errors", "Install the driver, for ODBC also its entry in odbcinst.ini.")},
    Phrase{"database.no_data_source", QT_TRANSLATE_NOOP("foresell::errors", "ODBC knows no data source of this name."),
           QT_TRANSLATE_NOOP("foresell::errors", "Set it up in odbc.ini, or write Driver=…")},
    Phrase{"database.not_reading", QT_TRANSLATE_NOOP("foresell::errors", "The query does not only read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write one SELECT.")},
    Phrase{"database.password_in_url", QT_TRANSLATE_NOOP("foresell::errors", "The address holds a password, which others could read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write it in its own field.")},
    Phrase{"database.cannot_add_up", QT_TRANSLATE_NOOP("foresell::errors", "No column could be taken for the date and the quantity to add up."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import every row, or write a query that names them date and quantity.")},
    Phrase{"privacy.no_customer_key", QT_TRANSLATE_NOOP("foresell::errors", "This computer has not the key by which the project knows its customers."),
           QT_TRANSLATE_NOOP("foresell::errors", "Erase where the sales were imported, or erase by order or day.")},
    Phrase{"privacy.cannot_scan", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be read, so that nothing is proven of it."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether you may read it, and erase again.")},
    Phrase{"project.busy", QT_TRANSLATE_NOOP("foresell::errors", "Another program is using the project."),
           QT_TRANSLATE_NOOP("foresell::errors", "Close the other program; what is left to do is done when the project is opened again.")},
    Phrase{"features.bad_formula", QT_TRANSLATE_NOOP("foresell::errors", "The formula cannot be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use names, numbers, + - * / and parentheses; names with spaces stand in brackets, as [competitor price].")},
    Phrase{"features.name_taken", QT_TRANSLATE_NOOP("foresell::errors", "There is a feature of this name already."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another name.")},
    Phrase{"features.bad_name", QT_TRANSLATE_NOOP("foresell::errors", "This cannot be the name of a feature."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a short name without brackets.")},
    Phrase{"features.no_number", QT_TRANSLATE_NOOP("foresell::errors", "A feature in the formula holds words, not numbers."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use features that are numbers.")},
    Phrase{"features.unknown", QT_TRANSLATE_NOOP("foresell::errors", "A feature in the formula is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Insert the names from the list.")},
    Phrase{"features.past_only", QT_TRANSLATE_NOOP("foresell::errors", "This is known for past periods alone: what has not happened yet cannot be told ahead."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use it for the past, as forecasts do, or import coming values as a plan.")},
    Phrase{"features.bad_value", QT_TRANSLATE_NOOP("foresell::errors", "A value cannot be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Enter numbers.")},
    Phrase{"import.behaviour_too_long", QT_TRANSLATE_NOOP("foresell::errors", "The file tells of more visits than can be added up at once."),
           QT_TRANSLATE_NOOP("foresell::errors", "Split it by month and import the parts one after the other.")},
    Phrase{"panel.no_sales", QT_TRANSLATE_NOOP("foresell::errors", "There are no sales to learn from."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import sales, or look whether cleaning has set everything aside.")},
    Phrase{"panel.too_short", QT_TRANSLATE_NOOP("foresell::errors", "The sales do not span one whole period."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a shorter unit of time, or import more sales.")},
    Phrase{"training.too_short", QT_TRANSLATE_NOOP("foresell::errors", "The history is too short to learn from."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a shorter look ahead or unit of time, or import more sales.")},
    Phrase{"model.damaged", QT_TRANSLATE_NOOP("foresell::errors", "This file is no model that can be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a file that Foresell exported, or train again.")},
    Phrase{"model.other_version", QT_TRANSLATE_NOOP("foresell::errors", "The model was made by another version of Foresell."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train again with this version.")},
    Phrase{"model.other_period", QT_TRANSLATE_NOOP("foresell::errors", "The model was trained on another unit of time than this."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a model for this unit of time.")},
    Phrase{"model.other_sign", QT_TRANSLATE_NOOP("foresell::errors", "The model and these sales treat returns differently."),
           QT_TRANSLATE_NOOP("foresell::errors", "Clean the sales as they were when the model was trained, or train anew.")},
    Phrase{"model.missing_columns", QT_TRANSLATE_NOOP("foresell::errors", "The model needs columns that the data no longer have: %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import them, or train anew.")},
    Phrase{"model.new_columns", QT_TRANSLATE_NOOP("foresell::errors", "The data have columns that the model has never seen: %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train anew, so that they are learnt.")},
    Phrase{"model.other_items", QT_TRANSLATE_NOOP("foresell::errors", "The model learnt from another shop: it knows none of these items."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a model on these data.")},
    Phrase{"model.other_network", QT_TRANSLATE_NOOP("foresell::errors", "The earlier run has a network of another kind."),
           QT_TRANSLATE_NOOP("foresell::errors", "Leave the options open to go on from it, or train anew.")},
    Phrase{"model.cannot_read", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look whether it is still there and whether you may open it.")},
    Phrase{"model.cannot_write", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another place, or close the file where it is open.")},
    Phrase{"model.too_large", QT_TRANSLATE_NOOP("foresell::errors", "%1 is too large to be a model of Foresell."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a file that Foresell exported.")},
    Phrase{"model.none", QT_TRANSLATE_NOOP("foresell::errors", "This run has no network that could be exported."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a run of a network.")},
    Phrase{"training.no_model", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 has no network to go on from."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a finished run of a network.")},
    Phrase{"training.nothing_new", QT_TRANSLATE_NOOP("foresell::errors", "Since run %1 there is no complete period to learn from."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import newer sales first, or train anew.")},
    Phrase{"training.nothing_to_search", QT_TRANSLATE_NOOP("foresell::errors", "Only a network that learns anew has options to look for."),
           QT_TRANSLATE_NOOP("foresell::errors", "Leave the search out, or choose a network.")},
    Phrase{"training.normalisation", QT_TRANSLATE_NOOP("foresell::errors", "This loss cannot learn from sales that are normalised this way."),
           QT_TRANSLATE_NOOP("foresell::errors", "Laws that count from zero go with the logarithm, the mean or none; classes with the logarithm of each series.")},
    Phrase{"forecast.data_changed", QT_TRANSLATE_NOOP("foresell::errors", "The sales that run %1 learnt from have changed since."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train again, or learn on from this run.")},
    Phrase{"device.no_cuda", QT_TRANSLATE_NOOP("foresell::errors", "No GPU can be used on this computer."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose Automatic or the processor.")},
    Phrase{"calendar.bad_event", QT_TRANSLATE_NOOP("foresell::errors", "This event cannot be kept."),
           QT_TRANSLATE_NOOP("foresell::errors", "Correct its name or its dates: the first day comes first, and the main day lies between.")},
    Phrase{"calendar.bad_weeks", QT_TRANSLATE_NOOP("foresell::errors", "Weeks cannot be numbered this way."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another month or weekday for the year to begin.")},
    Phrase{"calendar.fixed_dates", QT_TRANSLATE_NOOP("foresell::errors", "Public holidays have the dates that the law gives them."),
           QT_TRANSLATE_NOOP("foresell::errors", "Add an event of your own instead.")},
    Phrase{"calendar.lunar_range", QT_TRANSLATE_NOOP("foresell::errors", "Lunar dates are known from 1950 to 2100 alone."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a year between.")},
    Phrase{"calendar.no_such_channel", QT_TRANSLATE_NOOP("foresell::errors", "There is no channel %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write its code as the sales have it.")},
    Phrase{"calendar.unknown_country", QT_TRANSLATE_NOOP("foresell::errors", "There is no calendar of public holidays for this country."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another country in the settings, or none.")},
    Phrase{"cleaning.too_large", QT_TRANSLATE_NOOP("foresell::errors", "Taking a bundle apart makes a number too large."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look at the quantities of its parts in the list of bundles.")},
    Phrase{"cleaning.too_many_lines", QT_TRANSLATE_NOOP("foresell::errors", "There are more sale lines than one project holds."),
           QT_TRANSLATE_NOOP("foresell::errors", "Split the shop into several projects.")},
    Phrase{"database.bad_request", QT_TRANSLATE_NOOP("foresell::errors", "It is not said what to read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose a table, or write a query.")},
    Phrase{"database.bad_url", QT_TRANSLATE_NOOP("foresell::errors", "This is no address of a database."),
           QT_TRANSLATE_NOOP("foresell::errors", "Check server, port and name, or write it as postgresql://user@host:port/database.")},
    Phrase{"database.failed", QT_TRANSLATE_NOOP("foresell::errors", "The database reports an error: %1"),
           QT_TRANSLATE_NOOP("foresell::errors", "Check the query, or ask who runs the database.")},
    Phrase{"engine.no_memory", QT_TRANSLATE_NOOP("foresell::errors", "There is not enough memory."),
           QT_TRANSLATE_NOOP("foresell::errors", "Close other programs, or choose fewer items or a longer unit of time.")},
    Phrase{"evaluation.no_origin", QT_TRANSLATE_NOOP("foresell::errors", "There is too little history to test a forecast on."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look less far ahead, or import more sales.")},
    Phrase{"features.computed", QT_TRANSLATE_NOOP("foresell::errors", "%1 is computed by the program."),
           QT_TRANSLATE_NOOP("foresell::errors", "Enter values of columns that a plan or a signal brought.")},
    Phrase{"features.damaged", QT_TRANSLATE_NOOP("foresell::errors", "The choice of features cannot be read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open a backup of the project, or choose the features anew.")},
    Phrase{"features.needed", QT_TRANSLATE_NOOP("foresell::errors", "This feature says when the shop is closed; every forecast needs it."),
           QT_TRANSLATE_NOOP("foresell::errors", "Leave it on.")},
    Phrase{"features.not_derived", QT_TRANSLATE_NOOP("foresell::errors", "%1 is not computed by a formula."),
           QT_TRANSLATE_NOOP("foresell::errors", "Switch it off instead.")},
    Phrase{"features.static", QT_TRANSLATE_NOOP("foresell::errors", "%1 does not change with time."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import a list of items to change it.")},
    Phrase{"features.too_many", QT_TRANSLATE_NOOP("foresell::errors", "There are 50 features by formula already."),
           QT_TRANSLATE_NOOP("foresell::errors", "Remove one that you do not need.")},
    Phrase{"features.unknown_code", QT_TRANSLATE_NOOP("foresell::errors", "The project does not know %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use the codes that the sales have.")},
    Phrase{"forecast.cannot_write", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another place, or close the file where it is open.")},
    Phrase{"forecast.no_run", QT_TRANSLATE_NOOP("foresell::errors", "Nothing has been trained yet."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a forecast first.")},
    Phrase{"forecast.no_sizes", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 has learnt from single items, not from styles."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import which size belongs to which style, add the step “Styles instead of sizes” in Cleaning, clean and train.")},
    Phrase{"forecast.no_such_run", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another run, or train again.")},
    Phrase{"forecast.other_period", QT_TRANSLATE_NOOP("foresell::errors", "The model was trained on another unit of time than this."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a model for this unit of time.")},
    Phrase{"forecast.run_not_done", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 did not finish."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another run, or train again.")},
    Phrase{"import.encoding_unavailable", QT_TRANSLATE_NOOP("foresell::errors", "This computer cannot read the encoding %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Save the file as UTF-8 and import it again.")},
    Phrase{"import.incomplete", QT_TRANSLATE_NOOP("foresell::errors", "A part of the import could not be saved; nothing of it was kept."),
           QT_TRANSLATE_NOOP("foresell::errors", "Import the file again.")},
    Phrase{"import.list_too_long", QT_TRANSLATE_NOOP("foresell::errors", "The list has more than 5,000,000 rows."),
           QT_TRANSLATE_NOOP("foresell::errors", "Split it and import the parts one after the other.")},
    Phrase{"import.no_customer_key", QT_TRANSLATE_NOOP("foresell::errors", "The key for customers cannot be kept in %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Make the folder writable, or import without the customer column.")},
    Phrase{"import.no_random", QT_TRANSLATE_NOOP("foresell::errors", "This computer gives no random numbers, without which nothing can be kept safely."),
           QT_TRANSLATE_NOOP("foresell::errors", "Start the computer anew and try again.")},
    Phrase{"import.no_such_import", QT_TRANSLATE_NOOP("foresell::errors", "This import is not there any more."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose one of the list.")},
    Phrase{"import.no_such_preset", QT_TRANSLATE_NOOP("foresell::errors", "There is no preset of this name."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another one, or set the columns by hand.")},
    Phrase{"import.no_such_sheet", QT_TRANSLATE_NOOP("foresell::errors", "%1 has no such sheet."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another sheet of it.")},
    Phrase{"import.unbalanced", QT_TRANSLATE_NOOP("foresell::errors", "The rows of the import do not add up; nothing was imported."),
           QT_TRANSLATE_NOOP("foresell::errors", "Please report the file that shows this.")},
    Phrase{"import.unknown", QT_TRANSLATE_NOOP("foresell::errors", "This import is not there any more."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose one of the list.")},
    Phrase{"import.unknown_time_zone", QT_TRANSLATE_NOOP("foresell::errors", "There is no time zone %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose one of the list in the settings, such as Asia/Shanghai.")},
    Phrase{"import.week_numbers", QT_TRANSLATE_NOOP("foresell::errors", "A column of %1 numbers its weeks."),
           QT_TRANSLATE_NOOP("foresell::errors", "Say on which day its week 1 began.")},
    Phrase{"lines.no_such_item", QT_TRANSLATE_NOOP("foresell::errors", "There is no item %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write its code as the sales have it.")},
    Phrase{"lines.no_such_location", QT_TRANSLATE_NOOP("foresell::errors", "There is no location %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write its code as the sales have it.")},
    Phrase{"lines.no_such_channel", QT_TRANSLATE_NOOP("foresell::errors", "There is no channel %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Write its code as the sales have it.")},
    Phrase{"panel.dates", QT_TRANSLATE_NOOP("foresell::errors", "The sales span more periods than a shop can have."),
           QT_TRANSLATE_NOOP("foresell::errors", "Look for a wrong date in the file, or choose a longer unit of time.")},
    Phrase{"privacy.bad_request", QT_TRANSLATE_NOOP("foresell::errors", "Say one thing to erase: a customer, an order or a day."),
           QT_TRANSLATE_NOOP("foresell::errors", "Fill in one field alone.")},
    Phrase{"privacy.not_cleaned", QT_TRANSLATE_NOOP("foresell::errors", "Sales were imported that are not cleaned yet."),
           QT_TRANSLATE_NOOP("foresell::errors", "Clean the sales first.")},
    Phrase{"project.changed", QT_TRANSLATE_NOOP("foresell::errors", "The sales have changed while they were read."),
           QT_TRANSLATE_NOOP("foresell::errors", "Try again.")},
    Phrase{"project.compress", QT_TRANSLATE_NOOP("foresell::errors", "The project cannot be written: compressing its data failed."),
           QT_TRANSLATE_NOOP("foresell::errors", "Close other programs to free memory, then try again.")},
    Phrase{"project.foreign_schema", QT_TRANSLATE_NOOP("foresell::errors", "The tables of this project are not those that Foresell makes."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open a backup, or ask whoever changed the file.")},
    Phrase{"project.older", QT_TRANSLATE_NOOP("foresell::errors", "This project was made by an older Foresell."),
           QT_TRANSLATE_NOOP("foresell::errors", "Open it once where it can be written, so that it is brought up to date.")},
    Phrase{"project.random", QT_TRANSLATE_NOOP("foresell::errors", "This computer gives no random numbers, without which nothing can be kept safely."),
           QT_TRANSLATE_NOOP("foresell::errors", "Start the computer anew and try again.")},
    Phrase{"project.undo", QT_TRANSLATE_NOOP("foresell::errors", "This change cannot be undone or redone."),
           QT_TRANSLATE_NOOP("foresell::errors", "The data stay as they are now.")},
    Phrase{"refresh.no_folder", QT_TRANSLATE_NOOP("foresell::errors", "%1 is no folder."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose the folder in which the shop's exports lie.")},
    Phrase{"report.forecast_mismatch", QT_TRANSLATE_NOOP("foresell::errors", "The forecast and the history of run %1 do not belong together."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a forecast again.")},
    Phrase{"report.no_forecast", QT_TRANSLATE_NOOP("foresell::errors", "There is no forecast to report on."),
           QT_TRANSLATE_NOOP("foresell::errors", "Train a forecast first.")},
    Phrase{"runs.not_done", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 did not finish."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose runs that are done.")},
    Phrase{"sample.cannot_write", QT_TRANSLATE_NOOP("foresell::errors", "%1 cannot be written."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another place, or free some disk space.")},
    Phrase{"sample.foreign_files", QT_TRANSLATE_NOOP("foresell::errors", "%1 is there already; the sample never overwrites other files."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose an empty folder.")},
    Phrase{"settings.weeks", QT_TRANSLATE_NOOP("foresell::errors", "Weeks cannot be numbered this way."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another way in the settings.")},
    Phrase{"run.in_use", QT_TRANSLATE_NOOP("foresell::errors", "The forecast is made by run %1, so it cannot be removed."),
           QT_TRANSLATE_NOOP("foresell::errors", "Use another run for the forecast first.")},
    Phrase{"run.running", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 is training, so it cannot be removed."),
           QT_TRANSLATE_NOOP("foresell::errors", "Stop it first.")},
    Phrase{"training.checkpoint", QT_TRANSLATE_NOOP("foresell::errors", "The state of the training cannot be written to %1."),
           QT_TRANSLATE_NOOP("foresell::errors", "Free some disk space, or look whether you may write there.")},
    Phrase{"training.no_such_run", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 is not there."),
           QT_TRANSLATE_NOOP("foresell::errors", "Choose another run, or train again.")},
    Phrase{"training.nothing_to_resume", QT_TRANSLATE_NOOP("foresell::errors", "Run %1 has nothing left to learn, or is training already."),
           QT_TRANSLATE_NOOP("foresell::errors", "Only a run that was interrupted can go on.")},
    Phrase{"training.option", QT_TRANSLATE_NOOP("foresell::errors", "The option %1 cannot be used with this value."),
           QT_TRANSLATE_NOOP("foresell::errors", "Leave it open to let the program choose.")},
};

const Phrase* findPhrase(const std::string& code) {
    for (const Phrase& phrase : phrases) {
        if (code == phrase.code) {
            return &phrase;
        }
    }
    return nullptr;
}

QString translated(const char* text, const Error& error) {
    QString phrase = QCoreApplication::translate("foresell::errors", text);
    for (const char* key : {"file", "columns", "run", "reason", "option", "feature", "channel", "code", "encoding", "folder", "zone"}) {
        const auto detail = error.details().find(key);
        if (detail != error.details().end() && phrase.contains(QLatin1String("%1"))) {
            return phrase.arg(QString::fromStdString(detail->second));
        }
    }
    return phrase;
}

bool isChinese() {
    return QLocale().language() == QLocale::Chinese;
}

QString withTrueMinus(QString text) {
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace

QString errorText(const Error& error) {
    const Phrase* phrase = findPhrase(error.code());
    return phrase != nullptr ? translated(phrase->text, error) : QString::fromUtf8(error.what());
}

QString errorHint(const Error& error) {
    const Phrase* phrase = findPhrase(error.code());
    return phrase != nullptr ? translated(phrase->hint, error) : QString::fromStdString(error.hint());
}

QString numberText(double value, int decimals) {
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    const QLocale locale(QLocale::English);
    return withTrueMinus(locale.toString(std::abs(value) < 0.5 * std::pow(10, -decimals) ? 0.0 : value, 'f', decimals));
}

QString shortNumberText(double value) {
    const double size = std::abs(value);
    const auto part = [value](double unit, const QString& suffix) {
        const double scaled = value / unit;
        const int decimals = std::abs(scaled - std::round(scaled)) < 0.05 ? 0 : 1;
        return numberText(scaled, decimals) + suffix;
    };
    if (isChinese()) {
        return size >= 1e8   ? part(1e8, QStringLiteral("亿"))
               : size >= 1e4 ? part(1e4, QStringLiteral("万"))
                             : numberText(value, size < 10 && size != std::round(size) ? 1 : 0);
    }
    return size >= 1e6   ? part(1e6, QStringLiteral(" M"))
           : size >= 1e4 ? part(1e3, QStringLiteral(" k"))
                         : numberText(value, size < 10 && size != std::round(size) ? 1 : 0);
}

QString changeText(double ratio) {
    if (!std::isfinite(ratio)) {
        return QStringLiteral("–");
    }
    if (ratio > 2) {
        return QStringLiteral("> 200%");
    }
    return (ratio > 0.005 ? QStringLiteral("+") : QString()) + percentText(ratio);
}

QString percentText(double share, int decimals) {
    return std::isfinite(share) ? numberText(share * 100, decimals) + QLatin1Char('%') : QStringLiteral("–");
}

}  // namespace foresell
