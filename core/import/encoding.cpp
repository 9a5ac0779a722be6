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

namespace {

constexpr std::array<std::pair<Encoding, const char*>, 7> names = {{{Encoding::Utf8, "UTF-8"},
                                                                    {Encoding::Utf16LittleEndian, "UTF-16LE"},
                                                                    {Encoding::Utf16BigEndian, "UTF-16BE"},
                                                                    {Encoding::Gb18030, "GB18030"},
                                                                    {Encoding::Big5, "Big5"},
                                                                    {Encoding::ShiftJis, "Shift_JIS"},
                                                                    {Encoding::Windows1252, "windows-1252"}}};

constexpr std::array<std::pair<std::string_view, Encoding>, 21> aliases = {{{"utf8", Encoding::Utf8},
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
                                                                            {"big5", Encoding::Big5},
                                                                            {"cp950", Encoding::Big5},
                                                                            {"shiftjis", Encoding::ShiftJis},
                                                                            {"sjis", Encoding::ShiftJis},
                                                                            {"cp932", Encoding::ShiftJis},
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
