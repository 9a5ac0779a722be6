// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/preview_model.h"

#include <set>

#include "ui/import/import_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

void PreviewModel::setPreview(ImportPreviewResult preview) {
    beginResetModel();
    m_preview = std::move(preview);
    m_faults.clear();
    for (const ImportFault& fault : m_preview.faults) {
        m_faults.emplace(static_cast<int>(fault.row), fault);
    }
    endResetModel();
}

bool PreviewModel::isNumber(int column) const {
    // Codes may look like numbers; they are text, and stand at the left.
    static const std::set<std::string> numbers{"quantity", "price", "amount", "cost", "stock"};
    const ImportColumn& each = m_preview.columns[static_cast<std::size_t>(column)];
    return each.kind == "number" && (each.field.empty() || numbers.contains(each.field));
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto& cells = m_preview.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const auto fault = m_faults.find(index.row());
    const bool isAtFault = fault != m_faults.end();
    const bool isCellAtFault = isAtFault && fault->second.column == index.column();
    const Theme& theme = Theme::instance();
    switch (role) {
        case Qt::DisplayRole: return column < cells.size() ? QString::fromStdString(cells[column]) : QString();
        case Qt::TextAlignmentRole: return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::BackgroundRole: return isAtFault ? QVariant(theme.color(Role::WarnTint)) : QVariant();
        case Qt::ForegroundRole:
            if (isCellAtFault) {
                return theme.color(Role::Error);
            }
            return theme.color(m_preview.columns[column].field.empty() ? Role::Text3 : Role::Text);
        case Qt::ToolTipRole:
            return isAtFault ? tr("Cannot be imported: %1").arg(rejectReason(fault->second.reason)) : QString();
        default: return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) {
        return {};
    }
    const ImportColumn& column = m_preview.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return QString::fromStdString(column.name);
    }
    return role == Qt::TextAlignmentRole ? QVariant(int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter))
                                         : QVariant();
}

}  // namespace foresell
