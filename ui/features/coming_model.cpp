// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/coming_model.h"

#include <QLocale>
#include <cmath>
#include <optional>

#include "ui/widgets/theme.h"

namespace foresell {

namespace {

/// A number as the window's language or a spreadsheet writes it.
std::optional<double> numberOf(const QString& text) {
    bool isNumber = false;
    double value = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber) {
        value = QLocale::c().toDouble(text.trimmed().remove(QLatin1Char(',')), &isNumber);
    }
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

void ComingModel::setValues(ComingValues values, bool canBeEntered) {
    beginResetModel();
    m_values = std::move(values);
    m_canBeEntered = canBeEntered;
    endResetModel();
}

int ComingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_values.rows.size());
}

int ComingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_values.firstDays.size());
}

QVariant ComingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto& values = m_values.rows[static_cast<std::size_t>(index.row())].values;
    const auto column = static_cast<std::size_t>(index.column());
    const double value = column < values.size() ? values[column] : std::nan("");
    const bool isMissing = !std::isfinite(value);
    switch (role) {
        case Qt::DisplayRole: return isMissing ? tr("missing") : QLocale().toString(value, 'g', 6);
        case Qt::EditRole: return isMissing ? QString() : QLocale().toString(value, 'g', 10);
        case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::BackgroundRole: return isMissing ? QVariant(Theme::instance().color(Role::ErrorTint)) : QVariant();
        case Qt::ForegroundRole: return Theme::instance().color(isMissing ? Role::Error : Role::Text);
        default: return {};
    }
}

ComingEntry ComingModel::entryAt(int row, int column, double value) const {
    const ComingValues::Row& at = m_values.rows[static_cast<std::size_t>(row)];
    const auto place = static_cast<std::size_t>(column);
    return {at.item, at.location, at.channel, m_values.firstDays[place], m_values.lastDays[place], value};
}

bool ComingModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto number = numberOf(value.toString());
    if (!index.isValid() || role != Qt::EditRole || !number) {
        return false;
    }
    emit entered({entryAt(index.row(), index.column(), *number)});
    return true;
}

std::vector<ComingEntry> ComingModel::entriesOf(const QString& text, const QModelIndex& from) const {
    std::vector<ComingEntry> entries;
    int row = from.isValid() ? from.row() : 0;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        int column = from.isValid() ? from.column() : 0;
        for (const QString& cell : line.split(QLatin1Char('\t'))) {
            const auto number = numberOf(cell);
            if (number && row < rowCount() && column < columnCount()) {
                entries.push_back(entryAt(row, column, *number));
            }
            ++column;
        }
        ++row;
    }
    return entries;
}

QVariant ComingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        const Day day = m_values.firstDays[static_cast<std::size_t>(section)];
        return QString::fromStdString(toIso(day)).mid(5);
    }
    const ComingValues::Row& row = m_values.rows[static_cast<std::size_t>(section)];
    QStringList parts;
    for (const std::string& code : {row.item, row.location, row.channel}) {
        if (!code.empty()) {
            parts.append(QString::fromStdString(code));
        }
    }
    return parts.isEmpty() ? tr("All items") : parts.join(QStringLiteral(" · "));
}

Qt::ItemFlags ComingModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return m_canBeEntered && index.isValid() ? usual | Qt::ItemIsEditable : usual;
}

}  // namespace foresell
