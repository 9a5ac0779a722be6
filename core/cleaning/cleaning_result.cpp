// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_result.h"

namespace foresell {

CleaningTotals& CleaningTotals::operator+=(const CleaningTotals& other) {
    lines += other.lines;
    units += other.units;
    money += other.money;
    return *this;
}

CleaningTotals& CleaningTotals::operator-=(const CleaningTotals& other) {
    lines -= other.lines;
    units -= other.units;
    money -= other.money;
    return *this;
}

}  // namespace foresell
