// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "core/protocol/cleaning_messages.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLineEdit;
class QTableView;

namespace foresell {

class BeforeAfterChart;
class ChangedLinesModel;
class StepList;

/// The recipe: each step can be switched, shows what it takes off, and the lines it changes with the reason. Counts add
/// up on the page: imported = kept + set aside. Nothing is stored before "Apply and train".
class CleaningPage : public Page {
    Q_OBJECT

public:
    explicit CleaningPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    QList<QAction*> quietActions() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;

protected:
    void retranslate() override;

private:
    void preview();
    void show();
    void showChart();
    void askForLines();
    void apply(bool goOn);
    void saveRecipe();
    int step() const;

    StepList* m_steps;
    QLabel* m_recipeHead;
    QLabel* m_caution;
    QLabel* m_figures[3];
    QLabel* m_figureNames[3];
    QLabel* m_figureNotes[3];
    QLabel* m_chartHead;
    QPushButton* m_thisStep;
    QPushButton* m_wholeRecipe;
    QComboBox* m_measure;
    BeforeAfterChart* m_chart;
    QLabel* m_linesHead;
    QLineEdit* m_search;
    QTableView* m_lines;
    ChangedLinesModel* m_lineModel;
    QAction* m_save;
    QAction* m_reset;
    QAction* m_apply;
    Recipe m_recipe;
    CleaningSummary m_summary;
    bool m_hasPreview = false;
    std::int64_t m_previewedRevision = -1;
    int m_generation = 0;
};

}  // namespace foresell
