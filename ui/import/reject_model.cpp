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
    setRejects(std::move(rejects), std::move(files), {});
}

void RejectModel::setRejects(std::vector<Reject> rejects, std::vector<QString> files, std::vector<int> imports) {
    beginResetModel();
    m_files = std::move(files);
    m_rejects = std::move(rejects);
    m_imports = std::move(imports);
    m_edited.clear();
    m_done.clear();
    endResetModel();
}

std::map<int, std::vector<std::string>> RejectModel::corrected() const {
    std::map<int, std::vector<std::string>> rows;
    for (const auto& [row, text] : m_edited) {
        if (!m_done.contains(row)) {
            rows[m_imports[static_cast<std::size_t>(row)]].push_back(text.toStdString());
        }
    }
    return rows;
}

void RejectModel::markImported(int import) {
    for (const auto& [row, text] : m_edited) {
        if (m_imports[static_cast<std::size_t>(row)] == import) {
            m_done.insert(row);
            emit dataChanged(index(row, 0), index(row, Text));
        }
    }
}

Qt::ItemFlags RejectModel::flags(const QModelIndex& index) const {
    // A row that was not kept whole cannot be mended.
    const auto row = static_cast<std::size_t>(index.row());
    const bool canMend = index.column() == Text && row < m_imports.size() && !m_rejects[row].text.empty() && !m_done.contains(index.row());
    return QAbstractTableModel::flags(index) | (canMend ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool RejectModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || value.toString() == index.data(Qt::EditRole).toString()) {
        return false;
    }
    m_edited[index.row()] = value.toString();
    emit dataChanged(index, index);
    return true;
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
    const auto edited = m_edited.find(index.row());
    if (role == Qt::ForegroundRole) {
        if (edited != m_edited.end()) {
            return Theme::instance().color(m_done.contains(index.row()) ? Role::Ok : Role::Accent);
        }
        return Theme::instance().color(index.column() == Text ? Role::Text2 : Role::Text);
    }
    if (role == Qt::EditRole && index.column() == Text) {
        return edited != m_edited.end() ? edited->second : QString::fromStdString(m_rejects[static_cast<std::size_t>(index.row())].text);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const Reject& reject = m_rejects[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case File: return static_cast<std::size_t>(index.row()) < m_files.size() ? m_files[static_cast<std::size_t>(index.row())] : QString();
        case Row: return countText(reject.row);
        case Reason: return m_done.contains(index.row()) ? tr("corrected and imported") : rejectReason(reject.reason);
        case FileColumn: return QString::fromStdString(reject.column);
        default: return (edited != m_edited.end() ? edited->second : QString::fromStdString(reject.text)).simplified();
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
