// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <algorithm>

#include "core/protocol/methods.h"
#include "core/protocol/training_messages.h"
#include "ui/project_session/project_session.h"
#include "ui/training/comparison_dialog.h"
#include "ui/training/runs_model.h"
#include "ui/training/training_page.h"
#include "ui/widgets/method_names.h"

namespace foresell {

using namespace Qt::StringLiterals;

/// The finished runs that are selected, in the order of the table.
std::vector<const RunFacts*> TrainingPage::chosenRuns() const {
    std::vector<const RunFacts*> chosen;
    const auto& runs = m_runs->runs();
    for (std::size_t row = 0; row < runs.size(); ++row) {
        if (runs[row].state == "done" && m_table->selectionModel()->isRowSelected(static_cast<int>(row))) {
            chosen.push_back(&runs[row]);
        }
    }
    return chosen;
}

void TrainingPage::refreshRunButtons() {
    const std::vector<const RunFacts*> chosen = chosenRuns();
    const auto done = std::count_if(m_runs->runs().begin(), m_runs->runs().end(), [](const RunFacts& run) { return run.state == "done"; });
    m_compare->setEnabled(chosen.size() >= 2 || (chosen.empty() && done >= 2));
    m_compare->setToolTip(chosen.size() >= 2 ? QString() : tr("The newest two runs; select others in the list with Ctrl"));
    const bool hasNetwork = chosen.size() == 1 && chosen.front()->hasNetwork;
    m_exportModel->setEnabled(hasNetwork);
    m_exportModel->setToolTip(hasNetwork ? tr("Save the network of run %1 as a file").arg(chosen.front()->run) : tr("Select one run of a network first"));
    m_importModel->setEnabled(session().isOpen() && !session().isBusy());
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
        session().startJob(tr("Exporting the model"), method::modelExport, ModelExportRequest{chosen.front()->run, path.toStdString()});
    }
}

void TrainingPage::importModel() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import model"), QString(), tr("Model (*.safetensors)"));
    if (!path.isEmpty()) {
        session().startJob(tr("Importing a model"), method::modelImport, ModelImportRequest{path.toStdString()});
    }
}

/// The newest runs of networks, to go on from.
void TrainingPage::refreshBegin() {
    const QSignalBlocker quiet(m_begin);
    const int chosen = m_begin->currentData().toInt();
    m_begin->clear();
    m_begin->addItem(tr("Anew"), 0);
    for (const RunFacts& run : m_runs->runs()) {
        if (run.hasNetwork && run.state == "done" && m_begin->count() < 6) {
            m_begin->addItem(tr("From run %1").arg(run.run), run.run);
        }
    }
    m_begin->setCurrentIndex(std::max(0, m_begin->findData(chosen)));
    m_begin->setEnabled(m_begin->count() > 1);
}

void TrainingPage::tellCost(double seconds, double bytes) {
    m_cost->setText(seconds > 0 ? tr("At most about %1 and %2 of memory").arg(durationText(seconds), QLocale().formattedDataSize(static_cast<qint64>(bytes), 0))
                                : tr("Nothing that learns for long: next to nothing"));
    m_cost->show();
}

void TrainingPage::estimate() {
    Job* job = session().startJob(tr("Estimating the training"), method::trainingEstimate, options());
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
