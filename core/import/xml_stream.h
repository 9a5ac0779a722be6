// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/byte_source.h"

struct XML_ParserStruct;

namespace foresell {

/// The attributes of an element, by their names without prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    /// Empty where there is none.
    std::string_view operator[](std::string_view name) const;

private:
    const char** m_pairs;
};

/// What an XML document says, element by element; names come without prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view) {}
    virtual void text(std::string_view) {}
};

/// Reads XML from bytes, piece by piece, in bounded memory (expat). Documents with a document type, which could name
/// entities that grow without bound or files outside, and elements nested more than 100 deep are refused with Error
/// "import.unsafe_xml", damaged ones with "import.damaged_workbook".
class XmlStream {
public:
    /// `name` for messages.
    XmlStream(std::unique_ptr<ByteSource> bytes, XmlHandler& handler, std::string name);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Reads on for some kilobytes; false at the end. Rethrows what the handler threw.
    bool step();
    std::int64_t position() const { return m_bytes->position(); }

private:
    struct Calls;
    void guard(const auto& action);
    [[noreturn]] void fail();

    std::unique_ptr<ByteSource> m_bytes;
    XmlHandler& m_handler;
    std::string m_name;
    XML_ParserStruct* m_parser = nullptr;
    int m_depth = 0;
    bool m_isUnsafe = false;
    bool m_isDone = false;
    std::exception_ptr m_failure;
};

/// Reads a whole document.
void readXml(std::unique_ptr<ByteSource> bytes, XmlHandler& handler, const std::string& name);

}  // namespace foresell
