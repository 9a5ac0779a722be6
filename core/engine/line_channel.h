// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace foresell {

/// The engine's side of the pipe: whole lines in from standard input, whole lines out to what standard output
/// was. From its making on, standard output itself goes to standard error, so that no print of a library can
/// break the protocol.
class LineChannel {
public:
    enum class Read { Line, TooLong, End };

    explicit LineChannel(std::size_t longest);
    ~LineChannel();
    LineChannel(const LineChannel&) = delete;
    LineChannel& operator=(const LineChannel&) = delete;

    /// Waits for the next line. A line over the limit is read past and reported once as TooLong.
    Read readLine(std::string& line);

    /// Safe to call from any thread. Once the other side has gone, lines go nowhere.
    void writeLine(std::string_view line);

private:
    bool fill();

    std::size_t m_longest;
    int m_out = -1;
    std::string m_buffer;
    std::size_t m_searched = 0;
    std::mutex m_writing;
};

}  // namespace foresell
