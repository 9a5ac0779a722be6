// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <optional>

#include "ui/jobs/job.h"
#include "ui/training/training_presets.h"
#include "ui/widgets/page.h"

class QComboBox;
class QVBoxLayout;
class QProgressBar;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace foresell {

class FigureStrip;
class LossChart;
class NoteCard;
class PresetCard;
class RunsModel;
class StageStrip;

/// Trains a forecast: how thorough and what, then how it comes on, and in the end which method is better.
class TrainingPage : public Page {
    Q_OBJECT

public:
    explicit TrainingPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;

    /// What Train would ask for now.
    TrainingOptions options() const;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    TrainingOptions withSettings(TrainingOptions options) const;
    QWidget* makeSide();
    QWidget* makeContent();
    QWidget* makeProgress();
    void addSetting(QVBoxLayout* into, QLabel*& label, QWidget* box);
    void choosePreset(int card);
    void refreshCards();
    void chooseOptions();
    void train();
    void estimate();
    void tellCost(double seconds, double bytes);
    void refreshBegin();
    void compareRuns();
    void exportModel();
    void importModel();
    void refreshRuns();
    void refreshRunButtons();
    void onSelection();
    void useRun(int run);
    void resumeRun(int run);
    void removeRuns();
    void answerNote();
    std::vector<const RunFacts*> removableRuns() const;
    std::vector<const RunFacts*> selectedRuns() const;
    std::vector<const RunFacts*> chosenRuns() const;
    void follow(Job* job, bool hasSearch);
    void showProgress(const Progress& progress);
    QString workText(const Progress& progress);
    void followCurve(const Progress& progress);
    void showPace(const Progress& progress);
    void showCurve(const QString& otherwise);
    void showUnfinished(const RunFacts& run);
    void showEnded(const nlohmann::json& outcome);
    void showRun();
    void showResult(const RunFacts& run);
    void showKept(const RunFacts& run);
    void refresh();
    void refreshLookAhead();
    bool isTraining() const;
    const RunFacts* shownRun() const;

    static constexpr int ownCard = 3;  ///< place of the card of one's own options, after the presets
    TrainingOptions m_options;  ///< of the card that is chosen; the settings of the page come on top
    std::optional<TrainingOptions> m_ownOptions;  ///< as last chosen in the dialog
    QPointer<Job> m_job;
    int m_ended = 0;  ///< run of the training that has just ended; 0: none in this window
    double m_fit = 0;  ///< the training of the job that the chart shows
    double m_share = -1;  ///< of the whole training; negative: not told yet
    double m_expectedMemory = 0;  ///< told before the start; 0: not yet
    RunsModel* m_runs;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QAction *m_train, *m_again, *m_open, *m_look;
    PresetCard* m_cards[ownCard + 1];
    QLabel *m_howTitle, *m_whatTitle, *m_unitLabel, *m_aheadLabel, *m_plansLabel, *m_deviceLabel, *m_beginLabel, *m_cost, *m_hint;
    QComboBox *m_unit, *m_plans, *m_device, *m_begin;
    QSpinBox* m_ahead;
    QPushButton *m_all, *m_estimate, *m_use, *m_compare, *m_exportModel, *m_importModel, *m_remove, *m_pause, *m_finish, *m_cancel, *m_linear, *m_log;
    QLabel *m_state, *m_left, *m_verdict, *m_chartTitle, *m_chartFacts, *m_noCurve, *m_runsTitle;
    QProgressBar* m_progress;
    NoteCard* m_note;
    StageStrip* m_stages;
    FigureStrip* m_figures;
    LossChart* m_chart;
    QTableView* m_table;
};

}  // namespace foresell
