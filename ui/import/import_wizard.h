// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "core/protocol/import_messages.h"
#include "core/protocol/message.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foresell {

class NoteCard;
class PreviewHeader;
class PreviewModel;
class ProjectSession;
class ReadingChoices;
class ReadingPanel;
class RejectModel;
class WizardSteps;

/// Looks at one file: what was detected, which column is what and how sure that is, the first rows; checks the whole file
/// without storing anything and shows the rows that would be rejected, then imports it. Everything detected can be
/// corrected, and the preview follows.
class ImportWizard : public QWidget {
    Q_OBJECT

public:
    enum class Stage { Looking, Columns, Checking, Checked, Importing, Failed };

    explicit ImportWizard(ProjectSession& session, QWidget* parent = nullptr);

    /// `waiting` more files come after this one.
    void look(const QString& file, int waiting);
    /// A table that was pasted.
    void lookAtText(const QString& text);
    /// A table or query of a database instead.
    void look(const DatabaseRequest& database);
    Stage stage() const { return m_stage; }

    QString title() const;
    QString facts() const;
    QList<QAction*> quietActions() const;
    QList<QAction*> plainActions() const;
    QAction* primaryAction() const;

signals:
    void headerChanged();
    /// Imported or skipped: the next file, please.
    void left();
    /// None of the files that wait is wanted either.
    void abandoned();
    void anotherFileWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void begin();
    QString fileTitle() const;
    void lay();
    QWidget* makeFoot();
    void askForPreview();
    void showPreview(ImportPreviewResult preview);
    void setField(int column, const QString& field);
    void askForWeekOne();
    void run(bool isDryRun);
    void setStage(Stage stage);
    void showNote();
    void showTable(bool isOfRejects);
    void showFoot();
    void leave(bool withTheRest);
    void noteClicked();
    void retranslate();

    ProjectSession& m_session;
    QString m_file;      ///< empty: a pasted table
    int m_waiting = 0;
    ImportRequest m_request;
    ImportResult m_result;  ///< of the check
    ErrorBody m_error;
    Stage m_stage = Stage::Looking;
    int m_generation = 0;

    WizardSteps* m_steps;
    ReadingChoices* m_choices;
    NoteCard* m_note;
    PreviewModel* m_preview;
    PreviewHeader* m_head;
    RejectModel* m_rejects;
    QStackedWidget* m_tables;
    QTableView *m_table, *m_rejectTable;
    QLabel *m_foot, *m_legend, *m_legendText, *m_hidden;
    QPushButton* m_other;  ///< the rejected rows, or back to the first ones
    ReadingPanel* m_side;
    QAction *m_cancel, *m_skip, *m_back, *m_next;
};

}  // namespace foresell
