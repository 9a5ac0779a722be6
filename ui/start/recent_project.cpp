// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/recent_project.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>
#include <tuple>

#include "core/base/error.h"
#include "core/project/project_reader.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/sparkline.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

struct Facts {
    QString name, items, until, state, step, glyph;
    PageId next = PageId::Data;
    std::vector<float> sold, expected;  ///< the whole shop by period
};

/// Columns of a row: their shares of the width, as wide as in the head.
constexpr int nameShare = 27, lineShare = 18, itemShare = 7, untilShare = 15, stateShare = 23, stepShare = 16;
/// A project with more numbers than this shows no line, so that the list is there at once.
constexpr std::size_t mostSeries = 20'000;

QBoxLayout* makeRow(QWidget* row) {
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(15, 8, 15, 8);
    layout->setSpacing(16);
    return layout;
}

/// A cell that asks for no width of its own: the shares alone decide, in the head and in every row alike.
void addCell(QBoxLayout* row, QWidget* cell, int share) {
    cell->setMinimumWidth(1);
    cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(cell, share);
}

std::vector<float> totals(const SeriesHistory& history) {
    const auto periods = static_cast<std::size_t>(history.periods);
    std::vector<float> sums(periods, 0.0F);
    for (std::size_t i = 0; i < history.sold.size(); ++i) {
        if (std::isfinite(history.sold[i])) {
            sums[i % periods] += history.sold[i];
        }
    }
    return sums;
}

QString shortened(const QString& path) {
    const QString home = QDir::homePath();
    return path.startsWith(home) ? QStringLiteral("~") + path.mid(home.size()) : path;
}

Facts read(const QString& path) {
    const auto reader = ProjectReader::open(path.toStdString());
    Facts facts;
    facts.name = QString::fromStdString(reader->settings().name);
    facts.items = numberText(static_cast<double>(reader->items().size()));
    Day last = noDay;
    for (const ChunkInfo& chunk : reader->chunks()) {
        last = std::max(last, chunk.lastDay);
    }
    if (last == noDay) {
        facts.state = RecentProject::tr("No sales yet");
        facts.step = RecentProject::tr("Import sales");
        facts.glyph = QStringLiteral("info");
        return facts;
    }
    const QLocale locale;
    const auto date = [&locale](Day day) { return dateText(day, locale); };
    facts.until = date(last);
    if (const auto forecast = reader->forecast()) {
        facts.state = RecentProject::tr("Forecast to %1")
                          .arg(date(forecast->axis.lastDay(forecast->firstPeriod + forecast->horizon - 1)));
        facts.step = RecentProject::tr("Open the forecast");
        facts.glyph = QStringLiteral("ok");
        facts.next = PageId::Forecast;
        if (forecast->keys.size() <= mostSeries) {
            if (const auto history = reader->history(forecast->run)) {
                facts.sold = totals(*history);
                facts.expected = forecast->totalMean;
            }
        }
    } else if (!reader->cleaningSummary().empty()) {
        facts.state = RecentProject::tr("Cleaned, not trained");
        facts.step = RecentProject::tr("Train a forecast");
        facts.glyph = QStringLiteral("info");
        facts.next = PageId::Training;
    } else {
        facts.state = RecentProject::tr("Imported, not cleaned");
        facts.step = RecentProject::tr("Check cleaning");
        facts.glyph = QStringLiteral("warn");
        facts.next = PageId::Cleaning;
    }
    return facts;
}

}  // namespace

RecentProject::RecentProject(const QString& path, bool hasLineAbove, QWidget* parent) : QWidget(parent) {
    Facts facts;
    bool isThere = true;
    try {
        facts = read(path);
    } catch (const Error& error) {
        isThere = false;
        facts.name = QFileInfo(path).completeBaseName();
        facts.state = QFileInfo::exists(path) ? errorText(error) : tr("Not there any more");
        facts.step = QFileInfo::exists(path) ? QString() : tr("Locate…");
        facts.glyph = QStringLiteral("error");
    }
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    if (hasLineAbove) {
        rows->addWidget(makeHairline());
    }
    auto* line = new QWidget;
    line->setMinimumHeight(Theme::instance().px(56));
    QBoxLayout* row = makeRow(line);
    auto* names = new QWidget;
    auto* nameRows = new QVBoxLayout(names);
    nameRows->setContentsMargins(0, 0, 0, 0);
    nameRows->setSpacing(0);
    auto* name = new ElidedLabel(13, true);
    name->setText(facts.name);
    auto* place = new ElidedLabel(12, false, "text2", Qt::ElideMiddle);
    place->setText(shortened(path));
    place->setToolTip(path);
    nameRows->addWidget(name);
    nameRows->addWidget(place);
    addCell(row, names, nameShare);
    auto* sparkline = new Sparkline;
    sparkline->setValues(std::move(facts.sold), std::move(facts.expected));
    addCell(row, sparkline, lineShare);
    auto* items = makeLabel(13);
    items->setText(facts.items);
    items->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addCell(row, items, itemShare);
    auto* until = new ElidedLabel(13);
    until->setText(facts.until);
    until->setContentsMargins(16, 0, 0, 0);
    addCell(row, until, untilShare);
    auto* state = new QWidget;
    auto* stateRow = new QHBoxLayout(state);
    stateRow->setContentsMargins(0, 0, 0, 0);
    stateRow->setSpacing(8);
    auto* glyph = new QLabel;
    glyph->setPixmap(stateGlyph(facts.glyph, 16, devicePixelRatioF()));
    auto* stateText = new ElidedLabel(13);
    stateText->setText(facts.state);
    stateRow->addWidget(glyph);
    stateRow->addWidget(stateText, 1);
    addCell(row, state, stateShare);
    auto* stepCell = new QWidget;
    auto* stepRow = new QHBoxLayout(stepCell);
    stepRow->setContentsMargins(0, 0, 0, 0);
    stepRow->setSpacing(12);
    const auto addStep = [&](const QString& text, auto act) {
        auto* step = makeButton("link");
        step->setText(text);
        step->setAccessibleName(text + QStringLiteral(": ") + facts.name);
        stepRow->addWidget(step);
        connect(step, &QPushButton::clicked, this, act);
    };
    if (isThere) {
        addStep(facts.step, [this, next = facts.next] { emit openWanted(next); });
    } else {
        if (!facts.step.isEmpty()) {
            addStep(facts.step, [this] { emit locateWanted(); });
        }
        addStep(tr("Remove"), [this] { emit forgetWanted(); });
    }
    stepRow->addStretch();
    addCell(row, stepCell, stepShare);
    rows->addWidget(line);
}

QWidget* RecentProject::makeHead() {
    auto* head = new QWidget;
    head->setObjectName(QStringLiteral("tableHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    head->setFixedHeight(Theme::instance().px(33));
    QBoxLayout* row = makeRow(head);
    row->setContentsMargins(15, 0, 15, 0);
    const std::tuple<QString, int, Qt::Alignment> columns[] = {
        {tr("Project"), nameShare, Qt::AlignLeft},     {tr("Units sold"), lineShare, Qt::AlignLeft},
        {tr("Items"), itemShare, Qt::AlignRight},      {tr("Sales until"), untilShare, Qt::AlignLeft},
        {tr("State"), stateShare, Qt::AlignLeft},      {tr("Next step"), stepShare, Qt::AlignLeft}};
    for (const auto& [text, share, side] : columns) {
        auto* label = new ElidedLabel(12, false, "text2");
        label->setText(text);
        label->setAlignment(side | Qt::AlignVCenter);
        label->setContentsMargins(share == untilShare ? 16 : 0, 0, 0, 0);
        addCell(row, label, share);
    }
    return head;
}

}  // namespace foresell
