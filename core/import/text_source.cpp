// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/text_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace foresell {

namespace {

constexpr std::size_t blocksAhead = 4;

void resizeText(TextBlock& block, std::size_t size) {
    block.begin = TextBlock::headroom;
    block.end = TextBlock::headroom + size;
    if (block.bytes.size() < block.end + TextBlock::padding) {
        block.bytes.resize(block.end + TextBlock::padding);
    }
}

std::size_t readFully(ByteSource& bytes, char* into, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
        const std::size_t got = bytes.read(into + done, size - done);
        if (got == 0) {
            break;
        }
        done += got;
    }
    return done;
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, Options options)
    : m_bytes(std::move(bytes)), m_options(options) {
    m_guess.isAsciiOnly = true;
    m_guess.evidence = "ASCII only";
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

TextSource::~TextSource() {
    m_thread.request_stop();
    m_changed.notify_all();
}

EncodingGuess TextSource::encoding() const {
    const std::lock_guard lock(m_mutex);
    return m_guess;
}

std::unique_ptr<TextBlock> TextSource::next(std::unique_ptr<TextBlock> used) {
    std::unique_lock lock(m_mutex);
    if (used) {
        m_free.push_back(std::move(used));
    }
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_isDone; });
    if (m_ready.empty()) {
        if (m_failure) {
            std::rethrow_exception(m_failure);
        }
        return nullptr;
    }
    auto block = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return block;
}

std::unique_ptr<TextBlock> TextSource::takeFree() {
    const std::lock_guard lock(m_mutex);
    if (m_free.empty()) {
        return std::make_unique<TextBlock>();
    }
    auto block = std::move(m_free.back());
    m_free.pop_back();
    return block;
}

void TextSource::run(const std::stop_token& stop) {
    std::exception_ptr failure;
    try {
        while (!stop.stop_requested()) {
            auto block = takeFree();
            if (!fill(*block)) {
                break;
            }
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_ready.size() < blocksAhead; });
            m_ready.push_back(std::move(block));
            m_changed.notify_all();
        }
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(m_mutex);
    m_failure = failure;
    m_isDone = true;
    m_changed.notify_all();
}

/// False at the end of the file.
bool TextSource::fill(TextBlock& block) {
    while (!m_isAtEnd) {
        if (!m_decoder) {
            if (fillDirectly(block)) {
                return true;
            }
            continue;
        }
        m_raw.resize(m_options.blockSize);
        const std::size_t got = m_bytes->read(m_raw.data(), m_raw.size());
        m_isAtEnd = got == 0;
        m_decoder->decode(std::string_view(m_raw).substr(0, got), m_isAtEnd, m_decoded);
        if (!m_decoded.empty()) {
            resizeText(block, m_decoded.size());
            std::memcpy(block.bytes.data() + block.begin, m_decoded.data(), m_decoded.size());
            m_decoded.clear();
            block.position = m_bytes->position();
            skipMark(block);
            return true;
        }
    }
    return false;
}

/// Reads straight into the block. False when the bytes turned out to need decoding (they are then in m_decoded), or at
/// the end.
bool TextSource::fillDirectly(TextBlock& block) {
    resizeText(block, m_options.blockSize);
    char* text = block.bytes.data() + block.begin;
    const std::size_t got = readFully(*m_bytes, text, m_options.blockSize);
    block.end = block.begin + got;
    block.position = m_bytes->position();
    m_isAtEnd = got == 0;
    if (got == 0) {
        return false;
    }
    if (encoding().isAsciiOnly) {
        decide(std::string_view(text, got), got < m_options.blockSize);
        if (m_decoder) {
            m_decoder->decode(std::string_view(text, got), false, m_decoded);
            resizeText(block, m_decoded.size());
            std::memcpy(block.bytes.data() + block.begin, m_decoded.data(), m_decoded.size());
            m_decoded.clear();
        }
    }
    skipMark(block);
    return true;
}

void TextSource::decide(std::string_view sample, bool isWhole) {
    EncodingGuess guess = m_options.encoding ? EncodingGuess{*m_options.encoding, 1, "given"}
                                             : guessEncoding(sample, isWhole);
    if (guess.encoding != Encoding::Utf8) {
        m_decoder = std::make_unique<Utf8Decoder>(guess.encoding);
    }
    const std::lock_guard lock(m_mutex);
    m_guess = std::move(guess);
}

void TextSource::skipMark(TextBlock& block) {
    const std::string_view text(block.bytes.data() + block.begin, block.end - block.begin);
    if (std::exchange(m_isFirst, false) && text.starts_with("\xEF\xBB\xBF")) {
        block.begin += 3;
    }
}

}  // namespace foresell
