// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_texts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "core/base/version.h"

namespace foresell {

namespace {

QString translate(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

QString entry(const QString& word, const QString& meaning) {
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(word, meaning);
}

}  // namespace

void showHelp(QWidget* parent, const QString& title, const QString& html) {
    auto* window = new QDialog(parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->setHtml(QStringLiteral("<h2>%1</h2>%2").arg(title, html));
    text->setAccessibleName(title);
    auto* layout = new QVBoxLayout(window);
    layout->addWidget(text);
    window->resize(560, 600);
    window->show();
}

QString glossaryText() {
    return entry(translate("foresell::help", "Error (WAPE)"), translate("foresell::help", "All misses added up, as a share of what was sold. 30% means: of 100 units sold, the forecast was off by 30.")) +
           entry(translate("foresell::help", "Bias"), translate("foresell::help", "Whether the forecast is too high (+) or too low (−) on the whole.")) +
           entry(translate("foresell::help", "Likely range"), translate("foresell::help", "The 80% band: sales should fall inside in 8 of 10 periods. Wide bands are honest, not bad.")) +
           entry(translate("foresell::help", "Coverage"), translate("foresell::help", "How often sales really fell inside a band. For the 80% band, about 80% is right.")) +
           entry(translate("foresell::help", "Last year's pattern"), translate("foresell::help", "The simple method to beat: the same week or month a year ago, or the same weekday a week ago.")) +
           entry(translate("foresell::help", "MASE and RMSSE"), translate("foresell::help", "The error against that of a simple guess on the same item; below 1 is better than the guess.")) +
           entry(translate("foresell::help", "sMAPE"), translate("foresell::help", "The mean miss in percent of the mean of sale and forecast; low sellers count as much as best sellers.")) +
           entry(translate("foresell::help", "Pinball loss"), translate("foresell::help", "Judges the whole band, not only its middle; lower is better.")) +
           entry(translate("foresell::help", "Set aside"), translate("foresell::help", "Lines that cleaning does not learn from. They stay in the file and can come back.")) +
           entry(translate("foresell::help", "Demand"), translate("foresell::help", "Sales after cleaning: what the program learns from."));
}

QString chartKeysText() {
    return QStringLiteral("<h3>%1</h3><p>%2</p>")
        .arg(translate("foresell::help", "In charts"), translate("foresell::help", "Wheel: zoom at the pointer. Drag: zoom to a span. Space and drag: move. Home: all. Arrow keys: read values. + and −: zoom."));
}

QString aboutText() {
    return QStringLiteral("<p>Foresell %1</p><p>%2</p><p>%3</p><p>%4</p>")
        .arg(QString::fromLatin1(version()), translate("foresell::help", "Demand forecasts from your own sales, on your own computer. Foresell connects to nothing but a database that you choose."),
             translate("foresell::help", "Free software under the GNU General Public License, version 3 or later, without any warranty."),
             translate("foresell::help", "Built with Qt and Qt Charts, libtorch, SQLite, Eigen, ICU, zstd, xxHash, libsodium, {fmt}, CLI11 and JSON for Modern C++."));
}

}  // namespace foresell
