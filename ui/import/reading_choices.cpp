// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/reading_choices.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "core/import/import_preset.h"
#include "ui/import/import_words.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr int listMargin = 32;
constexpr int roleLetters = 17;
const QString presetPrefix = QStringLiteral("preset:");
const QString weekChoice = QStringLiteral("weeks");

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

void fill(QComboBox* combo, const QList<std::pair<QString, QString>>& choices, const QString& current) {
    const QSignalBlocker quiet(combo);
    combo->clear();
    for (const auto& [text, value] : choices) {
        combo->addItem(text, value);
    }
    if (combo->findData(current) < 0 && !current.isEmpty()) {
        combo->addItem(current, current);
    }
    combo->setCurrentIndex(combo->findData(current));
}

}  // namespace

ReadingChoices::ReadingChoices(ImportRequest& request, QWidget* parent) : QWidget(parent), m_request(request) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 16, 12);
    row->setSpacing(12);
    const std::pair<QComboBox**, int> choices[] = {
        {&m_role, 140}, {&m_sheet, 168}, {&m_encoding, 152}, {&m_delimiter, 96}, {&m_layout, 132}, {&m_header, 88}, {&m_dates, 140}, {&m_counts, 132}};
    for (const auto& [combo, width] : choices) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        *combo = new QComboBox;
        (*combo)->setMinimumWidth(width);
        auto* name = makeLabel(12, false, "text2");
        name->setBuddy(*combo);
        m_names.append(name);
        column->addWidget(name);
        column->addWidget(*combo);
        row->addLayout(column);
        connect(*combo, &QComboBox::activated, this, [this, choice = *combo] { correct(choice); });
    }
    // Names of exports are long: only the list shows them whole.
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_role->setMinimumContentsLength(roleLetters);
    row->addStretch();
}

void ReadingChoices::show(const ImportPreviewResult& preview) {
    // A database needs none of them.
    for (QComboBox* choice : {m_encoding, m_delimiter, m_header}) {
        choice->setEnabled(!m_request.database.isSet());
    }
    const bool isChosen = !m_request.preset.empty() && m_request.preset != "none" && preview.preset == m_request.preset;
    fill(m_role, roles(), isChosen ? QString(presetPrefix + text(preview.preset)) : text(preview.role));
    m_role->view()->setMinimumWidth(m_role->view()->sizeHintForColumn(0) + listMargin);
    fill(m_encoding, encodings(), text(preview.encoding));
    fill(m_delimiter, delimiters(), text(preview.delimiter));
    fill(m_header, headerRows(preview.headerRow), preview.columns.empty() ? QString() : QString::number(preview.headerRow));
    fill(m_dates, dateFormats(text(preview.dateFormat)), text(preview.dateFormat));
    fill(m_layout, layouts(), text(preview.layout));
    fill(m_sheet, sheets(preview), m_request.sheet == "*" ? QStringLiteral("*") : text(preview.sheet));
    fill(m_counts, days(preview), text(preview.dateCounts));
    showWhatFits(!preview.sheets.empty(), m_counts->count() > 1);
}

void ReadingChoices::showWhatFits(bool isWorkbook, bool hasDays) {
    for (QComboBox* combo : all()) {
        const bool isOfText = combo == m_encoding || combo == m_delimiter;
        // Which day counts is only open in exports whose layout is known.
        const bool isShown = combo == m_sheet ? isWorkbook : combo == m_counts ? hasDays : combo == m_layout ? !hasDays : !isOfText || !isWorkbook;
        combo->setVisible(isShown);
        m_names[all().indexOf(combo)]->setVisible(isShown);
    }
}

ReadingChoices::Choices ReadingChoices::roles() {
    Choices roles;
    for (const QString& role : importRoles()) {
        roles.append({roleChoice(role.toStdString()), role});
    }
    for (const ImportPreset& preset : importPresets()) {
        roles.append({text(QLocale().language() == QLocale::Chinese ? preset.chinese : preset.english), QString(presetPrefix + text(preset.name))});
    }
    return roles;
}

ReadingChoices::Choices ReadingChoices::encodings() {
    return {{QStringLiteral("UTF-8"), QStringLiteral("UTF-8")},
            {tr("GB18030 (Chinese)"), QStringLiteral("GB18030")},
            {tr("Big5 (Chinese)"), QStringLiteral("Big5")},
            {tr("Shift_JIS (Japanese)"), QStringLiteral("Shift_JIS")},
            {QStringLiteral("UTF-16 LE"), QStringLiteral("UTF-16LE")},
            {QStringLiteral("UTF-16 BE"), QStringLiteral("UTF-16BE")},
            {tr("Windows-1252 (Western)"), QStringLiteral("windows-1252")}};
}

ReadingChoices::Choices ReadingChoices::delimiters() {
    return {{tr("Comma"), QStringLiteral(",")}, {tr("Tab"), QStringLiteral("tab")}, {tr("Semicolon"), QStringLiteral(";")}, {tr("Bar"), QStringLiteral("|")}};
}

ReadingChoices::Choices ReadingChoices::headerRows(std::int64_t headerRow) {
    Choices rows{{tr("None"), QStringLiteral("0")}};
    for (int row = 1; row <= std::max(10, static_cast<int>(headerRow) + 5); ++row) {
        rows.append({tr("Row %1").arg(row), QString::number(row)});
    }
    return rows;
}

ReadingChoices::Choices ReadingChoices::dateFormats(const QString& current) {
    Choices formats{{tr("Year first"), QStringLiteral("year first")},
                    {tr("Day first (31/12)"), QStringLiteral("day first")},
                    {tr("Month first (12/31)"), QStringLiteral("month first")},
                    {tr("Days from 1900"), QStringLiteral("days from 1900")},
                    {tr("Days from 1904"), QStringLiteral("days from 1904")},
                    {tr("Week numbers…"), weekChoice}};
    if (const QString prefix = QString::fromLatin1(weeksFrom); current.startsWith(prefix)) {
        const QDate first = QDate::fromString(current.mid(prefix.size()), Qt::ISODate);
        formats.append({tr("Weeks from %1").arg(QLocale().toString(first, QLocale::ShortFormat)), current});
    }
    return formats;
}

ReadingChoices::Choices ReadingChoices::layouts() {
    return {{tr("A row for each"), QStringLiteral("long")},
            {tr("Days side by side"), QStringLiteral("dates across")},
            {tr("Items side by side"), QStringLiteral("items across")}};
}

ReadingChoices::Choices ReadingChoices::sheets(const ImportPreviewResult& preview) {
    Choices sheets;
    for (const std::string& sheet : preview.sheets) {
        sheets.append({text(sheet), text(sheet)});
    }
    if (sheets.size() > 1) {
        sheets.append({tr("Every sheet"), QStringLiteral("*")});
    }
    return sheets;
}

ReadingChoices::Choices ReadingChoices::days(const ImportPreviewResult& preview) {
    Choices days{{tr("Day of the order"), QStringLiteral("ordered")},
                 {tr("Day of payment"), QStringLiteral("paid")},
                 {tr("Day of dispatch"), QStringLiteral("shipped")}};
    days.removeIf([&preview](const auto& day) { return std::ranges::find(preview.dateChoices, day.second.toStdString()) == preview.dateChoices.end(); });
    return days;
}

void ReadingChoices::correct(QComboBox* choice) {
    const QString chosen = choice->currentData().toString();
    const std::string value = chosen.toStdString();
    if (choice == m_dates && chosen == weekChoice) {
        emit weeksChosen();
        return;
    }
    if (choice == m_header) {
        m_request.headerRow = choice->currentData().toInt();
    } else if (choice == m_dates) {
        m_request.dateFormat = value;
    } else if (choice == m_counts) {
        m_request.dateCounts = value;
    } else if (choice == m_layout) {
        m_request.layout = value == "long" ? "long" : "wide";
    } else if (choice == m_sheet) {
        m_request.sheet = value;
        m_request.headerRow = -1;
    } else if (choice == m_role) {
        correctRole(chosen);
    } else {
        (choice == m_encoding ? m_request.encoding : m_request.delimiter) = value;
    }
    if (choice != m_dates && choice != m_counts) {
        m_request.fields.clear();  // they named columns that may not be there any more
    }
    emit corrected();
}

void ReadingChoices::correctRole(const QString& value) {
    if (value.startsWith(presetPrefix)) {
        m_request.preset = value.mid(presetPrefix.size()).toStdString();
        m_request.role.clear();
        m_request.dateCounts.clear();
        return;
    }
    if (!m_request.preset.empty()) {
        m_request.preset = "none";  // it was chosen, and is not wanted any more
    }
    m_request.role = value.toStdString();
}

void ReadingChoices::setUsable(bool isUsable) {
    for (QComboBox* combo : all()) {
        combo->setEnabled(isUsable && combo->currentIndex() >= 0);
    }
}

void ReadingChoices::retranslate() {
    const QStringList names{tr("What it is"), tr("Sheet"), tr("Encoding"), tr("Separator"), tr("Layout"), tr("Header"), tr("Dates"), tr("Sold on")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_names[i]->setText(names[i]);
        m_names[i]->buddy()->setAccessibleName(names[i]);
    }
}

}  // namespace foresell
