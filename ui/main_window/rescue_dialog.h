// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <QStringList>

class QButtonGroup;
class QLabel;

namespace foresell {

/// What to do with a project that is damaged: open a copy of one of its backups, or rescue what can be read into a new
/// file. The damaged file itself is never touched.
class RescueDialog : public QDialog {
    Q_OBJECT

public:
    RescueDialog(const QString& project, const QString& problem, QWidget* parent = nullptr);

    /// The backup that was chosen; empty: rescue what can be read.
    QString chosenBackup() const;

    /// Backups of a project, newest first.
    static QStringList backupsOf(const QString& project);
    /// Copies a backup beside the project as "NAME-restored.foresell" and returns the copy's path; empty: it could not
    /// be written.
    static QString restore(const QString& backup, const QString& project);

private:
    QButtonGroup* m_choices;
    QStringList m_backups;
};

}  // namespace foresell
