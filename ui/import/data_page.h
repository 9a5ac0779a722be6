// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "ui/widgets/page.h"

class QStackedWidget;

namespace foresell {

class DataOverview;
class ImportWizard;

/// What is in the project, and the way in for more: the list of imports whose counts add up, or the wizard while files
/// are being looked at.
class DataPage : public Page {
    Q_OBJECT

public:
    explicit DataPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    QList<QAction*> quietActions() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;

signals:
    /// The lines that are there twice, on the cleaning page.
    void repeatsWanted();

public slots:
    /// Looks at the files one after the other. Where the project was made for them and nothing comes of it, it goes again.
    void startImport(const QStringList& files, bool isNewProject = false);
    void chooseFiles();
    /// Looks at the table that was copied elsewhere, as in a spreadsheet.
    void pasteTable();
    void chooseDatabase();
    /// Imports what is new in a folder and carries it through to a new forecast.
    void updateFromFolder();

protected:
    void retranslate() override;

private:
    void refresh();
    void nextFile();
    void abandon();

    QStackedWidget* m_stack;
    DataOverview* m_list;
    ImportWizard* m_wizard;
    QWidget* m_empty;
    QStringList m_waiting;
    bool m_isNewProject = false;  ///< made for the import that is being looked at
    QAction* m_import;
    QAction* m_paste;
    QAction* m_database;
    QAction* m_update;
    QAction* m_next;
};

}  // namespace foresell
