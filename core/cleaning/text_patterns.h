// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// Patterns of texts without regard to case (of ASCII letters): a '*' at an end stands for anything.
class TextPatterns {
public:
    explicit TextPatterns(const std::vector<std::string>& patterns);

    /// The number of the first pattern that fits the whole text; -1: none does.
    int find(std::string_view text) const;
    /// The same for the parts of a bilingual name, "Postage / 邮费".
    int findInName(std::string_view name) const;
    bool empty() const { return m_patterns.empty(); }

private:
    int findLowered(std::string_view text) const;

    std::vector<std::string> m_patterns;  ///< lower-case
};

/// With the ASCII letters in lower case.
std::string loweredText(std::string_view text);

/// What postage, fees, vouchers and adjustments are called by the shops whose files are known.
std::vector<std::string> usualNonProductCodes();
std::vector<std::string> usualNonProductNames();

}  // namespace foresell
