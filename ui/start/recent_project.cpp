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

#include "core/base/error.h"
#include "core/project/project_reader.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"

namespace foresell {

namespace {

struct Facts {
    QString name, items, until, state, step, glyph;
    PageId next = PageId::Data;
};

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
    const auto date = [&locale](Day day) { return locale.toString(QDate(1970, 1, 1).addDays(day), QLocale::ShortFormat); };
    facts.until = date(last);
    if (const auto forecast = reader->forecast()) {
        facts.state = RecentProject::tr("Forecast to %1")
                          .arg(date(forecast->axis.lastDay(forecast->firstPeriod + forecast->horizon - 1)));
        facts.step = RecentProject::tr("Open the forecast");
        facts.glyph = QStringLiteral("ok");
        facts.next = PageId::Forecast;
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

RecentProject::RecentProject(const QString& path, QWidget* parent) : QWidget(parent) {
    Facts facts;
    bool isThere = true;
    try {
        facts = read(path);
    } catch (const Error& error) {
        isThere = false;
        facts.name = QFileInfo(path).completeBaseName();
        facts.state = errorText(error);
        facts.step = tr("Remove from the list");
        facts.glyph = QStringLiteral("error");
    }
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHairline());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(16);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = makeLabel(13, true);
    name->setText(facts.name);
    auto* place = makeLabel(12, false, "text2");
    place->setText(shortened(path));
    names->addWidget(name);
    names->addWidget(place);
    row->addLayout(names, 3);
    const auto addText = [row](const QString& text, int stretch) {
        auto* label = makeLabel(13);
        label->setText(text);
        row->addWidget(label, stretch);
    };
    addText(facts.items.isEmpty() ? QString() : tr("%1 items").arg(facts.items), 1);
    addText(facts.until.isEmpty() ? QString() : tr("sales until %1").arg(facts.until), 2);
    auto* glyph = new QLabel;
    glyph->setPixmap(stateGlyph(facts.glyph, 16, devicePixelRatioF()));
    row->addWidget(glyph);
    addText(facts.state, 2);
    auto* step = makeButton("link");
    step->setText(facts.step);
    row->addWidget(step);
    rows->addLayout(row);
    connect(step, &QPushButton::clicked, this, [this, isThere, next = facts.next] {
        if (isThere) {
            emit openWanted(next);
        } else {
            emit forgetWanted();
        }
    });
}

}  // namespace foresell
