// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/item_quality_model.h"

#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/import/import_words.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

void ItemQualityModel::setItems(std::vector<ItemQuality> items) {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int ItemQualityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ItemQualityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ItemQualityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((index.column() >= Lines ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        return Theme::instance().color(Role::Text);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const ItemQuality& item = at(index.row());
    switch (index.column()) {
        case Code: return QString::fromStdString(item.code);
        case Name: return QString::fromStdString(item.name).simplified();
        case First: return dateText(item.firstDay, QLocale());
        case Last: return dateText(item.lastDay, QLocale());
        case Lines: return countText(item.lines);
        case DaysSold: return countText(item.daysSold);
        case WithoutSales: return foresell::percentText(item.shareWithoutSales());
        default: return countText(item.daysSoldOut);
    }
}

QVariant ItemQualityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= Lines ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Item code"), tr("Item name"), tr("First sale"), tr("Last sale"),
                             tr("Lines"), tr("Days with sales"), tr("Days without"), tr("Days sold out")};
    return names[section];
}

}  // namespace foresell
