// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/changed_lines_model.h"

#include <QColor>
#include <QDateTime>
#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/cleaning/step_words.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

void ChangedLinesModel::setPage(ChangedLinesPage page, const std::string& currency) {
    beginResetModel();
    m_page = std::move(page);
    m_currency = currency.empty() ? QString() : moneyText(0, currency, QLocale()).remove(QStringLiteral("0.00")).trimmed();
    endResetModel();
}

QString ChangedLinesModel::itemCode(int row) const {
    return QString::fromStdString(m_page.lines[static_cast<std::size_t>(row)].itemCode);
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
            QString text = dateText(line.day, QLocale());
            if (line.second >= 0) {
                text += QLatin1Char(' ') + QTime(0, 0).addSecs(line.second).toString(QStringLiteral("HH:mm"));
            }
            return text;
        }
        case Item:
            return shownName(QString::fromStdString(line.itemName.empty() ? line.itemCode : line.itemName));
        case Units: return foresell::numberText(toDouble(line.quantity));
        case Price: return isMissing(line.price) ? QString() : foresell::numberText(toDouble(line.price), 2);
        case Now: return line.isSetAside ? tr("set aside") : tr("%1 units").arg(foresell::numberText(toDouble(line.quantityNow)));
        default: return StepWords::reason(line);
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
    const QString names[] = {tr("Order"), tr("Time"), tr("Item"), tr("Units"), m_currency.isEmpty() ? tr("Price") : QString(tr("Price") + QLatin1Char(' ') + m_currency), tr("Now"), tr("Reason")};
    return names[section];
}

}  // namespace foresell
