// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace foresell {

/// The error member of an answer. `number` is JSON-RPC's; `code`, `hint` and `details` are those of
/// foresell::Error and travel in its data.
struct ErrorBody {
    static constexpr int parseError = -32700;
    static constexpr int invalidRequest = -32600;
    static constexpr int methodNotFound = -32601;
    static constexpr int invalidParams = -32602;
    static constexpr int failed = -32000;
    static constexpr int cancelled = -32800;

    int number = failed;
    std::string message;
    std::string code;
    std::string hint;
    Error::Details details;

    static ErrorBody fromError(const Error& error);
    static ErrorBody forCancelled();
    Error toError() const { return {code, message, hint, details}; }
    bool isCancelled() const { return number == cancelled; }
};

/// One line of the protocol, read.
struct Message {
    enum class Kind { Request, Notification, Result, Error, Malformed };

    Kind kind = Kind::Malformed;
    nlohmann::json id;  ///< null where it has none
    std::string method;
    nlohmann::json params = nlohmann::json::object();
    nlohmann::json result;
    ErrorBody error;  ///< of Kind::Error, and what is wrong with a Malformed line
};

/// Longest line that is read.
inline constexpr std::size_t longestLine = 16 * 1024 * 1024;

/// Never throws: what cannot be read is Kind::Malformed and says why.
Message parseMessage(std::string_view line);

// Lines, without the line end.
std::string requestLine(const nlohmann::json& id, std::string_view method, const nlohmann::json& params);
std::string notificationLine(std::string_view method, const nlohmann::json& params);
std::string resultLine(const nlohmann::json& id, const nlohmann::json& result);
std::string errorLine(const nlohmann::json& id, const ErrorBody& error);

}  // namespace foresell
