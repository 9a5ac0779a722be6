// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/charts/chart_text.h"
#include "ui/charts/curves_chart.h"
#include "ui/training/comparison_model.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tables.h"

namespace foresell {

QString ComparisonDialog::sentence(const RunComparison& comparison) {
    if (!comparison.isSameTest) {
        return tr("These runs were tested on different days, so their errors do not compare.");
    }
    if (comparison.best < 0) {
        return tr("None of these runs was tested on unseen sales.");
    }
    const auto best = static_cast<std::size_t>(comparison.best);
    return tr("Run %1 is best: on unseen sales it missed by %2 of the units sold.")
               .arg(comparison.runs[best])
               .arg(percentText(comparison.metrics.front().values[best], QLocale(), 1)) +
           (comparison.isSameData ? QString() : QStringLiteral(" ") + tr("They learnt from different data."));
}

ComparisonDialog::ComparisonDialog(const std::vector<ComparedRun>& runs, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Compare runs"));
    const RunComparison comparison = compareRuns(runs);
    auto* told = makeLabel(14, true);
    told->setText(sentence(comparison));
    told->setWordWrap(true);
    auto* model = new ComparisonModel(this);
    model->setComparison(comparison, runs);
    auto* table = new QTableView;
    table->setModel(model);
    styleTable(table);
    table->setAccessibleName(windowTitle());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* title = makeLabel(13, true);
    title->setText(comparison.isSameLoss ? tr("How the errors fell") : tr("How the errors fell (by different losses, which do not compare)"));
    auto* chart = new CurvesChart;
    std::vector<CurvesChart::Curve> curves;
    for (const ComparedRun& run : runs) {
        if (!run.result.validationCurve.empty()) {
            curves.push_back({tr("Run %1").arg(run.run), run.result.validationCurve});
        }
    }
    const bool hasCurves = !curves.empty();
    chart->setCurves(std::move(curves));
    chart->setVisible(hasCurves);
    title->setVisible(hasCurves);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(told);
    column->addWidget(table, 3);
    column->addWidget(title);
    column->addWidget(chart, 2);
    column->addWidget(buttons);
    resize(760, 680);
}

}  // namespace foresell
