// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "core/protocol/import_messages.h"
#include "ui/widgets/note_card.h"

namespace foresell {

/// What stands above the wizard's table: how things are with the file, and what can be done about it.
struct WizardNote {
    Q_DECLARE_TR_FUNCTIONS(foresell::WizardNote)

public:
    NoteCard::Tone tone = NoteCard::Tone::Info;
    QString head, text, button;

    /// While the columns can be corrected.
    static WizardNote ofColumns(const ImportPreviewResult& preview, bool skipsHiddenRows);
    /// After the whole file was read.
    static WizardNote ofCount(const ImportCounts& counts);

private:
    static std::optional<WizardNote> ofWhatIsOpen(const ImportPreviewResult& preview);
    static WizardNote ofPreset(const ImportPreviewResult& preview);
};

/// Where no column holds a date, the one whose numbers may be weeks; else empty.
QString weekColumn(const ImportPreviewResult& preview);

}  // namespace foresell
