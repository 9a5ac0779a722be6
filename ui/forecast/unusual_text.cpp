// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/unusual_text.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/widgets/method_names.h"

namespace foresell {

namespace {

/// Texts of this file.
struct Unusual {
    Q_DECLARE_TR_FUNCTIONS(foresell::Unusual)
};

}  // namespace

QString unusualText(const UnusualItem& item, const ForecastView& view) {
    const QString text = item.kind == UnusualItem::Kind::More   ? Unusual::tr("Sold far more than usual: %1 in the latest %2, usually %3.")
                         : item.kind == UnusualItem::Kind::Less ? Unusual::tr("Sold far less than usual: %1 in the latest %2, usually %3.")
                                                                : Unusual::tr("Sold in another pattern than usual: %1 in the latest %2, usually %3.");
    const QLocale locale;
    return text.arg(numberText(item.sold, locale), periodsText(view.unusual().length, view.history().axis.kind), numberText(item.usual, locale));
}

QString unusualHint(const UnusualItem& item) {
    return Unusual::tr("Ordinary sales look like this about once in %1 times. Look at price, stock, listing and imported sales: a mistake there spoils the forecast.")
        .arg(numberText(std::round(1 / item.share), QLocale()));
}

QString unusualSummary(const ForecastView& view) {
    const UnusualItems& found = view.unusual();
    if (found.compared == 0) {
        return Unusual::tr("There is too little history to compare the latest sales with: it takes about 20 items over a year.");
    }
    return Unusual::tr("%1 of %2 items sold unlike their usual course of late. About 1 in 100 ordinary items is marked by chance.")
        .arg(numberText(static_cast<double>(found.items.size()), QLocale()), numberText(found.compared, QLocale()));
}

}  // namespace foresell
