// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_model.h"

#include "ui/training/option_words.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/theme.h"

namespace foresell {

void ComparisonModel::setComparison(RunComparison comparison, const std::vector<ComparedRun>& runs) {
    beginResetModel();
    m_comparison = std::move(comparison);
    m_results.clear();
    for (const ComparedRun& run : runs) {
        m_results.push_back(run.result);
    }
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    const auto rows = 1 + m_comparison.options.size() + m_comparison.metrics.size();
    return parent.isValid() || m_comparison.runs.empty() ? 0 : static_cast<int>(rows);
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.runs.size()) + 1;
}

QString ComparisonModel::text(int row, int run) const {
    const auto at = static_cast<std::size_t>(run);
    if (row == 0) {
        return run < 0 ? tr("Forecast is made by") : methodLabel(m_comparison.models[at], m_results[at].axis.kind);
    }
    const auto option = static_cast<std::size_t>(row - 1);
    if (option < m_comparison.options.size()) {
        const RunComparison::Option& chosen = m_comparison.options[option];
        return run < 0 ? optionLabel(chosen.name) : optionValue(chosen.name, chosen.values[at], m_results[at]);
    }
    const RunComparison::Metric& metric = m_comparison.metrics[option - m_comparison.options.size()];
    return run < 0 ? metricLabel(metric.name) : metricValue(metric.name, metric.values[at]);
}

QString ComparisonModel::help(int row) const {
    const auto metric = static_cast<std::size_t>(row - 1) - m_comparison.options.size();
    return row > static_cast<int>(m_comparison.options.size()) && metric < m_comparison.metrics.size() ? metricHelp(m_comparison.metrics[metric].name) : QString();
}

bool ComparisonModel::isBest(int row, int run) const {
    return row == static_cast<int>(m_comparison.options.size()) + 1 && run >= 0 && run == m_comparison.best;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const int run = index.column() - 1;
    switch (role) {
        case Qt::DisplayRole: return text(index.row(), run);
        case Qt::ToolTipRole: return help(index.row());
        case Qt::TextAlignmentRole: return static_cast<int>((run < 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        case Qt::FontRole: return Theme::instance().font(13, isBest(index.row(), run));
        case Qt::ForegroundRole:
            return isBest(index.row(), run) ? Theme::instance().color(Role::Ok) : Theme::instance().color(run < 0 ? Role::Text2 : Role::Text);
        default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole || section > static_cast<int>(m_comparison.runs.size())) {
        return {};
    }
    return section == 0 ? QString() : tr("Run %1").arg(m_comparison.runs[static_cast<std::size_t>(section) - 1]);
}

}  // namespace foresell
