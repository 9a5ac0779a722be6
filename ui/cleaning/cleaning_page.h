// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "core/protocol/cleaning_messages.h"
#include "core/protocol/quality_messages.h"
#include "ui/widgets/page.h"

class QLineEdit;
class QProgressBar;
class QStackedWidget;
class QTableView;

namespace foresell {

class ChangedLinesModel;
class CleaningChart;
class ElidedLabel;
class NoteCard;
class SidePanel;
class StepList;
class StepOptionsDialog;
class StepSums;

/// The recipe: steps can be added, removed, moved, switched and set, each shows what it takes off, and the lines it changes
/// with the reason. Counts add up on the page: imported = kept + set aside, and before - taken off + added = after. The chart
/// shows the whole shop or one item. Every change of the recipe can be undone; nothing is stored before "Apply and train".
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
    /// Brings the lines of a step to the front, as soon as they are known.
    void showStep(const std::string& id);
    const Recipe& recipe() const { return m_recipe; }

protected:
    void retranslate() override;

private:
    void lay();
    QWidget* makeSide();
    QLayout* makeFigures();
    QLayout* makeLineRow();
    void preview();
    void show();
    void showCaution();
    void showWholeWeeks();
    void askForLines();
    void exportLines();
    void setBusy(bool isBusy);
    bool hasStepsOn() const;
    void switchAll(bool isOn);
    void apply();
    int step() const;

    // Of the recipe: cleaning_page_recipe.cpp
    QLayout* makeRecipeTools();
    void change(Recipe recipe, int step);
    void undoChange();
    void fillAddMenu();
    void addAbsentStep(const std::string& id);
    void removeStep();
    void moveStepBy(int step, int by);
    void editOptions(int step);
    void tryStep(StepOptionsDialog& dialog, int number, const RecipeStep& step);
    void showTools();
    void saveRecipe();
    void openRecipe();
    void retranslateTools();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SidePanel* m_side;
    StepList* m_steps;
    QLabel *m_recipeHead, *m_recipeNote, *m_wholeName, *m_wholeNote, *m_wholeState;
    QPushButton *m_addStep, *m_options, *m_up, *m_down, *m_remove, *m_undo;
    StepSums* m_sums;
    NoteCard* m_caution;
    QLabel *m_figures[3], *m_figureNames[3], *m_figureNotes[3];
    QProgressBar* m_busy;
    CleaningChart* m_chart;
    QLabel* m_linesHead;
    ElidedLabel* m_linesNote;
    QLineEdit* m_search;
    QPushButton* m_export;
    QTableView* m_lines;
    ChangedLinesModel* m_lineModel;
    QAction *m_open, *m_save, *m_undoAll, *m_apply;
    Recipe m_recipe;
    std::vector<Recipe> m_past;     ///< as the recipe was before each change of this session, the latest last
    std::string m_storedRecipe;     ///< as the project had it when it was read
    CleaningSummary m_summary;
    DataQuality m_quality;
    std::string m_cautionStep, m_wantedStep;
    bool m_hasPreview = false;
    std::int64_t m_previewedRevision = -1;
    int m_generation = 0;
};

}  // namespace foresell
