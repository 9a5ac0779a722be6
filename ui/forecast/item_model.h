// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <vector>

#include "core/report/forecast_view.h"

namespace foresell {

/// What a project expects as a tree: the whole shop, then categories with their items, or the items alone. Sorted,
/// searched and filtered here, so that a list of thousands needs no proxy.
class ItemModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { CodeRole = Qt::UserRole + 1, SubtitleRole, TotalRole, ChangeRole, IsGroupRole, IsUnusualRole };
    enum class Sort { Value, Units, Rise, Fall, Error, Name };
    /// Items that are shown; each true member leaves fewer.
    struct Filter {
        bool newOnly = false;          ///< less than a year of sales
        bool endedOnly = false;        ///< not sold in the last quarter of a year
        bool largeChangesOnly = false; ///< more than 30 % against last year
        bool unusualOnly = false;      ///< its latest weeks are unlike its usual course
        bool isOff() const { return !newOnly && !endedOnly && !largeChangesOnly && !unusualOnly; }
    };

    explicit ItemModel(QObject* parent = nullptr);
    ~ItemModel() override;

    void setView(std::shared_ptr<const ForecastView> view);
    void setGrouped(bool isGrouped);
    void setSort(Sort sort);
    void setSearch(const QString& text);
    void setFilter(const Filter& filter);

    int itemCount() const;       ///< of the project
    int shownItemCount() const;  ///< that the search and filters leave
    bool hasCategories() const;

    /// The series that a row stands for.
    const std::vector<int>& seriesOf(const QModelIndex& index) const;
    const PeriodTotal& totalOf(const QModelIndex& index) const;
    /// Values of a row's sparkline, summed on first use.
    const std::vector<float>& pastOf(const QModelIndex& index) const;
    const std::vector<float>& nextOf(const QModelIndex& index) const;
    QModelIndex shopIndex() const;
    QModelIndex find(const QString& itemCode) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    void retranslate();

private:
    struct Node;
    void rebuild();
    void gatherItems();
    bool isShown(const Node& item) const;
    double rank(const Node& node) const;
    QString changeOf(const Node& node) const;
    QString withUnusual(const Node& node, const QString& words, const QString& between) const;
    void sortRows(std::vector<int>& rows);
    Node& nodeOf(const QModelIndex& index) const;

    std::shared_ptr<const ForecastView> m_view;
    std::vector<std::unique_ptr<Node>> m_nodes;  ///< 0: whole shop, then items, then categories
    std::vector<int> m_top;
    bool m_isGrouped = true;
    Filter m_filter;
    Sort m_sort = Sort::Value;
    QString m_search;
};

}  // namespace foresell
