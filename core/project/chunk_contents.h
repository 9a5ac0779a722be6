// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/catalog/sale_batch.h"

namespace foresell {

/// How many lines of each day and of each item a chunk holds, so that a page of lines is found without reading the others:
/// pairs of a number and a count, ascending, as LEB128 varints of the differences.
std::string encodeContents(const SaleBatch& batch);

/// What is done with one day or item, and how many lines of it the chunk holds.
using UseCount = std::function<void(std::int32_t value, std::int64_t lines)>;
/// Both read what `encodeContents` has written; Error "project.damaged" for anything else.
void forEachDay(std::string_view contents, const UseCount& use);
void forEachItem(std::string_view contents, const UseCount& use);

}  // namespace foresell
