// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/jobs/job.h"
#include "ui/training/training_presets.h"
#include "ui/widgets/page.h"

class QComboBox;
class QVBoxLayout;
class QProgressBar;
class QStackedWidget;
class QTableView;

namespace foresell {

class FigureStrip;
class LossChart;
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
    QWidget* makeSide();
    QWidget* makeContent();
    QWidget* makeProgress();
    void addSetting(QVBoxLayout* into, QLabel*& label, QComboBox*& box);
    void choosePreset(TrainingPreset preset);
    void chooseOptions();
    void train();
    void estimate();
    void tellCost(double seconds, double bytes);
    void refreshBegin();
    void compareRuns();
    void exportModel();
    void importModel();
    void refreshRunButtons();
    std::vector<const RunFacts*> chosenRuns() const;
    void follow(Job* job);
    void showProgress(const Progress& progress);
    void showResult();
    void refresh();
    void refreshLookAhead();
    bool isTraining() const;
    const RunFacts* newestDone() const;

    TrainingOptions m_options;  ///< of the preset or the dialog; the settings of the page come on top
    QPointer<Job> m_job;
    double m_fit = 0;  ///< the training of the job that the chart shows
    double m_expectedMemory = 0;  ///< told before the start; 0: not yet
    RunsModel* m_runs;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QAction *m_train, *m_again, *m_open;
    PresetCard* m_cards[3];
    QLabel *m_howTitle, *m_whatTitle, *m_unitLabel, *m_aheadLabel, *m_plansLabel, *m_deviceLabel, *m_beginLabel, *m_own, *m_cost, *m_hint;
    QComboBox *m_unit, *m_ahead, *m_plans, *m_device, *m_begin;
    QPushButton *m_all, *m_estimate, *m_compare, *m_exportModel, *m_importModel, *m_pause, *m_finish, *m_linear, *m_log;
    QLabel *m_state, *m_left, *m_verdict, *m_chartTitle, *m_chartFacts, *m_runsTitle;
    QProgressBar* m_progress;
    StageStrip* m_stages;
    FigureStrip* m_figures;
    LossChart* m_chart;
    QTableView* m_table;
};

/// Which method is better on unseen sales, in one sentence.
QString verdictText(const RunResult& result);

}  // namespace foresell
