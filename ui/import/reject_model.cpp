// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/reject_model.h"

#include "ui/import/import_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

void RejectModel::setRejects(std::vector<Reject> rejects) {
    setRejects(std::move(rejects), {});
}

void RejectModel::setRejects(std::vector<Reject> rejects, std::vector<QString> files) {
    beginResetModel();
    m_files = std::move(files);
    m_rejects = std::move(rejects);
    endResetModel();
}

int RejectModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rejects.size());
}

int RejectModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        return Theme::instance().color(index.column() == Text ? Role::Text2 : Role::Text);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const Reject& reject = m_rejects[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case File: return static_cast<std::size_t>(index.row()) < m_files.size() ? m_files[static_cast<std::size_t>(index.row())] : QString();
        case Row: return countText(reject.row);
        case Reason: return rejectReason(reject.reason);
        case FileColumn: return QString::fromStdString(reject.column);
        default: return QString::fromStdString(reject.text).simplified();
    }
}

QVariant RejectModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("File"), tr("Row of the file"), tr("Why it is rejected"), tr("Column"), tr("The row")};
    return names[section];
}

}  // namespace foresell
