// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/import/byte_source.h"
#include "core/import/table_source.h"

namespace foresell {

/// A table in a text: encoding, line ends and the sign between cells are found from its first megabyte.
class TextTable : public TableSource {
public:
    using Open = std::function<std::unique_ptr<ByteSource>()>;
    struct Facts {
        std::string name;
        std::int64_t bytes = 0;
        std::function<std::string()> digest;  ///< none: the table has no digest
        bool canReread = true;
    };

    /// `open` is called for each reading; once only unless it can be read again.
    TextTable(Facts facts, Open open);
    /// A file, or "-" for the standard input.
    static std::unique_ptr<TextTable> ofFile(const std::filesystem::path& path);
    /// Text in memory, as from the clipboard.
    static std::unique_ptr<TextTable> ofText(std::string name, std::string text);

    std::string name() const override { return m_facts.name; }
    std::int64_t bytes() const override { return m_facts.bytes; }
    std::string digest() const override { return m_facts.digest ? m_facts.digest() : std::string(); }
    bool canReread() const override { return m_facts.canReread; }
    TableLook look(const ImportOptions& options) override;
    std::unique_ptr<RowSource> rows() override;

private:
    std::string readHead(bool& isWhole);

    Facts m_facts;
    Open m_open;
    std::optional<Encoding> m_encoding;
    CsvFormat m_format;
    std::unique_ptr<ByteSource> m_bytes;  ///< behind the head, until its rows are read
    std::string m_head;
};

}  // namespace foresell
