// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/sale_batch.h"

namespace foresell {

namespace {

template <typename Visitor>
void forEachVector(SaleBatch& batch, Visitor&& visit) {
    visit(batch.sourceRow);
    visit(batch.day);
    visit(batch.second);
    visit(batch.item);
    visit(batch.location);
    visit(batch.channel);
    visit(batch.customer);
    visit(batch.quantity);
    visit(batch.price);
    visit(batch.amount);
    visit(batch.digest);
}

}  // namespace

void SaleBatch::clear() {
    forEachVector(*this, [](auto& column) { column.clear(); });
    order.clear();
    name.clear();
}

void SaleBatch::reserve(std::size_t lines) {
    forEachVector(*this, [lines](auto& column) { column.reserve(lines); });
}

}  // namespace foresell
