// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <map>

#include "core/protocol/import_messages.h"

namespace foresell {

/// The first rows of a file as they would be read: columns that are left out are grey, rows that cannot be imported tinted,
/// with the reason.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(ImportPreviewResult preview);
    const ImportPreviewResult& preview() const { return m_preview; }
    bool isNumber(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ImportPreviewResult m_preview;
    std::map<int, ImportFault> m_faults;  ///< by row
};

}  // namespace foresell
