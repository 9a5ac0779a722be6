// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/feature_model.h"

#include <algorithm>

#include "ui/features/feature_words.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

int columnOf(FeatureRole role) {
    return role == FeatureRole::Static ? FeatureModel::Always : role == FeatureRole::KnownAhead ? FeatureModel::Ahead : FeatureModel::Past;
}

bool isRole(int column) {
    return column == FeatureModel::Always || column == FeatureModel::Ahead || column == FeatureModel::Past;
}

}  // namespace

void FeatureModel::setFeatures(std::vector<FeatureFacts> features) {
    const bool isSameList = std::ranges::equal(features, m_features, {}, &FeatureFacts::name, &FeatureFacts::name);
    if (isSameList) {
        m_features = std::move(features);
        if (!m_features.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_features = std::move(features);
    endResetModel();
}

int FeatureModel::rowOf(const std::string& name) const {
    const auto found = std::ranges::find(m_features, name, &FeatureFacts::name);
    return found == m_features.end() ? -1 : static_cast<int>(found - m_features.begin());
}

int FeatureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_features.size());
}

QString FeatureModel::textOf(const FeatureFacts& feature, int column) const {
    switch (column) {
        case Name: return featureTitle(feature);
        case Source: return featureSource(feature.source);
        case Coverage: return featureCoverage(feature);
        case Coming:
            if (feature.role != FeatureRole::KnownAhead) {
                return {};
            }
            return feature.comingMissing == 0 ? tr("complete") : tr("%1 missing").arg(numberText(static_cast<double>(feature.comingMissing)));
        default: return isRole(column) && column == columnOf(feature.role) ? QStringLiteral("●") : QString();
    }
}

QVariant FeatureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const FeatureFacts& feature = m_features[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return textOf(feature, column);
        case Qt::CheckStateRole: return column == Used ? QVariant(feature.isUsed ? Qt::Checked : Qt::Unchecked) : QVariant();
        case Qt::TextAlignmentRole: return int((isRole(column) ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::ToolTipRole: return column == Name ? featureMeaning(feature) : isRole(column) ? featureRoleText(feature) : QVariant();
        case Qt::AccessibleTextRole:
            return column == Used ? tr("Use %1").arg(featureTitle(feature)) : column == Course ? tr("Course of %1").arg(featureTitle(feature)) : textOf(feature, column);
        case Qt::ForegroundRole:
            if (column == Coming && feature.comingMissing > 0 && feature.role == FeatureRole::KnownAhead) {
                return Theme::instance().color(Role::Error);
            }
            return Theme::instance().color(!feature.isUsed || column == Source ? Role::Text2 : Role::Text);
        default: return {};
    }
}

bool FeatureModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Used || role != Qt::CheckStateRole) {
        return false;
    }
    emit switched(m_features[static_cast<std::size_t>(index.row())].name, value.toInt() == Qt::Checked);
    return false;  // it changes when the engine has changed it
}

QVariant FeatureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isRole(section) ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case Name: return tr("Feature");
        case Always: return tr("Always");
        case Ahead: return tr("Ahead");
        case Past: return tr("Past only");
        case Source: return tr("From");
        case Coverage: return tr("Known");
        case Coming: return tr("Coming values");
        case Course: return tr("Course");
        default: return QString();
    }
}

Qt::ItemFlags FeatureModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    const bool isOpen = index.isValid() && m_features[static_cast<std::size_t>(index.row())].name == "open";
    return index.column() == Used && !isOpen ? usual | Qt::ItemIsUserCheckable : usual;
}

void FeatureModel::retranslate() {
    if (!m_features.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

}  // namespace foresell
