// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <map>
#include <string>

#include "core/protocol/import_messages.h"

class QAction;
class QComboBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace foresell {

class Job;
class ProjectSession;
class WizardSteps;

/// Looks at one file: what was detected, which column is what, the first rows; checks the whole file without storing
/// anything, then imports it. Everything detected can be corrected, and the preview follows.
class ImportWizard : public QWidget {
    Q_OBJECT

public:
    explicit ImportWizard(ProjectSession& session, QWidget* parent = nullptr);

    void look(const QString& file);

    QString title() const;
    QString facts() const;
    QList<QAction*> quietActions() const;
    QList<QAction*> plainActions() const;
    QAction* primaryAction() const;

signals:
    void headerChanged();
    /// Imported or cancelled: the next file, please.
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Stage { Looking, Columns, Checking, Checked, Importing, Failed };

    void askForPreview();
    void showPreview(const nlohmann::json& json);
    void showColumns();
    void showFacts();
    void setField(int column, const QString& field);
    void correct();
    void run(bool isDryRun);
    void setStage(Stage stage);
    void fillCombos();
    void retranslate();
    std::string fieldOf(std::size_t column) const;

    ProjectSession& m_session;
    QString m_file;
    ImportRequest m_request;
    ImportPreviewResult m_preview;
    ImportCounts m_counts;
    Stage m_stage = Stage::Looking;
    int m_generation = 0;
    bool m_isFilling = false;

    WizardSteps* m_steps;
    QComboBox* m_role;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_dates;
    QList<QLabel*> m_names;
    QLabel* m_verdict;
    QTableWidget* m_table;
    QLabel* m_foot;
    QWidget* m_side;
    QVBoxLayout* m_sideRows;
    QAction* m_cancel;
    QAction* m_back;
    QAction* m_next;
};

/// A field's name as the window says it: "date" -> "Date".
QString fieldName(const std::string& field);

}  // namespace foresell
