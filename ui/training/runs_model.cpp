// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_model.h"

#include <QDateTime>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/training/run_texts.h"
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

void RunsModel::setRuns(std::vector<RunFacts> runs, std::int32_t used) {
    beginResetModel();
    m_used = used;
    m_runs = std::move(runs);
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::stateText(const RunFacts& run) const {
    return isUsed(run) ? tr("used for the forecast") : runStateText(run);
}

/// Where the network comes from, where it did not learn from the beginning.
QString RunsModel::modelText(const RunFacts& run) const {
    const QString name = methodLabel(run.result.model.empty() ? run.options.model : run.result.model, run.result.axis.kind);
    if (!run.result.importedFrom.empty()) {
        return tr("%1, imported").arg(name);
    }
    return run.options.fromRun != 0 ? tr("%1, on from run %2").arg(name).arg(run.options.fromRun) : name;
}

/// Why it failed, or what is worth knowing beside the columns.
QString RunsModel::helpText(const RunFacts& run) const {
    if (run.state != "done") {
        return runErrorText(run);
    }
    QStringList lines;
    if (!run.result.importedFrom.empty()) {
        lines += tr("Imported from %1").arg(QString::fromStdString(run.result.importedFrom));
    }
    if (run.result.lookback > 0) {
        lines += tr("Looks back on %1").arg(periodsText(run.result.lookback, run.result.axis.kind));
    }
    if (run.result.parameters > 0) {
        lines += tr("A network of %1 weights").arg(numberText(static_cast<double>(run.result.parameters), QLocale()));
    }
    return lines.join(u'\n');
}

QString RunsModel::text(const RunFacts& run, int column) const {
    const RunResult& result = run.result;
    const QLocale locale;
    const MethodScores *own = result.scoresOf(result.model), *simple = result.scoresOf(result.baseline);
    switch (column) {
        case Number: return QString::number(run.run);
        case Model: return modelText(run);
        case Ahead: return result.horizon == 0 ? QString() : periodsText(result.horizon, result.axis.kind);
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
        case Qt::ToolTipRole: return helpText(run);
        case Qt::TextAlignmentRole: return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::FontRole: return Theme::instance().font(13, isUsed(run) && index.column() <= Error);
        case Qt::ForegroundRole:
            return Theme::instance().color(index.column() != State ? Role::Text : run.state == "failed"        ? Role::Error
                                                   : run.state == "interrupted" ? Role::Warn
                                                   : isUsed(run) ? Role::Ok : Role::Text2);
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
    const QStringList heads{tr("Run"), tr("Model"), tr("Looks ahead"), tr("Error"), tr("Simple method"), tr("Started"), tr("Took"), tr("State")};
    return heads.value(section);
}

}  // namespace foresell
