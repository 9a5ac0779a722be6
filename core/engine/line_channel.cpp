// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/line_channel.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include "core/base/error.h"

namespace foresell {

LineChannel::LineChannel(std::size_t longest) : m_longest(longest) {
    std::signal(SIGPIPE, SIG_IGN);
    std::fflush(stdout);
    m_out = dup(STDOUT_FILENO);
    if (m_out < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        throw Error("engine.no_output", "standard output cannot be used");
    }
}

LineChannel::~LineChannel() {
    if (m_out >= 0) {
        ::close(m_out);
    }
}

bool LineChannel::fill() {
    char bytes[64 * 1024];
    ssize_t count = 0;
    do {
        count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    } while (count < 0 && errno == EINTR);
    if (count <= 0) {
        return false;
    }
    m_buffer.append(bytes, static_cast<std::size_t>(count));
    return true;
}

LineChannel::Read LineChannel::readLine(std::string& line) {
    bool isTooLong = false;
    while (true) {
        const std::size_t end = m_buffer.find('\n', m_searched);
        if (end != std::string::npos) {
            isTooLong = isTooLong || end > m_longest;
            line = isTooLong ? std::string() : m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            m_searched = 0;
            return isTooLong ? Read::TooLong : Read::Line;
        }
        if (m_buffer.size() > m_longest) {
            isTooLong = true;
            m_buffer.clear();
        }
        m_searched = m_buffer.size();
        if (!fill()) {
            return Read::End;
        }
    }
}

void LineChannel::writeLine(std::string_view line) {
    const std::lock_guard guard(m_writing);
    std::string bytes(line);
    bytes += '\n';
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(m_out, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno != EINTR) {
            return;
        }
        done += count < 0 ? 0 : static_cast<std::size_t>(count);
    }
}

}  // namespace foresell
