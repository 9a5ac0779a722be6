// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_list_model.h"

#include <QDateTime>
#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/import/import_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

QString momentText(std::int64_t seconds) {
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds);
    const auto day = static_cast<Day>(QDate(1970, 1, 1).daysTo(moment.date()));
    return dateText(day, QLocale()) + QLatin1Char(' ') + moment.toString(QStringLiteral("HH:mm"));
}

}  // namespace

void ImportListModel::setImports(std::vector<ImportRecord> imports) {
    beginResetModel();
    m_imports = std::move(imports);
    endResetModel();
}

int ImportListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_imports.size());
}

int ImportListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const ImportRecord& record = at(index.row());
    if (role == Qt::TextAlignmentRole) {
        return int(index.column() >= Read ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole) {
        const bool isRejected = index.column() == Rejected && record.counts.rejected > 0;
        const bool isQuiet = index.column() == Kind || index.column() == When;
        return Theme::instance().color(isRejected ? Role::Error : isQuiet ? Role::Text2 : Role::Text);
    }
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || index.column() != File)) {
        return {};
    }
    switch (index.column()) {
        case File: return QString::fromStdString(record.source.name);
        case Kind: return roleTitle(record.source.role);
        case When: return momentText(record.finishedAt);
        case Read: return countText(record.counts.read);
        case Imported: return countText(record.counts.imported);
        case Duplicate: return countText(record.counts.duplicate);
        case Rejected: return countText(record.counts.rejected);
        default: return {};
    }
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(section >= Read ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("File"), tr("What it is"), tr("Imported on"), tr("Rows read"),
                             tr("Imported"), tr("Known before"), tr("Rejected")};
    return names[section];
}

}  // namespace foresell
