// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foresell {

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Gb18030, Big5, ShiftJis, Windows1252 };

/// "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Shift_JIS", "windows-1252".
std::string encodingName(Encoding encoding);
/// Reads such a name and its aliases ("gbk", "utf8", "latin1"); nothing for another.
std::optional<Encoding> encodingFromName(std::string_view name);

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    double confidence = 1;
    std::string evidence;      ///< "byte order mark", "ASCII only", "valid UTF-8", ...
    bool isAsciiOnly = false;  ///< any encoding but UTF-16 fits so far
};

/// Looks at the first bytes of a file: a byte order mark, then strict UTF-8, then whichever of the encodings that fit every
/// byte gives the most usual text. A cut last character is forgiven unless `isWhole`.
EncodingGuess guessEncoding(std::string_view sample, bool isWhole);

/// Turns a stream of bytes into UTF-8. Bytes that do not fit the encoding become the byte 0xFF, which is never valid
/// in UTF-8, so that the row that holds them can be rejected.
class Utf8Decoder {
public:
    /// Also understands UTF-8, whose bytes it passes on unchecked.
    explicit Utf8Decoder(Encoding encoding);
    ~Utf8Decoder();
    Utf8Decoder(const Utf8Decoder&) = delete;
    Utf8Decoder& operator=(const Utf8Decoder&) = delete;

    /// Appends the text of `bytes` to `text`; `isLast` ends a character that was cut.
    void decode(std::string_view bytes, bool isLast, std::string& text);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Length of the valid UTF-8 character at `at`; 0 where it is invalid, -1 where it is cut by the end.
int utf8Length(std::string_view text, std::size_t at);

/// Length of the byte order mark at the head of `bytes`, 0 to 3.
std::size_t byteOrderMark(std::string_view bytes);

/// True when `text` is UTF-8 without any NUL.
bool isCleanUtf8(std::string_view text);

/// `text` with whatever is not UTF-8 replaced by U+FFFD, so that it can be stored and shown.
std::string toShowable(std::string_view text);

}  // namespace foresell
