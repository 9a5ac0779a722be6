// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xml_stream.h"

#include <expat.h>
#include <fmt/format.h>

#include <utility>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr int deepest = 100;
constexpr int pieceBytes = 64 << 10;

std::string_view localName(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (localName(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

/// No exception may pass through expat, which is C: it is kept and thrown again behind it.
void XmlStream::guard(const auto& action) {
    if (m_failure || m_isUnsafe) {
        return;
    }
    try {
        action();
    } catch (...) {
        m_failure = std::current_exception();
        XML_StopParser(m_parser, XML_FALSE);
    }
}

struct XmlStream::Calls {
    static void XMLCALL start(void* self, const char* name, const char** attributes) {
        auto& stream = *static_cast<XmlStream*>(self);
        if (++stream.m_depth > deepest) {
            stream.m_isUnsafe = true;
            XML_StopParser(stream.m_parser, XML_FALSE);
            return;
        }
        stream.guard([&] { stream.m_handler.start(localName(name), XmlAttributes(attributes)); });
    }
    static void XMLCALL end(void* self, const char* name) {
        auto& stream = *static_cast<XmlStream*>(self);
        --stream.m_depth;
        stream.guard([&] { stream.m_handler.end(localName(name)); });
    }
    static void XMLCALL text(void* self, const char* text, int size) {
        auto& stream = *static_cast<XmlStream*>(self);
        stream.guard([&] { stream.m_handler.text({text, static_cast<std::size_t>(size)}); });
    }
    static void XMLCALL documentType(void* self, const char*, const char*, const char*, int) {
        auto& stream = *static_cast<XmlStream*>(self);
        stream.m_isUnsafe = true;
        XML_StopParser(stream.m_parser, XML_FALSE);
    }
};

XmlStream::XmlStream(std::unique_ptr<ByteSource> bytes, XmlHandler& handler, std::string name)
    : m_bytes(std::move(bytes)), m_handler(handler), m_name(std::move(name)), m_parser(XML_ParserCreate(nullptr)) {
    if (m_parser == nullptr) {
        throw std::bad_alloc();
    }
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Calls::start, &Calls::end);
    XML_SetCharacterDataHandler(m_parser, &Calls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Calls::documentType);
}

XmlStream::~XmlStream() {
    XML_ParserFree(m_parser);
}

bool XmlStream::step() {
    if (m_isDone) {
        return false;
    }
    void* buffer = XML_GetBuffer(m_parser, pieceBytes);
    if (buffer == nullptr) {
        throw std::bad_alloc();
    }
    const std::size_t got = m_bytes->read(static_cast<char*>(buffer), pieceBytes);
    m_isDone = got == 0;
    if (XML_ParseBuffer(m_parser, static_cast<int>(got), m_isDone ? 1 : 0) != XML_STATUS_OK) {
        fail();
    }
    return !m_isDone;
}

void XmlStream::fail() {
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
    if (m_isUnsafe) {
        throw Error("import.unsafe_xml", m_name + " holds XML that no spreadsheet writes",
                    "Open the file in a spreadsheet, save it anew and import that.", {{"file", m_name}});
    }
    throw Error("import.damaged_workbook",
                fmt::format("Cannot read {}: {}", m_name, XML_ErrorString(XML_GetErrorCode(m_parser))),
                "Copy or download the file again, or open it in a spreadsheet and save it anew; nothing of it was imported.",
                {{"file", m_name}});
}

void readXml(std::unique_ptr<ByteSource> bytes, XmlHandler& handler, const std::string& name) {
    XmlStream stream(std::move(bytes), handler, name);
    while (stream.step()) {
    }
}

}  // namespace foresell
