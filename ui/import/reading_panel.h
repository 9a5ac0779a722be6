// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/import_messages.h"
#include "ui/widgets/side_panel.h"

class QScrollArea;

namespace foresell {

class NoteCard;

/// Beside the preview: which field is read from which column and how sure that is, and, once the whole file was read, the
/// count, which adds up.
class ReadingPanel : public SidePanel {
    Q_OBJECT

public:
    explicit ReadingPanel(QWidget* parent = nullptr);
    void show(const ImportPreviewResult& preview, const ImportCounts& counts);

private:
    void addFields(QVBoxLayout* rows, const ImportPreviewResult& preview) const;
    void addCount(QVBoxLayout* rows, const ImportCounts& counts) const;

    QScrollArea* m_scroll;
    NoteCard* m_privacy;
};

}  // namespace foresell
