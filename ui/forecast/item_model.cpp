// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/item_model.h"

#include <QHash>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/forecast/unusual_text.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double largeChange = 0.3;

}  // namespace

struct ItemModel::Node {
    enum class Kind { Shop, Category, Item };
    Kind kind = Kind::Item;
    QString name, code, category, searched;
    std::vector<int> series;
    PeriodTotal total;
    double error = 0;  ///< WAPE on the held-out periods; NaN: not tested
    bool isNew = false, isEnded = false;
    const UnusualItem* unusual = nullptr;  ///< of the view; null: as usual, or not told
    int parent = -1, row = 0;
    std::vector<int> children;
    std::vector<float> past, next;
};

ItemModel::ItemModel(QObject* parent) : QAbstractItemModel(parent) {}
ItemModel::~ItemModel() = default;

void ItemModel::setView(std::shared_ptr<const ForecastView> view) {
    beginResetModel();
    m_view = std::move(view);
    gatherItems();
    rebuild();
    endResetModel();
}

void ItemModel::gatherItems() {
    m_nodes.clear();
    if (m_view == nullptr) {
        return;
    }
    const int steps = m_view->headlineSteps();
    auto shop = std::make_unique<Node>();
    shop->kind = Node::Kind::Shop;
    shop->series = m_view->allSeries();
    shop->total = m_view->total(shop->series, steps);
    shop->error = m_view->testedError(shop->series);
    m_nodes.push_back(std::move(shop));
    for (const ForecastEntry& entry : m_view->entries()) {
        auto node = std::make_unique<Node>();
        node->code = QString::fromStdString(entry.code);
        node->name = entry.name.empty() ? node->code : shownName(QString::fromStdString(entry.name));
        node->category = QString::fromStdString(entry.category);
        node->searched = QString(node->name + u'\n' + node->code + u'\n' + node->category).toCaseFolded();
        node->series = entry.series;
        node->total = m_view->total(entry.series, steps);
        node->error = m_view->testedError(entry.series);
        node->isNew = entry.isNew;
        node->isEnded = entry.isEnded;
        node->unusual = m_view->unusual().find(entry.code);
        m_nodes.push_back(std::move(node));
    }
}

bool ItemModel::isShown(const Node& item) const {
    return (m_search.isEmpty() || item.searched.contains(m_search)) && (!m_filter.newOnly || item.isNew) &&
           (!m_filter.endedOnly || item.isEnded) && (!m_filter.unusualOnly || item.unusual != nullptr) &&
           (!m_filter.largeChangesOnly || std::abs(item.total.change()) > largeChange);
}

double ItemModel::rank(const Node& node) const {
    const double change = node.total.change();
    double size = 0;
    switch (m_sort) {
        case Sort::Value: size = std::isfinite(node.total.value) ? node.total.value : node.total.units * 1e-6; break;
        case Sort::Units: size = node.total.units; break;
        case Sort::Rise: size = change; break;
        case Sort::Fall: size = -change; break;
        case Sort::Error: size = node.error; break;
        case Sort::Name: break;
    }
    return std::isnan(size) ? -1e300 : size;
}

void ItemModel::sortRows(std::vector<int>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [this](int a, int b) {
        const Node &left = *m_nodes[static_cast<std::size_t>(a)], &right = *m_nodes[static_cast<std::size_t>(b)];
        if (m_sort == Sort::Name) {
            return left.name.localeAwareCompare(right.name) < 0;
        }
        return rank(left) > rank(right);
    });
}

void ItemModel::rebuild() {
    m_top.clear();
    if (m_nodes.empty()) {
        return;
    }
    m_nodes.resize(static_cast<std::size_t>(itemCount()) + 1);
    std::vector<int> items;
    for (int i = 1; i <= itemCount(); ++i) {
        Node& node = *m_nodes[static_cast<std::size_t>(i)];
        node.parent = -1;
        if (isShown(node)) {
            items.push_back(i);
        }
    }
    sortRows(items);
    std::vector<int> rows;
    if (m_isGrouped && hasCategories()) {
        QHash<QString, int> nodeOfCategory;
        for (const int item : items) {
            Node& node = *m_nodes[static_cast<std::size_t>(item)];
            if (!nodeOfCategory.contains(node.category)) {
                nodeOfCategory.insert(node.category, static_cast<int>(m_nodes.size()));
                rows.push_back(static_cast<int>(m_nodes.size()));
                auto category = std::make_unique<Node>();
                category->kind = Node::Kind::Category;
                category->name = node.category;
                m_nodes.push_back(std::move(category));
            }
            node.parent = nodeOfCategory.value(node.category);
            Node& category = *m_nodes[static_cast<std::size_t>(node.parent)];
            node.row = static_cast<int>(category.children.size());
            category.children.push_back(item);
            category.series.insert(category.series.end(), node.series.begin(), node.series.end());
        }
        for (const int row : rows) {
            Node& category = *m_nodes[static_cast<std::size_t>(row)];
            category.total = m_view->total(category.series, m_view->headlineSteps());
            category.error = m_view->testedError(category.series);
        }
        sortRows(rows);
    } else {
        rows = items;
    }
    const bool isWhole = m_search.isEmpty() && m_filter.isOff();
    if (isWhole) {
        rows.insert(rows.begin(), 0);
    }
    m_top = rows;
    for (std::size_t row = 0; row < m_top.size(); ++row) {
        m_nodes[static_cast<std::size_t>(m_top[row])]->row = static_cast<int>(row);
    }
}

void ItemModel::setGrouped(bool isGrouped) {
    beginResetModel();
    m_isGrouped = isGrouped;
    rebuild();
    endResetModel();
}

void ItemModel::setSort(Sort sort) {
    beginResetModel();
    m_sort = sort;
    rebuild();
    endResetModel();
}

void ItemModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed().toCaseFolded();
    rebuild();
    endResetModel();
}

void ItemModel::setFilter(const Filter& filter) {
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void ItemModel::retranslate() {
    if (!m_top.empty()) {
        emit layoutChanged();
    }
}

int ItemModel::itemCount() const {
    return m_view == nullptr ? 0 : static_cast<int>(m_view->entries().size());
}

int ItemModel::shownItemCount() const {
    int count = 0;
    for (int i = 1; i <= itemCount(); ++i) {
        count += isShown(*m_nodes[static_cast<std::size_t>(i)]) ? 1 : 0;
    }
    return count;
}

bool ItemModel::hasCategories() const {
    return m_view != nullptr && std::any_of(m_view->entries().begin(), m_view->entries().end(),
                                            [](const ForecastEntry& entry) { return !entry.category.empty(); });
}

ItemModel::Node& ItemModel::nodeOf(const QModelIndex& index) const {
    return *m_nodes[index.isValid() ? static_cast<std::size_t>(index.internalId()) : 0];
}

const std::vector<int>& ItemModel::seriesOf(const QModelIndex& index) const {
    return nodeOf(index).series;
}

const PeriodTotal& ItemModel::totalOf(const QModelIndex& index) const {
    return nodeOf(index).total;
}

const std::vector<float>& ItemModel::pastOf(const QModelIndex& index) const {
    Node& node = nodeOf(index);
    if (node.past.empty()) {
        node.past = m_view->past(node.series);
    }
    return node.past;
}

const std::vector<float>& ItemModel::nextOf(const QModelIndex& index) const {
    Node& node = nodeOf(index);
    if (node.next.empty()) {
        node.next = m_view->next(node.series);
    }
    return node.next;
}

QModelIndex ItemModel::shopIndex() const {
    return !m_top.empty() && m_top.front() == 0 ? createIndex(0, 0, quintptr{0}) : QModelIndex();
}

QModelIndex ItemModel::find(const QString& itemCode) const {
    for (int i = 1; i <= itemCount(); ++i) {
        const Node& node = *m_nodes[static_cast<std::size_t>(i)];
        if (node.code == itemCode && isShown(node)) {
            return createIndex(node.row, 0, static_cast<quintptr>(i));
        }
    }
    return {};
}

QModelIndex ItemModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column != 0 || row >= rowCount(parent)) {
        return {};
    }
    const int node = parent.isValid() ? nodeOf(parent).children[static_cast<std::size_t>(row)] : m_top[static_cast<std::size_t>(row)];
    return createIndex(row, 0, static_cast<quintptr>(node));
}

QModelIndex ItemModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) {
        return {};
    }
    const int parent = nodeOf(index).parent;
    return parent < 0 ? QModelIndex() : createIndex(m_nodes[static_cast<std::size_t>(parent)]->row, 0, static_cast<quintptr>(parent));
}

int ItemModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_top.size());
    }
    return parent.column() == 0 ? static_cast<int>(nodeOf(parent).children.size()) : 0;
}

int ItemModel::columnCount(const QModelIndex&) const {
    return 1;
}

/// What stands below a row's units: what it is sorted by, else its change against last year.
QString ItemModel::changeOf(const Node& node) const {
    const QLocale locale;
    if (m_sort == Sort::Error) {
        return std::isfinite(node.error) ? tr("missed %1").arg(percentText(node.error, locale)) : tr("not tested");
    }
    return node.isEnded              ? tr("ended")
           : node.unusual != nullptr ? tr("unusual")
           : node.isNew              ? tr("new")
                                     : changeText(node.total.change(), locale);
}

/// A row's words with what is unusual about it.
QString ItemModel::withUnusual(const Node& node, const QString& words, const QString& between) const {
    return node.unusual == nullptr ? words : QString(words + between + unusualText(*node.unusual, *m_view));
}

QVariant ItemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Node& node = nodeOf(index);
    const QLocale locale;
    const bool isItem = node.kind == Node::Kind::Item;
    const int count = node.kind == Node::Kind::Shop ? itemCount() : static_cast<int>(node.children.size());
    const QString name = node.kind == Node::Kind::Shop ? tr("Whole shop") : node.name.isEmpty() ? tr("Without category") : node.name;
    const QString units = isChinese(locale) && std::abs(node.total.units) >= 1e5 ? shortNumber(node.total.units, locale)
                                                                                : numberText(node.total.units, locale);
    switch (role) {
        case Qt::DisplayRole: return name;
        case CodeRole: return node.code;
        case SubtitleRole: return isItem ? node.code : tr("%n item(s)", nullptr, count).replace(QString::number(count), numberText(count, locale));
        case TotalRole: return units;
        case ChangeRole: return changeOf(node);
        case IsGroupRole: return !isItem;
        case IsUnusualRole: return node.unusual != nullptr && !node.isEnded && m_sort != Sort::Error;  // while changeOf says so
        case Qt::ToolTipRole: return withUnusual(node, isItem ? QString(name + u"  "_s + node.code) : name, u"\n"_s);
        case Qt::AccessibleTextRole:
            return withUnusual(node, tr("%1: %2 expected, %3 against last year").arg(name, units, changeText(node.total.change(), locale)), u". "_s);
        default: return {};
    }
}

}  // namespace foresell
