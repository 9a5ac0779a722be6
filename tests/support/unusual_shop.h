// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <random>

namespace foresell::test {

/// Daily sales of 28 items in 11 times 28 days, of which the last 28 days of four were broken on purpose: one sold nothing,
/// one four times as much as usual, one the same units on every fourth day alone, one hardly anything. All others go on as ever.
struct UnusualShop {
    QStringList broken{"I03", "I10", "I17", "I24"};
    QByteArray csv = "date,item,quantity\n";

    UnusualShop() {
        constexpr int items = 28, days = 308, broke = days - 28;
        std::mt19937 random(11);
        for (int day = 0; day < days; ++day) {
            for (int item = 0; item < items; ++item) {
                const double level = (20 + 9 * (item % 5)) * (day % 7 >= 5 ? 1.6 : 1.0);
                int units = static_cast<int>(level * (0.8 + 0.4 * static_cast<double>(random() % 1000) / 1000));
                const QString code = QStringLiteral("I%1").arg(item, 2, 10, QLatin1Char('0'));
                if (day >= broke && broken.contains(code)) {
                    const int kind = static_cast<int>(broken.indexOf(code));
                    units = kind == 0 ? 0 : kind == 1 ? 4 * units : kind == 2 ? (day % 4 == 0 ? 4 * units : 0) : units / 8;
                }
                csv += QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + ',' + code.toLatin1() + ',' + QByteArray::number(units) + '\n';
            }
        }
    }
};

}  // namespace foresell::test
