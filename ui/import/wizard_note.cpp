// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/wizard_note.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>

#include "ui/import/import_words.h"

namespace foresell {

namespace {

QString presetTitle(const ImportPreviewResult& preview) {
    return QString::fromStdString(QLocale().language() == QLocale::Chinese ? preview.presetChinese : preview.presetEnglish);
}

}  // namespace

QString weekColumn(const ImportPreviewResult& preview) {
    const auto found = std::find_if(preview.columns.begin(), preview.columns.end(), [](const ImportColumn& column) { return column.evidence == "week_numbers"; });
    const bool isMissing = std::find(preview.missing.begin(), preview.missing.end(), "date") != preview.missing.end();
    return found == preview.columns.end() || !isMissing ? QString() : QString::fromStdString(found->name);
}

/// What a person should look at before the whole file is read.
std::optional<WizardNote> WizardNote::ofWhatIsOpen(const ImportPreviewResult& preview) {
    QStringList missing;
    for (const std::string& field : preview.missing) {
        missing.append(fieldTitle(field));
    }
    if (!weekColumn(preview).isEmpty()) {
        return WizardNote{NoteCard::Tone::Warn, tr("The column \"%1\" numbers its weeks").arg(weekColumn(preview)),
                tr("Say on which day week 1 began, and the other weeks follow."), tr("Choose the day…")};
    }
    if (!missing.isEmpty()) {
        return WizardNote{NoteCard::Tone::Error, tr("Still missing: %1").arg(missing.join(tr(", "))),
                tr("Choose it from the list above the column that holds it."), {}};
    }
    if (preview.isDateOrderOpen) {
        return WizardNote{NoteCard::Tone::Warn, tr("Every date so far can be read day first and month first."),
                tr("Choose under Dates which it is; else the whole file decides."), {}};
    }
    if (preview.sampleRejected > 0) {
        return WizardNote{NoteCard::Tone::Warn, tr("%n of the first rows cannot be imported", nullptr, static_cast<int>(preview.sampleRejected)),
                preview.faults.empty() ? tr("They stand further down; the check lists them with the reason. Go on: they are kept as rejected rows.")
                                       : tr("They are tinted; hovering says why. Correct what was detected, or go on: they are kept as rejected rows with their reason."), {}};
    }
    return std::nullopt;
}

WizardNote WizardNote::ofPreset(const ImportPreviewResult& preview) {
    if (!preview.presetMissing.empty()) {
        QStringList lost;
        for (const std::string& name : preview.presetMissing) {
            lost.append(QString::fromStdString(name));
        }
        return {NoteCard::Tone::Warn, tr("This looks like an export of before with other columns: %1").arg(presetTitle(preview)),
                tr("Not in it: %1. Look whether the columns below are right.").arg(lost.join(tr(", "))), tr("Read it by its cells alone")};
    }
    return {NoteCard::Tone::Ok, tr("This is an export that Foresell knows: %1").arg(presetTitle(preview)),
            tr("Its columns, order states and refunds are read as that platform means them. Nothing is stored yet."), tr("Read it by its cells alone")};
}

WizardNote WizardNote::ofColumns(const ImportPreviewResult& preview, bool skipsHiddenRows) {
    if (std::optional<WizardNote> open = ofWhatIsOpen(preview)) {
        return *std::move(open);
    }
    if (!preview.presetMissing.empty() || !preview.preset.empty()) {
        return ofPreset(preview);
    }
    if (preview.tables > 1) {
        return {NoteCard::Tone::Ok, tr("Foresell can read this file"),
                tr("This is the first of %n tables in it; all of them are checked and imported alike.", nullptr, static_cast<int>(preview.tables)), {}};
    }
    if (preview.hiddenRows > 0) {
        return {NoteCard::Tone::Info, tr("The spreadsheet hides %n of its rows", nullptr, static_cast<int>(preview.hiddenRows)),
                skipsHiddenRows ? tr("They are left out.") : tr("They are read like the others."),
                skipsHiddenRows ? tr("Read them too") : tr("Leave them out")};
    }
    const auto matched = std::count_if(preview.columns.begin(), preview.columns.end(),
                                       [](const ImportColumn& column) { return !column.field.empty(); });
    const QString rows = preview.estimatedRows == preview.sampleRows ? countText(preview.sampleRows) : tr("about %1").arg(countText(preview.estimatedRows));
    const QString text = preview.estimatedRows > 0 ? tr("%1 of %2 columns are read, %3 rows. Nothing is stored yet.")
                                                         .arg(QString::number(matched), QString::number(preview.columns.size()), rows)
                                                   : tr("%1 of %2 columns are read. Nothing is stored yet.").arg(matched).arg(preview.columns.size());
    return {NoteCard::Tone::Ok, tr("Foresell can read this file"), text, {}};
}

WizardNote WizardNote::ofCount(const ImportCounts& counts) {
    if (counts.imported == 0) {
        return {NoteCard::Tone::Warn, tr("There is nothing new in this file"),
                counts.rejected == 0 ? tr("All its rows are known from an earlier import.") : tr("Its rows are known already or cannot be read."), {}};
    }
    if (counts.rejected > 0) {
        return {NoteCard::Tone::Warn, tr("%1 of %2 rows would be rejected").arg(countText(counts.rejected), countText(counts.read)),
                tr("Below is why. Go back and correct what was detected, or import the others: rejected rows are kept with their reason."), {}};
    }
    return {NoteCard::Tone::Ok, tr("The whole file was read and the count adds up"), tr("Nothing is stored yet."), {}};
}

}  // namespace foresell
