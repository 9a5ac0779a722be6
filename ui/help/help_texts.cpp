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

QString say(const char* text) {
    return QCoreApplication::translate("foresell::help", text);
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
    return entry(say("Error (WAPE)"), say("All misses added up, as a share of what was sold. 30% means: of 100 units sold, the forecast was off by 30.")) +
           entry(say("Bias"), say("Whether the forecast is too high (+) or too low (−) on the whole.")) +
           entry(say("Likely range"), say("The 80% band: sales should fall inside in 8 of 10 periods. Wide bands are honest, not bad.")) +
           entry(say("Coverage"), say("How often sales really fell inside a band. For the 80% band, about 80% is right.")) +
           entry(say("Last year's pattern"), say("The simple method to beat: the same week or month a year ago, or the same weekday a week ago.")) +
           entry(say("MASE and RMSSE"), say("The error against that of a simple guess on the same item; below 1 is better than the guess.")) +
           entry(say("sMAPE"), say("The mean miss in percent of the mean of sale and forecast; low sellers count as much as best sellers.")) +
           entry(say("Pinball loss"), say("Judges the whole band, not only its middle; lower is better.")) +
           entry(say("Set aside"), say("Lines that cleaning does not learn from. They stay in the file and can come back.")) +
           entry(say("Demand"), say("Sales after cleaning: what the program learns from."));
}

QString chartKeysText() {
    return QStringLiteral("<h3>%1</h3><p>%2</p>")
        .arg(say("In charts"), say("Wheel: zoom at the pointer. Drag: zoom to a span. Space and drag: move. Home: all. Arrow keys: read values. + and −: zoom."));
}

QString aboutText() {
    return QStringLiteral("<p>Foresell %1</p><p>%2</p><p>%3</p><p>%4</p>")
        .arg(QString::fromLatin1(version()), say("Demand forecasts from your own sales, on your own computer. Foresell opens no network connection."),
             say("Free software under the GNU General Public License, version 3 or later, without any warranty."),
             say("Built with Qt and Qt Charts, libtorch, SQLite, Eigen, ICU, zstd, xxHash, libsodium, {fmt}, CLI11 and JSON for Modern C++."));
}

}  // namespace foresell
