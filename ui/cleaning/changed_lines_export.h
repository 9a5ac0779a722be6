// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSaveFile>

#include "core/protocol/cleaning_messages.h"

namespace foresell {

class ProjectSession;

/// Writes all lines that a step of the last preview changes into a CSV file, page by page, with codes and names as they
/// were imported. Deletes itself when it has ended.
class ChangedLinesExport : public QObject {
    Q_OBJECT

public:
    ChangedLinesExport(ProjectSession& session, const LinesRequest& request, const QString& file, QObject* parent);

signals:
    void finished(qint64 lines);

private:
    void next();
    void write(const ChangedLinesPage& page);
    void fail();

    ProjectSession& m_session;
    LinesRequest m_request;
    QSaveFile m_file;
};

/// A line of such a file, without its end.
QString csvLine(const ChangedLine& line);

}  // namespace foresell
