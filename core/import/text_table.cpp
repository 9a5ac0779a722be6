// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/text_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "core/import/csv_reader.h"
#include "core/import/header_row.h"

namespace foresell {

namespace {

constexpr std::size_t sampleBytes = std::size_t{1} << 20;
constexpr std::size_t probeBytes = std::size_t{256} << 10;
constexpr std::size_t probeRows = 200;
constexpr std::size_t headerSearchRows = 30;
constexpr std::array<char, 4> delimiters = {',', '\t', ';', '|'};

/// The sample that was read already, then the rest.
class RereadSource : public ByteSource {
public:
    RereadSource(std::string head, std::unique_ptr<ByteSource> rest) : m_head(std::move(head)), m_rest(std::move(rest)) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t count = std::min(size, m_head.size() - m_used);
        if (count == 0) {
            return m_rest->read(into, size);
        }
        std::memcpy(into, m_head.data() + m_used, count);
        m_used += count;
        return count;
    }
    std::int64_t position() const override { return m_rest->position(); }

private:
    std::string m_head;
    std::size_t m_used = 0;
    std::unique_ptr<ByteSource> m_rest;
};

/// A text, cut into rows.
class TextRows : public RowSource {
public:
    TextRows(std::unique_ptr<ByteSource> bytes, std::optional<Encoding> encoding, CsvFormat format)
        : m_text(std::move(bytes), {.encoding = encoding}), m_reader(m_text, format) {}

    bool next(TableRow& row) override { return m_reader.next(row); }
    EncodingGuess encoding() const override { return m_text.encoding(); }

private:
    TextSource m_text;
    CsvReader m_reader;
};

std::vector<SampleRow> readRows(std::string_view text, CsvFormat format, std::size_t limit) {
    TextSource source(ByteSource::ofText(std::string(text)), {.encoding = Encoding::Utf8});
    CsvReader reader(source, format);
    std::vector<SampleRow> rows;
    TableRow row;
    while (rows.size() < limit && reader.next(row)) {
        if (row.damage == TableRow::Damage::None) {
            rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
        }
    }
    return rows;
}

std::string decodeSample(const std::string& raw, bool isWhole, const ImportOptions& options, EncodingGuess& guess) {
    guess = options.encoding ? EncodingGuess{*options.encoding, 1, "given"} : guessEncoding(raw, isWhole);
    std::string text;
    Utf8Decoder(guess.encoding).decode(raw, isWhole, text);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    return text;
}

double delimiterScore(const std::vector<SampleRow>& rows) {
    const std::size_t width = usualWidth(rows);
    if (width < 2) {
        return 0;
    }
    const auto same = std::count_if(rows.begin(), rows.end(), [&](const SampleRow& row) { return row.cells.size() == width; });
    std::size_t hits = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), headerSearchRows); ++i) {
        hits = std::max(hits, knownNames(rows[i].cells));
    }
    return static_cast<double>(same) / static_cast<double>(rows.size()) + 0.01 * static_cast<double>(std::min<std::size_t>(width, 10)) +
           0.2 * static_cast<double>(std::min<std::size_t>(hits, 3));
}

CsvFormat guessFormat(std::string_view text, const ImportOptions& options) {
    CsvFormat best;
    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos) {
        best.lineEnd = '\r';
    }
    if (options.delimiter) {
        best.delimiter = *options.delimiter;
        return best;
    }
    double bestScore = 0;
    CsvFormat candidate = best;
    for (const char delimiter : delimiters) {
        candidate.delimiter = delimiter;
        const double score = delimiterScore(readRows(text.substr(0, probeBytes), candidate, probeRows));
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

}  // namespace

TextTable::TextTable(Facts facts, Open open) : m_facts(std::move(facts)), m_open(std::move(open)) {}

std::unique_ptr<TextTable> TextTable::ofFile(const std::filesystem::path& path) {
    Facts facts;
    facts.name = isStandardInput(path) ? "standard input" : path.filename().string();
    facts.bytes = fileSize(path);
    facts.digest = [path] { return fileDigest(path); };
    facts.canReread = !isStandardInput(path);
    return std::make_unique<TextTable>(std::move(facts), [path] { return ByteSource::open(path); });
}

std::unique_ptr<TextTable> TextTable::ofText(std::string name, std::string text) {
    Facts facts;
    facts.name = std::move(name);
    facts.bytes = static_cast<std::int64_t>(text.size());
    return std::make_unique<TextTable>(std::move(facts), [text = std::move(text)] { return ByteSource::ofText(text); });
}

std::string TextTable::readHead(bool& isWhole) {
    m_bytes = m_open();
    std::string head(sampleBytes, '\0');
    std::size_t done = 0;
    isWhole = false;
    while (done < head.size() && !isWhole) {
        const std::size_t got = m_bytes->read(head.data() + done, head.size() - done);
        isWhole = got == 0;
        done += got;
    }
    head.resize(done);
    return head;
}

TableLook TextTable::look(const ImportOptions& options) {
    TableLook look;
    m_head = readHead(look.isWhole);
    m_encoding = options.encoding;
    std::string text = decodeSample(m_head, look.isWhole, options, look.encoding);
    look.format = m_format = guessFormat(text, options);
    if (!look.isWhole) {
        const std::size_t end = text.rfind(m_format.lineEnd);
        text.resize(end == std::string::npos ? text.size() : end + 1);
    }
    look.rows = readRows(text, m_format, SIZE_MAX);
    if (!look.isWhole && look.rows.size() > 1) {
        look.rows.pop_back();  // a quoted cell may go on behind the sample
    }
    look.share = m_facts.bytes > 0 ? std::min(1.0, static_cast<double>(m_bytes->position()) / static_cast<double>(m_facts.bytes)) : 0;
    return look;
}

std::unique_ptr<RowSource> TextTable::rows() {
    std::unique_ptr<ByteSource> bytes;
    if (m_bytes) {
        bytes = std::make_unique<RereadSource>(std::exchange(m_head, {}), std::move(m_bytes));
    } else {
        bytes = m_open();
    }
    return std::make_unique<TextRows>(std::move(bytes), m_encoding, m_format);
}

}  // namespace foresell
