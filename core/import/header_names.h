// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/import/field.h"

namespace foresell {

/// What the name of a column says, before its contents are looked at.
struct HeaderMeaning {
    struct Candidate {
        Field field;
        int weight = 0;  ///< 1..100; two columns that claim a field: the heavier has it
    };
    std::vector<Candidate> candidates;
    bool isPersonal = false;   ///< a name, phone, address or e-mail: never stored
    bool isCountry = false;    ///< of a customer: never a location
    bool isCovariate = false;  ///< promotion, holiday, calendar and the like: never a key
    bool isKnown() const { return !candidates.empty() || isPersonal || isCountry || isCovariate; }
};

/// `key` as of headerKey. Knows English and Chinese names, also those of the exports of Shopify, Amazon, Taobao, JD,
/// Pinduoduo and Douyin.
HeaderMeaning headerMeaning(const std::string& key);

}  // namespace foresell
