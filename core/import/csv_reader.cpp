// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csv_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace foresell {

namespace {

constexpr int windowSize = 16;

struct WindowLook {
    unsigned special = 0;
    bool isOdd = false;  ///< holds NUL or a byte that is not ASCII
};

/// Marks the delimiters, quotes and line ends among 16 bytes.
WindowLook look(const char* at, const CsvFormat& format) {
#if defined(__SSE2__)
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(format.delimiter)),
                                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8(format.quote))),
                                         _mm_cmpeq_epi8(bytes, _mm_set1_epi8(format.lineEnd)));
    const __m128i odd = _mm_cmplt_epi8(bytes, _mm_set1_epi8(1));
    return {static_cast<unsigned>(_mm_movemask_epi8(special)), _mm_movemask_epi8(odd) != 0};
#else
    WindowLook result;
    for (int i = 0; i < windowSize; ++i) {
        const char c = at[i];
        result.special |= c == format.delimiter || c == format.quote || c == format.lineEnd ? 1U << i : 0U;
        result.isOdd = result.isOdd || static_cast<signed char>(c) < 1;
    }
    return result;
#endif
}

}  // namespace

CsvReader::CsvReader(TextSource& source, CsvFormat format) : m_source(source), m_format(format) {}

bool CsvReader::next(TableRow& row) {
    for (;;) {
        if (m_pos == m_end && !extend()) {
            return false;
        }
        if (scanRow(row) == Scan::Incomplete) {
            extend();
            continue;
        }
        ++m_rows;
        if (row.text.empty() && row.damage == TableRow::Damage::None) {
            continue;
        }
        row.number = m_rows;
        row.position = m_block->position;
        if (row.damage == TableRow::Damage::TooLong) {
            m_unescaped.assign(row.text.substr(0, TextBlock::headroom));
            row.text = m_unescaped;
            row.cells.assign(1, row.text);
            while (!skipRestOfLine() && extend()) {
            }
        }
        return true;
    }
}

/// Puts the unread rest before the next block. False when there is none; then the rest is the last row.
bool CsvReader::extend() {
    const std::size_t rest = static_cast<std::size_t>(m_end - m_pos);
    auto block = m_isLast ? nullptr : m_source.next(rest == 0 ? std::move(m_block) : nullptr);
    if (!block) {
        m_isLast = true;
        return false;
    }
    if (rest > block->begin) {
        const std::size_t more = rest - block->begin;
        block->bytes.insert(block->bytes.begin(), more, '\0');
        block->begin += more;
        block->end += more;
    }
    block->begin -= rest;
    if (rest > 0) {
        std::memcpy(block->bytes.data() + block->begin, m_pos, rest);
    }
    m_block = std::move(block);
    m_pos = m_block->bytes.data() + m_block->begin;
    m_end = m_block->bytes.data() + m_block->end;
    std::memset(m_block->bytes.data() + m_block->end, 'x', TextBlock::padding);
    reseat(m_pos);
    return true;
}

bool CsvReader::skipRestOfLine() {
    const void* found = std::memchr(m_pos, m_format.lineEnd, static_cast<std::size_t>(m_end - m_pos));
    m_pos = found != nullptr ? static_cast<const char*>(found) + 1 : m_end;
    reseat(m_pos);
    return found != nullptr;
}

void CsvReader::reseat(const char* from) {
    m_window = from;
    if (from >= m_end) {
        m_mask = 0;
        return;
    }
    const WindowLook seen = look(from, m_format);
    m_mask = seen.special;
    m_sawOddByte = m_sawOddByte || seen.isOdd;
}

/// The next delimiter, quote or line end that was not handed out yet; m_end where none is left in the block.
const char* CsvReader::nextSpecial() {
    while (m_mask == 0) {
        m_window += windowSize;
        if (m_window >= m_end) {
            return m_end;
        }
        const WindowLook seen = look(m_window, m_format);
        m_mask = seen.special;
        m_sawOddByte = m_sawOddByte || seen.isOdd;
    }
    const char* found = m_window + std::countr_zero(m_mask);
    m_mask &= m_mask - 1;
    return found < m_end ? found : m_end;
}

CsvReader::Scan CsvReader::scanRow(TableRow& row) {
    row.cells.clear();
    row.damage = TableRow::Damage::None;
    m_escaped.clear();
    m_sawOddByte = false;
    reseat(m_pos);
    const char* cell = m_pos;
    for (;;) {
        const char* at = nextSpecial();
        if (at == m_end) {
            if (!m_isLast && static_cast<std::size_t>(m_end - m_pos) <= longestRow) {
                return Scan::Incomplete;
            }
            row.damage = m_isLast ? TableRow::Damage::None : TableRow::Damage::TooLong;
            row.cells.emplace_back(cell, static_cast<std::size_t>(m_end - cell));
            endRow(row, m_end, m_end);
            return Scan::Complete;
        }
        if (*at == m_format.delimiter) {
            row.cells.emplace_back(cell, static_cast<std::size_t>(at - cell));
            cell = at + 1;
        } else if (*at == m_format.lineEnd) {
            row.cells.emplace_back(cell, static_cast<std::size_t>(at - cell));
            endRow(row, at, at + 1);
            return Scan::Complete;
        } else if (at == cell) {
            bool isBroken = false;
            if (scanQuoted(at, row, isBroken) == Scan::Incomplete) {
                return Scan::Incomplete;
            }
            if (isBroken) {
                return breakAtLineEnd(row);
            }
            reseat(at);
            if (at == m_end || *at == m_format.lineEnd || *at == '\r') {
                const char* lineEnd = at != m_end && *at == '\r' && m_format.lineEnd == '\n' ? at + 1 : at;
                endRow(row, at, lineEnd == m_end ? m_end : lineEnd + 1);
                return Scan::Complete;
            }
            cell = at + 1;  // a delimiter
            reseat(cell);
        }
    }
}

/// Reads the quoted cell that begins at `at` and leaves `at` behind its closing quote. A quote inside a cell that is
/// neither doubled nor followed by the end of the cell is taken as text, as long as the cell is on one line.
CsvReader::Scan CsvReader::scanQuoted(const char*& at, TableRow& row, bool& isBroken) {
    const char* const begin = at + 1;
    const char* search = begin;
    bool isEscaped = false;
    const auto isLimit = [&] { return m_isLast || static_cast<std::size_t>(m_end - m_pos) > longestRow; };
    const auto spansLines = [&](const char* to) {
        return std::memchr(begin, m_format.lineEnd, static_cast<std::size_t>(to - begin)) != nullptr;
    };
    for (;;) {
        const auto* quote = static_cast<const char*>(std::memchr(search, m_format.quote, static_cast<std::size_t>(m_end - search)));
        if (quote == nullptr || (quote + 1 == m_end && !m_isLast) ||
            (quote + 2 == m_end && !m_isLast && quote[1] == '\r')) {
            isBroken = isLimit();
            return isBroken ? Scan::Complete : Scan::Incomplete;
        }
        const char* const after = quote + 1;
        if (after != m_end && *after == m_format.quote) {
            isEscaped = true;
            search = after + 1;
            continue;
        }
        const bool isLineEnd = after == m_end || *after == m_format.lineEnd ||
                               (*after == '\r' && (after + 1 == m_end || after[1] == m_format.lineEnd));
        if (!isLineEnd && *after != m_format.delimiter) {
            if (spansLines(quote)) {
                isBroken = true;
                return Scan::Complete;
            }
            search = after;
            continue;
        }
        if (isEscaped) {
            m_escaped.push_back(row.cells.size());
        }
        row.cells.emplace_back(begin, static_cast<std::size_t>(quote - begin));
        m_sawOddByte = true;
        at = after;
        return Scan::Complete;
    }
}

/// The row has a quote that does not end: hands out its first line as damaged.
CsvReader::Scan CsvReader::breakAtLineEnd(TableRow& row) {
    const auto* lineEnd = static_cast<const char*>(std::memchr(m_pos, m_format.lineEnd, static_cast<std::size_t>(m_end - m_pos)));
    const char* const end = lineEnd != nullptr ? lineEnd : m_end;
    row.cells.clear();
    m_escaped.clear();
    row.damage = lineEnd == nullptr && !m_isLast ? TableRow::Damage::TooLong : TableRow::Damage::OpenQuote;
    row.cells.emplace_back(m_pos, static_cast<std::size_t>(end - m_pos));
    endRow(row, end, lineEnd != nullptr ? end + 1 : end);
    m_sawOddByte = true;
    row.isPlainAscii = false;
    return Scan::Complete;
}

void CsvReader::endRow(TableRow& row, const char* textEnd, const char* next) {
    const bool hasReturn = m_format.lineEnd == '\n' && textEnd > m_pos && textEnd[-1] == '\r';
    const char* const trimmed = textEnd - (hasReturn ? 1 : 0);
    std::string_view& last = row.cells.back();
    if (hasReturn && last.data() + last.size() > trimmed) {
        last.remove_suffix(1);
    }
    row.text = std::string_view(m_pos, static_cast<std::size_t>(trimmed - m_pos));
    if (!m_escaped.empty()) {
        unescape(row);
    }
    row.isPlainAscii = !m_sawOddByte;
    m_sawOddByte = false;
    m_pos = next;
}

void CsvReader::unescape(TableRow& row) {
    m_unescaped.clear();
    m_unescaped.reserve(row.text.size());
    for (const std::size_t index : m_escaped) {
        const std::size_t begin = m_unescaped.size();
        const std::string_view cell = row.cells[index];
        for (std::size_t i = 0; i < cell.size(); ++i) {
            m_unescaped.push_back(cell[i]);
            i += cell[i] == m_format.quote && i + 1 < cell.size() && cell[i + 1] == m_format.quote ? 1 : 0;
        }
        row.cells[index] = std::string_view(m_unescaped).substr(begin);
    }
}

}  // namespace foresell
