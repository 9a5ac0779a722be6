// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stdexcept>
#include <string>

namespace foresell {

/// What went wrong, for the user. `code` is stable ("import.no_date_column") and is what the window translates by;
/// `what()` is the English message and `hint` says what to do next. `details` holds the values named in the message
/// ("file", "row", ...), so that a translation can name them too.
///
/// Expected outcomes, such as bad rows in a file, are data and never errors. Exceptions of SQLite, libtorch and the
/// file system are translated into this type where they arise.
class Error : public std::runtime_error {
public:
    using Details = std::map<std::string, std::string>;

    Error(std::string code, const std::string& message, std::string hint = {}, Details details = {});

    const std::string& code() const { return m_code; }
    const std::string& hint() const { return m_hint; }
    const Details& details() const { return m_details; }

private:
    std::string m_code;
    std::string m_hint;
    Details m_details;
};

/// Thrown when the user has asked a job to stop. Being cancelled is no error, so this is not a std::exception.
struct Cancelled {};

}  // namespace foresell
