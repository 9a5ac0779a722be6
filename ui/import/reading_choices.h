// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/import_messages.h"

class QComboBox;
class QLabel;

namespace foresell {

/// What was detected of a file, each in a list to correct it: what it is, its sheet, encoding and so on. What the file has
/// not is not shown.
class ReadingChoices : public QWidget {
    Q_OBJECT

public:
    /// Corrections go into `request`.
    explicit ReadingChoices(ImportRequest& request, QWidget* parent = nullptr);

    void show(const ImportPreviewResult& preview);
    void setUsable(bool isUsable);
    void retranslate();

signals:
    void corrected();
    /// The day on which week 1 began has to be asked for; until then the choice is what it was.
    void weeksChosen();

private:
    using Choices = QList<std::pair<QString, QString>>;  ///< text and value

    static Choices roles();
    static Choices encodings();
    static Choices delimiters();
    static Choices headerRows(std::int64_t headerRow);
    static Choices dateFormats(const QString& current);
    static Choices layouts();
    static Choices sheets(const ImportPreviewResult& preview);
    static Choices days(const ImportPreviewResult& preview);
    void showWhatFits(bool isWorkbook, bool hasDays);
    void correct(QComboBox* choice);
    void correctRole(const QString& value);
    QList<QComboBox*> all() const { return {m_role, m_sheet, m_encoding, m_delimiter, m_layout, m_header, m_dates, m_counts}; }

    ImportRequest& m_request;
    QComboBox *m_role, *m_sheet, *m_encoding, *m_delimiter, *m_layout, *m_header, *m_dates, *m_counts;
    QList<QLabel*> m_names;
};

/// A date format that numbers weeks from a day, "weeks from 1989-09-14", begins so.
inline constexpr const char* weeksFrom = "weeks from ";

}  // namespace foresell
