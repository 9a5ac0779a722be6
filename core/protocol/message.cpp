// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/message.h"

#include "core/base/json_fields.h"
#include "core/base/json_text.h"

namespace foresell {

namespace {

using nlohmann::json;

/// Text that is no valid UTF-8 (a file name, say) is written with replacement characters instead of failing.
std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

Message malformed(int number, const char* code, const std::string& message, const json& id = nullptr) {
    Message result;
    result.id = id;
    result.error = {number, message, code, {}, {}};
    return result;
}

ErrorBody errorFromJson(const json& from) {
    ErrorBody error;
    json_fields::read(from, "code", error.number);
    json_fields::read(from, "message", error.message);
    if (const json* data = json_fields::find(from, "data")) {
        json_fields::read(*data, "code", error.code);
        json_fields::read(*data, "hint", error.hint);
        json_fields::read(*data, "details", error.details);
    }
    return error;
}

bool isId(const json& id) {
    return id.is_string() || id.is_number_integer();
}

Message parseObject(const json& object) {
    if (!object.is_object()) {
        return malformed(ErrorBody::invalidRequest, "protocol.bad_request",
                         "a message must be a JSON object");
    }
    const json id = object.contains("id") ? object["id"] : json(nullptr);
    if (object.value("jsonrpc", json()) != "2.0" || (!id.is_null() && !isId(id))) {
        return malformed(ErrorBody::invalidRequest, "protocol.bad_request", "this is no JSON-RPC 2.0 message",
                         isId(id) ? id : json(nullptr));
    }
    Message message;
    message.id = id;
    if (object.contains("error")) {
        message.kind = Message::Kind::Error;
        message.error = errorFromJson(object["error"]);
    } else if (object.contains("result")) {
        message.kind = Message::Kind::Result;
        message.result = object["result"];
    } else {
        if (!object.contains("method") || !object["method"].is_string()) {
            return malformed(ErrorBody::invalidRequest, "protocol.bad_request",
                             "a request must name its method", id);
        }
        message.kind = object.contains("id") ? Message::Kind::Request : Message::Kind::Notification;
        message.method = object["method"].get<std::string>();
        if (object.contains("params")) {
            message.params = object["params"];
        }
        if (!message.params.is_object()) {
            return malformed(ErrorBody::invalidParams, "protocol.bad_params", "params must be a JSON object",
                             id);
        }
    }
    return message;
}

}  // namespace

ErrorBody ErrorBody::fromError(const Error& error) {
    const bool isParam = error.code().starts_with("json.") || error.code().starts_with("protocol.");
    return {isParam ? invalidParams : failed, error.what(), error.code(), error.hint(), error.details()};
}

ErrorBody ErrorBody::forCancelled() {
    return {cancelled, "cancelled", "job.cancelled", {}, {}};
}

Message parseMessage(std::string_view line) {
    if (line.size() > longestLine) {
        return malformed(ErrorBody::invalidRequest, "protocol.line_too_long",
                         "the message is longer than 16 MiB");
    }
    if (isTooDeep(line)) {
        return malformed(ErrorBody::parseError, "protocol.bad_json", "the message is nested too deeply");
    }
    const json object = parseJson(line);
    if (object.is_discarded()) {
        return malformed(ErrorBody::parseError, "protocol.bad_json", "the line is not JSON");
    }
    try {
        return parseObject(object);
    } catch (const Error& error) {
        return malformed(ErrorBody::invalidRequest, "protocol.bad_request", error.what());
    }
}

std::string requestLine(const json& id, std::string_view method, const json& params) {
    return dump({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
}

std::string notificationLine(std::string_view method, const json& params) {
    return dump({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

std::string resultLine(const json& id, const json& result) {
    return dump({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
}

std::string errorLine(const json& id, const ErrorBody& error) {
    return dump({{"jsonrpc", "2.0"},
                 {"id", id},
                 {"error",
                  {{"code", error.number},
                   {"message", error.message},
                   {"data", {{"code", error.code}, {"hint", error.hint}, {"details", error.details}}}}}});
}

}  // namespace foresell
