// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <algorithm>
#include <set>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/project_session/project_session.h"
#include "ui/training/comparison_dialog.h"
#include "ui/training/runs_model.h"
#include "ui/training/training_page.h"
#include "ui/widgets/method_names.h"

namespace foresell {

using namespace Qt::StringLiterals;

/// The runs that are selected, in the order of the table.
std::vector<const RunFacts*> TrainingPage::selectedRuns() const {
    std::vector<const RunFacts*> selected;
    const auto& runs = m_runs->runs();
    for (std::size_t row = 0; row < runs.size(); ++row) {
        if (m_table->selectionModel()->isRowSelected(static_cast<int>(row))) {
            selected.push_back(&runs[row]);
        }
    }
    return selected;
}

/// The finished ones of them.
std::vector<const RunFacts*> TrainingPage::chosenRuns() const {
    std::vector<const RunFacts*> chosen = selectedRuns();
    std::erase_if(chosen, [](const RunFacts* run) { return run->state != "done"; });
    return chosen;
}

/// Lists the runs anew; what was selected stays so.
void TrainingPage::refreshRuns() {
    std::set<std::int32_t> selected;
    for (const RunFacts* run : selectedRuns()) {
        selected.insert(run->run);
    }
    const ProjectFacts& facts = session().facts();
    const bool isOpen = session().isOpen() && facts.lines > 0;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_runs->setRuns(isOpen ? facts.runs : std::vector<RunFacts>(), facts.forecastRun);
    for (std::size_t row = 0; row < m_runs->runs().size(); ++row) {
        if (selected.contains(m_runs->runs()[row].run)) {
            m_table->selectionModel()->select(m_runs->index(static_cast<int>(row), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    m_table->viewport()->update();
}

void TrainingPage::onSelection() {
    refreshRunButtons();
    if (!isTraining()) {
        showRun();
    }
}

void TrainingPage::useRun(int run) {
    session().engine().call(method::runsUse, UseRunRequest{run},
                            {.context = this,
                             .succeeded = [](const nlohmann::json&) {},  // the project tells that it has changed
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

/// Goes on with a training that was interrupted, with its own options.
void TrainingPage::resumeRun(int run) {
    const auto& runs = m_runs->runs();
    const auto found = std::find_if(runs.begin(), runs.end(), [run](const RunFacts& one) { return one.run == run; });
    Job* job = session().startJob(tr("Training"), method::trainingStart, nlohmann::json({{"resume", run}}));
    if (job != nullptr) {
        follow(job, found != runs.end() && found->options.searchSeconds > 0);
    }
}

void TrainingPage::answerNote() {
    if (const RunFacts* run = shownRun()) {
        run->state == "interrupted" ? resumeRun(run->run) : useRun(run->run);
    }
}

/// Removes the selected runs but the one in use, after asking.
void TrainingPage::removeRuns() {
    std::vector<int> runs;
    QStringList names;
    for (const RunFacts* run : removableRuns()) {
        runs.push_back(run->run);
        names += QString::number(run->run);
    }
    QMessageBox box(QMessageBox::Question, tr("Remove runs"), tr("Remove run %1 for good?").arg(names.join(tr(", "))), QMessageBox::NoButton, this);
    box.setInformativeText(tr("What it learnt, its forecast and its figures go; nothing brings them back. Sales and the forecast in use stay."));
    QPushButton* remove = box.addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box.addButton(tr("Keep"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() != remove) {
        return;
    }
    for (const int run : runs) {
        session().engine().call(method::runsRemove, UseRunRequest{run},
                                {.context = this,
                                 .succeeded = [](const nlohmann::json&) {},
                                 .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
    }
}

/// The selected runs, but for the one in use and one that trains.
std::vector<const RunFacts*> TrainingPage::removableRuns() const {
    std::vector<const RunFacts*> runs = selectedRuns();
    const std::int32_t used = session().facts().forecastRun;
    std::erase_if(runs, [used](const RunFacts* run) { return run->run == used || run->state == "running"; });
    return runs;
}

void TrainingPage::refreshRunButtons() {
    const std::vector<const RunFacts*> chosen = chosenRuns();
    const bool canUse = chosen.size() == 1 && chosen.front()->run != session().facts().forecastRun;
    m_use->setEnabled(canUse);
    m_use->setToolTip(canUse              ? tr("Forecast page, report and exports show run %1 from then on").arg(chosen.front()->run)
                      : chosen.size() == 1 ? tr("The forecast is made by this run")
                                           : tr("Select one finished run first"));
    const auto done = std::count_if(m_runs->runs().begin(), m_runs->runs().end(), [](const RunFacts& run) { return run.state == "done"; });
    m_compare->setEnabled(chosen.size() >= 2 || (chosen.empty() && done >= 2));
    m_compare->setToolTip(chosen.size() >= 2 ? QString() : tr("The newest two runs; select others in the list with Ctrl"));
    const bool hasNetwork = chosen.size() == 1 && chosen.front()->hasNetwork;
    m_exportModel->setEnabled(hasNetwork);
    m_exportModel->setToolTip(hasNetwork ? tr("Save the network of run %1 as a file").arg(chosen.front()->run) : tr("Select one run of a network first"));
    m_importModel->setEnabled(session().isOpen() && !session().isBusy());
    m_remove->setEnabled(!removableRuns().empty());
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : tr("Select a run that the forecast is not made by"));
}

void TrainingPage::compareRuns() {
    std::vector<ComparedRun> compared;
    for (const RunFacts* run : chosenRuns()) {
        compared.push_back({run->run, run->options, run->result});
    }
    if (compared.empty()) {
        for (const RunFacts& run : m_runs->runs()) {
            if (run.state == "done" && compared.size() < 2) {
                compared.push_back({run.run, run.options, run.result});
            }
        }
    }
    if (compared.size() < 2) {
        return;
    }
    std::reverse(compared.begin(), compared.end());  // the oldest first
    auto* dialog = new ComparisonDialog(compared, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TrainingPage::exportModel() {
    const std::vector<const RunFacts*> chosen = chosenRuns();
    if (chosen.size() != 1) {
        return;
    }
    const QString name = tr("model of run %1").arg(chosen.front()->run) + u".safetensors"_s;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export model"), name, tr("Model (*.safetensors)"));
    if (!path.isEmpty()) {
        session().startJob(tr("Model export"), method::modelExport, ModelExportRequest{chosen.front()->run, path.toStdString()});
    }
}

void TrainingPage::importModel() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import model"), QString(), tr("Model (*.safetensors)"));
    if (!path.isEmpty()) {
        if (Job* job = session().startJob(tr("Model import"), method::modelImport, ModelImportRequest{path.toStdString()})) {
            connect(job, &Job::succeeded, this, &TrainingPage::showEnded);
        }
    }
}

/// The newest runs of networks, to go on from.
void TrainingPage::refreshBegin() {
    const QSignalBlocker quiet(m_begin);
    const int chosen = m_begin->currentData().toInt();
    m_begin->clear();
    m_begin->addItem(tr("The beginning"), 0);
    for (const RunFacts& run : m_runs->runs()) {
        if (run.hasNetwork && run.state == "done" && m_begin->count() < 6) {
            m_begin->addItem(tr("Run %1 and the sales since").arg(run.run), run.run);
        }
    }
    m_begin->setCurrentIndex(std::max(0, m_begin->findData(chosen)));
    m_begin->setEnabled(m_begin->count() > 1);
}

void TrainingPage::tellCost(double seconds, double bytes) {
    m_cost->setText(seconds > 0 ? tr("At most about %1 and %2 of memory").arg(durationText(seconds), QLocale().formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeTraditionalFormat))
                                : tr("Nothing that learns for long: next to nothing"));
    m_cost->show();
}

void TrainingPage::estimate() {
    Job* job = session().startJob(tr("Training estimate"), method::trainingEstimate, options());
    if (job == nullptr) {
        return;
    }
    m_cost->setText(tr("Trying a few steps…"));
    m_cost->show();
    connect(job, &Job::succeeded, this, [this](const nlohmann::json& result) {
        const auto cost = result.get<CostFacts>();
        tellCost(cost.seconds, static_cast<double>(cost.memoryBytes));
    });
    connect(job, &Job::failed, m_cost, &QWidget::hide);
    connect(job, &Job::cancelled, m_cost, &QWidget::hide);
}

}  // namespace foresell
