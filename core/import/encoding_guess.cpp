// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters are usual follows from how the encodings are ordered: GB 2312, Big5 and JIS X 0208 put common
// characters first (level 1) and rare ones behind them.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/import/encoding.h"
#include "core/import/header_names.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t headerBytes = 4096;

/// How a text looks under an encoding.
struct Look {
    std::int64_t characters = 0;  ///< beyond ASCII
    std::int64_t invalid = 0;
    double usual = 0;             ///< sum over the characters of how usual each is, 0 to 1

    void add(double weight) {
        ++characters;
        usual += weight;
    }
    double score() const { return characters == 0 ? 0 : usual / static_cast<double>(characters + invalid); }
};

/// How usual the character is that begins at `at`, and its length; length 0: none can begin there, -1: the text is cut.
struct Character {
    int length = 0;
    double weight = 0;
};

using Bytes = std::string_view;

unsigned byteAt(Bytes text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool isIn(unsigned byte, unsigned first, unsigned last) {
    return byte >= first && byte <= last;
}

Character gb18030At(Bytes text, std::size_t at) {
    const unsigned lead = byteAt(text, at);
    if (lead == 0x80 || lead == 0xFF) {
        return {};
    }
    if (at + 1 >= text.size()) {
        return {-1};
    }
    const unsigned trail = byteAt(text, at + 1);
    if (isIn(trail, 0x30, 0x39)) {
        if (at + 3 >= text.size()) {
            return {-1};
        }
        return isIn(byteAt(text, at + 2), 0x81, 0xFE) && isIn(byteAt(text, at + 3), 0x30, 0x39) ? Character{4, 0.1} : Character{};
    }
    if (trail < 0x40 || trail == 0x7F || trail == 0xFF) {
        return {};
    }
    const bool isGb2312 = trail >= 0xA1;
    return {2, isGb2312 && (isIn(lead, 0xB0, 0xD7) || isIn(lead, 0xA1, 0xA9)) ? 1 : isGb2312 && isIn(lead, 0xD8, 0xF7) ? 0.4 : 0.1};
}

Character big5At(Bytes text, std::size_t at) {
    const unsigned lead = byteAt(text, at);
    if (!isIn(lead, 0x81, 0xFE)) {
        return {};
    }
    if (at + 1 >= text.size()) {
        return {-1};
    }
    const unsigned trail = byteAt(text, at + 1);
    if (!isIn(trail, 0x40, 0x7E) && !isIn(trail, 0xA1, 0xFE)) {
        return {};
    }
    return {2, isIn(lead, 0xA1, 0xC6) ? 1 : isIn(lead, 0xC9, 0xF9) ? 0.4 : 0.05};
}

Character shiftJisAt(Bytes text, std::size_t at) {
    const unsigned lead = byteAt(text, at);
    if (isIn(lead, 0xA1, 0xDF)) {
        return {1, 0.15};  // half-width katakana
    }
    if (!isIn(lead, 0x81, 0x9F) && !isIn(lead, 0xE0, 0xFC)) {
        return {};
    }
    if (at + 1 >= text.size()) {
        return {-1};
    }
    const unsigned trail = byteAt(text, at + 1);
    if (!isIn(trail, 0x40, 0x7E) && !isIn(trail, 0x80, 0xFC)) {
        return {};
    }
    const unsigned code = lead << 8U | trail;
    const bool isKana = isIn(code, 0x829F, 0x82F1) || isIn(code, 0x8340, 0x8396);
    return {2, isKana || lead == 0x81 || lead == 0x82 ? 1 : isIn(code, 0x889F, 0x9872) ? 0.95 : isIn(code, 0x989F, 0xEAA4) ? 0.3 : 0.05};
}

bool isAsciiLetter(unsigned byte) {
    return isIn(byte | 0x20U, 'a', 'z');
}

/// Western letters stand alone among ASCII ones.
Character windows1252At(Bytes text, std::size_t at) {
    static constexpr std::array<unsigned, 5> unused = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
    const unsigned byte = byteAt(text, at);
    if (std::find(unused.begin(), unused.end(), byte) != unused.end()) {
        return {};
    }
    const unsigned before = at > 0 ? byteAt(text, at - 1) : ' ';
    const unsigned after = at + 1 < text.size() ? byteAt(text, at + 1) : ' ';
    if (before >= 0x80 || after >= 0x80) {
        return {1, 0.1};
    }
    const bool isLetter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    return {1, isLetter ? (isAsciiLetter(before) || isAsciiLetter(after) ? 1 : 0.4) : 0.7};
}

template <typename At>
Look lookAs(Bytes text, bool isWhole, At&& characterAt) {
    Look look;
    for (std::size_t at = 0; at < text.size();) {
        if (byteAt(text, at) < 0x80) {
            ++at;
            continue;
        }
        const Character character = characterAt(text, at);
        if (character.length < 0) {
            look.invalid += isWhole ? 1 : 0;
            break;
        }
        if (character.length == 0) {
            ++look.invalid;
            ++at;
            continue;
        }
        look.add(character.weight);
        at += static_cast<std::size_t>(character.length);
    }
    return look;
}

/// Names of columns, beyond ASCII, that are known among the first lines: telling, as a wrong encoding gives none.
int knownNamesIn(Bytes sample, Encoding encoding) {
    std::string text;
    Utf8Decoder(encoding).decode(sample.substr(0, headerBytes), false, text);
    int known = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(",;\t|\r\n\"", begin), text.size());
        const std::string_view cell = std::string_view(text).substr(begin, end - begin);
        const bool isForeign = std::any_of(cell.begin(), cell.end(), [](char c) { return (c & 0x80) != 0; });
        known += isForeign && cell.size() < 80 && isCleanUtf8(cell) && headerMeaning(headerKey(cell)).isKnown() ? 1 : 0;
        begin = end + 1;
    }
    return known;
}

struct Candidate {
    Encoding encoding;
    Look look;
    double score = 0;
};

std::array<Candidate, 4> candidatesFor(Bytes sample, bool isWhole) {
    std::array<Candidate, 4> all = {{{Encoding::Gb18030, lookAs(sample, isWhole, gb18030At)},
                                     {Encoding::Big5, lookAs(sample, isWhole, big5At)},
                                     {Encoding::ShiftJis, lookAs(sample, isWhole, shiftJisAt)},
                                     {Encoding::Windows1252, lookAs(sample, isWhole, windows1252At)}}};
    for (Candidate& each : all) {
        each.score = each.look.score() + 0.2 * std::min(3, knownNamesIn(sample, each.encoding)) - (each.look.invalid > 0 ? 1 : 0);
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return all;
}

/// UTF-16 without a mark: nearly every second byte of a table is NUL.
std::optional<Encoding> utf16ByZeros(Bytes sample) {
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

/// Of the bytes beyond ASCII, the share that belong to valid UTF-8; `isValid` when all do.
double utf8Share(Bytes text, bool isWhole, bool& isValid) {
    std::size_t valid = 0, beyond = 0;
    isValid = true;
    for (std::size_t at = 0; at < text.size();) {
        const int length = utf8Length(text, at);
        const bool isCut = length < 0 && !isWhole;
        isValid = isValid && (length > 0 || isCut);
        valid += length > 1 ? static_cast<std::size_t>(length) : 0;
        beyond += length == 1 || isCut ? 0 : length > 1 ? static_cast<std::size_t>(length) : 1;
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return beyond == 0 ? 1 : static_cast<double>(valid) / static_cast<double>(beyond);
}

EncodingGuess guessFromBytes(Bytes sample, bool isWhole) {
    if (const auto utf16 = utf16ByZeros(sample)) {
        return {*utf16, 0.9, "a zero beside each character"};
    }
    bool isValid = false;
    const double share = utf8Share(sample, isWhole, isValid);
    if (isValid) {
        return {Encoding::Utf8, 0.99, "valid UTF-8"};
    }
    if (share > 0.5) {
        return {Encoding::Utf8, 0.6, "mostly valid UTF-8"};  // a few damaged bytes do not change what the rest is written in
    }
    const auto candidates = candidatesFor(sample, isWhole);
    const Candidate& best = candidates.front();
    const std::string name = encodingName(best.encoding);
    if (best.look.invalid > 0) {
        return {best.encoding, 0.5, "mostly valid " + name};
    }
    const double lead = best.score - std::max(0.0, candidates[1].score);
    return {best.encoding, std::clamp(0.5 + lead, 0.4, 0.97), "valid " + name + ", the most usual text"};
}

}  // namespace

EncodingGuess guessEncoding(std::string_view sample, bool isWhole) {
    if (byteOrderMark(sample) == 3) {
        return {Encoding::Utf8, 1, "byte order mark"};
    }
    if (byteOrderMark(sample) == 2) {
        return {sample[0] == '\xFF' ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian, 1, "byte order mark"};
    }
    if (std::all_of(sample.begin(), sample.end(), [](char byte) { return static_cast<signed char>(byte) > 0; })) {
        return {Encoding::Utf8, isWhole ? 1.0 : 0.9, "ASCII only", true};
    }
    return guessFromBytes(sample, isWhole);
}

}  // namespace foresell
