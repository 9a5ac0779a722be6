// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/changed_lines_model.h"

#include <QColor>
#include <QDateTime>
#include <QLocale>

#include "ui/cleaning/step_list.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

void ChangedLinesModel::setPage(ChangedLinesPage page) {
    beginResetModel();
    m_page = std::move(page);
    endResetModel();
}

int ChangedLinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_page.lines.size());
}

int ChangedLinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangedLinesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const ChangedLine& line = m_page.lines[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == Units || index.column() == Price;
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole && index.column() == Units && line.quantity < 0) {
        return Theme::instance().color(Role::Error);
    }
    if (role == Qt::ForegroundRole && (index.column() == Now || index.column() == Reason)) {
        return Theme::instance().color(Role::Text2);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
        case Order: return QString::fromStdString(line.order);
        case Time: {
            const QLocale locale;
            const QDate date = QDate(1970, 1, 1).addDays(line.day);
            QString text = locale.toString(date, QLocale::ShortFormat);
            if (line.second >= 0) {
                text += QLatin1Char(' ') + QTime(0, 0).addSecs(line.second).toString(QStringLiteral("HH:mm"));
            }
            return text;
        }
        case Item:
            return QString::fromStdString(line.itemName.empty() ? line.itemCode : line.itemName);
        case Units: return numberText(toDouble(line.quantity));
        case Price: return isMissing(line.price) ? QString() : numberText(toDouble(line.price), 2);
        case Now: return line.isSetAside ? tr("set aside") : tr("%1 units").arg(numberText(toDouble(line.quantityNow)));
        default: return changeReason(line);
    }
}

QVariant ChangedLinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Units || section == Price ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Order"), tr("Time"), tr("Item"), tr("Units"), tr("Price"), tr("Now"), tr("Reason")};
    return names[section];
}

}  // namespace foresell
