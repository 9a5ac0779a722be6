// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/base/error.h"

namespace foresell {

namespace {

bool isAscii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<signed char>(byte) > 0; });
}

/// Length of the valid UTF-8 character at `at`; 0 where it is invalid, -1 where it is cut by the end.
int utf8Length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    const int length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (length == 0) {
        return 0;
    }
    for (std::size_t i = 1; i < static_cast<std::size_t>(length); ++i) {
        if (at + i >= text.size()) {
            return -1;
        }
        unsigned char low = 0x80, high = 0xBF;
        if (i == 1) {
            low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        }
        if (byte(at + i) < low || byte(at + i) > high) {
            return 0;
        }
    }
    return length;
}

bool isUtf8(std::string_view text, bool isWhole) {
    for (std::size_t at = 0; at < text.size();) {
        const int length = utf8Length(text, at);
        if (length <= 0) {
            return length < 0 && !isWhole;
        }
        at += static_cast<std::size_t>(length);
    }
    return true;
}

/// UTF-16 without a mark: nearly every second byte of a table is NUL.
std::optional<Encoding> utf16ByZeros(std::string_view sample) {
    const std::size_t size = std::min<std::size_t>(sample.size(), 4096) & ~std::size_t{1};
    std::array<std::size_t, 2> zeros = {};
    for (std::size_t i = 0; i < size; ++i) {
        zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
    }
    if (size >= 8 && zeros[1] > size / 5 && zeros[0] < size / 50 + 1) {
        return Encoding::Utf16LittleEndian;
    }
    if (size >= 8 && zeros[0] > size / 5 && zeros[1] < size / 50 + 1) {
        return Encoding::Utf16BigEndian;
    }
    return std::nullopt;
}

struct Gb18030Look {
    std::int64_t characters = 0;  ///< of two or four bytes
    std::int64_t common = 0;      ///< in the GB 2312 area, where Chinese text lies
    std::int64_t invalid = 0;
};

Gb18030Look lookAsGb18030(std::string_view text, bool isWhole) {
    Gb18030Look look;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char lead = byte(at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (at + 1 >= text.size()) {
            look.invalid += isWhole ? 1 : 0;
            break;
        }
        const unsigned char trail = byte(at + 1);
        const bool isFour = trail >= 0x30 && trail <= 0x39;
        const bool isTwo = trail >= 0x40 && trail != 0x7F && trail != 0xFF;
        if (lead == 0x80 || lead == 0xFF || (!isFour && !isTwo)) {
            ++look.invalid;
            ++at;
            continue;
        }
        if (isFour && at + 3 >= text.size()) {
            look.invalid += isWhole ? 1 : 0;
            break;
        }
        if (isFour && (byte(at + 2) < 0x81 || byte(at + 2) == 0xFF || byte(at + 3) < 0x30 || byte(at + 3) > 0x39)) {
            ++look.invalid;
            ++at;
            continue;
        }
        ++look.characters;
        look.common += isTwo && lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
        at += isFour ? 4 : 2;
    }
    return look;
}

EncodingGuess guessFromBytes(std::string_view sample, bool isWhole) {
    if (const auto utf16 = utf16ByZeros(sample)) {
        return {*utf16, 0.9, "a zero beside each character"};
    }
    if (isUtf8(sample, isWhole)) {
        return {Encoding::Utf8, 0.99, "valid UTF-8"};
    }
    const Gb18030Look look = lookAsGb18030(sample, isWhole);
    const bool isChinese = look.common * 2 >= look.characters && look.characters > 0;
    if (look.invalid == 0 && isChinese) {
        return {Encoding::Gb18030, 0.95, "valid GB18030, not UTF-8"};
    }
    // A few damaged bytes do not change what the rest is written in.
    const auto highBytes = std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
    std::int64_t utf8Bytes = 0;
    for (std::size_t at = 0; at < sample.size();) {
        const int length = utf8Length(sample, at);
        utf8Bytes += length > 1 ? length : 0;
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    if (utf8Bytes * 2 > highBytes) {
        return {Encoding::Utf8, 0.6, "mostly valid UTF-8"};
    }
    if (isChinese && look.invalid * 10 < look.characters) {
        return {Encoding::Gb18030, 0.6, "mostly valid GB18030"};
    }
    return {Encoding::Windows1252, 0.4, "neither UTF-8 nor GB18030"};
}

constexpr std::array<std::pair<Encoding, const char*>, 5> names = {{{Encoding::Utf8, "UTF-8"},
                                                                    {Encoding::Utf16LittleEndian, "UTF-16LE"},
                                                                    {Encoding::Utf16BigEndian, "UTF-16BE"},
                                                                    {Encoding::Gb18030, "GB18030"},
                                                                    {Encoding::Windows1252, "windows-1252"}}};

constexpr std::array<std::pair<std::string_view, Encoding>, 16> aliases = {{{"utf8", Encoding::Utf8},
                                                                            {"utf8bom", Encoding::Utf8},
                                                                            {"utf8sig", Encoding::Utf8},
                                                                            {"ascii", Encoding::Utf8},
                                                                            {"utf16", Encoding::Utf16LittleEndian},
                                                                            {"utf16le", Encoding::Utf16LittleEndian},
                                                                            {"unicode", Encoding::Utf16LittleEndian},
                                                                            {"utf16be", Encoding::Utf16BigEndian},
                                                                            {"gb18030", Encoding::Gb18030},
                                                                            {"gbk", Encoding::Gb18030},
                                                                            {"gb2312", Encoding::Gb18030},
                                                                            {"cp936", Encoding::Gb18030},
                                                                            {"windows1252", Encoding::Windows1252},
                                                                            {"cp1252", Encoding::Windows1252},
                                                                            {"latin1", Encoding::Windows1252},
                                                                            {"iso88591", Encoding::Windows1252}}};

/// ICU's callback for bytes that do not fit: writes the noncharacter U+FFFF, which becomes 0xFF in UTF-8.
void U_CALLCONV markInvalid(const void*, UConverterToUnicodeArgs* args, const char*, std::int32_t,
                            UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) {
        return;
    }
    *error = U_ZERO_ERROR;
    const UChar mark = 0xFFFF;
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, error);
}

}  // namespace

struct Utf8Decoder::State {
    UConverter* converter = nullptr;
    std::array<UChar, 16384> wide;
    UChar pendingHigh = 0;

    void appendUtf8(const UChar* begin, const UChar* end, std::string& text);
};

void Utf8Decoder::State::appendUtf8(const UChar* begin, const UChar* end, std::string& text) {
    const std::size_t before = text.size();
    text.resize(before + static_cast<std::size_t>(end - begin + 1) * 3);
    char* out = text.data() + before;
    std::int32_t written = 0;
    for (const UChar* at = begin; at != end; ++at) {
        if (U16_IS_LEAD(*at)) {
            pendingHigh = *at;
        } else if (*at == 0xFFFF) {
            out[written++] = static_cast<char>(0xFF);
        } else if (U16_IS_TRAIL(*at)) {
            const UChar32 character = U16_GET_SUPPLEMENTARY(pendingHigh, *at);
            U8_APPEND_UNSAFE(out, written, character);
        } else {
            U8_APPEND_UNSAFE(out, written, *at);
        }
    }
    text.resize(before + static_cast<std::size_t>(written));
}

Utf8Decoder::Utf8Decoder(Encoding encoding) : m_state(std::make_unique<State>()) {
    if (encoding == Encoding::Utf8) {
        return;
    }
    UErrorCode error = U_ZERO_ERROR;
    m_state->converter = ucnv_open(encodingName(encoding).c_str(), &error);
    ucnv_setToUCallBack(m_state->converter, markInvalid, nullptr, nullptr, nullptr, &error);
    if (U_FAILURE(error)) {
        ucnv_close(m_state->converter);
        throw Error("import.encoding_unavailable", "This system cannot read " + encodingName(encoding),
                    "Save the file as UTF-8 and import it again.", {{"encoding", encodingName(encoding)}});
    }
}

Utf8Decoder::~Utf8Decoder() {
    ucnv_close(m_state->converter);
}

void Utf8Decoder::decode(std::string_view bytes, bool isLast, std::string& text) {
    if (m_state->converter == nullptr) {
        text.append(bytes);
        return;
    }
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    UErrorCode error = U_ZERO_ERROR;
    do {
        error = U_ZERO_ERROR;
        UChar* target = m_state->wide.data();
        ucnv_toUnicode(m_state->converter, &target, m_state->wide.data() + m_state->wide.size(), &source, sourceEnd,
                       nullptr, isLast ? 1 : 0, &error);
        m_state->appendUtf8(m_state->wide.data(), target, text);
    } while (error == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(error)) {
        text.push_back(static_cast<char>(0xFF));
    }
}

std::string encodingName(Encoding encoding) {
    return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == encoding; })->second;
}

std::optional<Encoding> encodingFromName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != '-' && c != '_' && c != ' ') {
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
    const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const auto& entry) { return entry.first == plain; });
    return found == aliases.end() ? std::nullopt : std::optional(found->second);
}

std::size_t byteOrderMark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? 3 : bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
}

EncodingGuess guessEncoding(std::string_view sample, bool isWhole) {
    if (byteOrderMark(sample) == 3) {
        return {Encoding::Utf8, 1, "byte order mark"};
    }
    if (byteOrderMark(sample) == 2) {
        return {sample[0] == '\xFF' ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian, 1, "byte order mark"};
    }
    if (isAscii(sample)) {
        return {Encoding::Utf8, isWhole ? 1.0 : 0.9, "ASCII only", true};
    }
    return guessFromBytes(sample, isWhole);
}

bool isCleanUtf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = 0;
        if (at + 8 <= text.size()) {
            std::memcpy(&word, text.data() + at, 8);
            const bool hasHigh = (word & 0x8080808080808080U) != 0;
            const bool hasZero = ((word - 0x0101010101010101U) & ~word & 0x8080808080808080U) != 0;
            if (!hasHigh && !hasZero) {
                at += 8;
                continue;
            }
        }
        const int length = text[at] == '\0' ? 0 : utf8Length(text, at);
        if (length <= 0) {
            return false;
        }
        at += static_cast<std::size_t>(length);
    }
    return true;
}

std::string toShowable(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const int length = text[at] == '\0' ? 0 : utf8Length(text, at);
        if (length > 0) {
            shown.append(text.substr(at, static_cast<std::size_t>(length)));
        } else {
            shown.append("\xEF\xBF\xBD");
        }
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return shown;
}

}  // namespace foresell
