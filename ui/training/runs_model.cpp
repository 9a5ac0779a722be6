// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_model.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/widgets/method_names.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

const QString unknown = u"–"_s;

}  // namespace

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) {
        return unknown;
    }
    if (seconds < 60) {
        return RunsModel::tr("%1 s").arg(numberText(seconds, QLocale(), seconds < 10 ? 1 : 0));
    }
    const auto whole = static_cast<qint64>(std::lround(seconds));
    if (whole < 3600) {
        return whole % 60 == 0 ? RunsModel::tr("%1 min").arg(whole / 60) : RunsModel::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return whole % 3600 < 60 ? RunsModel::tr("%1 h").arg(whole / 3600)
                             : RunsModel::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

void RunsModel::setRuns(std::vector<RunFacts> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool RunsModel::isUsed(const RunFacts& run) const {
    const auto newest = std::find_if(m_runs.begin(), m_runs.end(), [](const RunFacts& one) { return one.state == "done"; });
    return newest != m_runs.end() && newest->run == run.run;
}

QString RunsModel::stateText(const RunFacts& run) const {
    if (isUsed(run)) {
        return tr("used for the forecast");
    }
    return run.state == "running" ? tr("not finished") : run.state == "failed" ? tr("failed") : run.state == "cancelled" ? tr("stopped") : QString();
}

QString RunsModel::text(const RunFacts& run, int column) const {
    const RunResult& result = run.result;
    const QLocale locale;
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    switch (column) {
        case Number: return QString::number(run.run);
        case Model: {
            const std::string& model = result.model.empty() ? run.options.model : result.model;
            const QString name = methodLabel(model, result.axis.kind);
            return result.parameters > 0 ? tr("%1, %2 weights").arg(name, numberText(static_cast<double>(result.parameters), locale)) : name;
        }
        case Window:
            return result.horizon == 0 ? QString()
                   : result.lookback > 0
                       ? QString::number(result.lookback) + u" → "_s + periodsText(result.horizon, result.axis.kind)
                       : periodsText(result.horizon, result.axis.kind);
        case Error: return own == nullptr ? unknown : percentText(own->scores.wape, locale, 1);
        case Baseline: return simple == nullptr ? unknown : percentText(simple->scores.wape, locale, 1);
        case Started: {
            const QDateTime at = QDateTime::fromSecsSinceEpoch(run.createdAt);
            const QDate date = at.date();
            const Day day = toDay(date.year(), date.month(), date.day());
            const bool isOfThisYear = date.year() == QDate::currentDate().year();
            return (isOfThisYear ? shortDate(day, locale) : dateText(day, locale)) + u' ' + at.time().toString(u"HH:mm"_s);
        }
        case Took: return result.seconds > 0 ? durationText(result.seconds) : QString();
        default: return stateText(run);
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const RunFacts& run = m_runs[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == Error || index.column() == Baseline;
    switch (role) {
        case Qt::DisplayRole: return text(run, index.column());
        case Qt::TextAlignmentRole: return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::FontRole: return Theme::instance().font(13, isUsed(run) && index.column() <= Error);
        case Qt::ForegroundRole:
            return Theme::instance().color(index.column() != State ? Role::Text : run.state == "failed" ? Role::Error : isUsed(run) ? Role::Ok : Role::Text2);
        default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == Error || section == Baseline ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList heads{tr("Run"), tr("Model"), tr("Back → ahead"), tr("Error"), tr("Simple method"), tr("Started"), tr("Took"), tr("State")};
    return heads.value(section);
}

}  // namespace foresell
