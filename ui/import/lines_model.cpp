// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/lines_model.h"

#include <QLocale>
#include <QTime>
#include <array>

#include "ui/charts/chart_text.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

bool isNumber(int column) {
    return column == LinesModel::Units || column == LinesModel::Price || column == LinesModel::Amount;
}

QString fixedText(Fixed value, int decimals) {
    return isMissing(value) ? QStringLiteral("–") : foresell::numberText(toDouble(value), decimals);
}

/// Units are mostly whole; what is not shows its decimals.
QString unitsText(Fixed value) {
    return fixedText(value, !isMissing(value) && value % fixedOne != 0 ? 2 : 0);
}

}  // namespace

void LinesModel::setPage(LinePage page) {
    beginResetModel();
    m_page = std::move(page);
    endResetModel();
}

std::string LinesModel::sortName(int column) {
    static constexpr std::array<const char*, ColumnCount> names{"date", "item", "", "location", "channel", "", "quantity", "price", "amount", ""};
    return names[static_cast<std::size_t>(column)];
}

int LinesModel::columnOfSort(const std::string& sort) {
    for (int column = 0; column < ColumnCount; ++column) {
        if (!sort.empty() && sortName(column) == sort) {
            return column;
        }
    }
    return -1;
}

int LinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_page.rows.size());
}

int LinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString LinesModel::stateText(const LineRow& row) const {
    if (row.state == "set_aside") {
        return tr("set aside");
    }
    if (row.state == "corrected") {
        return tr("counts as %1").arg(unitsText(row.corrected));
    }
    return row.state == "sum" ? tr("sum of the day") : QString();
}

QString LinesModel::textOf(const LineRow& row, int column) const {
    switch (column) {
        case Date: {
            const QString day = dateText(row.day, QLocale());
            return row.second < 0 ? day : day + QLatin1Char(' ') + QTime(0, 0).addSecs(row.second).toString(QStringLiteral("HH:mm"));
        }
        case Item: return QString::fromStdString(row.item);
        case Name: return QString::fromStdString(row.name).simplified();
        case Location: return QString::fromStdString(row.location);
        case Channel: return QString::fromStdString(row.channel);
        case Order: return QString::fromStdString(row.order);
        case Units: return unitsText(row.quantity);
        case Price: return fixedText(row.price, 2);
        case Amount: return fixedText(row.amount, 2);
        default: return stateText(row);
    }
}

QVariant LinesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const LineRow& row = at(index.row());
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        const bool isBelowZero = (index.column() == Units && !isMissing(row.quantity) && row.quantity < 0) ||
                                 (index.column() == Amount && !isMissing(row.amount) && row.amount < 0);
        return Theme::instance().color(isBelowZero ? Role::Error : index.column() == State || row.state == "set_aside" ? Role::Text2 : Role::Text);
    }
    if (role == Qt::ToolTipRole && (index.column() == Name || index.column() == Order)) {
        return textOf(row, index.column());
    }
    return role == Qt::DisplayRole ? textOf(row, index.column()) : QVariant();
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && !sortName(section).empty()) {
        return tr("Sort by this column");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Date"), tr("Item code"), tr("Item name"), tr("Location"), tr("Channel"),
                             tr("Order"), tr("Units"),     tr("Price"),     tr("Amount"),   tr("Cleaning")};
    return names[section];
}

}  // namespace foresell
