// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cleaning/csv_source.h"

#include <zlib.h>

#include <charconv>
#include <functional>
#include <optional>
#include <stdexcept>

namespace foresell::test {
namespace {

std::string textOf(const std::filesystem::path& path) {
    const gzFile file = gzopen(path.c_str(), "rb");  // reads plain files as they are
    if (file == nullptr) {
        throw std::runtime_error("cannot read " + path.string());
    }
    std::string text;
    std::vector<char> part(1U << 20U);
    for (int count = 1; count > 0;) {
        count = gzread(file, part.data(), static_cast<unsigned>(part.size()));
        text.append(part.data(), static_cast<std::size_t>(std::max(0, count)));
    }
    gzclose(file);
    return text;
}

/// Fills `cells` with the next row; false at the end.
bool nextRow(const std::string& text, std::size_t& at, std::vector<std::string>& cells) {
    if (at >= text.size()) {
        return false;
    }
    cells.assign(1, {});
    bool isQuoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            cells.emplace_back();
        } else if (c == '\n' && !isQuoted) {
            ++at;
            break;
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return true;
}

std::optional<double> numberOf(const std::string& text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

CsvSource::CsvSource(const std::filesystem::path& path, const CsvColumns& columns) {
    const std::string text = textOf(path);
    std::vector<std::string> cells;
    std::size_t at = 0;
    nextRow(text, at, cells);
    const std::size_t width = cells.size();
    while (nextRow(text, at, cells)) {
        if (cells.size() == width) {
            addRow(cells, columns);
        }
    }
}

std::int32_t CsvSource::number(std::unordered_map<std::string, std::int32_t>& known, const std::string& text) {
    return text.empty() ? 0 : known.emplace(text, static_cast<std::int32_t>(known.size()) + 1).first->second;
}

void CsvSource::addRow(const std::vector<std::string>& cells, const CsvColumns& columns) {
    const auto cell = [&](int column) { return column < 0 ? std::string() : cells[static_cast<std::size_t>(column)]; };
    const std::string time = cell(columns.time);
    const auto day = fromIso(time.substr(0, 10));
    const auto quantity = numberOf(cell(columns.quantity));
    if (!day || !quantity) {
        return;
    }
    if (m_batches.empty() || m_batches.back().size() == SaleBatch::capacity) {
        m_batches.emplace_back().reserve(SaleBatch::capacity);
    }
    SaleBatch& batch = m_batches.back();
    batch.sourceRow.push_back(++m_lines + 1);
    batch.day.push_back(*day);
    const auto part = [&](std::size_t at) { return time.size() >= at + 2 ? std::stoi(time.substr(at, 2)) : 0; };
    batch.second.push_back(part(11) * 3600 + part(14) * 60 + part(17));
    const std::int32_t item = number(m_items, cell(columns.item));
    batch.item.push_back(item);
    if (static_cast<std::size_t>(item) >= m_codes.size()) {
        m_codes.push_back(cell(columns.item));
        m_names.emplace_back();
    }
    if (std::string& name = m_names[static_cast<std::size_t>(item)]; name.empty()) {
        name = cell(columns.name);
    }
    batch.location.push_back(number(m_locations, cell(columns.location)));
    batch.channel.push_back(0);
    const std::string customer = cell(columns.customer);
    batch.customer.push_back(customer.empty() ? 0 : static_cast<std::int64_t>(std::hash<std::string>()(customer) | 1U));
    const auto price = numberOf(cell(columns.price));
    batch.quantity.push_back(toFixed(*quantity));
    batch.price.push_back(price ? toFixed(*price) : fixedMissing);
    batch.amount.push_back(fixedMissing);
    Digest digest{1, 2};
    for (const std::string& text : cells) {
        for (std::uint64_t& word : digest) {
            word = (word ^ std::hash<std::string>()(text)) * 0x9E3779B97F4A7C15U + 7;
        }
    }
    batch.digest.push_back(digest);
    batch.order.push(cell(columns.order));
    batch.name.push("");
}

void CsvSource::readChunks(Day /*asOf*/, const JobControl& job, const UseChunk& use) const {
    for (std::size_t i = 0; i < m_batches.size(); ++i) {
        job.throwIfCancelled();
        use(static_cast<std::int64_t>(i) + 1, m_batches[i]);
    }
}

}  // namespace foresell::test
