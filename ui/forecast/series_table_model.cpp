// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/series_table_model.h"

#include <cmath>

#include "ui/charts/chart_text.h"

namespace foresell {

void SeriesTableModel::setLines(const QStringList& lines) {
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        m_rows.append(lines[i].split(u'\t'));
    }
    m_head = lines.isEmpty() ? QStringList() : lines.front().split(u'\t');
    endResetModel();
}

int SeriesTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_head.size());
}

QVariant SeriesTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString text = m_rows[index.row()].value(index.column());
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && index.column() > 0 ? numberText(value, QLocale(), value == std::floor(value) ? 0 : 1) : text;
}

QVariant SeriesTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? m_head.value(section) : QVariant();
}

}  // namespace foresell
