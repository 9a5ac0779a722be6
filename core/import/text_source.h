// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/import/byte_source.h"
#include "core/import/encoding.h"

namespace foresell {

/// A piece of text, with room before it for the end of the piece before, and after it for reads of whole vectors.
struct TextBlock {
    static constexpr std::size_t headroom = std::size_t{64} << 10;
    static constexpr std::size_t padding = 64;

    std::vector<char> bytes;  ///< headroom, text, padding
    std::size_t begin = headroom;
    std::size_t end = headroom;
    std::int64_t position = 0;  ///< bytes of the file used up to the end of this block
};

/// Reads a byte source ahead in a thread of its own and hands out UTF-8, block by block, without its byte order mark.
/// Holds at most a few blocks. While a file has shown only ASCII the encoding stays open and is decided by the first
/// other bytes.
class TextSource {
public:
    struct Options {
        std::optional<Encoding> encoding;  ///< nothing: detect
        std::size_t blockSize = std::size_t{1} << 20;
    };

    TextSource(std::unique_ptr<ByteSource> bytes, Options options);
    ~TextSource();
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    /// The next block in exchange for a used one (its memory is used again); null at the end. Rethrows what the reading
    /// thread threw.
    std::unique_ptr<TextBlock> next(std::unique_ptr<TextBlock> used);

    /// What the encoding was found to be; final once the end was reached.
    EncodingGuess encoding() const;

private:
    void run(const std::stop_token& stop);
    std::unique_ptr<TextBlock> takeFree();
    bool fill(TextBlock& block);
    bool fillDirectly(TextBlock& block);
    void decide(std::string_view sample, bool isWhole);
    void skipMark(TextBlock& block);

    std::unique_ptr<ByteSource> m_bytes;
    Options m_options;
    std::unique_ptr<Utf8Decoder> m_decoder;  ///< none while the bytes are UTF-8 already
    std::string m_raw, m_decoded;
    bool m_isFirst = true;
    bool m_isAtEnd = false;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    EncodingGuess m_guess;
    std::deque<std::unique_ptr<TextBlock>> m_ready;
    std::vector<std::unique_ptr<TextBlock>> m_free;
    std::exception_ptr m_failure;
    bool m_isDone = false;
    std::jthread m_thread;  ///< last: it uses all of the above
};

}  // namespace foresell
