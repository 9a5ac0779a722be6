// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/gap_model.h"

#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/import/import_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

QString dayText(Day day) {
    const QLocale locale;
    return dateText(day, locale) + QStringLiteral("  ") + locale.dayName(weekday(day) + 1, QLocale::ShortFormat);
}

}  // namespace

void GapModel::setGaps(std::vector<SalesGap> gaps) {
    beginResetModel();
    m_gaps = std::move(gaps);
    endResetModel();
}

int GapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_gaps.size());
}

int GapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((index.column() == Days ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        return Theme::instance().color(index.column() == Meaning ? Role::Text2 : Role::Text);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const SalesGap& gap = m_gaps[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case First: return dayText(gap.first);
        case Last: return dayText(gap.last);
        case Days: return countText(gap.days);
        default:
            return gap.isUnusual ? tr("The shop usually sells on these days: learnt as closed, not as zero")
                                 : tr("Sales are few on these days anyway: learnt as zero");
    }
}

QVariant GapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Days ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("First day"), tr("Last day"), tr("Days"), tr("What it means")};
    return names[section];
}

}  // namespace foresell
